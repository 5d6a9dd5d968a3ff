internal import NewsModel

/// A few bytes to look for in a text, eight places at a time: where they are rare, as marks and line ends are,
/// most of the text is passed over at little cost.
struct RareBytes<let count: Int> {
  private let bytes: InlineArray<count, UInt8>

  /// Takes the bytes to look for.
  init(_ bytes: InlineArray<count, UInt8>) { self.bytes = bytes }

  /// Calls `found` with the offset of each such byte in a range of a text, in order.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  @inline(__always)
  func forEach(in text: Span<UInt8>, _ range: Range<Int>, found: (Int) -> Void) {
    precondition(range.upperBound <= text.count, "the range lies in the text")
    var index = range.lowerBound
    while index < range.upperBound {
      if index + 8 <= range.upperBound, !holdsOne(EightBytes(text, at: index)) {
        index += 8
        continue
      }
      let end = min(index + 8, range.upperBound)
      for place in index..<end where isOne(text[place]) { found(place) }
      index = end
    }
  }

  /// Whether any of eight bytes is one of those looked for.
  @inline(__always)
  private func holdsOne(_ eight: EightBytes) -> Bool {
    for index in 0..<count where eight.contains(bytes[index]) { return true }
    return false
  }

  @inline(__always)
  private func isOne(_ byte: UInt8) -> Bool {
    for index in 0..<count where bytes[index] == byte { return true }
    return false
  }
}
