/// A part of an article with one editorial function.
public struct Zone: Hashable, Sendable {
  /// What a zone is for.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The headline.
    case title
    /// The headline printed once more right below itself.
    case repeatedTitle = "repeated-title"
    /// The line that names the authors.
    case byline
    /// Place, agency and dash before the first sentence.
    case dateline
    /// A photo caption with its credit.
    case caption
    /// The reporting itself.
    case body
    /// Everything that is not the article: navigation, sign-ups, copyright, related headlines.
    case boilerplate
  }

  /// What the zone is for.
  public var kind: Kind
  /// Where it lies, white space at both ends left out.
  public var range: ByteRange
  /// Why a boilerplate zone was set apart, as a class such as `newsletter-sign-up`; empty elsewhere.
  public var reason: String

  /// Creates a zone.
  public init(_ kind: Kind, _ range: ByteRange, reason: String = "") {
    self.kind = kind
    self.range = range
    self.reason = reason
  }
}

extension [Zone] {
  /// The kind of the zone that holds a byte offset, or `nil` in the white space between zones, which stand in
  /// text order.
  ///
  /// - Complexity: O(log *n*) in the number of zones.
  public func kind(at offset: Int) -> Zone.Kind? {
    let place = partitioningIndex { $0.range.end > offset }
    guard place < count, self[place].range.contains(offset: offset) else { return nil }
    return self[place].kind
  }
}
