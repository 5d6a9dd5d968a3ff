import NewsModel

/// A word of a place's name as it is written: "PORT-AU-PRINCE", "N'DJAMENA", "U.N.", "ST.", "Va.".
enum PlaceWord {
  /// The word that starts at an offset, with its inner hyphens, apostrophes and points, and the point of an
  /// abbreviation; `nil` if no letter is there.
  static func range(in bytes: [UInt8], from start: Int, before end: Int) -> ByteRange? {
    var index = start
    while index < end {
      if isLetter(bytes, index, end) {
        index += 1
        continue
      }
      let width = jointWidth(bytes, index, end)
      guard index > start, width > 0, isLetter(bytes, index + width, end) else { break }
      index += width
    }
    guard index > start else { return nil }
    if index < end, bytes[index] == UInt8(ascii: "."), isAbbreviation(bytes[start..<index]) {
      index += 1
    }
    return ByteRange(start, index)
  }

  /// Whether a point behind the letters belongs to them: one or two letters, letters with points, or a
  /// short word in small letters.
  private static func isAbbreviation(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count <= 5 else { return false }
    let isUpper = letters.allSatisfy { !(0x61...0x7a).contains($0) }
    return letters.count <= 2 || letters.contains(UInt8(ascii: ".")) || !isUpper
  }

  private static func isLetter(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    let byte = bytes[index]
    if byte < 0x80 { return (0x61...0x7a).contains(byte | 0x20) }
    return byte != 0xe2 && byte != 0xc2 && byte != 0xef
  }

  /// The width of a hyphen, point or apostrophe.
  private static func jointWidth(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "."), 0x27: 1
    case 0xe2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99: 3
    default: 0
    }
  }
}
