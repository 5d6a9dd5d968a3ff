import ArgumentParser
import Foundation
import Reporting
import Scripting
import Shell
import Store

/// `sayso PATH…`: the prompt on a corpus, or one expression with `-e`.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the shell on articles or a store (what sayso does by itself).",
    discussion: """
      At the prompt .help lists the commands, ?corpus documents what Lua sees, and /PATTERN searches.
      Where standard input is no terminal, its lines are run one after another.

      EXAMPLES
        sayso seeds
        sayso archive.sayso
        sayso seeds --rules examples/rules/troop-figures.lua
        sayso seeds --plugin money --plugin polls
        sayso -e 'corpus.quotes:count_by "speaker"' seeds
        echo 'corpus.articles' | sayso seeds
      """
  )

  @Argument(
    help: "Files and folders of articles, or one store; without any, the store in this folder.")
  var paths: [String] = []

  @Option(
    name: [.customShort("e"), .customLong("evaluate")],
    help: ArgumentHelp("Evaluate Lua, print the result, and end.", valueName: "lua"))
  var source: String?

  @OptionGroup
  var ruleOptions: RuleOptions

  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  @OptionGroup var model: ModelOption

  func run() throws {
    let rules = try ruleOptions.sources()
    let model = try model.load()
    if let source {
      // An expression that asks nothing of a corpus needs none.
      let store =
        try paths.isEmpty && !Corpus.hasStoreInThisFolder
        ? .inMemory() : Corpus.open(paths, model: model)
      var runner = ScriptRunner(on: try store.snapshot())
      runner.rules = rules
      runner.model = model
      return try runner.evaluate(source, output: Output.write).show(as: format)
    }
    if paths.isEmpty, !Corpus.hasStoreInThisFolder { throw CleanExit.helpRequest(Sayso.self) }
    let started = ContinuousClock.now
    let snapshot = try Corpus.open(paths, model: model).snapshot()
    let interpreter = try RuleFiles.reporting {
      try LuaInterpreter(on: snapshot, rules: rules, model: model)
    }
    RuleFiles.report(try interpreter.pluginResults())
    let milliseconds = (ContinuousClock.now - started) / .milliseconds(1)
    let banner = "sayso \(Sayso.version) · \(Int(milliseconds)) ms"
    let code = Shell(
      interpreter, configuration: Shell.Configuration(banner: banner, format: format)
    ).run()
    if code != 0 { throw ExitCode(code) }
  }
}
