import NewsModel

/// What a token is, seen by itself.
package enum TokenKind: UInt8 {
  /// Begins with a small letter.
  case smallWord
  /// Begins with a capital or with a letter of a script that has none.
  case capitalWord
  case number
  /// `'s`, `n't` and the like.
  case clitic
  /// One full stop.
  case fullStop
  /// A run of question and exclamation marks.
  case question
  /// `...` or `…`
  case ellipsis
  case comma
  /// Colon or semicolon.
  case colon
  case openingQuote, closingQuote, straightQuote
  case singleOpening, singleClosing, singleStraight
  case openingBracket, closingBracket
  case dash
  /// Keeps its full stop and needs a word after it: `Gen.`
  case leadingAbbreviation
  /// Keeps its full stop and may end a sentence: `U.S.`, `Inc.`, `p.m.`
  case trailingAbbreviation
  /// One letter with its full stop.
  case initial
  case symbol

  /// Whether a sentence may end with such a token.
  var isTerminal: Bool {
    switch self {
    case .fullStop, .question, .ellipsis, .trailingAbbreviation: true
    default: false
    }
  }

  /// Whether it opens a quotation or bracket, or may.
  var mayOpen: Bool {
    switch self {
    case .openingQuote, .straightQuote, .singleOpening, .singleStraight, .openingBracket: true
    default: false
    }
  }

  /// The kind of a word.
  init(_ word: Span<UInt8>) {
    let first = word[0]
    let last = word[word.count - 1]
    if first.isAlphanumeric {
      self = Self.ofWord(word, last)
    } else if first < 0x80 {
      self = Self.ofMark(word, first)
    } else {
      self = Self.ofWide(word)
    }
  }

  private static func ofWord(_ word: Span<UInt8>, _ last: UInt8) -> TokenKind {
    if last == UInt8(ascii: ".") {
      if word.count == 2 { return word[0].isCapital ? .initial : .leadingAbbreviation }
      var stops = 0
      for index in word.indices where word[index] == last { stops += 1 }
      if stops > 1 {
        // J.K. is a pair of initials, U.K. an abbreviation: both may end a sentence only rarely.
        return .trailingAbbreviation
      }
      switch Abbreviations.rule(of: word, 0..<(word.count - 1)) {
      case .leading, .beforeNumber: return .leadingAbbreviation
      default: return .trailingAbbreviation
      }
    }
    if word[0].isDigit { return .number }
    return word[0].isCapital ? .capitalWord : .smallWord
  }

  private static func ofMark(_ word: Span<UInt8>, _ first: UInt8) -> TokenKind {
    switch first {
    case UInt8(ascii: "."):
      return word.count == 1 ? .fullStop : word[1] == first ? .ellipsis : .number
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .question
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"), UInt8(ascii: ";"): return .colon
    case UInt8(ascii: "\""): return .straightQuote
    case UInt8(ascii: "`"): return word.count > 1 ? .openingQuote : .singleOpening
    case UInt8(ascii: "'"):
      if word.count == 1 { return .singleStraight }
      return word[1] == first ? .closingQuote : .clitic
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      return word.count == 1 ? .openingBracket : word[1].isCapital ? .capitalWord : .smallWord
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .closingBracket
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      return word.count > 1 && word[1].isDigit
        ? .number : first == UInt8(ascii: "-") ? .dash : .symbol
    case UInt8(ascii: "@"), UInt8(ascii: "#"): return word.count > 1 ? .capitalWord : .symbol
    default: return .symbol
    }
  }

  private static func ofWide(_ word: Span<UInt8>) -> TokenKind {
    let scalar = Scalar(word, at: 0)
    switch scalar.kind {
    case .apostrophe:
      if word.count == scalar.length {
        return scalar.value == 0x2018 || scalar.value == 0x201b || scalar.value == 0x201a
          ? .singleOpening : .singleClosing
      }
      if word[scalar.length] < 0x80 {
        return word[scalar.length].isDigit ? .number : .clitic
      }
      return scalar.value == 0x2018 ? .openingQuote : .closingQuote
    case .quote:
      switch scalar.value {
      case 0x201c, 0x201e, 0x201f, 0xab, 0x2039, 0x275b, 0x275d, 0x300a, 0x300c, 0x300e, 0x301d:
        return .openingQuote
      case 0xff02: return .straightQuote
      default: return .closingQuote
      }
    case .dash, .hyphen: return .dash
    case .ellipsis: return .ellipsis
    case .letter:
      return isSmallLetter(scalar.value) ? .smallWord : .capitalWord
    default: return .symbol
    }
  }

  private static func isSmallLetter(_ value: UInt32) -> Bool {
    Unicode.Scalar(value)?.properties.isLowercase ?? false
  }
}
