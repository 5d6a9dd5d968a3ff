import Extraction
import Foundation
import NewsModel
import Store

/// The reference articles with their annotation by hand, where they are at hand.
enum GoldCorpus {
  /// The folder of shared data: `SAYSO_SHARED`, or `shared` beside the package.
  static let folder: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    let candidates = [
      ProcessInfo.processInfo.environment["SAYSO_SHARED"], root + "/shared",
      FileManager.default.currentDirectoryPath + "/../shared",
    ]
    return candidates.compactMap { $0 }
      .first { FileManager.default.fileExists(atPath: $0 + "/acceptance/seeds-gold.json") }
  }()

  static var isPresent: Bool { folder != nil }

  /// A snapshot of the annotated articles.
  static func snapshot() throws -> CorpusSnapshot {
    let acceptance = (folder ?? "") + "/acceptance/"
    let data = try Data(contentsOf: URL(fileURLWithPath: acceptance + "seeds-gold.json"))
    let gold = try JSONDecoder().decode(Gold.self, from: data)
    let store = try CorpusStore.inMemory()
    for article in gold.articles {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: acceptance + "seeds/" + article.file))
      try store.add(analysis(of: article, text: String(decoding: bytes, as: UTF8.self), gold))
    }
    return try store.snapshot()
  }

  private static func analysis(of gold: Gold.Article, text: String, _ all: Gold) -> Analysis {
    let offsets = codePointOffsets(text)
    func range(_ start: Int, _ end: Int) -> ByteRange { ByteRange(offsets[start], offsets[end]) }
    let map = TextMap(text)
    var article = Article(id: gold.id, path: gold.file, text: text, title: gold.title.text)
    article.zones = [
      Zone(.title, range(gold.title.start, gold.title.end)),
      Zone(
        .body,
        map.range(ofLine: gold.body_lines[0]).union(map.range(ofLine: gold.body_lines[1]))),
    ]
    var analysis = ArticleAnalyser().analyse(article)
    analysis.annotations = []
    analysis.figures = []
    analysis.dates = []
    analysis.entities = []
    analysis.mentions = []
    analysis.quotes = []
    func entity(_ name: String, _ type: String) -> Int {
      if let known = analysis.entities.firstIndex(where: { $0.name == name }) { return known }
      let types: [String: EntityType] = ["person": .person, "place": .place]
      analysis.entities.append(Entity(name: name, type: types[type] ?? .organisation))
      return analysis.entities.count - 1
    }
    for mention in all.mentions where mention.article == gold.id && mention.zone != "boilerplate" {
      analysis.mentions.append(
        Mention(
          range: range(mention.start, mention.end),
          entity: entity(mention.canonical, mention.type ?? "other")))
    }
    let records = all.attributions.filter { $0.article == gold.id }
    for record in records {
      let name = record.speaker.canonical ?? record.speaker.as_written ?? "?"
      let isUnnamed = record.speaker.form == "unnamed" || name.contains("unnamed)")
      let isPerson = record.speaker.type == "person"
      let source = record.speaker.start.flatMap { start in
        record.speaker.end.map { range(start, $0) }
      }
      analysis.quotes.append(
        Quote(
          kind: Quote.Kind(rawValue: record.kind) ?? .indirect,
          content: record.contents.map { range($0.start, $0.end) },
          source: source.map { [$0] } ?? [],
          speaker: Speaker(
            name: isUnnamed ? record.speaker.as_written ?? name : name,
            entity: isUnnamed ? nil : entity(name, isPerson ? "person" : "organisation"),
            form: isUnnamed ? .unnamed : .name),
          nestedIn: record.nested_in.flatMap { holder in
            records.firstIndex { $0.id == holder }
          },
          status: record.tier < 3 ? .stated : .belief, by: "hand"))
      // The annotation marks what is quoted more finely than pairs of marks do.
      analysis.quotations += record.contents.flatMap(\.quoted).map { range($0.start, $0.end) }
    }
    analysis.quotations = merged(analysis.quotations)
    return analysis
  }

  private static func merged(_ ranges: [ByteRange]) -> [ByteRange] {
    ranges.sorted().reduce(into: []) { result, range in
      if let last = result.last, last.overlaps(range) {
        result[result.count - 1] = last.union(range)
      } else {
        result.append(range)
      }
    }
  }

  private static func codePointOffsets(_ text: String) -> [Int] {
    var offsets: [Int] = []
    for (offset, byte) in text.utf8.enumerated() where byte & 0xc0 != 0x80 {
      offsets.append(offset)
    }
    return offsets + [text.utf8.count]
  }

  private struct Gold: Decodable {
    struct Span: Decodable {
      var start: Int
      var end: Int
      var text: String
    }
    struct Article: Decodable {
      var id: String
      var file: String
      var title: Span
      var body_lines: [Int]
    }
    struct Content: Decodable {
      var start: Int
      var end: Int
      var quoted: [Span]
    }
    struct Speaker: Decodable {
      var as_written: String?
      var canonical: String?
      var form: String?
      var type: String?
      var start: Int?
      var end: Int?
    }
    struct Attribution: Decodable {
      var id: String
      var article: String
      var kind: String
      var tier: Int
      var nested_in: String?
      var speaker: Speaker
      var contents: [Content]
    }
    struct Mention: Decodable {
      var article: String
      var start: Int
      var end: Int
      var canonical: String
      var type: String?
      var zone: String
    }
    var articles: [Article]
    var attributions: [Attribution]
    var mentions: [Mention]
  }
}
