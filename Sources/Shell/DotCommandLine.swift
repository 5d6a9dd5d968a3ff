/// A line such as `.last csv`, cut into its parts.
struct DotCommandLine: Equatable {
  /// The command's name without the dot, perhaps shortened.
  var name: String
  /// What follows it, without white space at both ends.
  var argument: String
  /// Further lines that were pasted with it.
  var rest: String?

  init(name: String, argument: String, rest: String? = nil) {
    self.name = name
    self.argument = argument
    self.rest = rest
  }

  /// Cuts a line, or `nil` where it is no command: a dot must be followed by a letter.
  init?(_ text: String) {
    guard text.first == ".", let letter = text.dropFirst().first, letter.isLetter else {
      return nil
    }
    let lines = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let words = lines[0].dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
    self.init(
      name: String(words[0]),
      argument: words.count > 1 ? String(words[1]).trimmingWhiteSpace() : "",
      rest: lines.count > 1 ? String(lines[1]) : nil)
  }
}

/// A line such as `?corpus.quotes`, which asks for documentation.
enum QuestionLine {
  /// The command that the question stands for, or `nil` where it is no question.
  static func command(_ text: String) -> DotCommandLine? {
    guard text.first == "?" else { return nil }
    let lines = text.dropFirst().split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return DotCommandLine(
      name: "help", argument: String(lines[0]).trimmingWhiteSpace(),
      rest: lines.count > 1 ? String(lines[1]) : nil)
  }
}
