/// A half-open range of UTF-8 bytes in an article's original text.
///
/// Every position in Sayso's model is a byte offset into the text as it was read. Other units (Unicode
/// code points in JSON, 1-based inclusive bytes in Lua, lines in print) are made at the edge, see
/// ``TextMap``.
///
/// *Invariant:* `0 <= start <= end`.
public struct ByteRange: Hashable, Sendable, Codable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset after the last byte.
  public let end: Int

  /// Creates the range `start..<end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a byte range runs forward from zero or later")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }
  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { start == end }
  /// The same range as the standard library writes it.
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether `other` lies in this range, borders included.
  @inlinable
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
  /// Whether the byte at `offset` belongs to this range.
  @inlinable
  public func contains(offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether the two ranges share at least one byte.
  @inlinable
  public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }
  /// The shortest range that holds both.
  @inlinable
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(Swift.min(start, other.start), Swift.max(end, other.end))
  }
}

extension ByteRange: Comparable {
  /// Orders by start, then by end.
  @inlinable
  public static func < (a: ByteRange, b: ByteRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

extension String {
  /// The part of the text at a byte range; a border inside a character is repaired, never a trap.
  ///
  /// - Complexity: O(length of the range).
  public subscript(bytes range: ByteRange) -> String {
    let view = utf8
    guard
      let from = view.index(view.startIndex, offsetBy: range.start, limitedBy: view.endIndex),
      let to = view.index(from, offsetBy: range.count, limitedBy: view.endIndex)
    else { return "" }
    return String(decoding: view[from..<to], as: UTF8.self)
  }
}
