internal import NewsModel

extension SentenceReader {
  /// “agencies quoted *Ryabkov*”: the object speaks, the subject is the relay.
  mutating func readObjectSpeaker(
    _ cue: Cue, _ group: VerbGroup, _ subject: SubjectReader.Subject, _ window: Range<Int>
  ) -> Bool {
    guard ["quote", "cite"].contains(grammar.lemma(group.head)) else { return false }
    let first = group.head + 1
    guard let end = phrases.end(startingAt: first, to: window.upperBound),
      isPersonal(first..<end) || grammar.lemma(group.head) == "quote"
    else { return false }
    var proposal = ProposedAttribution(
      source: first..<withoutTime(first..<end), cue: [group.head..<(group.head + 1)], content: [],
      relay: subject.isRelative ? nil : subject.tokens, head: group.head, act: .statement,
      confidence: 0.9, by: "rule object-speaker")
    if end + 1 < window.upperBound, grammar.lower(end) == "as",
      let inner = grammar.cue(end + 1),
      let content = contents.content(after: end + 1, cue: inner, high: window.upperBound)
    {
      proposal.cue.append(end..<(end + 2))
      proposal.content = [content.tokens]
      add(proposal)
      return true
    }
    let isBefore = isSpeechEnd(before: subject.start, window)
    if grammar.lemma(group.head) == "quote",
      isBefore
        || endsClause(
          after: VerbGroup(start: end, head: end - 1, form: .finite, status: .stated),
          CueLexicon.added, window),
      let left = leftContent(before: subject.start, window),
      isBefore
    {
      proposal.content = [left]
      add(proposal)
      return true
    }
    return grammar.lemma(group.head) == "quote"
  }

  /// Where a speaker ends whose phrase goes on with when it was said: “quoted Ana Lund *on Tuesday*”.
  private func withoutTime(_ source: Range<Int>) -> Int {
    var end = source.upperBound
    while end - 1 > source.lowerBound, grammar.has(end - 1, .time) { end -= 1 }
    guard end < source.upperBound else { return end }
    let preposition = end - 1
    guard preposition > source.lowerBound, grammar.has(preposition, .preposition) else {
      return grammar.has(end - 1, .properNoun) ? end : source.upperBound
    }
    return preposition
  }

  /// The speaker of the statement before in the same sentence, or the subject of its main clause.
  func sharedSource(of group: VerbGroup, _ window: Range<Int>) -> Range<Int>? {
    let speech = grammar.speech[group.head]
    // A statement whose content holds this cue reports its speaker; so the nearest earlier one with
    // the cue outside its content is the one continued.
    for other in inSentence.reversed()
    where other.head < group.head && grammar.speech[other.head] == speech {
      if other.content.contains(where: { $0.contains(group.head) }) { continue }
      // Nor does one that somebody else reports, once that report is over.
      let isReported = inSentence.contains { outer in
        outer.content.contains { $0.contains(other.head) && !$0.contains(group.head) }
      }
      if isReported { continue }
      if let source = other.source, !other.by.hasSuffix("according-to") { return source }
    }
    // Inside a reported clause, its own subject.
    var low = window.lowerBound
    for other in inSentence
    where other.head < group.head && grammar.speech[other.head] == speech {
      for content in other.content where content.contains(group.head) {
        low = max(low, content.lowerBound)
      }
    }
    if low > window.lowerBound, grammar.has(low, .that) { low += 1 }
    return subjects.mainSubject(of: group.start, from: low)?.tokens
  }

  func admits(
    _ subject: SubjectReader.Subject, _ cue: Cue, _ group: VerbGroup,
    _ content: ContentReader.Content
  ) -> Bool {
    if subject.isRelative {
      let word = grammar.lower(subject.tokens.lowerBound)
      if word == "that" { return cue.strength >= 0.8 && !cue.frames.contains(.needsSpeaker) }
    }
    return isSpeakerLike(subject.tokens, cue)
  }

  /// Whether a phrase can name a speaker, given how much the cue asks for one.
  func isSpeakerLike(_ source: Range<Int>, _ cue: Cue) -> Bool {
    guard let last = headToken(of: source) else { return false }
    if grammar.isWord(last, in: grammar.key.neuters) {
      return !cue.frames.contains(.needsSpeaker) && !cue.frames.contains(.belief)
    }
    if grammar.hasAny(last, [.properNoun, .subjectPronoun, .relative]) { return true }
    if SpeakerNouns.inanimate.contains(grammar.lemma(last)) { return false }
    guard cue.frames.contains(.needsSpeaker) || cue.frames.contains(.belief) else { return true }
    return SpeakerNouns.isSpeaker(grammar.lemma(last))
      || SpeakerNouns.documents.contains(grammar.lemma(last))
  }

  /// “reported, citing two sources”: whom somebody has it from is no statement.
  func citesSpeaker(_ head: Int, _ content: Range<Int>) -> Bool {
    guard grammar.lemma(head) == "cite", let first = content.first,
      let end = phrases.plainEnd(startingAt: first, to: content.upperBound),
      isPersonal(first..<end)
    else { return false }
    // “cited the remarks Lund had made”: more than whom they have it from.
    return end >= content.upperBound || !grammar.hasAny(end, [.finite, .modal, .have])
  }

  func isDocument(_ token: Int) -> Bool {
    SpeakerNouns.documents.contains(grammar.lemma(token))
  }

  func isPersonal(_ source: Range<Int>) -> Bool {
    guard let last = headToken(of: source) else { return false }
    return grammar.hasAny(last, [.properNoun, .subjectPronoun])
      || SpeakerNouns.isSpeaker(grammar.lemma(last))
  }

  /// The word that says what a phrase names: the last noun before an “of”, a comma or a clause.
  func headToken(of source: Range<Int>) -> Int? {
    var head: Int?
    for token in source {
      if head != nil,
        grammar.hasAny(token, [.preposition, .comma, .relative, .verb, .dash, .bracket])
      {
        break
      }
      if grammar.hasAny(token, [.noun, .pronoun, .relative, .subjectPronoun])
        || grammar.tokens.partsOfSpeech[token] == .cd && head == nil
      {
        head = token
      }
    }
    return head ?? source.last
  }

  /// Whether a phrase names a person, a body, people or a document: its head is a name, a pronoun or a
  /// noun of speakers.
  func namesSpeaker(_ source: Range<Int>) -> Bool {
    guard let head = headToken(of: source) else { return false }
    return grammar.hasAny(head, [.properNoun, .subjectPronoun, .relative])
      || SpeakerNouns.isSpeaker(grammar.lemma(head))
      || SpeakerNouns.documents.contains(grammar.lemma(head))
  }
}
