/// Where something is declared.
public struct RulePlace: Sendable, Hashable {
  /// The file's path as it was given, or empty for the prompt.
  public var file: String
  /// The 1-based line.
  public var line: Int
  /// The 1-based column in code points of the text's first character, or 1 where it is not known.
  public var column: Int

  /// Creates a place.
  public init(file: String = "", line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `rules/military.lua:9`, or `prompt:1`.
  public var description: String { "\(file.isEmpty ? "prompt" : file):\(line)" }
}
