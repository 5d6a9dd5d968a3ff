/// Tells files that are no text from those that are, by their first bytes.
enum BinarySignature {
  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF document"),
    ([0x50, 0x4b, 0x03, 0x04], "a ZIP archive (or .docx, .odt, .epub)"),
    ([0xd0, 0xcf, 0x11, 0xe0], "an old Office document"),
    (Array("{\\rtf".utf8), "a Rich Text document"),
    ([0x1f, 0x8b], "gzip-compressed; unpack it first"),
    ([0x42, 0x5a, 0x68], "bzip2-compressed; unpack it first"),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "xz-compressed; unpack it first"),
    ([0x28, 0xb5, 0x2f, 0xfd], "Zstandard-compressed; unpack it first"),
    ([0x37, 0x7a, 0xbc, 0xaf], "a 7z archive"),
    ([0x89, 0x50, 0x4e, 0x47], "a PNG picture"),
    ([0xff, 0xd8, 0xff], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"),
    ([0x7f, 0x45, 0x4c, 0x46], "a program"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    (Array("OggS".utf8), "an Ogg recording"),
    (Array("ID3".utf8), "an MP3 recording"),
  ]

  /// What kind of file the first bytes announce, if none that holds plain text.
  static func kind(of bytes: [UInt8]) -> String? {
    signatures.first { bytes.starts(with: $0.0) }?.1
  }

  private static let sample = 1 << 16

  /// Whether the bytes are UTF-16 without a mark, and if so whether the high byte comes first.
  ///
  /// Latin text in UTF-16 has a NUL in nearly every second place and none in the others.
  static func utf16WithoutMark(_ bytes: [UInt8]) -> Bool? {
    let head = bytes.prefix(sample)
    guard head.count >= 4 else { return nil }
    var even = 0
    var odd = 0
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    let half = head.count / 2
    if odd * 10 >= half * 6, even * 20 <= half { return false }
    if even * 10 >= half * 6, odd * 20 <= half { return true }
    return nil
  }

  /// Why bytes with many control characters are refused, or `nil`.
  static func controlCharacters(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    var controls = 0
    for byte in head where byte < 0x20 && !(0x09...0x0d).contains(byte) && byte != 0x1b {
      controls += 1
    }
    return controls * 10 > head.count
      ? "\(controls * 100 / max(1, head.count)) % of its first bytes are control characters" : nil
  }
}
