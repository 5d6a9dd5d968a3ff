package import NewsModel

/// The parts of speech that a token's form alone decides: marks, signs, plain numbers, addresses.
package struct PartOfSpeechRules: Sendable {
  private var isDoubleOpen = false
  private var isSingleOpen = false

  /// Creates the rules at the start of a paragraph, where no quotation is open.
  package init() {}

  /// The part of speech of a token, or `nil` if the model has to say.
  ///
  /// Tokens must be asked for in order: straight quotation marks open and close by turns where the
  /// spaces around them do not tell.
  package mutating func tag(
    _ token: Int, of columns: borrowing TokenColumns, kinds: borrowing [TokenKind],
    _ form: PartOfSpeechForms.Form, in sentence: Range<Int>
  ) -> PartOfSpeech? {
    switch kinds[token] {
    case .fullStop, .question: return .period
    case .comma: return .comma
    case .colon, .ellipsis: return .colon
    case .dash:
      let isRange =
        sentence.contains(token - 1) && sentence.contains(token + 1)
        && kinds[token - 1] == .number && kinds[token + 1] == .number
      return isRange ? .sym : .colon
    case .openingBracket: return .openingBracket
    case .closingBracket: return .closingBracket
    case .openingQuote: return .openingQuote
    case .closingQuote: return .closingQuote
    case .straightQuote:
      isDoubleOpen = Self.opens(token, columns, isOpen: isDoubleOpen)
      return isDoubleOpen ? .openingQuote : .closingQuote
    case .singleOpening:
      isSingleOpen = true
      return .openingQuote
    case .singleClosing, .singleStraight:
      return apostrophe(token, columns, kinds)
    case .symbol, .number, .capitalWord, .smallWord:
      return form.spelt == .unknown ? nil : form.spelt
    case .clitic:
      guard token > sentence.lowerBound, columns.lower(token - 1) == "let" else { return nil }
      return .prp
    default: return nil
    }
  }

  /// A single mark: it opens, closes, or is the possessive of a plural.
  private mutating func apostrophe(
    _ token: Int, _ columns: borrowing TokenColumns, _ kinds: borrowing [TokenKind]
  ) -> PartOfSpeech {
    let isGluedBefore = token > 0 && columns.starts[token] == columns.ends[token - 1]
    if kinds[token] == .singleStraight, !isGluedBefore {
      isSingleOpen = true
      return .openingQuote
    }
    if isSingleOpen || !isGluedBefore {
      isSingleOpen = false
      return .closingQuote
    }
    let before = columns.vocabulary.bytes(of: columns.words[token - 1]).last ?? 0
    let isPlural = before.small == UInt8(ascii: "s") || before.small == UInt8(ascii: "z")
    return isPlural ? .pos : .closingQuote
  }

  private static func opens(
    _ token: Int, _ columns: borrowing TokenColumns, isOpen: Bool
  ) -> Bool {
    let isGluedBefore = token > 0 && columns.starts[token] == columns.ends[token - 1]
    let isGluedAfter =
      token + 1 < columns.count && columns.starts[token + 1] == columns.ends[token]
    return isGluedBefore == isGluedAfter ? !isOpen : isGluedAfter
  }

  /// The part of speech that the spelling of a word alone tells, else `.unknown`.
  static func spelt(_ word: Span<UInt8>, _ kind: TokenKind) -> PartOfSpeech {
    switch kind {
    case .symbol: sign(word)
    case .number: isPlain(word) ? .cd : .unknown
    case .capitalWord, .smallWord: isAddress(word) ? .nnp : .unknown
    default: .unknown
    }
  }

  private static func sign(_ word: Span<UInt8>) -> PartOfSpeech {
    guard !word.isEmpty else { return .sym }
    let first = word[0]
    switch first {
    case UInt8(ascii: "%"): return .nn
    case UInt8(ascii: "&"): return .cc
    case UInt8(ascii: "$"): return .dollar
    case UInt8(ascii: "#"): return .hash
    case UInt8(ascii: "@"): return .in
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "|"): return .nfp
    case 0x80...:
      // £ ¢ ¥ and the block of currency signs.
      let isCurrency =
        word.count == 2 && first == 0xc2 && (0xa2...0xa5).contains(word[1])
        || word.count == 3 && first == 0xe2 && word[1] == 0x82
      return isCurrency ? .dollar : word.count >= 3 ? .nfp : .sym
    default: return .sym
    }
  }

  /// Whether a number is digits and separators only.
  private static func isPlain(_ word: Span<UInt8>) -> Bool {
    for index in word.indices {
      let byte = word[index]
      guard byte.isDigit || (byte >= 0x2b && byte <= 0x3a) else { return false }
    }
    return true
  }

  /// Whether a word is a handle, a web or a mail address.
  private static func isAddress(_ word: Span<UInt8>) -> Bool {
    guard word.count > 2 else { return false }
    if word[0] == UInt8(ascii: "@") { return true }
    guard word.count > 7 else { return false }
    var hasSeparator = false
    var hasStop = false
    for index in word.indices {
      let byte = word[index]
      hasSeparator = hasSeparator || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@")
      hasStop = hasStop || byte == UInt8(ascii: ".")
    }
    return hasSeparator && hasStop
  }
}
