import ArgumentParser
import Foundation
import Scripting
import Store

/// `sayso index`: builds or updates a store.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Build or update a store, one SQLite file that opens at once.",
    discussion: """
      Files that have not changed are skipped, articles whose file is gone are dropped. Ctrl-C or a kill
      at any moment loses nothing that is finished: run the same command again to go on.

      EXAMPLES
        sayso index archive -o archive.sayso
        sayso index archive -o archive.sayso --rules rules/military.lua
        sayso index 2021 2022 -o calls.sayso && sayso calls.sayso
        sqlite3 archive.sayso 'SELECT * FROM quotes_with_speakers LIMIT 5'
      """
  )

  @Argument(help: "Files and folders of articles.")
  var paths: [String]

  @Option(name: .shortAndLong, help: "The store to build or update.")
  var output: String

  @Option(
    name: [.long, .customShort("j", allowingJoined: true)],
    help: "Threads that analyse; one a core unless said otherwise.")
  var jobs: Int?

  @OptionGroup
  var ruleOptions: RuleOptions

  @OptionGroup var model: ModelOption

  func validate() throws { try Corpus.validate(jobs: jobs) }

  func run() throws {
    let rules = try ruleOptions.sources()
    let model = try model.load()
    let store = try CorpusStore.open(path: output)
    let result = try Corpus.fill(
      store, from: paths, rules: rules, model: model, jobs: jobs)
    try Corpus.reportFailures(of: store, under: paths)
    var parts = [
      "\(try store.articleCount()) articles in \(output)", "\(result.analysed) analysed",
    ]
    if result.unchanged > 0 { parts.append("\(result.unchanged) unchanged") }
    if result.removed > 0 { parts.append("\(result.removed) dropped") }
    if result.failed > 0 { parts.append("\(result.failed) unreadable") }
    Output.note(parts.joined(separator: " · "))
    if result.isCancelled { throw ExitCode.interrupted }
    if result.failed > 0 { throw ExitCode.failure }
  }
}
