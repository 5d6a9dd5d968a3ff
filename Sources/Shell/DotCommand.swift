internal import Reporting
internal import Scripting

/// A command to the prompt itself, written with a dot so that no Lua can be meant.
struct DotCommand {
  /// Its name without the dot.
  let name: String
  /// What may follow, as the help shows it.
  let parameters: String
  /// What it does, in one line.
  let summary: String
  /// Does it.
  let action: (_ argument: String, _ session: Session) -> Session.Step

  /// All of them, in the order of the help.
  static var all: [DotCommand] {
    [
      DotCommand(
        name: "help", parameters: "[NAME]",
        summary: "this list, or the documentation of a name; ?NAME is the same", action: help),
      DotCommand(
        name: "notes", parameters: "[ARTICLE]",
        summary: "what is unreliable about the articles at hand, or about the one with an id"
      ) { article, session in
        session.present { interpreter, _ in interpreter.notes(article: article) }
      },
      DotCommand(
        name: "why", parameters: "[EXPRESSION]",
        summary: "which rule made a value, and on what evidence; without one, the last value"
      ) { argument, session in
        session.present { interpreter, _ in interpreter.why(argument.isEmpty ? "_" : argument) }
      },
      DotCommand(
        name: "last", parameters: "[FORMAT [FILE]]",
        summary: "the last result whole, in another form, or into a file", action: last),
      DotCommand(
        name: "format", parameters: "[FORMAT]",
        summary: "how results are shown: " + formats, action: format),
      DotCommand(
        name: "load", parameters: "FILE|PLUGIN",
        summary: "runs a script, or puts the rules of a file or a plugin in force",
        action: load),
      DotCommand(
        name: "rules", parameters: "", summary: "the rules, lists, cues and aliases in force"
      ) { _, session in session.present { interpreter, _ in interpreter.rules() } },
      DotCommand(
        name: "reload", parameters: "",
        summary: "loads the rule files again, and shows what that changed"
      ) { _, session in session.present { interpreter, write in interpreter.reload(output: write) }
      },
      DotCommand(
        name: "changes", parameters: "", summary: "what the rules changed last"
      ) { _, session in session.present { interpreter, _ in interpreter.changes() } },
      DotCommand(
        name: "save", parameters: "NAME",
        summary: "writes what ran without errors since the last .save as a script", action: save),
      DotCommand(
        name: "history", parameters: "[COUNT]", summary: "what was typed last", action: history),
      DotCommand(
        name: "timer", parameters: "[on|off]", summary: "shows how long each input takes",
        action: timer),
      DotCommand(name: "quit", parameters: "", summary: "leaves; so does Ctrl-D") { _, _ in .quit },
    ]
  }

  /// Runs the command that a line names, in full or by an unambiguous beginning.
  static func run(_ line: DotCommandLine, in session: Session) -> Session.Step {
    let name = line.name.lowercased()
    let candidates = all.filter { $0.name.hasPrefix(name) }
    if let command = candidates.first(where: { $0.name == name }) ?? candidates.only {
      return command.action(line.argument, session)
    }
    let meant =
      candidates.isEmpty ? "" : ": " + candidates.map { "." + $0.name }.joined(separator: " or ")
    return fail(
      candidates.isEmpty
        ? "there is no command .\(line.name)" : ".\(line.name) could be several\(meant)",
      hint: ".help lists the commands", session)
  }

  static func fail(_ message: String, hint: String? = nil, _ session: Session) -> Session.Step {
    session.show(Failure(message, hint: hint))
    return .failed
  }

  static var formats: String { TableFormat.allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Array {
  /// The element of an array that has just one.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
