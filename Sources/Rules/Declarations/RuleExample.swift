/// An example that a rule carries as its own test.
public struct RuleExample: Sendable, Hashable {
  /// What is expected.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The rule must match, exactly where the marks say.
    case matches
    /// The rule must not match.
    case rejects
    /// The rule should match one day; never a failure.
    case todo
  }

  /// The rule's name.
  public var rule: String
  /// What is expected.
  public var kind: Kind
  /// The 1-based position among the rule's examples of this kind.
  public var position: Int
  /// The text, with `<<…>>` around the expected match and `{name:…}` around a capture.
  public var text: String
  /// Where the text stands.
  public var place: RulePlace

  /// Creates an example.
  public init(rule: String, kind: Kind, position: Int, text: String, place: RulePlace) {
    self.rule = rule
    self.kind = kind
    self.position = position
    self.text = text
    self.place = place
  }
}
