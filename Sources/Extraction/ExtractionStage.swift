internal import NewsModel

/// One step from an article and what is known of it to something more.
///
/// A stage writes only the parts of the analysis that it provides, and reads only those that it
/// requires; ``Pipeline`` checks that every requirement is provided by an earlier stage.
protocol ExtractionStage: Sendable {
  /// What people call the stage: “quotation marks”.
  var name: String { get }
  /// What must be there before the stage runs.
  var requires: [ExtractionLayer] { get }
  /// What is there after it ran.
  var provides: [ExtractionLayer] { get }

  /// Adds to the analysis.
  func run(_ analysis: inout Analysis, _ context: ExtractionContext)
}
