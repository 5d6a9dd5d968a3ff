/// A half-open range of Unicode code points in an article's text, as JSON carries it: `[start,end]`.
public struct CodePointRange: Hashable, Sendable, Decodable {
  /// The number of code points before the range.
  public let start: Int
  /// The number of code points before its end.
  public let end: Int

  /// Creates the range `start..<end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a range runs forward from zero or later")
    self.start = start
    self.end = end
  }

  /// Reads the form `[start,end]`.
  ///
  /// - Throws: `DecodingError` where it is not two numbers in order.
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    let start = try container.decode(Int.self)
    let end = try container.decode(Int.self)
    guard 0 <= start, start <= end, container.isAtEnd else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a span is [start, end] with 0 <= start <= end")
    }
    self.init(start, end)
  }
}
