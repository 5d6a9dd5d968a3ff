/// Cuts the source of a pattern into the symbols of its grammar.
struct PatternLexer {
  enum Kind: Hashable {
    case word, string, exact, regex, annotation, name, border, dots, quantifier, comparison
    case conditions, lookaround, symbol, end
  }

  struct Symbol: Hashable {
    var kind: Kind
    /// As written; for strings and regexes without delimiters and escapes.
    var text: String
    var range: SourceRange
    /// For a regex: the flag `i`.
    var foldsCase = false
  }

  private let source: String
  private let bytes: [UInt8]
  private var position = 0
  private var bracketDepth = 0

  private init(_ source: String) {
    self.source = source
    bytes = Array(source.utf8)
  }

  /// The symbols of a source, an `end` symbol last.
  static func symbols(of source: String) throws(PatternError) -> [Symbol] {
    var lexer = PatternLexer(source)
    var symbols: [Symbol] = []
    while let symbol = try lexer.next() { symbols.append(symbol) }
    symbols.append(
      Symbol(kind: .end, text: "", range: SourceRange(lexer.bytes.count, lexer.bytes.count)))
    return symbols
  }

  private mutating func next() throws(PatternError) -> Symbol? {
    skipSpaceAndComments()
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\""): return try delimited(.string, by: byte)
    case UInt8(ascii: "'"): return try delimited(.exact, by: byte)
    case UInt8(ascii: "/"): return try delimited(.regex, by: byte)
    case UInt8(ascii: "@"), UInt8(ascii: "$"): return try sigil(byte)
    case UInt8(ascii: "{"): return try counted()
    default: break
    }
    if byte == UInt8(ascii: "<"), bracketDepth == 0, let border = border() { return border }
    for (text, kind) in Self.fixed where starts(with: text) {
      return fixedSymbol(text, kind)
    }
    if Self.isWordStart(byte) { return word() }
    throw unexpectedCharacter()
  }

  /// Fixed symbols, longer ones before their beginnings.
  private static let fixed: [(String, Kind)] = [
    ("...", .dots), ("::", .conditions), ("(?<=", .lookaround), ("(?<!", .lookaround),
    ("(?=", .lookaround), ("(?!", .lookaround), ("!=", .comparison), ("<=", .comparison),
    (">=", .comparison), ("=", .comparison), ("<", .comparison), (">", .comparison),
    ("??", .quantifier), ("*?", .quantifier), ("+?", .quantifier), ("?", .quantifier),
    ("*", .quantifier), ("+", .quantifier), ("[", .symbol), ("]", .symbol), ("(", .symbol),
    (")", .symbol), ("|", .symbol), ("&", .symbol), ("!", .symbol), (":", .symbol),
  ]

  private mutating func fixedSymbol(_ text: String, _ kind: Kind) -> Symbol {
    if text == "[" { bracketDepth += 1 }
    if text == "]" { bracketDepth = max(0, bracketDepth - 1) }
    return take(text.utf8.count, kind)
  }

  private mutating func skipSpaceAndComments() {
    while position < bytes.count {
      if bytes[position] <= UInt8(ascii: " ") {
        position += 1
      } else if starts(with: "--") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      } else if starts(with: "\u{a0}") {
        position += 2
      } else {
        return
      }
    }
  }

  private func starts(with text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func take(_ count: Int, _ kind: Kind, text: String? = nil) -> Symbol {
    let range = SourceRange(position, position + count)
    position += count
    let written = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    return Symbol(kind: kind, text: text ?? written, range: range)
  }

  private mutating func delimited(_ kind: Kind, by mark: UInt8) throws(PatternError) -> Symbol {
    let start = position
    var text: [UInt8] = []
    var index = position + 1
    while index < bytes.count, bytes[index] != mark {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        // A regex keeps its escapes; only the delimiter itself is unescaped.
        if kind == .regex, bytes[index + 1] != mark { text.append(bytes[index]) }
        index += 1
      }
      text.append(bytes[index])
      index += 1
    }
    guard index < bytes.count else {
      let name = kind == .regex ? "regular expression" : "quote"
      throw PatternError(
        "this \(name) is never closed", at: SourceRange(start, bytes.count), in: source,
        hint: "add a closing \(Character(Unicode.Scalar(mark)))")
    }
    var symbol = take(index + 1 - start, kind, text: String(decoding: text, as: UTF8.self))
    if kind == .regex, position < bytes.count, bytes[position] == UInt8(ascii: "i"),
      position + 1 == bytes.count || !Self.isWordPart(bytes[position + 1])
    {
      position += 1
      symbol.range.end += 1
      symbol.foldsCase = true
    }
    return symbol
  }

  private mutating func sigil(_ byte: UInt8) throws(PatternError) -> Symbol {
    var end = position + 1
    while end < bytes.count, Self.isNamePart(bytes[end]) { end += 1 }
    guard end > position + 1 else { throw unexpectedCharacter() }
    let text = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    return take(end - position, byte == UInt8(ascii: "@") ? .annotation : .name, text: text)
  }

  private mutating func counted() throws(PatternError) -> Symbol {
    var end = position + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "}") {
      let byte = bytes[end]
      guard Self.isDigit(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") else {
        break
      }
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else {
      throw PatternError(
        "expected a count such as {2} or {0,3}",
        at: SourceRange(position, min(end + 1, bytes.count)),
        in: source)
    }
    end += 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "?") { end += 1 }
    return take(end - position, .quantifier)
  }

  private mutating func border() -> Symbol? {
    for border in Pattern.Border.allCases where starts(with: border.rawValue) {
      return take(border.rawValue.utf8.count, .border)
    }
    return nil
  }

  /// A letter or digit, then letters, digits and inner `' ’ & . , -`; one final full stop.
  private mutating func word() -> Symbol {
    var end = position + 1
    while end < bytes.count {
      if Self.isWordPart(bytes[end]) {
        end += 1
        continue
      }
      let length = joinerLength(at: end)
      guard length > 0, end + length < bytes.count, Self.isWordPart(bytes[end + length]) else {
        break
      }
      end += length
    }
    let isStop = end < bytes.count && bytes[end] == UInt8(ascii: ".")
    let isDots = end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: ".")
    if isStop, !isDots { end += 1 }
    return take(end - position, .word)
  }

  private func joinerLength(at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"): return 1
    // Inside brackets `&` joins two tests; outside it is part of AT&T.
    case UInt8(ascii: "&"): return bracketDepth == 0 ? 1 : 0
    case 0xe2 where bytes[index...].starts(with: "’".utf8): return 3
    default: return 0
    }
  }

  private func unexpectedCharacter() -> PatternError {
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xc0 == 0x80 { end += 1 }
    let character = String(decoding: bytes[position..<end], as: UTF8.self)
    return PatternError(
      "unexpected character '\(character)'", at: SourceRange(position, end), in: source,
      hint: "to match it in the text, quote it: \"\(word(around: position..<end))\"")
  }

  /// The word of the pattern that a character stands in: it alone, or letters around it as in `Smith‘s`.
  private func word(around character: Range<Int>) -> String {
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7a).contains(byte | 0x20) }
    var start = character.lowerBound
    while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
    var end = character.upperBound
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  private static func isWordStart(_ byte: UInt8) -> Bool {
    // Letters beyond ASCII; the general punctuation block (lead byte E2) is no letter.
    isLetter(byte) || isDigit(byte) || (byte >= 0xc3 && byte != 0xe2)
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    isNamePart(byte) || (byte >= 0x80 && byte != 0xe2 && byte != 0xc2)
  }
}
