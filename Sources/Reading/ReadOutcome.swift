public import NewsModel

/// What reading one article came to.
public enum ReadOutcome: Hashable, Sendable {
  /// The article.
  case article(Article)
  /// Why there is none.
  case failure(ReadingFailure)
}
