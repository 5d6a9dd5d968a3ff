import NewsModel

/// A corpus that can be queried: postings for all of it, and the text of single articles when they are wanted.
public protocol QueryCorpus: AnyObject {
  /// The words of all articles.
  func lexicon() throws -> Lexicon
  /// The postings of all articles, each article in one segment.
  func segments() throws -> [QuerySegment]
  /// The number of articles; they are numbered from 0 in corpus order.
  func articleCount() throws -> Int
  /// An article, its tokens with the ids of the lexicon.
  func queryText(ofArticle row: Int) throws -> QueryText
  /// All articles of a segment as one text, or `nil` where its index does not tell enough.
  func text(ofSegment index: Int) throws -> QueryText?
  /// The number of entities, quotes or annotations of a type.
  func annotationCount(ofType type: String) throws -> Int
}

/// A segment of a corpus.
public struct QuerySegment: Sendable {
  /// Its postings.
  public var postings: PostingSegment
  /// The number in the corpus of each of its articles, ascending; -1 for one that is no longer there.
  public var articles: [Int]

  /// Creates a segment.
  public init(postings: PostingSegment, articles: [Int]) {
    self.postings = postings
    self.articles = articles
  }
}

/// An article, or all articles of a segment, as queries read it.
public final class QueryText: Sendable {
  /// The text; its tokens have the ids of the lexicon.
  public let text: MatchText
  let borders: [UInt8]

  /// Prepares a text.
  ///
  /// - Complexity: O(tokens).
  public init(_ text: MatchText) {
    self.text = text
    borders = BorderMasks(text).masks
  }
}

/// A place in a corpus where a pattern matches.
public struct QueryHit: Sendable, Hashable {
  /// The number of the article.
  public var article: Int
  /// The tokens and captures in it.
  public var match: PatternMatch

  /// Creates a hit.
  public init(article: Int, match: PatternMatch) {
    self.article = article
    self.match = match
  }
}
