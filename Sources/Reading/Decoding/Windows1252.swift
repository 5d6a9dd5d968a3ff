/// The encoding of old Western web pages; Latin-1 is the part of it that has no signs at 80–9F.
enum Windows1252 {
  /// The characters of the bytes 80 to 9F; the five without one stand for themselves.
  private static let signs: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
    0x152,
    0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122,
    0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
  ]

  /// The character of a byte, or of a C1 control character that came from one.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9f).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(signs[Int(byte) - 0x80]) ?? "\u{fffd}"
  }

  /// Decodes bytes, all of which mean something.
  static func decode(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(bytes.count)
    for byte in bytes { text.append(scalar(byte)) }
    return String(text)
  }
}
