/// Why a pattern does not match a text, in marks below the text and advice.
public struct MatchExplanation: Sendable, Hashable {
  /// What to draw below the text: what the captures had, and where it stopped.
  public var marks: [MarkedLine.Mark]
  /// What may help, such as `try []{0,4}`; only what was tried and does help.
  public var advice: String?

  /// Creates an explanation.
  public init(marks: [MarkedLine.Mark], advice: String? = nil) {
    self.marks = marks
    self.advice = advice
  }

  /// The marked text and the advice, line by line.
  public func lines(for text: String) -> [String] {
    MarkedLine(text, marks: marks).lines + (advice.map { [$0] } ?? [])
  }
}
