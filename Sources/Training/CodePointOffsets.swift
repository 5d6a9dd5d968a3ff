/// Byte offsets of a text's code points, in which annotated data counts.
enum CodePointOffsets {
  /// The byte offset of each code point, and of the end.
  ///
  /// - Complexity: O(*n*).
  static func offsets(of text: String) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(text.utf8.count + 1)
    var offset = 0
    for byte in text.utf8 {
      if byte & 0xc0 != 0x80 { offsets.append(offset) }
      offset += 1
    }
    offsets.append(offset)
    return offsets
  }
}
