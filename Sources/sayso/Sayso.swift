import ArgumentParser
import Foundation

/// The command line: parses, hands over, and turns every error into one line and an exit code.
@main
enum Entry {
  static func main() {
    Output.holdClosedStreams()
    do {
      var command = try Sayso.parseAsRoot()
      try command.run()
    } catch {
      let code = Sayso.exitCode(for: error)
      let message = Sayso.fullMessage(for: error)
      if code == .success {
        Output.write(message + "\n")
      } else if !message.isEmpty {
        Output.note(message)
      }
      // The parser speaks of 64 where every other tool of the trade says 2: wrong usage.
      exit(code == .validationFailure ? 2 : code.rawValue)
    }
  }
}

/// Exit codes beyond success (0), failure (1) and wrong usage (2).
extension ExitCode {
  /// Stopped by Ctrl-C.
  static let interrupted = ExitCode(130)
}

/// The root of the command line.
struct Sayso: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "sayso",
    abstract: "Who said what, who reported it, and where the reports differ.",
    usage: "sayso [PATH …]\n       sayso SUBCOMMAND …",
    discussion: """
      Point sayso at articles (text, HTML or JSONL files, folders, or a store made by `sayso index`)
      and a Lua prompt opens on what they say.

      EXAMPLES
        sayso seeds                                    open the shell on a folder
        sayso -e 'corpus.quotes:count_by "speaker"' seeds
        sayso run scripts/who-is-quoted.lua --on seeds --format csv
        sayso find '[num] (troops|soldiers)' seeds      words in context
        sayso index archive -o archive.sayso           build or update a store
        sayso extract seeds > quotes.jsonl             annotated articles, one a line
      """,
    version: version,
    subcommands: [
      Open.self, Run.self, Find.self, Index.self, Extract.self, Export.self, RulesCommand.self,
      PluginCommand.self, Train.self, Evaluate.self, Benchmark.self, Doctor.self, Stubs.self,
    ],
    defaultSubcommand: Open.self
  )
}
