internal import NewsModel

/// The turns of an interview or a debate, each behind the label of who speaks: “LUND: We wait.”, “Q: Why?”.
///
/// A label is a name or words in capitals in front of a colon that begins a paragraph, perhaps behind a
/// quotation mark. One label alone may be anything (“UPDATE: …”): a transcript has two turns or more, at least
/// one of its labels names a person of the article, or is the Q or A of an interview, and people speak in it: half of
/// the turns or more ask or say “I”, “we” or “you”. Lists of candidates and their votes do not.
struct TranscriptReader {
  /// One turn.
  struct Turn: Equatable {
    /// The label.
    var label: Range<Int>
    /// The colon behind it.
    var colon: Int
    /// What is said, a run for each paragraph.
    var content: [Range<Int>]
  }

  private let words: ArticleWords
  private let view: SpeakerView
  private let surnames: Set<String>
  /// The paragraphs that may begin with a label.
  private let candidates: [Int]

  /// The most words that a label may have, as in “SENATOR MARIA DE LA CRUZ”.
  private static let longestLabel = 6
  /// Paragraphs without a label that may stand between two turns.
  private static let longestGap = 3

  /// Prepares to read an article whose names are known; `nil` where two paragraphs do not begin with what may
  /// be a label, as in most articles.
  init?(words: ArticleWords, analysis: Analysis, bytes: [UInt8]) {
    let tokens = words.tokens
    let colon = words.key.colon
    guard colon != WordTable.none else { return nil }
    candidates = (0..<tokens.paragraphCount).filter { paragraph in
      let run = tokens.paragraph(paragraph)
      guard let first = run.first, words.zones[first] == .body else { return false }
      let end = min(first + Self.longestLabel + 2, run.upperBound)
      return tokens.lowers[first..<end].contains(colon)
    }
    guard candidates.count > 1 else { return nil }
    self.words = words
    view = SpeakerView(words, analysis, bytes: bytes)
    surnames = Set(
      analysis.entities.lazy.filter { $0.type == .person }
        .compactMap { $0.name.split(separator: " ").last?.lowercased() })
  }

  /// The turns of the article, in order; none where it is no transcript.
  func turns() -> [Turn] {
    let tokens = words.tokens
    var labels: [(paragraph: Int, label: Range<Int>, colon: Int)] = []
    for paragraph in candidates {
      guard let found = label(of: tokens.paragraph(paragraph)) else { continue }
      labels.append((paragraph, found.label, found.colon))
    }
    // Labels far from each other do not make a transcript together.
    var turns: [Turn] = []
    var group: [(paragraph: Int, label: Range<Int>, colon: Int)] = []
    for label in labels {
      if let last = group.last, label.paragraph - last.paragraph > Self.longestGap + 1 {
        turns += self.turns(of: group)
        group = []
      }
      group.append(label)
    }
    return turns + self.turns(of: group)
  }

  /// The turns that the labels of neighbouring paragraphs begin.
  private func turns(of group: [(paragraph: Int, label: Range<Int>, colon: Int)]) -> [Turn] {
    let texts = group.map { view.text($0.label).lowercased() }
    guard group.count > 1, group.contains(where: { isKnown($0.label) }),
      Set(texts).count > 1 || texts.count > 2
    else { return [] }
    let turns = group.indices.map { index in
      let (paragraph, label, colon) = group[index]
      let next = index + 1 < group.count ? group[index + 1].paragraph : nil
      return Turn(
        label: label, colon: colon,
        content: content(behind: colon, paragraph, next: next))
    }
    guard turns.count(where: isTalk) * 2 >= turns.count else { return [] }
    return turns.filter { !$0.content.isEmpty && !isNotice($0.label) }
  }

  /// Whether somebody asks or speaks of “I”, “we” or “you”.
  private func isTalk(_ turn: Turn) -> Bool {
    turn.content.contains { run in
      run.contains { words.isWord($0, words.key.talk) }
    }
  }

  /// “VIDEO:”, “UPDATE:”: the editors speak, or somebody whom the label does not tell.
  private func isNotice(_ label: Range<Int>) -> Bool {
    label.count == 1 && words.isWord(label.lowerBound, words.key.notices)
  }

  /// The words of a turn: the rest of its paragraph, and the paragraphs that go on with it.
  private func content(behind colon: Int, _ paragraph: Int, next: Int?) -> [Range<Int>] {
    let tokens = words.tokens
    let run = tokens.paragraph(paragraph)
    let isMarked = isMark(run.lowerBound)
    var content = [trimmed(colon + 1..<run.upperBound)]
    // Between two turns a paragraph belongs to the first one; behind the last one only if marks say so.
    var following = paragraph + 1
    while following < (next ?? tokens.paragraphCount) {
      let run = tokens.paragraph(following)
      guard words.zones[run.lowerBound] == .body, isMark(run.lowerBound) == isMarked,
        next != nil || isMarked, !isDirection(run)
      else { break }
      content.append(trimmed(run))
      following += 1
    }
    return content.filter { !$0.isEmpty }
  }

  /// “(LAUGHTER)”, “[applause]”.
  private func isDirection(_ paragraph: Range<Int>) -> Bool {
    let first = isMark(paragraph.lowerBound) ? paragraph.lowerBound + 1 : paragraph.lowerBound
    return words.isWord(first, in: words.key.openParen, words.key.openBracket)
  }

  // MARK: Labels

  private func label(of paragraph: Range<Int>) -> (label: Range<Int>, colon: Int)? {
    var first = paragraph.lowerBound
    if isMark(first) { first += 1 }
    let end = min(paragraph.upperBound, first + Self.longestLabel + 1)
    guard first < end,
      let colon = (first..<end).first(where: { words.isWord($0, words.key.colon) }),
      colon > first, colon + 1 < paragraph.upperBound
    else { return nil }
    let label = first..<colon
    return isInCapitals(label) || namesPerson(label) ? (label, colon) : nil
  }

  private func isInCapitals(_ label: Range<Int>) -> Bool {
    label.allSatisfy { token in
      let shape = words.shape(token)
      return shape.contains(.letter) && shape.contains(.capitalised)
        && !shape.isDisjoint(with: [.allCapitals, .initial, .mixed])
    } && label.contains { !words.shape($0).isDisjoint(with: [.allCapitals, .initial]) }
  }

  /// Whether a label is one person's name as a whole, perhaps with a title in front.
  private func namesPerson(_ label: Range<Int>) -> Bool {
    guard let mention = view.mentions(in: label).last,
      view.entity(mention).type == .person,
      view.mentionTokens[mention].upperBound == label.upperBound
    else { return false }
    return (label.lowerBound..<view.mentionTokens[mention].lowerBound).allSatisfy {
      !words.flags($0).isDisjoint(with: [.titleHead, .titleModifier, .honorific])
    }
  }

  /// Whether a label speaks for a transcript: it names a person of the article, or is Q or A.
  private func isKnown(_ label: Range<Int>) -> Bool {
    if namesPerson(label) { return true }
    guard let last = label.last else { return false }
    let word = words.tokens.lower(last)
    return label.count == 1 && (word == "q" || word == "a") || surnames.contains(word)
  }

  private func isMark(_ token: Int) -> Bool {
    let tag = words.tag(token)
    return tag == .openingQuote || tag == .closingQuote
  }

  /// A run without the mark that closes it.
  private func trimmed(_ run: Range<Int>) -> Range<Int> {
    var run = run
    if let first = run.first, isMark(first) { run = first + 1..<run.upperBound }
    if let last = run.last, isMark(last) { run = run.lowerBound..<last }
    return run
  }
}
