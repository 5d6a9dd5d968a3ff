/// Something wrong in what rule files declare, with its place.
public struct RuleFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, in lower case and without a full stop.
  public var message: String
  /// What to do about it; empty where nothing better can be said.
  public var hint: String
  /// Where; the column is that of the fault, not of the declaration.
  public var place: RulePlace
  /// The line of the pattern that is wrong; empty where it is no pattern.
  public var excerpt: String
  /// The 1-based column in the excerpt, and how many characters are wrong.
  public var caret: (column: Int, width: Int) { (caretColumn, caretWidth) }
  private var caretColumn = 1
  private var caretWidth = 0

  /// Creates a fault without a pattern.
  public init(_ message: String, at place: RulePlace, hint: String = "") {
    self.message = message
    self.place = place
    self.hint = hint
    excerpt = ""
  }

  /// Creates a fault from an error in a pattern.
  ///
  /// - Parameters:
  ///   - error: The error, whose place is in the pattern.
  ///   - place: Where the pattern begins in its file.
  ///   - owner: What the pattern belongs to: `rule 'troop_count'`.
  public init(_ error: PatternError, patternAt place: RulePlace, of owner: String) {
    message = "\(owner): \(error.message)"
    hint = error.hint
    let lines = error.description(file: "").split(
      separator: "\n", omittingEmptySubsequences: false)
    excerpt = lines.count > 1 ? String(lines[1].dropFirst(4)) : ""
    caretColumn = error.column
    caretWidth = lines.count > 2 ? lines[2].count { $0 == "^" } : 1
    self.place = RulePlace(
      file: place.file, line: place.line + error.line - 1,
      column: error.line == 1 ? place.column + error.column - 1 : error.column)
  }

  /// The message with its place, the line with carets, and the hint, as a compiler prints it.
  ///
  ///     rules/military.lua:9:26: rule 'troop_count': unknown attribute 'lema'
  ///         n:[num] [lema=troop]
  ///                  ^^^^
  ///         did you mean 'lemma'?
  public var description: String {
    var lines = ["\(place.description):\(place.column): \(message)"]
    if !excerpt.isEmpty {
      lines.append("    \(excerpt)")
      let indent = String(repeating: " ", count: caretColumn - 1)
      lines.append("    \(indent)\(String(repeating: "^", count: max(1, caretWidth)))")
    }
    if !hint.isEmpty { lines.append("    \(hint)") }
    return lines.joined(separator: "\n")
  }
}

/// All that is wrong in what rule files declare, in the order of the files.
public struct RuleFaults: Error, Equatable, Sendable, CustomStringConvertible {
  /// The faults, at least one.
  public var faults: [RuleFault]

  /// Creates the error.
  public init(_ faults: [RuleFault]) { self.faults = faults }

  /// The faults, one below the other.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
