internal import NewsModel

/// Turns byte offsets into code points, cheaply where they come in ascending order.
///
/// Reports ask for offsets mostly in order; from one to the next only the bytes between them are
/// counted. An offset far away is looked up in a ``TextMap``, which is made only then.
///
/// - Complexity: O(distance from the offset before), at most one block of a ``TextMap``.
struct CodePointCursor {
  private let text: String
  private let bytes: [UInt8]
  private var map: TextMap?
  private var offset = 0
  private var codePoints = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// The number of code points before a byte offset.
  mutating func codePoint(at target: Int) -> Int {
    let target = min(target, bytes.count)
    if target < offset || target > offset + 512 {
      let map = self.map ?? TextMap(text)
      self.map = map
      codePoints = map.codePoint(at: target)
    } else {
      codePoints += Self.count(in: bytes.span.extracting(offset..<target))
    }
    offset = target
    return codePoints
  }

  private static func count(in bytes: Span<UInt8>) -> Int {
    var count = bytes.count
    var index = 0
    // Eight bytes at a time: a byte goes on a character where its highest bit is set and the next is not.
    while index + 8 <= bytes.count {
      // Safe: the load is checked against the bounds, and any eight bytes are a number.
      let word = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      count -= (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index += 8
    }
    while index < bytes.count {
      if bytes[index] & 0xc0 == 0x80 { count -= 1 }
      index += 1
    }
    return count
  }

  /// A range in code points.
  mutating func range(_ range: ByteRange) -> CodePointRange {
    let start = codePoint(at: range.start)
    return CodePointRange(start, codePoint(at: range.end))
  }

  /// Several ranges in code points.
  mutating func ranges(_ ranges: [ByteRange]) -> [CodePointRange] { ranges.map { range($0) } }
}
