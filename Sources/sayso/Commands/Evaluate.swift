import ArgumentParser
import Reporting
import Training

/// `sayso evaluate`: scores the extraction on annotated articles.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score the extraction on annotated articles.",
    discussion: """
      Analyses the texts and compares sources, cues and contents with the annotation: exact spans, and who
      said what (content agrees by half or more, and the source holds the annotated head).

      EXAMPLES
        sayso evaluate annotated.jsonl
      """
  )

  @Argument(help: "The annotated articles, as for sayso train.")
  var paths: [String]

  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  func run() throws {
    let articles = try paths.flatMap { try AnnotatedArticleReader().read($0) }
    let scores = AttributionEvaluation().scoreExtraction(on: articles)
    var table = Table(
      columns: ["measure", "precision", "recall", "F1", "found", "annotated"])
    for measure in AttributionScores.Measure.allCases {
      let counts = scores[measure]
      table.append([
        .text(measure.rawValue), .number(rounded(counts.precision)),
        .number(rounded(counts.recall)), .number(rounded(counts.f1)),
        .integer(counts.predictions), .integer(counts.annotated),
      ])
    }
    Output.write(table.rendered(as: format, options: Terminal.renderingOptions()))
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
