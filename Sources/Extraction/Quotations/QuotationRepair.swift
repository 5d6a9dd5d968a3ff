internal import NewsModel

/// Builds the quotations of one paragraph from the roles of its marks, and explains each repair.
struct QuotationRepair {
  /// Reads the paragraph's bytes.
  let scanner: QuotationMarkScanner
  /// The article's tokens.
  let tokens: TokenColumns
  /// The paragraph's tokens.
  let paragraph: Range<Int>
  /// The vocabulary as strings.
  let words: WordStrings
  /// What was found, in no particular order.
  private(set) var quotations: [Quotation] = []
  /// One note for each repair.
  private(set) var notes: [Note] = []

  /// Prepares the repair of a paragraph.
  init(
    scanner: QuotationMarkScanner, tokens: TokenColumns, paragraph: Range<Int>, words: WordStrings
  ) {
    self.scanner = scanner
    self.tokens = tokens
    self.paragraph = paragraph
    self.words = words
  }

  /// Turns marks with roles into quotations.
  mutating func build(_ marks: [QuotationMark], _ pairing: MarkPairing, continues: Bool) {
    var open: [QuotationMark] = []
    for (index, mark) in marks.enumerated() {
      switch pairing.roles[index] {
      case .opens:
        noteDirection(mark, opens: true)
        open.append(mark)
      case .opensAfterMissingClose:
        if let last = open.popLast() { close(last, before: mark.range.start, depth: open.count) }
        noteDirection(mark, opens: true)
        open.append(mark)
      case .closes:
        noteDirection(mark, opens: false)
        guard let first = open.popLast() else { continue }
        add(first.range.start, mark.range.end, open.count, first.range, mark.range)
      case .closesAfterMissingOpen:
        let start = startOfSpeech(before: mark.range.start)
        add(start, mark.range.end, 0, nil, mark.range)
        notes.append(
          Note(
            .brokenQuotationMark, ByteRange(start, mark.range.end),
            "opening mark missing: opened at the start of the "
              + (start == scanner.paragraph.start ? "paragraph" : "sentence")
              + ", because the next mark stands like a closing one, behind a word"
          ))
      case .isNoMark:
        guard mark.before != .digit else { continue }
        notes.append(
          Note(
            .brokenQuotationMark, mark.range,
            "mark without a partner: passed over, because no quotation can open or close here"))
      }
    }
    while let last = open.popLast() {
      if continues, open.isEmpty, !reportsAfter(last) {
        quotations.append(
          Quotation(
            range: ByteRange(last.range.start, scanner.paragraph.end), depth: 0, isSingle: false,
            openingMark: last.range, closingMark: nil, continues: true))
      } else {
        close(last, before: scanner.paragraph.end, depth: open.count)
      }
    }
  }

  /// Adds the pairs of single marks, inside and outside the double ones.
  mutating func addSingles() {
    let pairing = SingleMarkPairing(scanner: scanner)
    guard pairing.canPair else { return }
    let borders = quotations.flatMap { quotation in
      [quotation.openingMark, quotation.closingMark].compactMap { $0 }
    }.sorted()
    // How many double quotations are open, by a sweep over their ends.
    let starts = quotations.map(\.range.start).sorted()
    let ends = quotations.map(\.range.end).sorted()
    var (opened, closed) = (0, 0)
    var start = scanner.paragraph.start
    for border in borders + [ByteRange(scanner.paragraph.end, scanner.paragraph.end)] {
      if start < border.start {
        while opened < starts.count, starts[opened] < border.start { opened += 1 }
        for pair in pairing.pairs(in: ByteRange(start, border.start)) {
          while closed < ends.count, ends[closed] <= pair.opening.start { closed += 1 }
          add(
            pair.opening.start, pair.closing.end, max(0, opened - closed), pair.opening,
            pair.closing, isSingle: true)
        }
      }
      start = max(start, border.end)
    }
  }

  /// Whether a sentence after a mark reports in the writer's own voice (“He called the plan …”).
  func reportsAfter(_ mark: QuotationMark?) -> Bool {
    guard let mark else { return false }
    let first = tokens.tokens(in: ByteRange(mark.range.end, scanner.paragraph.end)).lowerBound
    guard first < paragraph.upperBound else { return false }
    var sentence = tokens.sentenceIndex(ofToken: first) + 1
    while sentence < tokens.sentenceCount {
      let run = tokens.sentence(sentence)
      guard run.lowerBound < paragraph.upperBound else { return false }
      if reports(run) { return true }
      sentence += 1
    }
    return false
  }

  private mutating func add(
    _ start: Int, _ end: Int, _ depth: Int, _ opening: ByteRange?, _ closing: ByteRange?,
    isSingle: Bool = false
  ) {
    quotations.append(
      Quotation(
        range: ByteRange(start, end), depth: depth, isSingle: isSingle, openingMark: opening,
        closingMark: closing, continues: false))
  }

  /// Notes a curly mark that points the wrong way.
  private mutating func noteDirection(_ mark: QuotationMark, opens: Bool) {
    guard scanner.style.usesBothCurlyMarks, mark.glyph == (opens ? .closing : .opening) else {
      return
    }
    notes.append(
      Note(
        .brokenQuotationMark, mark.range,
        opens
          ? "printed as a closing mark: read as an opening one, because no quotation is open here"
          : "printed as an opening mark: read as a closing one, because the quotation before it is "
            + "still open and no other mark closes it"))
  }

  /// Closes a quotation that no printed mark closes.
  private mutating func close(_ mark: QuotationMark, before limit: Int, depth: Int) {
    let (end, reason) = endOfSpeech(from: mark, before: limit)
    add(mark.range.start, end, depth, mark.range, nil)
    notes.append(
      Note(
        .brokenQuotationMark, ByteRange(mark.range.start, end), "closing mark missing: \(reason)"))
  }

  /// Where a quotation that is never opened begins: at the start of the paragraph, or behind the
  /// last sentence that reports in the writer's voice or lies before another mark.
  private func startOfSpeech(before end: Int) -> Int {
    let previous = quotations.map(\.range.end).max() ?? scanner.paragraph.start
    var start = max(scanner.paragraph.start, previous)
    let last = tokens.tokens(in: ByteRange(start, end)).upperBound - 1
    guard last >= paragraph.lowerBound else { return start }
    var sentence = tokens.sentenceIndex(ofToken: last)
    let holder = sentence
    while sentence >= 0 {
      let run = tokens.sentence(sentence)
      let begin = Int(tokens.starts[run.lowerBound])
      if run.lowerBound < paragraph.lowerBound || begin < start { break }
      if sentence != holder, reports(run) {
        start = Int(tokens.starts[min(run.upperBound, last)])
        break
      }
      sentence -= 1
    }
    if start == previous, previous > scanner.paragraph.start {
      // Behind another quotation only the sentence itself can belong to this one.
      start = max(start, Int(tokens.starts[tokens.sentence(holder).lowerBound]))
    }
    return start
  }

  /// Where a quotation that is never closed ends, and why there.
  private func endOfSpeech(from mark: QuotationMark, before limit: Int) -> (Int, String) {
    let inside = tokens.tokens(in: ByteRange(mark.range.end, max(mark.range.end, limit)))
    guard let first = inside.first else { return (max(mark.range.end, limit), "nothing follows") }
    var sentence = tokens.sentenceIndex(ofToken: first)
    let run = tokens.sentence(sentence).clamped(to: inside)
    if let comma = attributionComma(in: run) {
      return (
        Int(tokens.ends[comma]), "closed at the comma, because its attribution follows"
      )
    }
    var end = run.upperBound
    let fillsParagraph = mark.range.start == scanner.paragraph.start
    var stopped = false
    while end < inside.upperBound {
      sentence += 1
      let next = tokens.sentence(sentence).clamped(to: inside)
      if next.isEmpty { break }
      if reports(next) || !(fillsParagraph || speaksInFirstPerson(next)) {
        stopped = true
        break
      }
      end = next.upperBound
    }
    let offset = Int(tokens.ends[max(end, first + 1) - 1])
    return (
      min(offset, limit),
      stopped
        ? "closed at the end of the sentence, because what follows is not in the speaker's voice"
        : limit == scanner.paragraph.end
          ? "closed at the end of the paragraph"
          : "closed at the end of the sentence, before the next mark opens"
    )
  }

  /// The comma before an attribution at the end of a sentence (“We will go, he said”).
  private func attributionComma(in run: Range<Int>) -> Int? {
    guard run.count > 4 else { return nil }
    for token in run.dropLast(2) where words[tokens.lowers[token]] == "," {
      let rest = (token + 1)..<min(token + 7, run.upperBound)
      guard let verb = rest.first(where: { Self.reportingVerbs.contains(lower($0)) }) else {
        continue
      }
      let isSubject = (token + 1..<verb).contains { index in
        tokens.partsOfSpeech[index].isProperNoun || Self.subjectPronouns.contains(lower(index))
      }
      let isShort = run.upperBound - verb <= 6
      if isSubject && isShort { return token }
    }
    return nil
  }

  /// Whether a sentence begins with a subject of the third person and a verb that reports.
  private func reports(_ run: Range<Int>) -> Bool {
    guard let first = run.first else { return false }
    let isSubject =
      Self.subjectPronouns.contains(lower(first)) || tokens.partsOfSpeech[first].isProperNoun
    guard isSubject else { return false }
    return run.prefix(7).contains { Self.reportingVerbs.contains(lower($0)) }
  }

  private func speaksInFirstPerson(_ run: Range<Int>) -> Bool {
    run.contains { Self.firstPerson.contains(lower($0)) }
  }

  private func lower(_ token: Int) -> String { words[tokens.lowers[token]] }

  private static let subjectPronouns: Set<String> = ["he", "she", "it", "they"]
  private static let firstPerson: Set<String> = [
    "i", "we", "our", "us", "my", "me", "mine", "ours", "you", "your",
  ]
  private static let reportingVerbs: Set<String> = [
    "said", "says", "told", "tells", "added", "adds", "called", "calls", "asked", "asks", "noted",
    "wrote", "argued", "warned", "insisted", "stressed", "explained", "accused", "urged",
    "announced", "declared", "claimed", "suggested", "denied", "confirmed", "stated", "described",
    "recalled", "continued", "pointed", "vowed", "promised", "criticised", "criticized",
  ]
}
