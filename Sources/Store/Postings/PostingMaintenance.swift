internal import GRDB
internal import NewsModel
internal import Rules

/// Keeps the segments of the index few: joins small ones, drops what is gone, adds articles that are in none.
///
/// A segment is made anew from the packed words of its articles, which takes a fraction of a second for a
/// million words. Each new segment is one transaction, so that the index is right at any moment.
struct PostingMaintenance {
  /// A segment grows to about this many tokens.
  static let segmentSize = 400_000
  private let store: CorpusStore

  init(store: CorpusStore) { self.store = store }

  private struct Segment {
    var key: Int64
    var tokens: Int
    var live: Int
  }

  /// Joins what should be joined.
  func run() throws {
    let loose = try store.write { database in
      try database.execute(
        sql: "DELETE FROM posting_segment WHERE id NOT IN (SELECT segment FROM posting_article)")
      return try Int64.fetchAll(
        database,
        sql:
          "SELECT id FROM article WHERE id NOT IN (SELECT article FROM posting_article) ORDER BY id"
      )
    }
    let segments = try store.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT s.id, s.tokens, sum(t.count) FROM posting_segment s
          JOIN posting_article p ON p.segment = s.id JOIN token t ON t.article = p.article
          GROUP BY s.id ORDER BY min(p.article)
          """
      ).map { Segment(key: $0[0], tokens: $0[1], live: $0[2]) }
    }
    var group: [Segment] = []
    var size = 0
    for segment in segments {
      let isWorn = segment.live * 4 < segment.tokens * 3
      if !isWorn, segment.live >= Self.segmentSize / 2 { continue }
      group.append(segment)
      size += segment.live
      if size >= Self.segmentSize {
        try join(group)
        group = []
        size = 0
      }
    }
    if group.count > 1 || group.contains(where: { $0.live < $0.tokens }) { try join(group) }
    try add(loose)
  }

  private func join(_ segments: [Segment]) throws {
    try store.write { database in
      let keys = segments.map { String($0.key) }.joined(separator: ", ")
      let articles = try Int64.fetchAll(
        database,
        sql: "SELECT article FROM posting_article WHERE segment IN (\(keys)) ORDER BY article")
      var writer = PostingWriter()
      for article in articles { try Self.append(article, to: &writer, database) }
      try writer.flush(to: database)
      try database.execute(sql: "DELETE FROM posting_segment WHERE id IN (\(keys))")
    }
  }

  /// Adds the articles of a store that knew no postings.
  private func add(_ articles: [Int64]) throws {
    var rest = articles[...]
    while !rest.isEmpty {
      rest = try store.write { database in
        var rest = rest
        var writer = PostingWriter()
        while writer.tokenCount < Self.segmentSize, let article = rest.popFirst() {
          try Self.append(article, to: &writer, database)
        }
        try writer.flush(to: database)
        return rest
      }
    }
  }

  private static func append(
    _ article: Int64, to writer: inout PostingWriter, _ database: Database
  ) throws {
    let text = try AnalysisReader(database).indexedText(ofArticle: article)
    writer.append(text, ofArticle: article) { $0 }
  }
}
