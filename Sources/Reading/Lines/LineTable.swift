import NewsModel

/// The lines of a text that hold more than white space.
///
/// A line ends at a line feed, a carriage return or both, a form feed, or a Unicode line or paragraph
/// separator. Ranges leave out the white space at both ends, no-break spaces and invisible marks included.
///
/// - Complexity: O(*n*) in the length of the text.
struct LineTable {
  /// A line with something on it.
  struct Line: Hashable {
    /// Where it lies, white space at both ends left out.
    var range: ByteRange
    /// Whether an empty line, or the border of the text, stands in front of it.
    var isAfterBlank: Bool
  }

  /// The lines in order.
  private(set) var lines: [Line] = []

  /// Splits a text, given as UTF-8.
  init(_ bytes: [UInt8]) {
    var start = 0
    var index = 0
    var isAfterBlank = true
    let count = bytes.count
    func isBreak(at index: Int) -> Int {
      switch bytes[index] {
      case 0x0a, 0x0c: return 1
      case 0x0d: return index + 1 < count && bytes[index + 1] == 0x0a ? 2 : 1
      case 0xe2:
        guard index + 2 < count, bytes[index + 1] == 0x80 else { return 0 }
        return bytes[index + 2] & 0xfe == 0xa8 ? 3 : 0
      default: return 0
      }
    }
    func close(_ end: Int) -> ByteRange? {
      let trimmed = bytes.trimmed(ByteRange(start, end))
      return trimmed.isEmpty ? nil : trimmed
    }
    let text = bytes.span
    while index < count {
      // Nearly all bytes are neither a control character nor 0xE2.
      let eight = EightBytes(text, at: index)
      guard eight.hasByte(below: 0x0e) || eight.contains(0xe2) else {
        index += 8
        continue
      }
      let byte = text[index]
      guard byte < 0x0e || byte == 0xe2 else {
        index += 1
        continue
      }
      let width = isBreak(at: index)
      guard width > 0 else {
        index += 1
        continue
      }
      if let range = close(index) {
        lines.append(Line(range: range, isAfterBlank: isAfterBlank))
        isAfterBlank = false
      } else {
        isAfterBlank = true
      }
      index += width
      start = index
    }
    if let range = close(count) {
      lines.append(Line(range: range, isAfterBlank: isAfterBlank))
    }
  }
}

extension [UInt8] {
  /// The range without white space, no-break and zero-width spaces at both ends.
  func trimmed(_ range: ByteRange) -> ByteRange {
    var start = range.start
    var end = range.end
    while start < end {
      let width = spaceWidth(at: start, before: end)
      if width == 0 { break }
      start += width
    }
    while start < end {
      let width = spaceWidth(endingAt: end, after: start)
      if width == 0 { break }
      end -= width
    }
    return ByteRange(start, end)
  }

  /// The number of bytes of the white-space character that starts at an offset, or 0 if none does.
  func spaceWidth(at index: Int, before end: Int) -> Int {
    let byte = self[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0d).contains(byte) ? 1 : 0 }
    switch byte {
    case 0xc2:
      guard index + 1 < end else { return 0 }
      return self[index + 1] == 0xa0 || self[index + 1] == 0x85 ? 2 : 0
    case 0xe2, 0xe3, 0xef:
      guard index + 2 < end else { return 0 }
      return Self.isWideSpace(byte, self[index + 1], self[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  private func spaceWidth(endingAt end: Int, after start: Int) -> Int {
    let last = self[end - 1]
    if last < 0x80 { return last == 0x20 || (0x09...0x0d).contains(last) ? 1 : 0 }
    if end - 2 >= start, self[end - 2] == 0xc2 { return last == 0xa0 || last == 0x85 ? 2 : 0 }
    guard end - 3 >= start else { return 0 }
    return Self.isWideSpace(self[end - 3], self[end - 2], last) ? 3 : 0
  }

  /// U+2000–U+200F (spaces, zero-width and direction marks), U+2028, U+2029, U+202F, U+2060, U+3000, U+FEFF.
  private static func isWideSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xe2, 0x80):
      (0x80...0x8f).contains(third) || third == 0xa8 || third == 0xa9 || third == 0xaf
    case (0xe2, 0x81): third == 0xa0
    case (0xe3, 0x80): third == 0x80
    case (0xef, 0xbb): third == 0xbf
    default: false
    }
  }
}
