internal import NewsModel

/// Reads one sentence after the other and collects the statements.
struct SentenceReader {
  /// The article.
  let grammar: StatementGrammar
  let subjects: SubjectReader
  let contents: ContentReader
  let verbs: VerbGroupReader
  let phrases: NounPhraseReader
  /// The statements found so far.
  private(set) var found: [ProposedAttribution] = []
  /// Where those of the present sentence begin in ``found``.
  var firstOfSentence = 0

  /// Creates a reader for an article.
  init(grammar: StatementGrammar) {
    self.grammar = grammar
    subjects = SubjectReader(grammar: grammar)
    contents = ContentReader(grammar: grammar)
    verbs = VerbGroupReader(grammar: grammar)
    phrases = NounPhraseReader(grammar: grammar)
  }

  /// Reads one sentence.
  mutating func read(_ sentence: Range<Int>) {
    firstOfSentence = found.count
    for token in sentence {
      let trait = grammar.traits[token]
      if trait.contains(.colon) { readLabel(before: token, sentence) }
      if trait.contains(.cue), readCue(token, sentence) { continue }
      if trait.contains(.noun) { readNominalCue(token, sentence) }
    }
    readIntroduction(sentence)
  }

  /// Reads a word that can be a cue, but for a noun; says whether it is one here.
  private mutating func readCue(_ token: Int, _ sentence: Range<Int>) -> Bool {
    if grammar.beginsAccordingTo(token), token + 1 < sentence.upperBound {
      readAccordingTo(token, sentence)
      return true
    }
    if readPhrasalCue(token, sentence) { return true }
    guard let cue = grammar.cue(token) else { return false }
    let window = window(of: token, in: sentence)
    guard let group = verbs.group(at: token, from: window.lowerBound, cue: cue) else {
      return false
    }
    read(cue, group, window)
    return true
  }

  /// The tokens that a cue's rules may look at: the sentence, or the part of it in the same speech.
  func window(of token: Int, in sentence: Range<Int>) -> Range<Int> {
    let speech = grammar.speech[token]
    guard speech >= 0 else { return sentence }
    let run = grammar.quotationTokens[Int(speech)]
    let low = max(sentence.lowerBound, run.lowerBound + 1)
    let closes = grammar.quotations[Int(speech)].closingMark != nil
    let high = min(sentence.upperBound, closes ? run.upperBound - 1 : run.upperBound)
    return low..<max(low, high)
  }

  /// Adds a statement.
  mutating func add(_ attribution: ProposedAttribution) {
    guard !attribution.content.isEmpty else { return }
    found.append(attribution)
  }

  /// Says that a medium carried a statement.
  mutating func setRelay(_ relay: Range<Int>, at index: Int) { found[index].relay = relay }

  /// The statements found in the present sentence.
  var inSentence: ArraySlice<ProposedAttribution> { found[firstOfSentence...] }

  mutating func read(_ cue: Cue, _ group: VerbGroup, _ window: Range<Int>) {
    let isTitle = grammar.zones[group.head] == .title
    // What somebody may yet think is no report of a thought.
    if cue.frames.contains(.belief), group.status != .belief { return }
    // “will defend every inch”: nobody speaks.
    if group.status == .prospective, cue.strength <= 0.6,
      cue.frames.isDisjoint(with: [.clause, .thatClause, .speech])
    {
      return
    }
    switch group.form {
    case .passive:
      readPassive(cue, group, window)
    case .reduced:
      if group.head + 1 < window.upperBound, grammar.lower(group.head + 1) == "by" {
        return
      }
      if isDirectlyAfterSubject(group, window) { readFinite(cue, group, window, isTitle) }
    case .participle, .infinitive:
      readShared(cue, group, window)
    case .finite:
      readFinite(cue, group, window, isTitle)
    }
  }

  /// A form in -ed that stands right behind a name at the start of a clause, or that is all its
  /// sentence has for a verb, is a past tense, whatever the tagger took it for.
  func isDirectlyAfterSubject(_ group: VerbGroup, _ window: Range<Int>) -> Bool {
    guard let subject = subjects.subject(before: group.start, from: window.lowerBound) else {
      return subjects.sharesSubject(group.start, from: window.lowerBound, isTitle: false)
    }
    if grammar.hasAny(subject.tokens.upperBound - 1, [.properNoun, .subjectPronoun]) {
      return true
    }
    return !(group.head + 1..<window.upperBound).contains {
      grammar.has($0, .finite) && grammar.speech[$0] == grammar.speech[group.head]
    }
  }

  mutating func readFinite(
    _ cue: Cue, _ group: VerbGroup, _ window: Range<Int>, _ isTitle: Bool
  ) {
    let low = window.lowerBound
    if let subject = subjects.subject(before: group.start, from: low) {
      if readBackward(cue, group, subject, window) { return }
      if readObjectSpeaker(cue, group, subject, window) { return }
      guard let content = contents.content(after: group.head, cue: cue, high: window.upperBound)
      else {
        readAside(cue, group, subject, window)
        return
      }
      guard admits(subject, cue, group, content), !citesSpeaker(group.head, content.tokens) else {
        return
      }
      add(proposal(cue, group, content, subject.tokens, rule: "subject-verb", base: 0.92))
      return
    }
    // “said Ryabkov”: the subject follows.
    if readInverted(cue, group, window) { return }
    guard subjects.sharesSubject(group.start, from: low, isTitle: isTitle),
      let source = sharedSource(of: group, window),
      let content = contents.content(after: group.head, cue: cue, high: window.upperBound),
      isSpeakerLike(source, cue)
    else { return }
    add(proposal(cue, group, content, source, rule: "shared-subject", base: 0.8))
  }

  /// A participle or an infinitive: the speaker is that of the statement or the verb before.
  mutating func readShared(_ cue: Cue, _ group: VerbGroup, _ window: Range<Int>) {
    guard cue.strength >= 0.6, !cue.frames.contains(.belief),
      // “, referring to”: the writer explains.
      grammar.lemma(group.head) != "refer"
    else { return }
    let before = group.start - 1
    guard before >= window.lowerBound else {
      return
    }
    if group.form == .infinitive {
      guard cue.strength >= 0.8 else { return }
    }
    // “was quoted as *saying*”: a part of that cue.
    if inSentence.contains(where: { $0.cue.contains { $0.contains(group.head) } }) { return }
    guard let content = contents.content(after: group.head, cue: cue, high: window.upperBound)
    else { return }
    if group.form == .infinitive {
      guard content.style != .phrase,
        let meeting = communication(before: group.start, window),
        let source = subjects.governor(of: meeting, from: window.lowerBound)?.tokens,
        isSpeakerLike(source, cue)
      else { return }
      add(proposal(cue, group, content, source, rule: "infinitive", base: 0.6))
      return
    }
    // “a report concluding that”: the noun before it speaks.
    if isPlainNoun(before), let start = phrases.start(endingAt: before, from: window.lowerBound),
      isSpeakerLike(start..<group.start, cue), content.style != .phrase,
      !phrases.beginsClause(start, from: window.lowerBound) || isDocument(before)
        || grammar.hasAny(before, [.noun])
    {
      let plain =
        phrases.plainStart(endingAt: before, from: window.lowerBound) ?? start
      add(
        proposal(cue, group, content, plain..<group.start, rule: "noun-participle", base: 0.65))
      return
    }
    if citesSpeaker(group.head, content.tokens) { return }
    guard let source = sharedSource(of: group, window), isSpeakerLike(source, cue) else { return }
    add(proposal(cue, group, content, source, rule: "participle", base: 0.8))
  }

  func isPlainNoun(_ token: Int) -> Bool {
    grammar.has(token, .noun) && !grammar.has(token, .time)
  }

  /// The verb of speaking or meeting on which an infinitive depends, the nearest one before it.
  func communication(before position: Int, _ window: Range<Int>) -> Int? {
    (window.lowerBound..<position).last { token in
      grammar.hasAny(token, [.verb])
        && [
          "call", "phone", "write", "meet", "speak", "telephone", "email", "use", "take", "hold",
          "gather",
        ].contains(grammar.lemma(token))
    }
  }

  /// “was criticised by”: the speaker follows “by”, what it is about stands before.
  mutating func readPassive(_ cue: Cue, _ group: VerbGroup, _ window: Range<Int>) {
    let high = window.upperBound
    guard let subject = subjects.subject(before: group.start, from: window.lowerBound) else {
      return
    }
    // “was quoted (by TASS) as saying that …”: the subject speaks.
    var position = group.head + 1
    var relay: Range<Int>?
    if position < high, grammar.lower(position) == "by",
      let end = phrases.end(startingAt: position + 1, to: high)
    {
      relay = (position + 1)..<end
      position = end
    }
    if grammar.lemma(group.head) == "quote" || grammar.lemma(group.head) == "cite",
      let as_ = (position..<min(position + 8, high)).first(where: { grammar.lower($0) == "as" }),
      as_ + 1 < high, grammar.tokens.partsOfSpeech[as_ + 1] == .vbg,
      let inner = grammar.cue(as_ + 1)
    {
      if let content = contents.content(after: as_ + 1, cue: inner, high: high) {
        var proposal = proposal(
          inner, group, content, subject.tokens, rule: "quoted-as", base: 0.9)
        proposal.cue = [group.start..<(group.head + 1), as_..<(as_ + 2)]
        proposal.relay = relay
        add(proposal)
      } else if let left = leftContent(before: subject.start, window) {
        var proposal = ProposedAttribution(
          source: subject.tokens, cue: [group.start..<(group.head + 1), as_..<(as_ + 2)],
          content: [left], head: group.head, act: inner.act, confidence: 0.88,
          by: "rule quoted-as")
        proposal.relay = relay
        add(proposal)
      }
      return
    }
    guard let relay, isSpeakerLike(relay, cue), cue.frames.contains(.nounPhrase),
      cue.strength >= 0.8, group.status == .stated
    else { return }
    add(
      ProposedAttribution(
        source: relay, cue: [group.head..<(group.head + 1)], content: [subject.tokens],
        head: group.head, act: cue.act, confidence: 0.6, by: "rule passive"))
  }

  func proposal(
    _ cue: Cue, _ group: VerbGroup, _ content: ContentReader.Content, _ source: Range<Int>,
    rule: String, base: Double
  ) -> ProposedAttribution {
    var confidence = base * (0.5 + 0.5 * cue.strength)
    if content.style == .phrase { confidence *= 0.9 }
    var status = group.status
    if ["refuse", "decline"].contains(grammar.lemma(group.head)),
      content.tokens.dropFirst().first.map({ Self.speech.contains(grammar.lemma($0)) }) ?? false
    {
      status = .negated
    }
    return ProposedAttribution(
      source: source, cue: [group.cueStart..<max(content.cueEnd, group.head + 1)],
      content: [content.tokens], head: group.head, status: status, act: cue.act,
      confidence: confidence, by: "rule \(rule)")
  }

  /// What one refuses to do when one says nothing.
  private static let speech: Set<String> = [
    "comment", "say", "discuss", "answer", "respond", "elaborate", "speak", "confirm", "specify",
    "talk", "name", "identify", "reveal", "disclose", "explain",
  ]
}
