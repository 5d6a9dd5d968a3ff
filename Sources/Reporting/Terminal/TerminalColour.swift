/// The few colours that Sayso uses, as ANSI sequences.
public enum TerminalColour: String, Hashable, Sendable {
  /// Headings, found words.
  case bold = "\u{1b}[1m"
  /// Places, context, remarks.
  case faint = "\u{1b}[2m"
  /// Errors, words taken out.
  case red = "\u{1b}[31m"
  /// Words put in.
  case green = "\u{1b}[32m"
  /// Notes and warnings.
  case yellow = "\u{1b}[33m"

  /// A text in this colour, or plain where there is no colour.
  public func paint(_ text: String, if isOn: Bool) -> String {
    isOn && !text.isEmpty ? "\(rawValue)\(text)\u{1b}[0m" : text
  }
}
