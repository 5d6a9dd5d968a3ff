internal import NewsModel

extension SentenceReader {
  /// Content before its source and cue: “…,” she said; …, officials said.
  mutating func readBackward(
    _ cue: Cue, _ group: VerbGroup, _ subject: SubjectReader.Subject, _ window: Range<Int>
  ) -> Bool {
    guard !subject.isRelative, cue.frames.contains(.speech) || cue.frames.contains(.clause),
      group.status == .stated || group.status == .belief || group.status == .negated,
      subject.start > window.lowerBound
    else { return false }
    let isBefore = isSpeechEnd(before: subject.start, window)
    let rest = contents.content(after: group.head, cue: cue, high: window.upperBound)
    if let rest, !(isBefore && (rest.style == .speech || !startsWithThat(rest))) {
      // A clause of its own follows: the words before belong to another statement, unless they are
      // speech that runs right up to the subject.
      if !(isBefore && rest.style == .phrase) { return false }
    }
    // “That is what they said.” says nothing; an indirect statement ends in a comma.
    guard isBefore || grammar.hasAny(subject.start - 1, [.comma, .dash]) else { return false }
    guard isBefore || endsClause(after: group, cue, window) else { return false }
    let aside =
      !isBefore && grammar.has(subject.start - 1, .comma) ? rightOfAside(group, window) : nil
    let shortest = aside == nil ? 2 : 1
    guard let left = leftContent(before: subject.start, window, shortest: shortest) else {
      return false
    }
    var proposal = ProposedAttribution(
      source: subject.tokens, cue: [group.cueStart..<(group.head + 1)], content: [left],
      head: group.head, status: group.status, act: cue.act,
      confidence: isBefore ? 0.97 : 0.88 * cue.strength + 0.06,
      by: isBefore ? "rule quotation-source-cue" : "rule clause-source-cue")
    if let rest, rest.style == .speech { proposal.content.append(rest.tokens) }
    if let aside { proposal.content.append(aside) }
    add(proposal)
    return true
  }

  /// “…,” said Ryabkov.
  mutating func readInverted(_ cue: Cue, _ group: VerbGroup, _ window: Range<Int>) -> Bool {
    guard cue.frames.contains(.speech), cue.strength >= 0.7, group.start > window.lowerBound,
      group.status == .stated || group.status == .belief
    else { return false }
    let isBefore = isSpeechEnd(before: group.start, window)
    guard isBefore || grammar.has(group.start - 1, .comma),
      let subject = subjects.subject(afterVerbAt: group.head, to: window.upperBound),
      let left = leftContent(before: group.start, window)
    else { return false }
    let end = subject.tokens.upperBound
    if !isBefore {
      guard end >= window.upperBound || grammar.hasAny(end, [.fullStop, .comma]),
        grammar.hasAny(subject.tokens.lowerBound, [.phrase, .determiner, .properNoun])
      else { return false }
    }
    var proposal = ProposedAttribution(
      source: subject.tokens, cue: [group.head..<(group.head + 1)], content: [left],
      head: group.head, act: cue.act, confidence: isBefore ? 0.97 : 0.8,
      by: isBefore ? "rule quotation-cue-source" : "rule clause-cue-source")
    if end < window.upperBound, grammar.hasAny(end, [.comma, .colon]),
      let speech = contents.speechOpening(at: end + 1, high: window.upperBound)
    {
      proposal.content.append(speech)
    }
    add(proposal)
    return true
  }

  private func startsWithThat(_ content: ContentReader.Content) -> Bool {
    grammar.has(content.tokens.lowerBound, .that)
  }

  /// Whether a quotation ends right before a position, with a comma, question or exclamation mark.
  func isSpeechEnd(before position: Int, _ window: Range<Int>) -> Bool {
    var index = position - 1
    guard index > window.lowerBound || index >= 0 else { return false }
    var hasComma = false
    if grammar.hasAny(index, [.comma, .dash]), index > 0 {
      hasComma = true
      index -= 1
    }
    guard index >= 0, grammar.closes[index] >= 0 else { return false }
    if hasComma { return true }
    let inner = index - 1
    guard inner >= 0 else { return false }
    return grammar.hasAny(inner, [.comma, .fullStop, .dash, .mark])
  }

  /// What is said before an attribution at the end: the quotation, or the sentence up to there.
  func leftContent(
    before position: Int, _ window: Range<Int>, shortest: Int = 2
  ) -> Range<Int>? {
    var index = position - 1
    if index >= 0, grammar.hasAny(index, [.comma, .dash]) { index -= 1 }
    guard index >= window.lowerBound || (index >= 0 && grammar.closes[index] >= 0) else {
      return nil
    }
    let closed = Int(grammar.closes[index])
    if closed >= 0 {
      let run = grammar.quotationTokens[closed]
      if grammar.isSpeech[closed] || run.lowerBound <= window.lowerBound
        || startsAfterSpeech(run.lowerBound)
      {
        return run
      }
    }
    let start = contentStart(window)
    guard start <= index else { return nil }
    let tokens = contents.trimmed(start..<(index + 1))
    return tokens.count >= shortest ? tokens : nil
  }

  func startsAfterSpeech(_ token: Int) -> Bool {
    token > 0 && grammar.has(token - 1, .fullStop)
  }

  /// The start of a sentence's own statement: behind “But” and “And”, and behind speech.
  func contentStart(_ window: Range<Int>) -> Int {
    var start = window.lowerBound
    while start < window.upperBound - 1,
      ["but", "and", "so", "yet"].contains(grammar.lower(start))
        || grammar.has(start, .comma)
    {
      start += 1
    }
    return start
  }

  /// Whether nothing but time, place and addressee follows a cue before the clause ends.
  func endsClause(after group: VerbGroup, _ cue: Cue, _ window: Range<Int>) -> Bool {
    guard cue.strength >= 0.8, cue.frames.contains(.speech) || cue.frames.contains(.belief) else {
      return false
    }
    var index = group.head + 1
    let high = window.upperBound
    var steps = 0
    while index < high, steps < 8 {
      steps += 1
      if grammar.hasAny(index, [.fullStop, .comma, .mark, .semicolon, .dash]) { return true }
      if grammar.hasAny(index, [.time]) || grammar.tokens.partsOfSpeech[index].isAdverb {
        index += 1
        continue
      }
      if grammar.has(index, .preposition),
        let end = phrases.end(startingAt: index + 1, to: high)
      {
        index = end
        continue
      }
      if cue.frames.contains(.addressee), steps == 1,
        let end = phrases.end(startingAt: index, to: high)
      {
        index = end
        continue
      }
      return false
    }
    return true
  }

  /// “The plan, officials said, *would fail*”: what follows the second comma.
  func rightOfAside(_ group: VerbGroup, _ window: Range<Int>) -> Range<Int>? {
    var index = group.head + 1
    let high = window.upperBound
    while index < high, !grammar.has(index, .comma) {
      if grammar.hasAny(index, [.fullStop, .mark, .semicolon]) { return nil }
      index += 1
    }
    guard index + 1 < high else { return nil }
    let next = index + 1
    if grammar.tokens.partsOfSpeech[next] == .vbg, grammar.cue(next) != nil { return nil }
    if grammar.lower(next) == "according" { return nil }
    let end = contents.clauseEnd(from: next, high: high, style: .clause, head: group.head)
    if contents.trailingAttribution(at: index, high: high) { return nil }
    let tokens = contents.trimmed(next..<end)
    return tokens.count >= 2 ? tokens : nil
  }

  /// “as Biden put it”, “officials say” in the middle of a sentence, without commas that tell.
  mutating func readAside(
    _ cue: Cue, _ group: VerbGroup, _ subject: SubjectReader.Subject, _ window: Range<Int>
  ) {
    // “in response to what officials say the largest …”: the clause after the verb has lost its own.
    guard cue.strength >= 0.9, cue.frames.contains(.clause), subject.start > window.lowerBound,
      grammar.lower(subject.start - 1) == "what", group.head + 1 < window.upperBound,
      phrases.plainEnd(startingAt: group.head + 1, to: window.upperBound) != nil
    else { return }
    let end = contents.clauseEnd(
      from: group.head + 1, high: window.upperBound, style: .clause, head: group.head)
    let tokens = contents.trimmed((group.head + 1)..<end)
    guard !tokens.isEmpty else { return }
    add(
      ProposedAttribution(
        source: subject.tokens, cue: [group.head..<(group.head + 1)], content: [tokens],
        head: group.head, status: group.status, act: cue.act, confidence: 0.6,
        by: "rule what-source-cue"))
  }
}
