import ArgumentParser
import Extraction
import Foundation
import NewsModel
import Reading
import Reporting
import Scripting
import Shell
import Store

/// `sayso doctor`: what works here and what does not.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what works here and what does not.",
    discussion: """
      Tries each part on a small made-up article: reading, extraction with its trained models, a store in memory
      and in a file, Lua, the plugins that come with the program, readline, the terminal.
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
      // The content has its quotation marks.
      return "\(article.text[bytes: quote.content[0]]) — \(speaker.name)"
    },
    DoctorCheck(name: "models") {
      guard AttributionModel.embedded != nil else {
        throw Fault(description: "the model of statements cannot be loaded")
      }
      guard let article = sample() else { throw Fault(description: "the sample was not read") }
      let analysis = ArticleAnalyser().analyse(article)
      guard analysis.entities.contains(where: { $0.name == "Ann Lee" && $0.type == .person }) else {
        throw Fault(description: "the model of names takes the speaker for something else")
      }
      return "statements and names"
    },
    DoctorCheck(name: "store") {
      let store = try CorpusStore.inMemory()
      try fill(store)
      return "in memory"
    },
    DoctorCheck(name: "store file") {
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "sayso-doctor-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appending(path: "sample.sayso").path
      try fill(CorpusStore.open(path: path))
      guard CorpusStore.isStore(atPath: path) else {
        throw Fault(description: "\(path) is no store")
      }
      return "in \(FileManager.default.temporaryDirectory.path)"
    },
    DoctorCheck(name: "Lua") {
      let result = ScriptRunner(on: try CorpusStore.inMemory().snapshot())
        .evaluate("return _VERSION .. ', ' .. #corpus.articles .. ' articles'") { _ in }
      if let failure = result.failure { throw Fault(description: failure.message) }
      guard case .text(let text)? = result.value else {
        throw Fault(description: "a script gave no value")
      }
      return text
    },
    DoctorCheck(name: "plugins") {
      let plugins = PluginCatalogue(folders: []).plugins
      let rules = try RuleLoader.load(RuleSources(plugins: plugins.map(SelectedPlugin.init)))
      if let failure = rules.pluginFailures.first { throw Fault(description: "\(failure)") }
      guard !plugins.isEmpty else { throw Fault(description: "none came with the program") }
      return plugins.map(\.name).joined(separator: ", ")
    },
    DoctorCheck(name: "readline") { Shell.lineEditorVersion },
    DoctorCheck(name: "terminal") {
      let output = Terminal.isTerminal(STDOUT_FILENO)
      let colour = Terminal.usesColour(STDOUT_FILENO) ? "with colour" : "without colour"
      let width = Terminal.width(of: STDOUT_FILENO).map { "\($0) columns" } ?? "no terminal"
      return output ? "\(width), \(colour)" : "output is no terminal: plain text, all rows"
    },
  ]

  /// Puts the sample in a store and finds it there.
  private static func fill(_ store: CorpusStore) throws {
    guard let article = sample() else { throw Fault(description: "the sample was not read") }
    try store.add(ArticleAnalyser().analyse(article))
    guard try store.snapshot().articles.count == 1 else {
      throw Fault(description: "the sample was not stored")
    }
  }

  private static func sample() -> Article? {
    let text = "Mill reopens in Harbury\n\n“We open on Monday,” Mayor Ann Lee said.\n"
    var article: Article?
    ArticleReader().read(bytes: Array(text.utf8), path: "sample.txt", format: .text) { outcome in
      if case .article(let read) = outcome { article = read }
    }
    return article
  }
}
