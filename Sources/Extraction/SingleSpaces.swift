internal import NewsModel

/// Text as people write it down: white space of any kind and length as one space.
enum SingleSpaces {
  /// The text of a range of an article's bytes.
  static func text(_ bytes: [UInt8], _ range: ByteRange) -> String {
    let written = bytes[range.range]
    if isSingleSpaced(written) { return String(decoding: written, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var index = range.start
    while index < range.end {
      let byte = bytes[index]
      let isWideSpace = byte == 0xc2 && index + 1 < range.end && bytes[index + 1] == 0xa0
      if byte <= 0x20 || isWideSpace {
        if output.last != 0x20 { output.append(0x20) }
        index += isWideSpace ? 2 : 1
      } else {
        output.append(byte)
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isSingleSpaced(_ written: ArraySlice<UInt8>) -> Bool {
    var isAfterSpace = false
    for byte in written {
      if byte < 0x20 || byte == 0xc2 || byte == 0x20 && isAfterSpace { return false }
      isAfterSpace = byte == 0x20
    }
    return true
  }
}
