internal import Extraction
internal import Foundation
internal import NewsModel

/// Cues and aliases that a store was made with, as the store keeps them, so that an article can be analysed
/// again as it was.
enum StoredOptions {
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
  }

  /// The options as JSON.
  static func text(_ options: ExtractionOptions) -> String {
    let document = Document(
      cues: options.cues.map { .init(phrase: $0.phrase, noun: $0.isNoun, act: $0.act?.rawValue) },
      aliases: options.aliases.map {
        .init(phrase: $0.phrase, entity: $0.entity, type: $0.type.rawValue, article: $0.articleID)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// The options from JSON; none where it is missing or unknown.
  static func options(from text: String?) -> ExtractionOptions {
    guard let text, let document = try? JSONDecoder().decode(Document.self, from: Data(text.utf8))
    else { return ExtractionOptions() }
    return ExtractionOptions(
      cues: document.cues.map {
        .init($0.phrase, isNoun: $0.noun, act: $0.act.flatMap(Quote.Act.init(rawValue:)))
      },
      aliases: document.aliases.map {
        .init(
          phrase: $0.phrase, entity: $0.entity, type: EntityType(rawValue: $0.type) ?? .person,
          articleID: $0.article)
      })
  }
}
