import NewsModel

/// The words of one line, folded for comparison, and the shape of each.
///
/// Folding makes ASCII letters small, curly apostrophes straight, and drops all punctuation; `&` becomes
/// `and`. So "Sign-Up, now »" and "sign up now" are the same words. One value is filled again and again,
/// so that a text costs no allocation per line.
///
/// - Complexity: O(*n*) in the bytes of the line.
struct LineWords {
  /// How a word is written.
  enum Shape: UInt8 {
    /// Starts with a small letter.
    case lower
    /// Starts with a capital letter, with at least one small letter after it.
    case capitalised
    /// Capital letters only.
    case upper
    /// Starts with a digit.
    case number
    /// A sign that counts as a word: `©`, `@`.
    case sign
    /// A letter without case.
    case caseless
  }

  /// One word.
  struct Word {
    /// Where it lies in the text.
    var range: ByteRange
    /// A hash of the folded spelling, to be confirmed by comparing.
    var hash: UInt64
    var shape: Shape
  }

  /// The text that the words stand in.
  private var source: [UInt8] = []
  /// The words in order.
  private(set) var words: [Word] = []
  /// Whether words were left out because the line has more bytes than are looked at.
  private(set) var isCut = false

  /// How many words there are.
  var count: Int { words.count }

  /// Reads the words of a range of a text, looking at `limit` bytes at most.
  mutating func fill(_ bytes: [UInt8], _ range: ByteRange, limit: Int = 2400) {
    source = bytes
    // The list is taken out while it grows, so that it is known to have one owner.
    var list = words
    words = []
    list.removeAll(keepingCapacity: true)
    defer { words = list }
    let end = Swift.min(range.end, range.start + limit)
    isCut = end < range.end
    var index = range.start
    while index < end {
      let byte = bytes[index]
      if Self.isWordByte(byte) {
        index = Self.word(bytes, from: index, before: end, to: &list)
      } else if byte < 0x80 {
        if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "&") {
          list.append(Self.sign(byte, ByteRange(index, index + 1)))
        }
        index += 1
      } else if byte == 0xc2, index + 1 < end, bytes[index + 1] == 0xa9 {
        list.append(Self.sign(byte, ByteRange(index, index + 2)))
        index += 2
      } else if !Self.isPunctuation(bytes, at: index, before: end) {
        index = Self.word(bytes, from: index, before: end, to: &list)
      } else {
        index += Self.width(byte)
      }
    }
  }

  /// Reads the words of a string on its own.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    fill(bytes, ByteRange(0, bytes.count))
  }

  /// Creates an empty value to be filled.
  init() {}

  /// The folded spelling of a word.
  func spelling(_ index: Int) -> [UInt8] {
    let word = words[index]
    if word.shape == .sign { return Self.spelling(ofSign: source[word.range.start]) }
    var spelling: [UInt8] = []
    spelling.reserveCapacity(word.range.count)
    forEachFolded(word.range) { byte in
      spelling.append(byte)
      return true
    }
    return spelling
  }

  /// Whether a word has a folded spelling.
  func isWord(_ index: Int, _ other: [UInt8]) -> Bool {
    let word = words[index]
    if word.shape == .sign { return Self.spelling(ofSign: source[word.range.start]) == other }
    var matched = 0
    forEachFolded(word.range) { byte in
      guard matched < other.count, other[matched] == byte else {
        matched = -1
        return false
      }
      matched += 1
      return true
    }
    return matched == other.count
  }

  /// The bytes of a word, capitals made small and curly apostrophes straight, as long as `each` wants more.
  private func forEachFolded(_ range: ByteRange, _ each: (UInt8) -> Bool) {
    var index = range.start
    while index < range.end {
      let apostrophe = Self.apostropheWidth(source, at: index, before: range.end)
      if apostrophe > 0 {
        guard each(0x27) else { return }
        index += apostrophe
      } else {
        guard each(Self.folded(source[index])) else { return }
        index += 1
      }
    }
  }

  private static func sign(_ byte: UInt8, _ range: ByteRange) -> Word {
    Word(range: range, hash: hash(spelling(ofSign: byte)), shape: .sign)
  }

  private static func spelling(ofSign byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "&"): Array("and".utf8)
    case 0xc2: [0xc2, 0xa9]
    default: [byte]
    }
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Reads one word and returns where it ends.
  @inline(__always)
  private static func word(
    _ bytes: [UInt8], from start: Int, before end: Int, to words: inout [Word]
  ) -> Int {
    var hash = Self.seed
    var index = start
    var hasLower = false
    while index < end {
      let byte = bytes[index]
      if Self.isWordByte(byte) {
        if byte >= 0x61 { hasLower = true }
        hash = (hash ^ UInt64(Self.folded(byte))) &* 0x100_0000_01b3
        index += 1
        continue
      }
      if byte < 0x80, byte != 0x27 { break }
      // An apostrophe belongs to the word only between two letters.
      let apostrophe = Self.apostropheWidth(bytes, at: index, before: end)
      if apostrophe > 0 {
        guard index > start, index + apostrophe < end,
          (bytes[index + apostrophe] | 0x20) &- 0x61 < 26
        else { break }
        hash = (hash ^ 0x27) &* 0x100_0000_01b3
        index += apostrophe
        continue
      }
      guard !Self.isPunctuation(bytes, at: index, before: end) else { break }
      let width = Swift.min(Self.width(byte), end - index)
      for offset in 0..<width {
        hash = (hash ^ UInt64(bytes[index + offset])) &* 0x100_0000_01b3
      }
      if index > start { hasLower = true }
      index += width
    }
    words.append(
      Word(
        range: ByteRange(start, index), hash: hash,
        shape: Self.shape(bytes, start, before: index, hasLower: hasLower)))
    return index
  }

  private static func shape(
    _ bytes: [UInt8], _ start: Int, before end: Int, hasLower: Bool
  ) -> Shape {
    let byte = bytes[start]
    switch byte {
    case 0x30...0x39: return .number
    case 0x41...0x5a: return hasLower ? .capitalised : .upper
    case 0x61...0x7a: return .lower
    default:
      let width = Swift.min(Self.width(byte), end - start)
      let first = String(decoding: bytes[start..<(start + width)], as: UTF8.self).unicodeScalars
        .first
      guard let properties = first?.properties else { return .caseless }
      if properties.isUppercase { return hasLower ? .capitalised : .upper }
      return properties.isLowercase ? .lower : .caseless
    }
  }

  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// FNV-1a, 64 bits.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// The number of bytes of a character, by its first byte.
  static func width(_ byte: UInt8) -> Int {
    byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
  }

  private static func apostropheWidth(_ bytes: [UInt8], at index: Int, before end: Int) -> Int {
    if bytes[index] == 0x27 { return 1 }
    guard bytes[index] == 0xe2, index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99 ? 3 : 0
  }

  /// Whether a character outside ASCII separates words: Latin-1 signs but letters, U+2000–U+2BFF
  /// (punctuation, arrows, shapes), CJK punctuation, private use, variation marks.
  private static func isPunctuation(_ bytes: [UInt8], at index: Int, before end: Int) -> Bool {
    switch bytes[index] {
    case 0xc2: true
    case 0xe2: index + 1 < end ? bytes[index + 1] < 0xb0 : true
    case 0xe3: index + 1 < end ? bytes[index + 1] == 0x80 : true
    case 0xee: true
    case 0xef: index + 1 < end ? bytes[index + 1] >= 0xb8 || bytes[index + 1] < 0xa4 : true
    case 0x80..<0xc0: true
    default: false
    }
  }
}
