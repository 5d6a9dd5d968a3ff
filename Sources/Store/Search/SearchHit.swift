public import NewsModel

/// A place that a search found.
public struct SearchHit: Hashable, Sendable {
  /// Row of the article.
  public let article: Int
  /// Row of the statement, where statements were searched.
  public let quote: Int?
  /// The line of the first match, from 1.
  public let line: Int
  /// The line of the first match, or the whole statement.
  public let excerpt: String
  /// What matched, as byte ranges of the excerpt.
  public let matches: [ByteRange]
}
