import ArgumentParser
import NewsModel
import Reading
import Reporting
import Training

/// `sayso benchmark`: how fast this machine is at it.
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Time stages, rules and queries on one core.",
    subcommands: [Stages.self, ManyRules.self, Queries.self],
    defaultSubcommand: Stages.self
  )

  /// Reads the articles of some paths, all into memory.
  static func articles(at paths: [String]) throws -> [Article] {
    var articles: [Article] = []
    for file in SourceFinder.files(at: paths).files {
      ArticleReader().read(file) { outcome in
        if case .article(let article) = outcome { articles.append(article) }
      }
    }
    guard !articles.isEmpty else {
      throw ValidationError("no article in \(paths.joined(separator: " "))")
    }
    return articles
  }

  /// A figure with as many digits as mean something.
  static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

/// `sayso benchmark stages`: the speed of each stage.
struct Stages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Time each stage of the analysis.",
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
    let articles = try Benchmark.articles(at: paths)
    var table = Table(columns: ["stage", "articles", "MB", "CPU s", "MB/s", "tokens/s"])
    for figure in StageBenchmark(articles: articles).run() {
      table.append([
        .text(figure.stage), .integer(articles.count), .number(Double(figure.bytes) / 1e6),
        .number(Benchmark.rounded(figure.seconds)),
        .number(Benchmark.rounded(figure.megabytesPerSecond)),
        .integer(Int(figure.tokensPerSecond)),
      ])
    }
    Output.write(table.rendered(as: format, options: Terminal.renderingOptions()))
  }
}
