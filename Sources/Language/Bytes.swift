/// Questions about single bytes, inlined into every scanning loop.
extension UInt8 {
  /// Whether it is an ASCII letter.
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether it is an ASCII capital.
  @inline(__always) var isCapital: Bool { self &- 0x41 < 26 }
  /// Whether it is an ASCII small letter.
  @inline(__always) var isSmall: Bool { self &- 0x61 < 26 }
  /// Whether it is an ASCII digit.
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether it is an ASCII letter or digit.
  @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
  /// Whether it is white space or another control character.
  @inline(__always) var isBlank: Bool { self <= 0x20 || self == 0x7f }
  /// The small letter of a capital, every other byte itself.
  @inline(__always) var small: UInt8 { isCapital ? self | 0x20 : self }
}

/// What a character outside ASCII is to the tokeniser.
enum ScalarKind: UInt8 {
  /// A letter, digit or syllable of any script.
  case letter
  /// Belongs to the character before it: combining marks, joiners, variation selectors.
  case mark
  /// White space of any width, zero included.
  case space
  /// ‘ ’ and their kin: a quotation mark or an apostrophe.
  case apostrophe
  /// “ ” „ « » and the like.
  case quote
  /// – — ― −
  case dash
  /// ‐ and the hyphen that does not break.
  case hyphen
  /// …
  case ellipsis
  /// Everything else: signs, currencies, pictures.
  case symbol
}

/// A character outside ASCII: its value, its kind and how many bytes it takes.
struct Scalar {
  let value: UInt32
  let length: Int
  let kind: ScalarKind

  /// Reads the character at a byte that is not ASCII.
  ///
  /// A byte that begins no character is a symbol of length 1, so that any bytes can be scanned.
  init(_ text: Span<UInt8>, at position: Int) {
    let first = text[position]
    let wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1
    guard wanted > 1, position + wanted <= text.count else {
      self.init(value: 0xfffd, length: 1)
      return
    }
    var value = UInt32(first) & (0xff >> UInt32(wanted + 1))
    for index in 1..<wanted {
      let byte = text[position + index]
      guard byte & 0xc0 == 0x80 else {
        self.init(value: 0xfffd, length: 1)
        return
      }
      value = value << 6 | UInt32(byte & 0x3f)
    }
    self.init(value: value, length: wanted)
  }

  private init(value: UInt32, length: Int) {
    self.value = value
    self.length = length
    kind = Self.kind(of: value)
  }

  /// The kind of a character, by ranges of the Unicode blocks that news in English meets.
  static func kind(of value: UInt32) -> ScalarKind {
    switch value {
    case 0x80...0xa0, 0x1680, 0x180e, 0x2000...0x200b, 0x200e, 0x200f, 0x2028...0x202f,
      0x205f...0x2064, 0x2066...0x206f, 0x3000, 0xfeff:
      .space
    case 0xad, 0x300...0x36f, 0x483...0x489, 0x591...0x5bd, 0x610...0x61a, 0x64b...0x65f,
      0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x200c, 0x200d, 0x20d0...0x20ff, 0xfe00...0xfe0f,
      0xfe20...0xfe2f, 0x1f3fb...0x1f3ff, 0xe0000...0xe01ef:
      .mark
    case 0xb4, 0x2bb...0x2bd, 0x2018...0x201b, 0x2032, 0xff07:
      .apostrophe
    case 0xab, 0xbb, 0x201c...0x201f, 0x2033, 0x2039, 0x203a, 0x275b...0x275e, 0x300a...0x300f,
      0x301d...0x301f, 0xff02:
      .quote
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2212, 0x2e3a, 0x2e3b: .dash
    case 0x2026: .ellipsis
    case 0xaa, 0xb2, 0xb3, 0xb5, 0xb9, 0xba, 0xc0...0xd6, 0xd8...0xf6, 0xf8...0x2ba,
      0x2be...0x2c1, 0x2c6...0x2d1, 0x370...0x37d, 0x37f...0x482, 0x48a...0x559, 0x560...0x588,
      0x5d0...0x5f2, 0x620...0x64a, 0x660...0x669, 0x66e...0x6d3, 0x6d5...0x6ff,
      0x700...0x167f, 0x1681...0x1fff, 0x2070...0x209f, 0x2100...0x214f, 0x2c00...0x2dff,
      0x3005...0x3007, 0x3031...0xd7ff, 0xf900...0xfdff, 0xfe70...0xfefc, 0xff10...0xff19,
      0xff21...0xff3a, 0xff41...0xff5a, 0xff66...0xffdc, 0x10000...0x1cfff, 0x20000...0x3ffff:
      .letter
    default: .symbol
    }
  }
}
