/// A number in the text with what it counts.
public struct Figure: Hashable, Sendable {
  /// What sort of number it is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A count of things: “40,000 soldiers”.
    case count
    /// “USD 47 bn”, “$5 million”.
    case money
    /// “52 percent”.
    case percentage
    /// “the second call”.
    case ordinal
    /// “two weeks”, “seven-year”.
    case duration
    /// “aged 16 and above”.
    case age
    /// “2014”.
    case year
    /// A number whose use is unknown.
    case number
  }

  /// Where: the number, its approximation and its unit.
  public var range: ByteRange
  /// What sort of number it is.
  public var kind: Kind
  /// The value in whole units (47 bn is 47,000,000,000), or `nil` for “thousands of”.
  public var value: Double?
  /// What is counted, as lemma or currency code: “soldiers” as written in lower case, `USD`, `percent`.
  public var unit: String?
  /// The words that make it inexact: “about”, “an estimated”, “tens of thousands”.
  public var approximation: String?

  /// Creates a figure.
  public init(
    range: ByteRange, kind: Kind, value: Double?, unit: String? = nil, approximation: String? = nil
  ) {
    self.range = range
    self.kind = kind
    self.value = value
    self.unit = unit
    self.approximation = approximation
  }
}

/// An expression of time in the text.
public struct DateExpression: Hashable, Sendable {
  /// What sort of expression it is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// “April 13, 2021”, “January 10”.
    case date
    /// “Tuesday”.
    case weekday
    /// “January”.
    case month
    /// “2014”.
    case year
    /// “today”, “this week”, “in recent weeks”.
    case relative
    /// “within two weeks”.
    case duration
  }

  /// Where.
  public var range: ByteRange
  /// What sort of expression it is.
  public var kind: Kind
  /// ISO 8601 to the precision that is certain (`2021`, `2021-04`, `2021-04-13`), or `nil`.
  public var resolved: String?
  /// Why it could not be resolved, or from what it was.
  public var reason: String

  /// Creates a date expression.
  public init(range: ByteRange, kind: Kind, resolved: String?, reason: String) {
    self.range = range
    self.kind = kind
    self.resolved = resolved
    self.reason = reason
  }
}
