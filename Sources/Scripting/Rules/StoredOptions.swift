public import Extraction
internal import Foundation
internal import NewsModel
public import Store

/// Cues, aliases and the model that a store was made with, as the store keeps them, so that an article can
/// be analysed again as it was.
public enum StoredOptions {
  /// What the store calls them.
  static let key = "extraction"

  private struct Document: Codable {
    struct Cue: Codable {
      var phrase: String
      var noun: Bool
      var act: String?
    }
    struct Alias: Codable {
      var phrase: String
      var entity: String
      var type: String
      var article: String?
    }
    var cues: [Cue]
    var aliases: [Alias]
    /// The model's fingerprint; missing for the program's own.
    var model: String?
  }

  /// Writes into a store what its articles were analysed with.
  public static func keep(_ options: ExtractionOptions, in store: CorpusStore) throws {
    try store.keep(text(options), as: key)
  }

  /// The fingerprint of the model that a store was made with; empty for the program's own.
  public static func modelFingerprint(of store: CorpusStore) throws -> String {
    document(from: try store.meta()[key])?.model ?? ""
  }

  /// The options as JSON.
  static func text(_ options: ExtractionOptions) -> String {
    let document = Document(
      cues: options.cues.map { .init(phrase: $0.phrase, noun: $0.isNoun, act: $0.act?.rawValue) },
      aliases: options.aliases.map {
        .init(phrase: $0.phrase, entity: $0.entity, type: $0.type.rawValue, article: $0.articleID)
      },
      model: options.model == .embedded ? nil : options.model.fingerprint)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// The options from JSON, with the program's own model and none where it is missing or unknown.
  ///
  /// - Parameters:
  ///   - text: The JSON, or `nil` where nothing is kept.
  ///   - model: The model at hand.
  /// - Returns: The options, and whether their model is that of the store: the weights of one that is not at
  ///   hand are missing.
  static func options(
    from text: String?, model: StatementModel
  ) -> (options: ExtractionOptions, hasModel: Bool) {
    guard let document = document(from: text) else {
      return (ExtractionOptions(model: model), true)
    }
    let known = [model, .embedded, .none].first { $0.fingerprint == document.model ?? "" }
    let options = ExtractionOptions(
      cues: document.cues.map {
        .init($0.phrase, isNoun: $0.noun, act: $0.act.flatMap(Quote.Act.init(rawValue:)))
      },
      aliases: document.aliases.map {
        .init(
          phrase: $0.phrase, entity: $0.entity, type: EntityType(rawValue: $0.type) ?? .person,
          articleID: $0.article)
      },
      model: known ?? .embedded)
    return (options, known != nil)
  }

  private static func document(from text: String?) -> Document? {
    text.flatMap { try? JSONDecoder().decode(Document.self, from: Data($0.utf8)) }
  }
}
