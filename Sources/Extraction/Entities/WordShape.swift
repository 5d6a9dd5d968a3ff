/// How a word is written.
struct WordShape: OptionSet, Sendable {
  let rawValue: UInt8

  /// The first letter is large.
  static let capitalised = WordShape(rawValue: 1)
  /// Two or more letters, all large.
  static let allCapitals = WordShape(rawValue: 2)
  /// A hyphen inside.
  static let hyphenated = WordShape(rawValue: 4)
  /// One large letter, with or without a full stop: an initial.
  static let initial = WordShape(rawValue: 8)
  /// A digit somewhere.
  static let digit = WordShape(rawValue: 16)
  /// At least one letter.
  static let letter = WordShape(rawValue: 32)
  /// A large letter after a small one: “McCain”, “WikiLeaks”.
  static let mixed = WordShape(rawValue: 64)

  /// Reads the shape off a word's bytes; letters beyond ASCII count by their UTF-8 ranges for Latin,
  /// Greek and Cyrillic capitals.
  init(_ bytes: Span<UInt8>) {
    var shape: WordShape = []
    // Most words are small letters.
    var plain = 0
    while plain < bytes.count, bytes[plain] >= 0x61, bytes[plain] <= 0x7a { plain += 1 }
    if plain == bytes.count {
      self = plain > 0 ? .letter : []
      return
    }
    var large = 0
    var small = 0
    var first = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var step = 1
      var isLarge = false
      var isLetter = false
      if byte < 0x80 {
        let lower = byte | 0x20
        isLetter = lower >= 0x61 && lower <= 0x7a
        isLarge = isLetter && byte < 0x61
        if byte >= 0x30 && byte <= 0x39 { shape.insert(.digit) }
        if byte == UInt8(ascii: "-"), index > 0, index + 1 < bytes.count {
          shape.insert(.hyphenated)
        }
      } else if byte >= 0xc3 && byte <= 0xd3, index + 1 < bytes.count {
        step = 2
        isLetter = true
        isLarge = Self.isLarge(byte, bytes[index + 1])
      } else {
        step = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 1
      }
      if isLetter {
        shape.insert(.letter)
        if isLarge {
          large += 1
          if small > 0 { shape.insert(.mixed) }
        } else {
          small += 1
        }
        if first, isLarge { shape.insert(.capitalised) }
      }
      if isLetter || shape.contains(.digit) { first = false }
      index += step
    }
    if large >= 2, small == 0 { shape.insert(.allCapitals) }
    if large == 1, small == 0, bytes.count <= 3, !shape.contains(.digit) { shape.insert(.initial) }
    self = shape
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether a two-byte letter is large.
  private static func isLarge(_ lead: UInt8, _ trail: UInt8) -> Bool {
    switch lead {
    case 0xc3: trail >= 0x80 && trail <= 0x9e  // À…Þ
    case 0xc4: trail & 1 == (trail >= 0xb9 ? 1 : 0)  // Latin Extended-A: pairs, large first
    case 0xc5: trail & 1 == (trail <= 0x88 || trail >= 0xb9 ? 1 : 0)
    case 0xce: trail >= 0x86 && trail <= 0xab  // Greek
    case 0xd0: trail <= 0xaf  // Cyrillic
    default: false
    }
  }
}
