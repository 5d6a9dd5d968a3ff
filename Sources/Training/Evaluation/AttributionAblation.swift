internal import Extraction
internal import Language

/// Measures what each group of features is worth: trains without it and scores the result.
public struct AttributionAblation {
  /// One line of the result.
  public struct Line: Sendable {
    /// The group that was left out; empty for the whole model.
    public var group: String
    /// How the model did without it.
    public var scores: AttributionScores
  }

  /// The options of each training.
  public var options: AttributionTrainer.Options

  /// Creates an ablation.
  public init(options: AttributionTrainer.Options = .init()) { self.options = options }

  /// The groups of features that the model has, in the order of its table.
  public static var groups: [String] { AttributionTemplates.second.groups }

  /// Trains the whole model and one without each group.
  ///
  /// - Parameters:
  ///   - training: Articles to learn from.
  ///   - evaluation: Articles to score on.
  ///   - groups: The groups to leave out, one at a time.
  ///   - progress: Called with a sentence after each step.
  /// - Returns: A line for the whole model and one for each group.
  /// - Throws: ``ModelFileError`` never in practice: the models were just made.
  public func run(
    training: [AnnotatedArticle], evaluation: [AnnotatedArticle],
    groups: [String] = AttributionAblation.groups, progress: (String) -> Void = { _ in }
  ) throws -> [Line] {
    try ([""] + groups).map { group in
      var options = options
      options.groupsLeftOut = group.isEmpty ? [] : [group]
      let bytes = AttributionTrainer(options: options).train(on: training) { step in
        progress(group.isEmpty ? step : "without \(group): \(step)")
      }
      let scores = try AttributionEvaluation().score(
        model: bytes, on: evaluation, groupsLeftOut: options.groupsLeftOut)
      return Line(group: group, scores: scores)
    }
  }
}
