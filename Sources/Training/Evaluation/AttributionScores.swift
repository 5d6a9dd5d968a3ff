/// How well predicted attributions agree with annotated ones.
///
/// The measures are those of the attribution corpora: exact spans by role, and *who said what* by kind of
/// statement. Counts can be added up over articles.
public struct AttributionScores: Sendable {
  /// Right, predicted and annotated things of one sort.
  public struct Counts: Hashable, Sendable {
    /// Predicted things that are right.
    public var rightPredictions = 0
    /// All predicted things.
    public var predictions = 0
    /// Annotated things that were found.
    public var found = 0
    /// All annotated things.
    public var annotated = 0

    /// Creates counts of nothing.
    public init() {}

    /// The share of predictions that are right, in percent.
    public var precision: Double { Self.percent(rightPredictions, predictions) }
    /// The share of annotated things that were found, in percent.
    public var recall: Double { Self.percent(found, annotated) }
    /// The harmonic mean of precision and recall, in percent.
    public var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    private static func percent(_ part: Int, _ whole: Int) -> Double {
      whole > 0 ? 100 * Double(part) / Double(whole) : 0
    }

    /// Adds another’s counts.
    public static func += (counts: inout Counts, other: Counts) {
      counts.rightPredictions += other.rightPredictions
      counts.predictions += other.predictions
      counts.found += other.found
      counts.annotated += other.annotated
    }
  }

  /// What is measured, in the order in which it is shown.
  public enum Measure: String, CaseIterable, Sendable {
    /// Spans of the role with the same first and last word.
    case source, cue, content
    /// Content agrees by half or more, and the source holds the head of the annotated one.
    case whoSaidWhat = "who said what"
    /// The same for statements wholly, partly and not in quotation marks.
    case direct = "who said what, direct"
    case mixed = "who said what, mixed"
    case indirect = "who said what, indirect"
    /// Content agrees by half or more.
    case what = "what was said"
  }

  /// The counts of each measure.
  public private(set) var counts: [Measure: Counts] = [:]
  /// The number of articles compared.
  public private(set) var articles = 0

  /// Creates scores of nothing.
  public init() {}

  /// The counts of a measure.
  public subscript(measure: Measure) -> Counts {
    get { counts[measure] ?? Counts() }
    set { counts[measure] = newValue }
  }

  /// Compares one article’s predictions with its annotation and adds the result.
  ///
  /// - Parameters:
  ///   - predicted: What was found.
  ///   - article: The article with its annotation; without words of its own it cannot be compared.
  public mutating func add(
    _ predicted: [AnnotatedArticle.Attribution], for article: AnnotatedArticle
  ) {
    let comparison = AttributionComparison(article)
    comparison.compare(predicted, into: &self)
    articles += 1
  }
}
