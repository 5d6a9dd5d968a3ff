import ArgumentParser
import Foundation
import Reporting
import Training

/// `sayso benchmark queries`: the speed of queries on a large corpus.
struct Queries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries",
    abstract: "Time the index and the queries of the manual.",
    discussion: """
      The articles are analysed once and stored so many times, each time with other names, in a file that is
      removed at the end. The first run of a query reads articles and judges words; later ones are what an
      analyst at the prompt sees. Times are CPU milliseconds of one thread. With --store the file is kept, and the
      next run takes it instead of the articles.

      EXAMPLES
        sayso benchmark queries news.jsonl --copies 11
      """
  )

  @Argument(help: "Files and folders of articles.")
  var paths: [String]

  @Option(help: "How often each article is stored.")
  var copies = 1

  @Option(help: "The store to make and keep; if it exists it is used. Without it a temporary file.")
  var store: String?

  @Option(
    name: .customLong("pattern"), parsing: .singleValue,
    help: "A pattern to time instead of those of the manual; repeat it for several.")
  var patterns: [String] = []

  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  func validate() throws {
    if copies < 1 { throw ValidationError("--copies wants a number from 1 on") }
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let path = store ?? "\(folder)/sayso-benchmark-\(UUID().uuidString).sayso"
    defer {
      if store == nil {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
      }
    }
    let benchmark: QueryBenchmark
    if FileManager.default.fileExists(atPath: path) {
      benchmark = try QueryBenchmark(path: path)
      Output.note("\(benchmark.tokens) tokens, stored before")
    } else {
      let articles = try Benchmark.articles(at: paths)
      benchmark = try QueryBenchmark(articles, copies: copies, path: path)
      let speed = Double(benchmark.tokens) / benchmark.building / 1e6
      Output.note(
        "\(benchmark.tokens) tokens; analysis of one copy \(Benchmark.rounded(benchmark.analysing)) s; "
          + "index over the words \(Benchmark.rounded(benchmark.building)) s, "
          + "\(Benchmark.rounded(speed)) million tokens/s")
    }
    var table = Table(columns: ["pattern", "looked up", "hits", "first ms", "count ms", "list ms"])
    let figures = try benchmark.run(patterns.isEmpty ? QueryBenchmark.patterns : patterns)
    for figure in figures {
      table.append([
        .text(figure.pattern), .text(figure.plan), .integer(figure.hits),
        .number(Benchmark.rounded(figure.first)), .number(Benchmark.rounded(figure.counting)),
        .number(Benchmark.rounded(figure.listing)),
      ])
    }
    let sorted = figures.map(\.counting).sorted()
    if !sorted.isEmpty {
      let place = min(sorted.count - 1, Int((Double(sorted.count) * 0.95).rounded(.up)) - 1)
      table.remarks.append(
        "95 % of the queries count within \(Benchmark.rounded(sorted[place])) ms")
    }
    Output.write(table.rendered(as: format))
  }
}
