internal import NewsModel

/// Finds where sentences begin, paragraph by paragraph.
///
/// A sentence takes along the quotation marks and brackets that close behind its full stop. A
/// question inside a quotation does not end the sentence that reports it (“Why?” she asked.). A full
/// stop ends a sentence even before a small letter, since garbled text continues so, unless what
/// follows looks like a report or the word before it like an unknown abbreviation.
///
/// - Complexity: O(*n*) in the number of tokens.
struct SentenceSplitter: Sendable {
  /// Fills `sentenceStarts` of columns whose tokens and `paragraphStarts` are known.
  ///
  /// Each paragraph start becomes a sentence start: no sentence crosses a paragraph.
  func split(_ columns: inout TokenColumns, _ memory: borrowing WordMemory) {
    var starts: [UInt32] = []
    let kinds = memory.kinds(of: columns.words)
    var walk = Walk(columns: columns, kinds: kinds)
    for paragraph in 0..<columns.paragraphCount {
      let tokens = columns.paragraph(paragraph)
      if !tokens.isEmpty { walk.sentences(in: tokens, into: &starts) }
    }
    columns.sentenceStarts = starts
  }
}

/// The state of a walk through the paragraphs.
private struct Walk {
  let columns: TokenColumns
  let kinds: [TokenKind]
  /// The end of the paragraph.
  private var end = 0
  /// Whether a straight quotation mark is open.
  private var isOpen = false

  init(columns: TokenColumns, kinds: [TokenKind]) {
    self.columns = columns
    self.kinds = kinds
  }

  /// Appends the sentences of a paragraph.
  mutating func sentences(in tokens: Range<Int>, into starts: inout [UInt32]) {
    end = tokens.upperBound
    isOpen = false
    starts.append(UInt32(tokens.lowerBound))
    var start = tokens.lowerBound
    var token = start
    while token < end {
      if kinds[token] == .straightQuote { isOpen = opens(token) }
      guard kinds[token].isTerminal else {
        token += 1
        continue
      }
      var next = token + 1
      var stops = 1
      var isClosed = false
      while next < end, absorbs(next, &stops, &isClosed) { next += 1 }
      if next < end, isBorder(token, next, start: start, stops: stops, isClosed: isClosed) {
        starts.append(UInt32(next))
        start = next
      }
      token = next
    }
  }

  /// Whether a token directly continues the one before it.
  private func touches(_ token: Int) -> Bool {
    token > 0 && columns.starts[token] == columns.ends[token - 1]
  }

  /// Whether a straight mark opens: by the spaces around it, else by turns.
  private func opens(_ token: Int) -> Bool {
    let isGluedBefore = touches(token)
    let isGluedAfter = token + 1 < end && touches(token + 1)
    return isGluedBefore == isGluedAfter ? !isOpen : isGluedAfter
  }

  /// Whether a token behind a full stop still belongs to the sentence.
  private mutating func absorbs(_ token: Int, _ stops: inout Int, _ isClosed: inout Bool) -> Bool {
    let isGluedBefore = touches(token)
    let isGluedAfter = token + 1 < end && touches(token + 1)
    switch kinds[token] {
    case .fullStop:
      stops += 1
      return true
    case .ellipsis, .question:
      stops += 1
      return isGluedBefore
    case .closingQuote:
      isClosed = true
      return true
    case .singleClosing, .singleStraight:
      guard isGluedBefore, !isGluedAfter || !isWord(token + 1) else { return false }
      isClosed = true
      return true
    case .straightQuote:
      guard !opens(token) else { return false }
      isOpen = false
      isClosed = true
      return true
    case .openingQuote, .singleOpening:
      // A mark turned the wrong way: at the end of the paragraph, or glued to what it closes.
      guard token + 1 == end || (isGluedBefore && !isGluedAfter) else { return false }
      isClosed = true
      return true
    case .closingBracket:
      return true
    default:
      return false
    }
  }

  private func isWord(_ token: Int) -> Bool {
    switch kinds[token] {
    case .smallWord, .capitalWord, .number: true
    default: false
    }
  }

  /// Whether a sentence ends between the terminal token (with what it absorbed) and `next`.
  private func isBorder(
    _ terminal: Int, _ next: Int, start: Int, stops: Int, isClosed: Bool
  ) -> Bool {
    switch kinds[next] {
    case .comma, .colon, .closingBracket, .clitic, .dash: return false
    default: break
    }
    var word = next
    while word < end, word < next + 3, kinds[word].mayOpen { word += 1 }
    guard word < end else { return false }
    let isSmall = kinds[word] == .smallWord
    let kind = kinds[terminal]
    if kind == .ellipsis || stops > 2 {
      if terminal == start || isSmall || kinds[word] == .number { return false }
      if terminal > start, kinds[terminal - 1] == .openingBracket { return false }
      return isClosed || !Self.pronouns.contains(columns.word(word))
    }
    if kind == .trailingAbbreviation, stops == 1 {
      return endsAfterAbbreviation(terminal, word)
    }
    if kind == .question {
      return !isSmall && !(isClosed && isAttribution(next))
    }
    // “1. The first point”
    if terminal == start + 1, kinds[start] == .number { return false }
    guard isSmall else { return true }
    if isClosed { return word > next }
    if word > next || stops > 1 { return true }
    return hasVowel(max(terminal - 1, start))
  }

  /// Whether `U.S.`, `Inc.` or `p.m.` is the last word of its sentence.
  private func endsAfterAbbreviation(_ terminal: Int, _ word: Int) -> Bool {
    guard kinds[word] == .capitalWord else { return false }
    let next = columns.word(word)
    if Abbreviations.sentenceStarters.contains(next) { return true }
    let abbreviation = columns.word(terminal)
    guard Self.clockAndList.contains(abbreviation) else { return false }
    return !Self.zonesAndDays.contains(next)
  }

  /// Whether a token has a vowel; a word without one is an abbreviation that no list knows.
  private func hasVowel(_ token: Int) -> Bool {
    columns.vocabulary.bytes(of: columns.words[token]).contains { byte in
      byte >= 0x80 || "aeiouy".utf8.contains(byte.small)
    }
  }

  /// Whether “Biden asked” or the like begins at a token.
  private func isAttribution(_ token: Int) -> Bool {
    var verb = token
    while verb < end, verb < token + 4, kinds[verb] == .capitalWord { verb += 1 }
    guard verb > token, verb < end else { return false }
    return Self.reports.contains(columns.word(verb))
  }

  private static let pronouns: Set<String> = ["I"]
  private static let clockAndList: Set<String> = ["a.m.", "p.m.", "etc.", "A.M.", "P.M."]
  private static let zonesAndDays: Set<String> = [
    "EST", "EDT", "ET", "CST", "PST", "PT", "GMT", "UTC", "BST", "CET", "MSK", "Eastern", "Pacific",
    "Central", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Moscow", "London", "Washington", "Kyiv", "Kiev",
  ]
  private static let reports: Set<String> = [
    "said", "asked", "says", "asks", "added", "wrote", "replied", "shouted", "wondered", "tweeted",
    "told", "exclaimed", "cried", "demanded", "continued", "joked", "quipped", "mused", "retorted",
    "responded", "answered",
  ]
}
