import Foundation
import NewsModel
import Reading
import Testing

/// What was annotated by hand.
struct Gold: Decodable {
  struct Span: Decodable {
    var start: Int
    var end: Int
    var lines: [Int]?
    var `class`: String?
  }
  struct Byline: Decodable { var authors: [String] }
  struct Dateline: Decodable {
    var start: Int
    var end: Int
    var places: [String]
  }
  struct Outlet: Decodable { var stated: String? }
  struct Credit: Decodable { var agency: String }
  struct Article: Decodable, Sendable {
    var id: String
    var file: String
    var title: Span
    var title_duplicates: [Span]
    var byline: Byline?
    var dateline: Dateline?
    var caption: Span?
    var agency_credits: [Credit]
    var outlet: Outlet
    var body_lines: [Int]
    var boilerplate: [Span]
  }
  enum CodingKeys: String, CodingKey { case all = "articles" }
  var all: [Article]

  static let shared = ProcessInfo.processInfo.environment["SAYSO_SHARED"] ?? "../shared"

  static let articles: [Article] = {
    let path = shared + "/acceptance/seeds-gold.json"
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return (try? JSONDecoder().decode(Gold.self, from: data))?.all ?? []
  }()

  static func article(_ gold: Article) -> NewsModel.Article? {
    var found: NewsModel.Article?
    let path = shared + "/acceptance/seeds/" + gold.file
    ArticleReader().read(SourceFile(path: path, format: .text)) { outcome in
      if case .article(let article) = outcome { found = article }
    }
    return found
  }
}

/// The five reference articles against their hand annotation, where that is at hand.
@Suite("Seeds", .enabled(if: !Gold.articles.isEmpty))
struct SeedsTests {
  @Test("gives every zone but the body exactly the annotated span", arguments: Gold.articles)
  func zones(_ gold: Gold.Article) throws {
    let article = try #require(Gold.article(gold))
    let map = TextMap(article.text)
    let found = article.zones.filter { $0.kind != .body && $0.kind != .byline }.map { zone in
      let kind = zone.kind == .boilerplate ? zone.reason : zone.kind.rawValue
      return "\(kind) \(map.codePoint(at: zone.range.start))-\(map.codePoint(at: zone.range.end))"
    }
    var wanted = [(gold.title.start, "title \(gold.title.start)-\(gold.title.end)")]
    for span in gold.title_duplicates where span.lines?.first == 2 {
      wanted.append((span.start, "repeated-title \(span.start)-\(span.end)"))
    }
    if let span = gold.caption { wanted.append((span.start, "caption \(span.start)-\(span.end)")) }
    if let span = gold.dateline {
      wanted.append((span.start, "dateline \(span.start)-\(span.end)"))
    }
    for span in gold.boilerplate {
      wanted.append((span.start, "\(span.class ?? "") \(span.start)-\(span.end)"))
    }
    #expect(found == wanted.sorted { $0.0 < $1.0 }.map(\.1))
  }

  @Test("reads origin and borders of the body as annotated", arguments: Gold.articles)
  func origin(_ gold: Gold.Article) throws {
    let article = try #require(Gold.article(gold))
    var agencies: [String] = []
    for credit in gold.agency_credits where !agencies.contains(credit.agency) {
      agencies.append(credit.agency)
    }
    let map = TextMap(article.text)
    let body = article.zones.filter { $0.kind == .body }
    let found = [
      article.id, "\(article.byline)", "\(article.datelinePlaces)", "\(article.agencies)",
      article.outlet ?? "", article.published ?? "",
      "\(body.map { map.line(at: $0.range.start) }.min() ?? 0)",
      "\(body.map { map.line(at: $0.range.start) }.max() ?? 0)",
      "\(article.notes.contains { $0.kind == .repeatedTitle })",
    ]
    let wanted = [
      gold.id, "\(gold.byline?.authors ?? [])", "\(gold.dateline?.places ?? [])", "\(agencies)",
      gold.outlet.stated ?? "", "", "\(gold.body_lines[0])", "\(gold.body_lines[1])",
      "\(!gold.title_duplicates.isEmpty)",
    ]
    #expect(found == wanted)
  }
}

extension Gold.Article: CustomTestStringConvertible {
  var testDescription: String { file }
}
