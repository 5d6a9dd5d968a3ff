internal import Foundation
internal import NewsModel

/// Reads texts with names from JSON lines: `text`, `tokens` in code points, and `entities` or `ner`.
///
/// GUM marks `entities` by hand; its named ones are taken, cut to their proper nouns, titles included.
/// PolNeAR gives each word an `ner` label made by a program: PERSON, ORGANIZATION, LOCATION, MISC; runs of
/// one label are a name.
public struct NamedTextReader {
  private struct Line: Decodable {
    var text: String
    var tokens: [[Int]]
    var xpos: [String]?
    var ner: [String?]?
    var entities: [Entity]?
    var genre: String?
    var split: String?

    struct Entity: Decodable {
      var first: Int
      var end: Int
      var type: String
      var isNamed: Bool?

      enum CodingKeys: String, CodingKey {
        case first = "start_tok"
        case end = "end_tok"
        case type
        case isNamed = "named"
      }
    }
  }

  /// Creates a reader.
  public init() {}

  /// Reads the selected texts of a file in their order; those without labels are left out.
  ///
  /// - Parameters:
  ///   - path: A file of JSON lines; one whose name ends in `.gz` is decompressed.
  ///   - selection: Which texts to take.
  /// - Returns: The texts with their names.
  /// - Throws: ``TrainingError`` with the line where the file is broken.
  public func read(
    _ path: String, _ selection: TaggedTextReader.Selection = .init()
  ) throws -> [NamedText] {
    let decoder = JSONDecoder()
    let lines = try Decompression.contents(of: path).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var texts: [NamedText] = []
    for (number, bytes) in lines.enumerated() where !bytes.isEmpty {
      let line = try? decoder.decode(Line.self, from: bytes)
      if let reason = Self.fault(of: line) {
        throw TrainingError.brokenLine(path: path, line: number + 1, reason: reason)
      }
      guard let line else { continue }
      if let genres = selection.genres, !genres.contains(line.genre ?? "") { continue }
      if let split = selection.split, line.split != split { continue }
      guard line.entities != nil || line.ner?.contains(where: { $0 != nil }) == true else {
        continue
      }
      var text = Self.text(of: line)
      text.weight = selection.weight
      texts.append(text)
    }
    return texts
  }

  /// Why a line cannot be used; `nil` if it can.
  private static func fault(of line: Line?) -> String? {
    guard let line else { return "not an object with text, tokens and entities or ner" }
    let count = line.tokens.count
    let length = line.text.unicodeScalars.count
    for (index, token) in line.tokens.enumerated() {
      guard token.count == 2, 0 <= token[0], token[0] <= token[1] else {
        return "token \(index) is \(token), which is not a range of code points"
      }
      guard token[1] <= length else {
        return "token \(index) is \(token), which ends behind the text of \(length) code points"
      }
    }
    if let tags = line.xpos, tags.count != count {
      return "xpos has \(tags.count) tags for \(count) tokens"
    }
    guard let entities = line.entities else {
      guard let labels = line.ner else { return "there are neither entities nor ner" }
      return labels.count == count ? nil : "ner has \(labels.count) labels for \(count) tokens"
    }
    for (index, entity) in entities.enumerated()
    where !(0 <= entity.first && entity.first < entity.end && entity.end <= count) {
      return "entity \(index) has the tokens \(entity.first) to \(entity.end) of \(count)"
    }
    return nil
  }

  private static func text(of line: Line) -> NamedText {
    let offsets = CodePointOffsets.offsets(of: line.text)
    let tokens = line.tokens.map { ByteRange(offsets[$0[0]], offsets[$0[1]]) }
    var text = NamedText(text: line.text)
    if let entities = line.entities {
      text.isByHand = true
      for entity in entities where entity.isNamed == true {
        guard let name = name(of: entity, tags: line.xpos, line.text, tokens) else { continue }
        add(entity.type, ByteRange(tokens[name.first].start, tokens[name.last].end), to: &text)
      }
      return text
    }
    let labels = line.ner ?? []
    var start = 0
    while start < labels.count {
      var end = start + 1
      while end < labels.count, labels[end] == labels[start] { end += 1 }
      if let label = labels[start], types[label] != nil || label == "MISC" {
        add(label, ByteRange(tokens[start].start, tokens[end - 1].end), to: &text)
      }
      start = end
    }
    return text
  }

  /// The first and last token of the name in an entity: “the *European Central Bank* in Frankfurt”.
  ///
  /// It is the first run of proper nouns; those of organisations and places go on over “of” and “for”:
  /// “the *Bay of Bengal* area”, “the *Institute for the Study of War*”.
  private static func name(
    of entity: Line.Entity, tags: [String]?, _ text: String, _ tokens: [ByteRange]
  ) -> (first: Int, last: Int)? {
    guard let tags else { return (entity.first, entity.end - 1) }
    func isProper(_ token: Int) -> Bool {
      token < entity.end && (tags[token].hasPrefix("NNP") || tags[token] == "HYPH")
    }
    func isWord(_ token: Int, _ words: Set<String>) -> Bool {
      token < entity.end && words.contains(text[bytes: tokens[token]])
    }
    guard let first = (entity.first..<entity.end).first(where: { tags[$0].hasPrefix("NNP") }) else {
      return nil
    }
    var end = first
    while isProper(end) {
      end += 1
      guard entity.type == "organization" || entity.type == "place", isWord(end, ["of", "for"])
      else { continue }
      let next = isWord(end + 1, ["the"]) ? end + 2 : end + 1
      if isProper(next) { end = next }
    }
    return (first, end - 1)
  }

  /// The types that are scored, by the names that the sources give them.
  private static let types: [String: EntityType] = [
    "person": .person, "organization": .organisation, "place": .place,
    "PERSON": .person, "ORGANIZATION": .organisation, "LOCATION": .place,
  ]

  private static func add(_ label: String, _ range: ByteRange, to text: inout NamedText) {
    if let type = types[label] {
      text.names[range] = text.names[range] ?? type
    } else if label != "time" {
      text.others.insert(range)
    }
  }
}
