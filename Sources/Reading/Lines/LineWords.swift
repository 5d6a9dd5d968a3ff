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
    if list.capacity == 0 { list.reserveCapacity(Swift.min(64, (end - range.start) / 4)) }
    let text = bytes.span
    var index = range.start
    while index < end {
      let byte = text[index]
      if byte == 0x20 {
        index &+= 1
      } else if Self.isWordByte(byte) {
        index = Self.word(text, from: index, before: end, to: &list)
      } else if byte < 0x80 {
        if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "&") {
          list.append(Self.sign(byte, ByteRange(index, index + 1)))
        }
        index += 1
      } else if byte == 0xc2, index + 1 < end, text[index + 1] == 0xa9 {
        list.append(Self.sign(byte, ByteRange(index, index + 2)))
        index += 2
      } else if !Self.isPunctuation(text, at: index, before: end) {
        index = Self.word(text, from: index, before: end, to: &list)
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
  func isWord(_ index: Int, _ spelling: Span<UInt8>) -> Bool {
    let word = words[index]
    if word.shape == .sign {
      let sign = Self.spelling(ofSign: source[word.range.start])
      return sign.count == spelling.count && sign.indices.allSatisfy { sign[$0] == spelling[$0] }
    }
    var matched = 0
    forEachFolded(word.range) { byte in
      guard matched < spelling.count, spelling[matched] == byte else {
        matched = -1
        return false
      }
      matched += 1
      return true
    }
    return matched == spelling.count
  }

  /// Whether a word has a folded spelling.
  func isWord(_ index: Int, _ spelling: StaticString) -> Bool {
    spelling.withUTF8Buffer { isWord(index, $0.span) }
  }

  /// The bytes of a word, capitals made small and curly apostrophes straight, as long as `each` wants more.
  private func forEachFolded(_ range: ByteRange, _ each: (UInt8) -> Bool) {
    let text = source.span
    var index = range.start
    while index < range.end {
      let apostrophe = Self.apostropheWidth(text, at: index, before: range.end)
      if apostrophe > 0 {
        guard each(0x27) else { return }
        index += apostrophe
      } else {
        guard each(Self.folded(text[index])) else { return }
        index += 1
      }
    }
  }

  private static func sign(_ byte: UInt8, _ range: ByteRange) -> Word {
    Word(range: range, hash: hash(spelling(ofSign: byte).span), shape: .sign)
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
    _ text: Span<UInt8>, from start: Int, before end: Int, to words: inout [Word]
  ) -> Int {
    var hash = SpellingHash()
    var index = start
    var hasLower = false
    while index < end {
      let bytes = EightBytes(text, at: index)
      let letters = bytes.letters
      let run = Swift.min(EightBytes.countOfFirst(letters | bytes.digits), end &- index)
      if run > 0 {
        // The bit that makes a letter small is set in all digits.
        let folded = EightBytes(bytes.number | EightBytes.all(0x20)).prefix(run)
        hash.add(folded.number, count: run)
        if EightBytes(letters & (bytes.number << 2)).prefix(run).number != 0 { hasLower = true }
        index &+= run
        if run == 8 || index == end { continue }
      }
      let byte = bytes[run]
      if byte < 0x80, byte != 0x27 { break }
      // An apostrophe belongs to the word only between two letters.
      let apostrophe = Self.apostropheWidth(text, at: index, before: end)
      if apostrophe > 0 {
        guard index > start, index + apostrophe < end,
          (text[index + apostrophe] | 0x20) &- 0x61 < 26
        else { break }
        hash.add(0x27, count: 1)
        index += apostrophe
        continue
      }
      guard !Self.isPunctuation(text, at: index, before: end) else { break }
      let width = Swift.min(Self.width(byte), end - index)
      for offset in 0..<width { hash.add(UInt64(text[index + offset]), count: 1) }
      if index > start { hasLower = true }
      index += width
    }
    words.append(
      Word(
        range: ByteRange(start, index), hash: hash.finish(),
        shape: Self.shape(text, start, before: index, hasLower: hasLower)))
    return index
  }

  @inline(__always)
  private static func shape(
    _ text: Span<UInt8>, _ start: Int, before end: Int, hasLower: Bool
  ) -> Shape {
    switch text[start] {
    case 0x30...0x39: .number
    case 0x41...0x5a: hasLower ? .capitalised : .upper
    case 0x61...0x7a: .lower
    default: shape(ofCharacter: text, start, before: end, hasLower: hasLower)
    }
  }

  /// The shape of a word that starts outside ASCII.
  @inline(never)
  private static func shape(
    ofCharacter text: Span<UInt8>, _ start: Int, before end: Int, hasLower: Bool
  ) -> Shape {
    let width = Swift.min(Self.width(text[start]), end - start)
    let character = (0..<width).map { text[start + $0] }
    let first = String(decoding: character, as: UTF8.self).unicodeScalars.first
    guard let properties = first?.properties else { return .caseless }
    if properties.isUppercase { return hasLower ? .capitalised : .upper }
    return properties.isLowercase ? .lower : .caseless
  }

  /// The hash of a folded spelling.
  static func hash(_ spelling: Span<UInt8>) -> UInt64 {
    var hash = SpellingHash()
    for index in stride(from: 0, to: spelling.count, by: 8) {
      hash.add(EightBytes(spelling, at: index).number, count: Swift.min(8, spelling.count - index))
    }
    return hash.finish()
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// The number of bytes of a character, by its first byte.
  static func width(_ byte: UInt8) -> Int {
    byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
  }

  private static func apostropheWidth(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int {
    if bytes[index] == 0x27 { return 1 }
    guard bytes[index] == 0xe2, index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99 ? 3 : 0
  }

  /// Whether a character outside ASCII separates words: Latin-1 signs but letters, U+2000–U+2BFF
  /// (punctuation, arrows, shapes), CJK punctuation, private use, variation marks.
  private static func isPunctuation(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Bool {
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
