/// Everything that Sayso found in one article: one value, complete in itself.
///
/// Indices (``Mention/entity``, ``Quote/nestedIn``, ``Speaker/entity``) point into the arrays of the same value.
public struct Analysis: Sendable {
  /// The article.
  public var article: Article
  /// Its words, sentences and paragraphs.
  public var tokens: TokenColumns
  /// Who and what is named, in order of first mention.
  public var entities: [Entity]
  /// Where they are named, sorted by start, not overlapping.
  public var mentions: [Mention]
  /// Who said what, sorted by the start of the content, an outer statement before those nested in it.
  public var quotes: [Quote]
  /// Pairs of quotation marks after repair, sorted, marks included.
  public var quotations: [ByteRange]
  /// Numbers with their units, sorted.
  public var figures: [Figure]
  /// Expressions of time, sorted.
  public var dates: [DateExpression]
  /// What users' rules added, sorted.
  public var annotations: [Annotation]
  /// Reasons for caution: the article's own and those found on the way.
  public var notes: [Note]

  /// Creates an analysis that holds only the article and its tokens.
  public init(article: Article, tokens: TokenColumns) {
    self.article = article
    self.tokens = tokens
    entities = []
    mentions = []
    quotes = []
    quotations = []
    figures = []
    dates = []
    annotations = []
    notes = article.notes
  }
}
