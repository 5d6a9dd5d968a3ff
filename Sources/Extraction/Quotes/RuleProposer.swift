internal import NewsModel

/// Proposes statements by general rules over words, parts of speech and quotation marks.
///
/// The rules follow the orders in which English news attributes: *source cue content*; *content,
/// source cue* and *content, cue source*; *according to source*; cues that share the subject of an
/// earlier verb (“…, adding that”, “… but also called for”); verbs whose object is the speaker; nouns
/// and adjectives that attribute (“her claim that”, “was clear that”).
struct RuleProposer: SpanProposer {
  func propose(_ grammar: StatementGrammar) -> [ProposedAttribution] {
    var reader = SentenceReader(grammar: grammar)
    for sentence in grammar.sentences { reader.read(sentence) }
    return reader.found
  }
}

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
      if grammar.lower(token) == "according", token + 1 < sentence.upperBound,
        grammar.has(token + 1, .to)
      {
        readAccordingTo(token, sentence)
        continue
      }
      if readPhrasalCue(token, sentence) { continue }
      guard let cue = grammar.cue(token) else {
        readNominalCue(token, sentence)
        continue
      }
      let window = window(of: token, in: sentence)
      if let group = verbs.group(at: token, from: window.lowerBound, cue: cue) {
        read(cue, group, window)
      } else {
        readNominalCue(token, sentence)
      }
    }
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

  // MARK: Verbs

  private mutating func read(_ cue: Cue, _ group: VerbGroup, _ window: Range<Int>) {
    let isTitle = grammar.zones[group.head] == .title
    // What somebody may yet think is no report of a thought.
    if cue.frames.contains(.belief), group.status != .belief { return }
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

  /// A form in -ed that stands right behind a name at the start of a clause is a past tense,
  /// whatever the tagger took it for.
  private func isDirectlyAfterSubject(_ group: VerbGroup, _ window: Range<Int>) -> Bool {
    guard let subject = subjects.subject(before: group.start, from: window.lowerBound) else {
      return false
    }
    return grammar.hasAny(subject.tokens.upperBound - 1, [.properNoun, .subjectPronoun])
  }

  private mutating func readFinite(
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
      guard admits(subject, cue, group, content) else { return }
      var proposal = proposal(
        cue, group, content, subject.tokens, rule: "subject-verb", base: 0.92)
      if let speech = leadingSpeech(before: subject.start, low) {
        proposal.content.insert(speech, at: 0)
      }
      add(proposal)
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
  private mutating func readShared(_ cue: Cue, _ group: VerbGroup, _ window: Range<Int>) {
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
    guard let content = contents.content(after: group.head, cue: cue, high: window.upperBound)
    else { return }
    if group.form == .infinitive {
      guard content.style != .phrase,
        let source = subjects.mainSubject(of: group.start, from: window.lowerBound)?.tokens,
        isSpeakerLike(source, cue),
        communicates(before: group.start, window)
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
    guard let source = sharedSource(of: group, window), isSpeakerLike(source, cue) else { return }
    add(proposal(cue, group, content, source, rule: "participle", base: 0.8))
  }

  private func isPlainNoun(_ token: Int) -> Bool {
    grammar.has(token, .noun) && !grammar.has(token, .time)
  }

  /// Whether the verb on which an infinitive depends is one of speaking or meeting.
  private func communicates(before position: Int, _ window: Range<Int>) -> Bool {
    (window.lowerBound..<position).contains { token in
      grammar.hasAny(token, [.verb])
        && [
          "call", "phone", "write", "meet", "speak", "telephone", "email", "use", "take", "hold",
          "gather",
        ].contains(grammar.lemma(token))
    }
  }

  /// “was criticised by”: the speaker follows “by”, what it is about stands before.
  private mutating func readPassive(_ cue: Cue, _ group: VerbGroup, _ window: Range<Int>) {
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

  // MARK: Content on the left

  /// Content before its source and cue: “…,” she said; …, officials said.
  private mutating func readBackward(
    _ cue: Cue, _ group: VerbGroup, _ subject: SubjectReader.Subject, _ window: Range<Int>
  ) -> Bool {
    guard !subject.isRelative, cue.frames.contains(.speech) || cue.frames.contains(.clause),
      group.status == .stated || group.status == .belief || group.status == .negated,
      subject.start > window.lowerBound
    else { return false }
    let isBefore = isSpeechEnd(before: subject.start, window)
    let rest = contents.content(after: group.head, cue: cue, high: window.upperBound)
    if let rest, !(isBefore && rest.style == .speech) {
      // A clause of its own follows: the words before belong to another statement, unless they are
      // speech that runs right up to the subject.
      if !(isBefore && rest.style == .phrase) { return false }
    }
    guard isBefore || endsClause(after: group, cue, window) else { return false }
    guard let left = leftContent(before: subject.start, window) else { return false }
    var proposal = ProposedAttribution(
      source: subject.tokens, cue: [group.cueStart..<(group.head + 1)], content: [left],
      head: group.head, status: group.status, act: cue.act,
      confidence: isBefore ? 0.97 : 0.88 * cue.strength + 0.06,
      by: isBefore ? "rule quotation-source-cue" : "rule clause-source-cue")
    if let rest, rest.style == .speech { proposal.content.append(rest.tokens) }
    if !isBefore, grammar.has(subject.start - 1, .comma),
      let right = rightOfAside(group, window)
    {
      proposal.content.append(right)
    }
    add(proposal)
    return true
  }

  /// “…,” said Ryabkov.
  private mutating func readInverted(_ cue: Cue, _ group: VerbGroup, _ window: Range<Int>) -> Bool {
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

  /// Whether a quotation ends right before a position, with a comma, question or exclamation mark.
  private func isSpeechEnd(before position: Int, _ window: Range<Int>) -> Bool {
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
  func leftContent(before position: Int, _ window: Range<Int>) -> Range<Int>? {
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
    guard tokens.count >= 2 else { return nil }
    return tokens
  }

  private func startsAfterSpeech(_ token: Int) -> Bool {
    token > 0 && grammar.has(token - 1, .fullStop)
  }

  /// The start of a sentence's own statement: behind “But” and “And”, and behind speech.
  private func contentStart(_ window: Range<Int>) -> Int {
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
  private func endsClause(after group: VerbGroup, _ cue: Cue, _ window: Range<Int>) -> Bool {
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
  private func rightOfAside(_ group: VerbGroup, _ window: Range<Int>) -> Range<Int>? {
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
  private mutating func readAside(
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

  /// Speech right before a subject whose verb takes more speech: “…” He added: “…” stays apart.
  private func leadingSpeech(before start: Int, _ low: Int) -> Range<Int>? { nil }

  // MARK: Speakers that are objects

  /// “agencies quoted *Ryabkov*”: the object speaks, the subject is the relay.
  private mutating func readObjectSpeaker(
    _ cue: Cue, _ group: VerbGroup, _ subject: SubjectReader.Subject, _ window: Range<Int>
  ) -> Bool {
    guard ["quote", "cite"].contains(grammar.lemma(group.head)) else { return false }
    let first = group.head + 1
    guard let end = phrases.end(startingAt: first, to: window.upperBound),
      isPersonal(first..<end) || grammar.lemma(group.head) == "quote"
    else { return false }
    var proposal = ProposedAttribution(
      source: first..<end, cue: [group.head..<(group.head + 1)], content: [],
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

  // MARK: Shared speakers

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

  // MARK: Plausible speakers

  private func admits(
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
    let word = grammar.lower(last)
    if ["it", "this", "that", "these", "those", "which"].contains(word) {
      return !cue.frames.contains(.needsSpeaker) && !cue.frames.contains(.belief)
    }
    if grammar.hasAny(last, [.properNoun, .subjectPronoun, .relative]) { return true }
    if SpeakerNouns.inanimate.contains(grammar.lemma(last)) { return false }
    guard cue.frames.contains(.needsSpeaker) || cue.frames.contains(.belief) else { return true }
    return SpeakerNouns.isSpeaker(grammar.lemma(last))
      || SpeakerNouns.documents.contains(grammar.lemma(last))
  }

  private func isDocument(_ token: Int) -> Bool {
    SpeakerNouns.documents.contains(grammar.lemma(token))
  }

  private func isPersonal(_ source: Range<Int>) -> Bool {
    guard let last = headToken(of: source) else { return false }
    return grammar.hasAny(last, [.properNoun, .subjectPronoun])
      || SpeakerNouns.isSpeaker(grammar.lemma(last))
  }

  /// The word that says what a phrase names: the last noun before an “of”, a comma or a clause.
  func headToken(of source: Range<Int>) -> Int? {
    var head: Int?
    for token in source {
      if head != nil, grammar.hasAny(token, [.preposition, .comma, .relative, .verb, .dash]) {
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

  private func proposal(
    _ cue: Cue, _ group: VerbGroup, _ content: ContentReader.Content, _ source: Range<Int>,
    rule: String, base: Double
  ) -> ProposedAttribution {
    var confidence = base * (0.5 + 0.5 * cue.strength)
    if content.style == .phrase { confidence *= 0.9 }
    return ProposedAttribution(
      source: source, cue: [group.cueStart..<max(content.cueEnd, group.head + 1)],
      content: [content.tokens], head: group.head, status: group.status, act: cue.act,
      confidence: confidence, by: "rule \(rule)")
  }
}
