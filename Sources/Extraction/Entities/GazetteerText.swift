/// A table of the gazetteer, or a name of one, cut into fields and words in place.
///
/// Some thousand words are read at every start: ranges of one text cost no memory each.
struct GazetteerText {
  /// The four columns of a line, absent ones empty.
  struct Columns {
    /// The name.
    var name: Range<Int>
    /// Other names.
    var others: Range<Int>
    /// Adjectives and inhabitants.
    var forms: Range<Int>
    /// Capitals.
    var capitals: Range<Int>
  }

  /// The text.
  let bytes: [UInt8]
  /// The text with ASCII letters in lower case, byte by byte.
  let lower: [UInt8]

  /// Everything.
  var range: Range<Int> { bytes.indices }

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lower = bytes.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
  }

  /// Calls a function with each non-empty line.
  func forEachLine(_ body: (Range<Int>) -> Void) {
    forEachField(of: range, separator: 0x0a, body)
  }

  /// Calls a function with each non-empty field between separators, without the space around it.
  func forEachField(
    of part: Range<Int>, separator: UInt8 = UInt8(ascii: ","), _ body: (Range<Int>) -> Void
  ) {
    var start = part.lowerBound
    while start < part.upperBound {
      var end = start
      while end < part.upperBound, bytes[end] != separator { end += 1 }
      let field = trimmed(start..<end)
      if !field.isEmpty { body(field) }
      start = end + 1
    }
  }

  /// The columns of a line, which `|` separates.
  func columns(of line: Range<Int>) -> Columns {
    var rest = line
    func next() -> Range<Int> {
      var end = rest.lowerBound
      while end < rest.upperBound, bytes[end] != UInt8(ascii: "|") { end += 1 }
      let column = trimmed(rest.lowerBound..<end)
      rest = min(end + 1, rest.upperBound)..<rest.upperBound
      return column
    }
    return Columns(name: next(), others: next(), forms: next(), capitals: next())
  }

  /// Calls a function with each word of a name as the tokeniser cuts it: at spaces, commas and
  /// possessive endings apart, apostrophes plain.
  ///
  /// A word with an apostrophe is handed over in a text of its own.
  func forEachToken(of name: Range<Int>, _ body: (GazetteerText, Range<Int>) -> Void) {
    var start = name.lowerBound
    while start < name.upperBound {
      if bytes[start] == 0x20 {
        start += 1
        continue
      }
      var end = start
      var isPlain = true
      while end < name.upperBound, bytes[end] != 0x20 {
        if bytes[end] == 0xe2 || bytes[end] == 0x27 { isPlain = false }
        end += 1
      }
      if isPlain {
        let hasComma = end - start > 1 && bytes[end - 1] == UInt8(ascii: ",")
        body(self, start..<(hasComma ? end - 1 : end))
        if hasComma { body(self, (end - 1)..<end) }
      } else {
        let word = GazetteerText(Self.plainApostrophes(bytes[start..<end]))
        let ending = word.endingLength
        body(word, 0..<(word.bytes.count - ending))
        if ending > 0 { body(word, (word.bytes.count - ending)..<word.bytes.count) }
      }
      start = end
    }
  }

  /// Letters in lower case.
  static func lowercased(_ word: some Collection<UInt8>) -> [UInt8] {
    var lower: [UInt8] = []
    lower.reserveCapacity(word.count)
    for byte in word {
      if byte >= 0x80 { return Array(String(decoding: word, as: UTF8.self).lowercased().utf8) }
      lower.append(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
    }
    return lower
  }

  /// The length of what the tokeniser cuts off a word: “'s”, “'” or a comma.
  private var endingLength: Int {
    if bytes.count > 2, bytes.suffix(2).elementsEqual([0x27, 0x73]) { return 2 }
    guard bytes.count > 1, let last = bytes.last else { return 0 }
    return last == 0x27 || last == UInt8(ascii: ",") ? 1 : 0
  }

  private func trimmed(_ part: Range<Int>) -> Range<Int> {
    var start = part.lowerBound
    var end = part.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private static func plainApostrophes(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var index = word.startIndex
    while index < word.endIndex {
      if word[index] == 0xe2, index + 2 < word.endIndex, word[index + 1] == 0x80,
        word[index + 2] == 0x99 || word[index + 2] == 0x98
      {
        plain.append(0x27)
        index += 3
      } else {
        plain.append(word[index])
        index += 1
      }
    }
    return plain
  }
}
