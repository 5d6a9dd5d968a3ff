internal import Extraction
internal import Foundation
internal import NewsModel

/// How well the extraction finds names: exact spans against two sorts of annotation.
///
/// GUM marks `entities` by hand; its named persons, organisations and places are taken, cut to their proper nouns.
/// PolNeAR gives each word an `ner` label made by a program: PERSON, ORGANIZATION, LOCATION; runs of one label
/// are a name. Titles in front and possessive endings belong to no name here.
public struct EntityEvaluation {
  /// The counts of all articles.
  public private(set) var counts = AttributionScores.Counts()

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

  /// Analyses the texts of a file and compares names.
  ///
  /// - Throws: ``TrainingError`` with the line where the file is broken.
  public init(_ path: String, _ selection: TaggedTextReader.Selection = .init()) throws {
    let analyser = ArticleAnalyser()
    let decoder = JSONDecoder()
    let lines = try Decompression.contents(of: path).split(separator: UInt8(ascii: "\n"))
    for (number, bytes) in lines.enumerated() {
      guard let line = try? decoder.decode(Line.self, from: bytes), Self.isSound(line) else {
        throw TrainingError.brokenLine(
          path: path, line: number + 1,
          reason: "not an object with text, tokens and entities or ner")
      }
      if let genres = selection.genres, !genres.contains(line.genre ?? "") { continue }
      if let split = selection.split, line.split != split { continue }
      add(line, analyser)
    }
  }

  private static func isSound(_ line: Line) -> Bool {
    let count = line.tokens.count
    guard line.entities != nil || line.ner?.count == count else { return false }
    guard line.xpos.map({ $0.count == count }) ?? true else { return false }
    return line.entities?.allSatisfy { 0 <= $0.first && $0.first < $0.end && $0.end <= count }
      ?? true && line.tokens.allSatisfy { $0.count == 2 && 0 <= $0[0] && $0[0] <= $0[1] }
  }

  private mutating func add(_ line: Line, _ analyser: ArticleAnalyser) {
    let offsets = CodePointOffsets.offsets(of: line.text)
    let tokens = line.tokens.map { token in
      ByteRange(
        offsets[min(token[0], offsets.count - 1)], offsets[min(token[1], offsets.count - 1)])
    }
    let gold = Self.names(line, tokens)
    let analysis = analyser.analyse(Article(id: "a", path: "a", text: line.text))
    var found: Set<ByteRange> = []
    for mention in analysis.mentions where analysis.entities[mention.entity].type != .other {
      found.insert(mention.range)
    }
    let same = gold.intersection(found).count
    counts.rightPredictions += same
    counts.found += same
    counts.predictions += found.count
    counts.annotated += gold.count
  }

  private static func names(_ line: Line, _ tokens: [ByteRange]) -> Set<ByteRange> {
    var names: Set<ByteRange> = []
    if let entities = line.entities {
      for entity in entities
      where entity.isNamed == true && ["person", "organization", "place"].contains(entity.type) {
        var run = Array(entity.first..<entity.end)
        if let tags = line.xpos {
          // “President *Ann Berg* of …”: the first run of proper nouns.
          let start = run.firstIndex { tags[$0].hasPrefix("NNP") } ?? 0
          run = run[start...].prefix { tags[$0].hasPrefix("NNP") || tags[$0] == "HYPH" }.map { $0 }
        }
        if let first = run.first, let last = run.last {
          names.insert(ByteRange(tokens[first].start, tokens[last].end))
        }
      }
      return names
    }
    let labels = line.ner ?? []
    var start = 0
    while start < labels.count {
      var end = start + 1
      while end < labels.count, labels[end] == labels[start] { end += 1 }
      if ["PERSON", "ORGANIZATION", "LOCATION"].contains(labels[start] ?? "") {
        names.insert(ByteRange(tokens[start].start, tokens[end - 1].end))
      }
      start = end
    }
    return names
  }
}
