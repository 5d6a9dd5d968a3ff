/// A value that a rule attaches to an annotation.
public enum AttributeValue: Hashable, Sendable, Codable {
  /// Text.
  case text(String)
  /// A number.
  case number(Double)
  /// True or false.
  case flag(Bool)
}

/// A typed span that a user's rule made.
public struct Annotation: Hashable, Sendable {
  /// The type that the rule emits: `Quantity`.
  public var type: String
  /// Where.
  public var range: ByteRange
  /// What made it: `rule troop_count`.
  public var by: String
  /// What the rule says about it.
  public var attributes: [String: AttributeValue]

  /// Creates an annotation.
  public init(
    type: String, range: ByteRange, by: String, attributes: [String: AttributeValue] = [:]
  ) {
    self.type = type
    self.range = range
    self.by = by
    self.attributes = attributes
  }
}
