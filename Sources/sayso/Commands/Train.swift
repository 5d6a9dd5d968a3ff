import ArgumentParser
import Foundation
import Training

/// `sayso train`: learns the attribution weights from annotated articles.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Learn attribution weights from annotated articles.",
    discussion: """
      Reads JSON lines, plain or gzip, with `id`, `text` and `attributions` (lists of source, cue and content
      spans in code points), and writes a model file. The same articles and seed give the same bytes.

      EXAMPLES
        sayso train annotated.jsonl -o attribution.bin
      """
  )

  @Argument(help: "The annotated articles.")
  var paths: [String]

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  @Option(help: "The seed of everything that is drawn by lot.")
  var seed: UInt64 = 1

  func run() throws {
    var options = AttributionTrainer.Options()
    options.seed = seed
    let articles = try paths.flatMap { try AnnotatedArticleReader().read($0) }
    let bytes = AttributionTrainer(options: options).train(on: articles) { Output.note($0) }
    try Data(bytes).write(to: URL(filePath: output))
    Output.note("\(output): \(bytes.count) bytes from \(articles.count) articles")
  }
}
