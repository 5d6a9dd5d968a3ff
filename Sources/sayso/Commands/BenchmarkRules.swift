import ArgumentParser
import Foundation
import NewsModel
import Reporting
import Rules
import Training

/// `sayso benchmark rules`: the speed of many rules at once.
struct ManyRules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Time the matching of rules, one pattern a line of a file.",
    discussion: """
      Articles are cut into words, each an unbroken run of words; then all patterns are matched in one pass. The
      first pass learns words and states, the second is the steady speed. Benchmarks/rules puts spaCy beside it.

      EXAMPLES
        Benchmarks/make_rules.py news.jsonl /tmp/rules
        sayso benchmark rules /tmp/rules/rules-1000.txt --on news.jsonl
      """
  )

  @Argument(help: "Files with one pattern a line.")
  var files: [String]

  @Option(name: .customLong("on"), parsing: .singleValue, help: "Files and folders of articles.")
  var corpus: [String]

  @Option(help: "Write the words of each article, a line an article, tabs between words.")
  var tokens: String?

  @Option(help: "Write article, rule, first and last word of every hit of the last file.")
  var hits: String?

  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  func run() throws {
    let articles = try Benchmark.articles(at: corpus)
    let benchmark = RuleBenchmark(articles: articles)
    if let tokens {
      let lines = benchmark.words().map { $0.joined(separator: "\t") + "\n" }
      try lines.joined().write(toFile: tokens, atomically: true, encoding: .utf8)
    }
    var table = Table(columns: [
      "rules", "hits", "compile ms", "tokenise MB/s", "first match MB/s", "match MB/s",
      "tokenise + match MB/s",
    ])
    for (index, file) in files.enumerated() {
      let source = try String(contentsOfFile: file, encoding: .utf8)
      let patterns = source.split(separator: "\n").map(String.init)
      var written = ""
      let isLast = index == files.count - 1
      let figure = try benchmark.run(patterns) { article, match in
        guard isLast, hits != nil else { return }
        let (first, end) = (match.tokens.lowerBound, match.tokens.upperBound)
        written += "\(article)\t\(match.rule)\t\(first)\t\(end)\n"
      }
      if isLast, let hits { try written.write(toFile: hits, atomically: true, encoding: .utf8) }
      func speed(_ seconds: Double) -> Cell {
        .number(Benchmark.rounded(Double(figure.bytes) / seconds / 1e6))
      }
      table.append([
        .integer(figure.rules), .integer(figure.hits),
        .number(Benchmark.rounded(figure.compileMilliseconds)), speed(figure.tokenising),
        speed(figure.firstMatching), speed(figure.matching),
        speed(figure.tokenising + figure.matching),
      ])
    }
    Output.write(table.rendered(as: format, options: Terminal.renderingOptions()))
  }
}
