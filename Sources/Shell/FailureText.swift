internal import Reporting
public import Scripting

/// Words a failure for people: what, where with a caret, what to do.
///
///     error: a quote has no field 'speakr'
///       1 | q.speakr
///         |   ^
///     hint: did you mean 'speaker'?
public enum FailureText {
  /// The lines for a failure, each ended by a line feed.
  public static func text(_ failure: Failure, usesColour: Bool) -> String {
    if failure.isInterruption {
      return TerminalColour.yellow.paint("interrupted", if: usesColour) + "\n"
    }
    // A message may have a pattern with carets below its first line.
    let lines = failure.message.split(
      separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    var output = TerminalColour.red.paint("error:", if: usesColour) + " "
    output += clean(String(lines.first ?? ""))
    if let location = failure.location, let file = location.file {
      output += " (\(clean(file)):\(location.line))"
    }
    output += "\n"
    if lines.count > 1 { output += clean(String(lines[1])) + "\n" }
    if let location = failure.location, let line = location.text {
      output += excerpt(of: line, at: location, usesColour: usesColour)
    }
    for call in failure.trace.prefix(8) {
      output += TerminalColour.faint.paint("  in \(clean(call))", if: usesColour) + "\n"
    }
    if failure.trace.count > 8 {
      let more = "  … \(failure.trace.count - 8) more"
      output += TerminalColour.faint.paint(more, if: usesColour) + "\n"
    }
    if let hint = failure.hint {
      output += TerminalColour.yellow.paint("hint:", if: usesColour) + " " + clean(hint) + "\n"
    }
    return output
  }

  private static func excerpt(
    of line: String, at location: Failure.Location, usesColour: Bool
  ) -> String {
    let number = String(location.line)
    let margin = String(repeating: " ", count: number.count)
    let faint = { TerminalColour.faint.paint($0, if: usesColour) }
    var output = faint("  \(number) | ") + TextWidth.printable(line) + "\n"
    if let column = location.column {
      let before = TextWidth.printable(String(line.prefix(max(0, column - 1))))
      let space = String(repeating: " ", count: TextWidth.width(of: before))
      let caret = TerminalColour.red.paint("^", if: usesColour)
      output += faint("  \(margin) | ") + space + caret + "\n"
    }
    return output
  }

  /// Lines of a message stay lines; everything else that a terminal would obey is shown.
  private static func clean(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextWidth.printable(String($0)) }.joined(separator: "\n")
  }
}
