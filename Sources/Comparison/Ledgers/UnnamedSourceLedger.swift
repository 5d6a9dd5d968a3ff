public import Store

/// What is said by people whose name the articles keep to themselves.
public struct UnnamedSourceLedger: Sendable {
  /// One unnamed source in one article.
  public struct Source: Sendable {
    /// The fullest description: “a senior administration official”.
    public let description: String
    /// Row of the article.
    public let article: Int
    /// Rows of the statements, in order.
    public let quotes: [Int]
  }

  /// The sources in corpus order of their first statements.
  public let sources: [Source]

  /// The number of statements.
  public var statements: Int { sources.reduce(0) { $0 + $1.quotes.count } }

  /// Collects the unnamed sources of a corpus.
  ///
  /// - Throws: What reading the snapshot throws.
  public init(of snapshot: CorpusSnapshot, filter: StatementFilter = StatementFilter()) throws {
    let quotes = try snapshot.quotes
    let voices = Voices(quotes)
    var order: [Voice: Int] = [:]
    var found: [[Int]] = []
    for row in filter.rows(of: quotes) where quotes.unnamed[row] {
      guard let voice = voices.ofQuote[row] else { continue }
      if let index = order[voice] {
        found[index].append(row)
      } else {
        order[voice] = found.count
        found.append([row])
      }
    }
    sources = found.map { rows in
      let names = rows.map { quotes.speaker[$0] ?? "" }
      // Of equally long descriptions the first is kept.
      let fullest = names.reduce("") { $1.utf8.count > $0.utf8.count ? $1 : $0 }
      return Source(description: fullest, article: Int(quotes.article[rows[0]]), quotes: rows)
    }
  }
}
