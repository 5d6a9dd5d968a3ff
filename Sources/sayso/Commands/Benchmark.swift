import ArgumentParser
import NewsModel
import Reading
import Reporting
import Training

/// `sayso benchmark`: the speed of each stage on one core.
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time each stage of the analysis on one core.",
    discussion: """
      Reads the articles first, then times tokenising, tagging and the whole analysis in CPU seconds of one
      thread. Benchmarks/run puts the figures beside those of other programs.

      EXAMPLES
        sayso benchmark archive
      """
  )

  @Argument(help: "Files and folders of articles.")
  var paths: [String]

  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  func run() throws {
    let found = SourceFinder.files(at: paths)
    var articles: [Article] = []
    for file in found.files {
      ArticleReader().read(file) { outcome in
        if case .article(let article) = outcome { articles.append(article) }
      }
    }
    guard !articles.isEmpty else {
      throw ValidationError("no article in \(paths.joined(separator: " "))")
    }
    var table = Table(columns: ["stage", "articles", "MB", "CPU s", "MB/s", "tokens/s"])
    for figure in StageBenchmark(articles: articles).run() {
      table.append([
        .text(figure.stage), .integer(articles.count), .number(Double(figure.bytes) / 1e6),
        .number(rounded(figure.seconds)), .number(rounded(figure.megabytesPerSecond)),
        .integer(Int(figure.tokensPerSecond)),
      ])
    }
    Output.write(table.rendered(as: format, options: Terminal.renderingOptions()))
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
