/// A place where a rule's pattern matches.
public struct PatternMatch: Sendable, Hashable {
  /// A named part of a match.
  public struct Capture: Sendable, Hashable {
    /// The name in the pattern.
    public var name: String
    /// Its tokens.
    public var tokens: Range<Int>

    /// Creates a capture.
    public init(name: String, tokens: Range<Int>) {
      self.name = name
      self.tokens = tokens
    }
  }

  /// Index of the pattern among those that were compiled together.
  public var rule: Int
  /// The matched tokens, never empty.
  public var tokens: Range<Int>
  /// The captures that took part, in order of their start.
  public var captures: [Capture]

  /// Creates a match.
  public init(rule: Int, tokens: Range<Int>, captures: [Capture]) {
    self.rule = rule
    self.tokens = tokens
    self.captures = captures
  }

  /// The match so many tokens further on.
  func moved(by distance: Int) -> PatternMatch {
    PatternMatch(
      rule: rule, tokens: tokens.moved(by: distance),
      captures: captures.map { Capture(name: $0.name, tokens: $0.tokens.moved(by: distance)) })
  }

  /// The tokens of a capture, the last one where a name is used several times.
  public func tokens(of name: String) -> Range<Int>? {
    captures.last { $0.name == name }?.tokens
  }
}
