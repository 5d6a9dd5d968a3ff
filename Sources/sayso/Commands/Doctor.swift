import ArgumentParser
import Extraction
import Foundation
import NewsModel
import Reading
import Reporting
import Store

/// `sayso doctor`: what works here and what does not.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what works here and what does not.",
    discussion: """
      Tries each part on a small made-up article: reading, extraction, the store, Lua, the terminal.
      The exit code is 1 if one of them fails.

      EXAMPLES
        sayso doctor
      """
  )

  func run() throws {
    var table = Table(columns: ["check", "result", "detail"])
    var isSound = true
    for check in DoctorCheck.all {
      do {
        let detail = try check.run()
        table.append([.text(check.name), .text("ok"), .text(detail)])
      } catch {
        isSound = false
        table.append([.text(check.name), .text("FAILED"), .text("\(error)")])
      }
    }
    Output.write(table.rendered(as: .table, options: Terminal.renderingOptions()))
    if !isSound { throw ExitCode.failure }
  }
}

/// One thing to try.
struct DoctorCheck: Sendable {
  /// What a check found wrong.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  let name: String
  let run: @Sendable () throws -> String

  /// All checks, each standing on those before it.
  static let all = [
    DoctorCheck(name: "version") { "sayso \(Sayso.version)" },
    DoctorCheck(name: "reading") {
      guard let article = sample() else { throw Fault(description: "the sample was not read") }
      return "\(article.zones.count) zones in the sample"
    },
    DoctorCheck(name: "extraction") {
      guard let article = sample() else { throw Fault(description: "the sample was not read") }
      let analysis = ArticleAnalyser().analyse(article)
      guard let quote = analysis.quotes.first, let speaker = quote.speaker else {
        throw Fault(description: "no quote in the sample")
      }
      return "“\(article.text[bytes: quote.content[0]])” — \(speaker.name)"
    },
    DoctorCheck(name: "store") {
      guard let article = sample() else { throw Fault(description: "the sample was not read") }
      let store = try CorpusStore.inMemory()
      try store.add(ArticleAnalyser().analyse(article))
      let hits = try store.snapshot().articles.count
      guard hits == 1 else { throw Fault(description: "the sample was not stored") }
      return "in memory and in files"
    },
    DoctorCheck(name: "terminal") {
      let output = Terminal.isTerminal(STDOUT_FILENO)
      let colour = Terminal.usesColour(STDOUT_FILENO) ? "with colour" : "without colour"
      let width = Terminal.width(of: STDOUT_FILENO).map { "\($0) columns" } ?? "no terminal"
      return output ? "\(width), \(colour)" : "output is no terminal: plain text, all rows"
    },
  ]

  private static func sample() -> Article? {
    let text = "Mill reopens in Harbury\n\n“We open on Monday,” Mayor Ann Lee said.\n"
    var article: Article?
    ArticleReader().read(bytes: Array(text.utf8), path: "sample.txt", format: .text) { outcome in
      if case .article(let read) = outcome { article = read }
    }
    return article
  }
}
