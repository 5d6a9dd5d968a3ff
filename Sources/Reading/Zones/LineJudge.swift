import NewsModel

/// Says what each line is on its own.
///
/// - Complexity: O(*n*) in the bytes of the line, at most a few thousand of them.
struct LineJudge {
  private var words = LineWords()
  private let bytes: [UInt8]

  private let hints: [Int: LineHint]

  init(_ bytes: [UInt8], hints: [Int: LineHint] = [:]) {
    self.bytes = bytes
    self.hints = hints
  }

  /// Judges one line.
  mutating func judge(_ line: LineTable.Line) -> JudgedLine {
    // What the furniture of a page says, it says at once.
    words.fill(bytes, line.range, limit: 420)
    let shape = LineShape(words, line.range, of: bytes)
    var outlet: OutletClaim?
    let kind = kind(line, shape, &outlet)
    return JudgedLine(
      line: line, kind: kind, wordCount: shape.wordCount, capitalCount: shape.capitalCount,
      hasInnerSentenceEnd: shape.hasInnerSentenceEnd, endsSentence: shape.endsSentence,
      isNameLike: !words.isCut && words.count <= 3 && !shape.endsSentence
        && NameShape.isName(0..<words.count, of: words),
      outlet: outlet, wordsHash: Self.hash(of: words))
  }

  private func kind(
    _ line: LineTable.Line, _ shape: LineShape, _ outlet: inout OutletClaim?
  ) -> LineKind {
    if !hints.isEmpty, let hint = hints[line.range.start], let kind = kind(hint, line) {
      return kind
    }
    if words.count == 0, !words.isCut { return .boilerplate(.separator) }
    if let hit = Self.boilerplate(words, shape, of: bytes) {
      outlet = OutletClaim(hit, in: words, of: bytes)
      return .boilerplate(hit.meaning)
    }
    if !shape.endsSentence || shape.wordCount <= 24 {
      if let found = StatedDate.dateLine(words, of: bytes) {
        return .date(found.date, isUpdate: found.isUpdate)
      }
      if words.count > 0, words.count <= 6 {
        let agencies = Agency.names(in: 0..<words.count, of: words)
        if !agencies.isEmpty, isOnlyAgencies() { return .credit(agencies) }
      }
    }
    if let agencies = CaptionPhrases.credits(of: words, in: bytes),
      DatelineParser.dateline(of: bytes, line.range) == nil
    {
      return .caption(agencies)
    }
    if !shape.endsSentence || shape.wordCount <= 24,
      let byline = BylineParser.byline(of: words, in: bytes)
    {
      return .byline(byline)
    }
    return shape.isProse ? .prose : .fragment
  }

  /// What the place of a line in a page makes it.
  private func kind(_ hint: LineHint, _ line: LineTable.Line) -> LineKind? {
    switch hint {
    case .caption:
      return .caption(CaptionPhrases.credits(of: words, in: bytes) ?? [])
    case .byline:
      return BylineParser.byline(of: words, in: bytes, needsCue: false).map { .byline($0) }
    case .links:
      return .boilerplate(.relatedHeadline)
    }
  }

  private func isOnlyAgencies() -> Bool {
    var rest = 0..<words.count
    while let first = rest.first {
      let length = (1...min(4, rest.count)).last {
        Agency.named(first..<(first + $0), of: words) != nil
      }
      let isJoint = ["and", "with", "via", "source"].contains(
        String(decoding: words.spelling(first), as: UTF8.self))
      guard length != nil || isJoint else { return false }
      rest = rest.dropFirst(length ?? 1)
    }
    return true
  }

  /// The first boilerplate phrase that holds for a line of a given shape.
  static func boilerplate(
    _ words: LineWords, _ shape: LineShape, of bytes: [UInt8]
  ) -> PhraseTable<BoilerplateRule>.Hit? {
    // What somebody says is no furniture, whatever it is.
    if shape.endsSentence, shape.startsWithQuotationMark { return nil }
    return BoilerplatePhrases.table.first(in: words) { hit in
      guard shape.wordCount <= hit.meaning.longestLine else { return false }
      let length = hit.match.words.count
      // A label is no sentence, and one word in front of a long sentence proves nothing.
      if shape.endsSentence, shape.wordCount > 4 {
        if hit.meaning.isLabel || length < 2 { return false }
      }
      // What stands behind a whole sentence is split off later, if it ends the article.
      if hit.match.words.lowerBound > 12,
        sentenceStart(before: hit.match.words.lowerBound, words, bytes) > 12
      {
        return false
      }
      return true
    }
  }

  /// The number of the word that starts the sentence of a word.
  private static func sentenceStart(before index: Int, _ words: LineWords, _ bytes: [UInt8]) -> Int
  {
    var index = index
    while index > 0 {
      let gap = bytes[words.words[index - 1].range.end..<words.words[index].range.start]
      let isEnd = gap.contains { $0 == 0x2e || $0 == 0x21 || $0 == 0x3f }
      if isEnd, gap.count > 1 { return index }
      index -= 1
    }
    return 0
  }

  static func hash(of words: LineWords) -> UInt64 {
    var hash = SpellingHash()
    for word in words.words { hash.mix(word.hash) }
    return hash.finish()
  }
}
