import NewsModel

/// What a line looks like, apart from what it says.
struct LineShape {
  /// How many words it has, as far as they were looked at.
  var wordCount: Int
  /// How many of them start with a capital letter.
  var capitalCount: Int
  /// Whether it ends as a sentence does, closing marks and brackets behind the full stop allowed.
  var endsSentence: Bool
  /// Whether a sentence ends inside it.
  var hasInnerSentenceEnd: Bool
  /// Whether it starts with a quotation mark.
  var startsWithQuotationMark: Bool
  /// Whether it holds quotation marks.
  var hasQuotationMark: Bool

  /// Looks at a line whose words have been read.
  init(_ words: LineWords, _ range: ByteRange, of bytes: [UInt8]) {
    // Six bytes a word, where the rest was not read.
    wordCount = words.isCut ? max(words.count, range.count / 6) : words.count
    capitalCount = 0
    endsSentence =
      Self.endsSentence(bytes, range)
      || Self.beforeCredit(bytes, range).map { Self.endsSentence(bytes, $0) } ?? false
    hasInnerSentenceEnd = false
    startsWithQuotationMark = false
    hasQuotationMark = false
    var previous = range.start
    var previousStart = range.start
    for word in words.words {
      if word.shape == .capitalised || word.shape == .upper { capitalCount += 1 }
      // Between most words stands one space, which says nothing.
      if word.range.start == previous + 1, bytes[previous] == 0x20 {
        previous = word.range.end
        previousStart = word.range.start
        continue
      }
      for index in previous..<word.range.start {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") { hasQuotationMark = true }
        if byte == 0xe2, index + 2 < range.end, bytes[index + 1] == 0x80,
          (0x9c...0x9f).contains(bytes[index + 2])
        {
          hasQuotationMark = true
        }
        // "St.", "Rep." and "U.S." end no sentence.
        let isShort = index - previousStart < 4
        if (byte == UInt8(ascii: ".") && !isShort) || byte == UInt8(ascii: "?")
          || byte == UInt8(ascii: "!"),
          word.range.start > index + 1, word.shape == .capitalised,
          bytes[index + 1] == 0x20 || bytes[index + 1] >= 0x80 || bytes[index + 1] == 0x22
        {
          hasInnerSentenceEnd = true
        }
      }
      previous = word.range.end
      previousStart = word.range.start
    }
    startsWithQuotationMark = Self.isQuotationMark(bytes, range)
    if startsWithQuotationMark { hasQuotationMark = true }
  }

  /// Whether a range starts with `"`, `'`, `“`, `‘`, `„`, `”` or `«`.
  private static func isQuotationMark(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard !range.isEmpty else { return false }
    switch bytes[range.start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return true
    case 0xe2:
      return range.count > 2 && bytes[range.start + 1] == 0x80
        && (0x98...0x9f).contains(bytes[range.start + 2])
    case 0xc2: return range.count > 1 && bytes[range.start + 1] == 0xab
    default: return false
    }
  }

  /// Whether the line reads as a paragraph of reporting: a sentence, or too long for a headline.
  var isProse: Bool {
    if endsSentence { return wordCount >= 4 || (hasQuotationMark && wordCount >= 1) }
    return wordCount >= 24 || (wordCount >= 12 && hasInnerSentenceEnd)
  }

  /// What stands before a short credit at the end: "(AFP)", "[Xinhua]", "— Reuters", "-PTI".
  private static func beforeCredit(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange? {
    var index = range.end - 1
    let lowest = max(range.start + 8, range.end - 48)
    let last = bytes[range.end - 1]
    let open: UInt8? =
      switch last {
      case UInt8(ascii: ")"): UInt8(ascii: "(")
      case UInt8(ascii: "]"): UInt8(ascii: "[")
      default: nil
      }
    while index > lowest {
      let byte = bytes[index]
      if let open {
        if byte == open { return bytes.trimmed(ByteRange(range.start, index)) }
      } else if range.end - index <= 24, bytes[index - 1] == 0x20 || bytes[index - 1] == 0xa0 {
        let isDash =
          byte == UInt8(ascii: "-")
          || byte == 0xe2 && index + 2 < range.end && bytes[index + 1] == 0x80
            && (0x92...0x95).contains(bytes[index + 2])
        if isDash { return bytes.trimmed(ByteRange(range.start, index)) }
      }
      index -= 1
    }
    return nil
  }

  private static func endsSentence(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    var end = range.end
    while end > range.start {
      let last = bytes[end - 1]
      switch last {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), 0x20:
        end -= 1
      case 0x80...0xbf:
        guard end - 3 >= range.start else {
          // « » and no-break spaces
          if end - 2 >= range.start, bytes[end - 2] == 0xc2 { end -= 2; continue }
          return false
        }
        let first = bytes[end - 3]
        let second = bytes[end - 2]
        if first == 0xe2, second == 0x80 {
          if last == 0xa6 { return true }
          guard (0x98...0x9f).contains(last) else { return false }
          end -= 3
        } else if first == 0xe3, second == 0x80 {
          return last == 0x82
        } else if first == 0xef, second == 0xbc {
          return last == 0x81 || last == 0x9f
        } else if second == 0xc2 {
          end -= 2
        } else {
          return false
        }
      default: return false
      }
    }
    return false
  }
}
