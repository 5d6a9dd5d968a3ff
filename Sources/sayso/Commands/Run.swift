import ArgumentParser
import Foundation
import Reporting
import Scripting
import Shell
import Store

/// `sayso run`: a saved Lua script on a corpus.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a Lua script on a corpus and show what it returns.",
    discussion: """
      The script returns a table or rows, and --format says how they are written. Its arguments are in `arg`,
      as Lua users expect; put -- before arguments that begin with a dash. os.exit(3) ends it with exit code 3.

      EXAMPLES
        sayso run scripts/who-is-quoted.lua --on seeds
        sayso run scripts/two-accounts.lua Kremlin "White House" --on archive.sayso --format md
        sayso run scripts/unnamed-sources.lua --on seeds --format csv > unnamed.csv
      """
  )

  @Argument(help: "The script.", completion: .file(extensions: ["lua"]))
  var script: String

  @Argument(help: "What the script finds in arg[1], arg[2], …")
  var arguments: [String] = []

  @Option(
    name: .customLong("on"), parsing: .singleValue,
    help: "Files, folders or a store; repeat it for several. Without it: the store in this folder.")
  var corpus: [String] = []

  @OptionGroup
  var ruleOptions: RuleOptions

  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  @OptionGroup var model: ModelOption

  func run() throws {
    let rules = try ruleOptions.sources()
    let model = try model.load()
    var runner = ScriptRunner(on: try Corpus.open(corpus, model: model).snapshot())
    runner.rules = rules
    runner.model = model
    let result = runner.run(file: script, arguments: arguments, output: Output.write)
    try result.show(as: format)
  }
}

extension ScriptResult {
  /// Writes what a script returned, or why it failed, and ends with the exit code that belongs to it.
  func show(as format: TableFormat) throws {
    for warning in warnings { Output.note("sayso: \(warning)") }
    RuleFiles.report(plugins)
    if let failure {
      let usesColour = Terminal.usesColour(STDERR_FILENO)
      let text = FailureText.text(failure, usesColour: usesColour)
      FileHandle.standardError.write(Data(text.utf8))
      throw ExitCode(exitCode)
    }
    if format == .table, let value {
      switch value {
      case .text(let text): Output.write(text.hasSuffix("\n") ? text : text + "\n")
      case .table(let table): write(table, as: format)
      }
    } else if let table {
      write(table, as: format)
    }
    if exitCode != 0 { throw ExitCode(exitCode) }
  }

  private func write(_ table: Table, as format: TableFormat) {
    var options = Terminal.renderingOptions()
    // What a script returns is an answer: it is shown whole.
    options.maximumRows = nil
    Output.write(table.rendered(as: format, options: options))
  }
}
