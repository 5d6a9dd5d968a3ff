public import Extraction
internal import NewsModel

/// How often statements of some confidence are right: the reliability table of the extraction.
///
/// Right means: the content agrees with an annotated statement’s by half or more, and the source holds its head.
public struct ConfidenceReport: Sendable {
  /// The statements of one tenth of confidence.
  public struct Bin: Hashable, Sendable {
    /// The number of statements.
    public var count = 0
    /// Those that are right.
    public var right = 0
    /// The sum of their confidences.
    public var sum = 0.0

    /// The mean confidence, 0 to 1.
    public var confidence: Double { count == 0 ? 0 : sum / Double(count) }
    /// The share of right ones, 0 to 1.
    public var accuracy: Double { count == 0 ? 0 : Double(right) / Double(count) }
  }

  /// Ten bins, from 0–0.1 to 0.9–1.
  public private(set) var bins = [Bin](repeating: Bin(), count: 10)

  /// Analyses articles and compares their statements, nested ones left out, with the annotation.
  public init(on articles: [AnnotatedArticle], model: StatementModel = .embedded) {
    let analyser = ArticleAnalyser(options: ExtractionOptions(model: model))
    for article in articles {
      let quotes = analyser.analyse(article.article).quotes.filter { $0.nestedIn == nil }
      let right = AttributionComparison(article).right(
        quotes.map { .init(source: $0.source, cue: $0.cue, content: $0.content) })
      for (quote, isRight) in zip(quotes, right) { add(quote.confidence, isRight: isRight) }
    }
  }

  /// Creates a report of nothing.
  init() {}

  /// Counts a statement.
  mutating func add(_ confidence: Double, isRight: Bool) {
    let bin = max(0, min(9, Int(confidence * 10)))
    bins[bin].count += 1
    bins[bin].right += isRight ? 1 : 0
    bins[bin].sum += confidence
  }

  /// The mean distance between confidence and share of right ones, weighted by the number of statements.
  public var calibrationError: Double {
    let count = bins.reduce(0) { $0 + $1.count }
    guard count > 0 else { return 0 }
    return bins.reduce(0.0) { $0 + abs($1.confidence - $1.accuracy) * Double($1.count) }
      / Double(count)
  }
}
