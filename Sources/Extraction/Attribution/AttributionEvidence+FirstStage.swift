package import Language
internal import NewsModel

extension AttributionEvidence {
  /// Writes the first stage's opinion, for the second stage to look at.
  ///
  /// - Parameters:
  ///   - labels: The first stage's best label of each token.
  ///   - posteriors: The first stage's probabilities of each token's labels.
  package mutating func add(labels: [UInt8], posteriors: [LabelVector]) {
    precondition(labels.count == tokens.count && posteriors.count == tokens.count, "one a token")
    for token in 0..<tokens.count { addProbabilities(token, labels[token], posteriors[token]) }
    let isCue = posteriors.map { $0[3] + $0[4] > 0.3 }
    addNearestCues(isCue)
    addSpans(AttributionSpan.spans(of: labels))
  }

  private mutating func addProbabilities(_ token: Int, _ label: UInt8, _ p: LabelVector) {
    set(.label, token, Int(label))
    set(.source, token, Self.tenth(p[1] + p[2]))
    set(.cue, token, Self.tenth(p[3] + p[4]))
    set(.content, token, Self.tenth(p[5] + p[6]))
    set(.none, token, Self.tenth(p[0]))
    set(.beginsSource, token, Self.tenth(p[1]))
    set(.beginsCue, token, Self.tenth(p[3]))
    set(.beginsContent, token, Self.tenth(p[5]))
    set(.certainty, token, Self.tenth(p.max()))
  }

  /// A probability in ten steps, finer near its ends.
  private static func tenth(_ p: Float) -> Int {
    switch p {
    case ..<0.03: 0
    case ..<0.1: 1
    case ..<0.25: 2
    case ..<0.4: 3
    case ..<0.5: 4
    case ..<0.6: 5
    case ..<0.75: 6
    case ..<0.9: 7
    case ..<0.97: 8
    default: 9
    }
  }

  /// Writes the nearest probable cue of the paragraph, left and right.
  private mutating func addNearestCues(_ isCue: [Bool]) {
    for paragraph in 0..<tokens.paragraphCount {
      let run = tokens.paragraph(paragraph)
      var cue: Int?
      var commas = 0
      var quoteMarks = 0
      for token in run {
        write(cue, token, .toldLeft, .toldLeftLemma, .toldLeftBetween, commas, quoteMarks)
        if isCue[token] {
          cue = token
          commas = 0
          quoteMarks = 0
        }
        if tokens.lowers[token] == comma { commas = 1 }
        if isQuoteMark(token) { quoteMarks += 1 }
      }
      cue = nil
      commas = 0
      quoteMarks = 0
      for token in run.reversed() {
        // What stands between counts from the token itself, as on the left.
        if tokens.lowers[token] == comma { commas = 1 }
        if isQuoteMark(token) { quoteMarks += 1 }
        write(cue, token, .toldRight, .toldRightLemma, .toldRightBetween, commas, quoteMarks)
        if isCue[token] {
          cue = token
          commas = 0
          quoteMarks = 0
        }
      }
    }
  }

  private func isQuoteMark(_ token: Int) -> Bool {
    marks.states[token] == .opens || marks.states[token] == .closes
  }

  private mutating func write(
    _ cue: Int?, _ token: Int, _ distance: AttributionAttribute, _ lemma: AttributionAttribute,
    _ between: AttributionAttribute, _ commas: Int, _ quoteMarks: Int
  ) {
    guard let cue else {
      set(distance, token, 0)
      set(lemma, token, 0)
      set(between, token, 0)
      return
    }
    let isHere = sentences[cue] == sentences[token]
    set(distance, token, 1 + Self.step(abs(token - cue)) * 2 + (isHere ? 1 : 0))
    columns[row(token), lemma.rawValue] = max(1, key(.lemma, cue) &* 2 &+ (isHere ? 1 : 0))
    let sentenceDistance = min(3, abs(sentences[token] - sentences[cue]))
    set(between, token, 1 + (commas * 3 + min(2, quoteMarks)) * 4 + sentenceDistance)
  }

  private mutating func addSpans(_ spans: [AttributionSpan]) {
    var owner = [Int32](repeating: -1, count: tokens.count)
    for (index, span) in spans.enumerated() {
      for token in span.tokens { owner[token] = Int32(index) }
    }
    let codes = spans.map(code)
    let bySentence = Patterns(
      codes, groups: spans.map { sentences[$0.tokens.lowerBound] }, count: tokens.sentenceCount)
    let byParagraph = Patterns(
      codes, groups: spans.map { paragraphs[$0.tokens.lowerBound] }, count: tokens.paragraphCount)
    for token in 0..<tokens.count {
      let index = Int(owner[token])
      if index < 0 {
        set(.span, token, 0)
        set(.spanEnds, token, 0)
        set(.spanMarks, token, 0)
      } else {
        addOwnSpan(token, spans[index])
      }
      addPatterns(token, spans, bySentence, byParagraph)
    }
    addNeighbours(spans, owner)
  }

  /// The role of a span, quotations apart from other content.
  private func code(_ span: AttributionSpan) -> UInt8 {
    switch span.role {
    case .source: 1
    case .cue: 2
    case .content: marks.states[span.tokens.lowerBound] == .opens ? 4 : 3
    }
  }

  private mutating func addOwnSpan(_ token: Int, _ span: AttributionSpan) {
    let first = span.tokens.lowerBound
    let last = span.tokens.upperBound - 1
    let role = Int(span.role.rawValue)
    let place = (token == first ? 1 : 0) + (token == last ? 2 : 0)
    set(.span, token, 1 + (role * 9 + Self.step(span.tokens.count)) * 4 + place)
    let ending = punctuation(last)
    columns[row(token), AttributionAttribute.spanEnds.rawValue] =
      max(1, key(.word, first) &* 64 &+ UInt32(role * 8 + ending))
    var following = 0
    if last + 1 < tokens.count, paragraphs[last + 1] == paragraphs[first] {
      following = punctuation(last + 1)
    }
    let open = Int(marks.states[first].rawValue)
    let close = Int(marks.states[last].rawValue)
    let length = min(3, sentences[last] - sentences[first])
    set(.spanMarks, token, 1 + (((role * 4 + open) * 4 + close) * 4 + length) * 8 + following)
  }

  /// Punctuation by number, 0 for anything else.
  private func punctuation(_ token: Int) -> Int {
    if isQuoteMark(token) { return 3 }
    let bytes = tokens.vocabulary.bytes(of: tokens.lowers[token])
    guard bytes.count == 1, let byte = bytes.first else {
      return bytes.elementsEqual("that".utf8) ? 6 : 0
    }
    switch byte {
    case UInt8(ascii: ","): return 1
    case UInt8(ascii: "."): return 2
    case UInt8(ascii: "?"): return 4
    case UInt8(ascii: "!"): return 5
    default: return 0
    }
  }

  /// The roles of the spans of a sentence or paragraph, three bits each, at most eight.
  private struct Patterns {
    var whole: [UInt32]
    var first: [UInt32]
    var last: [UInt32]
    /// The spans of each group, as indices into the list of all.
    var members: [Range<Int>]

    init(_ codes: [UInt8], groups: [Int], count: Int) {
      whole = Array(repeating: 0, count: count)
      first = whole
      last = whole
      members = Array(repeating: 0..<0, count: count)
      for (index, group) in groups.enumerated() {
        let position = members[group].isEmpty ? 0 : members[group].count
        let code = UInt32(codes[index])
        if position < 8 { whole[group] = whole[group] << 3 | code }
        if position < 3 { first[group] = first[group] << 3 | code }
        last[group] = (last[group] << 3 | code) & 0x1ff
        members[group] =
          position == 0 ? index..<index + 1 : members[group].lowerBound..<index + 1
      }
    }
  }

  private mutating func addPatterns(
    _ token: Int, _ spans: [AttributionSpan], _ bySentence: Patterns, _ byParagraph: Patterns
  ) {
    let sentence = sentences[token]
    var passed = 0
    var isInside = 0
    var cues = 0
    for span in bySentence.members[sentence] {
      if spans[span].tokens.upperBound <= token { passed += 1 }
      if spans[span].tokens.contains(token) { isInside = 1 }
      if spans[span].role == .cue { cues += 1 }
    }
    let pattern = Int(bySentence.whole[sentence])
    let place = passed * 2 + isInside
    set(.pattern, token, pattern)
    set(.patternPlace, token, pattern * 64 + place)
    set(
      .patternBefore, token, (sentence > 0 ? Int(bySentence.whole[sentence - 1]) : 0) * 64 + place)
    set(
      .patternAfter, token,
      sentence + 1 < tokens.sentenceCount ? Int(bySentence.whole[sentence + 1]) : 0)
    let paragraph = paragraphs[token]
    set(.paragraphBefore, token, paragraph > 0 ? Int(byParagraph.last[paragraph - 1]) : 0)
    set(
      .paragraphAfter, token,
      paragraph + 1 < tokens.paragraphCount ? Int(byParagraph.first[paragraph + 1]) : 0)
    set(.toldCount, token, min(3, cues))
  }

  /// Writes the nearest whole span before and after each token of a paragraph.
  private mutating func addNeighbours(_ spans: [AttributionSpan], _ owner: [Int32]) {
    for paragraph in 0..<tokens.paragraphCount {
      let run = tokens.paragraph(paragraph)
      var before: Int?
      for token in run {
        if let before {
          let span = spans[before]
          let last = span.tokens.upperBound
          set(
            .spanBefore, token,
            neighbour(span.role, distance: token - last, sentences[last - 1] == sentences[token]))
        } else {
          set(.spanBefore, token, 0)
        }
        let index = Int(owner[token])
        if index >= 0, spans[index].tokens.upperBound == token + 1 { before = index }
      }
      var after: Int?
      for token in run.reversed() {
        if let after {
          let span = spans[after]
          let first = span.tokens.lowerBound
          set(
            .spanAfter, token,
            neighbour(span.role, distance: first - token, sentences[first] == sentences[token]))
        } else {
          set(.spanAfter, token, 0)
        }
        let index = Int(owner[token])
        if index >= 0, spans[index].tokens.lowerBound == token { after = index }
      }
    }
  }

  private func neighbour(_ role: AttributionRole, distance: Int, _ isHere: Bool) -> Int {
    1 + (Int(role.rawValue) * 9 + Self.step(distance)) * 2 + (isHere ? 1 : 0)
  }
}
