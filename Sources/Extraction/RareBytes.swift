/// A few bytes to look for in a text, eight places at a time: where they are rare, as marks and line ends are,
/// most of the text is passed over at little cost.
struct RareBytes<let count: Int> {
  /// The bytes, each eight times.
  private let bytes: InlineArray<count, UInt64>

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Takes the bytes to look for.
  init(_ bytes: InlineArray<count, UInt8>) {
    self.bytes = InlineArray { UInt64(bytes[$0]) &* Self.ones }
  }

  /// Calls `found` with the offset of each such byte in a range of a text, in order.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  @inline(__always)
  func forEach(in text: Span<UInt8>, _ range: Range<Int>, found: (Int) -> Void) {
    precondition(range.upperBound <= text.count, "the range lies in the text")
    var index = range.lowerBound
    while index < range.upperBound {
      if index + 8 <= range.upperBound {
        // Safe: the load is checked against the bounds, and any eight bytes are a number.
        let eight = text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard holdsOne(eight) else {
          index += 8
          continue
        }
      }
      let end = min(index + 8, range.upperBound)
      for place in index..<end where isOne(text[place]) { found(place) }
      index = end
    }
  }

  /// Whether one of eight bytes is looked for.
  ///
  /// Where the byte stands, the difference from it repeated eight times is zero; and taking one from each of eight
  /// bytes borrows first from a zero.
  @inline(__always)
  private func holdsOne(_ eight: UInt64) -> Bool {
    var borrows: UInt64 = 0
    for index in 0..<count {
      let difference = eight ^ bytes[index]
      borrows |= (difference &- Self.ones) & ~difference
    }
    return borrows & (Self.ones << 7) != 0
  }

  @inline(__always)
  private func isOne(_ byte: UInt8) -> Bool {
    for index in 0..<count where UInt8(truncatingIfNeeded: bytes[index]) == byte { return true }
    return false
  }
}
