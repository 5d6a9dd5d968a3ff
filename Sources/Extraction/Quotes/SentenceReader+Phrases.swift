internal import NewsModel

extension SentenceReader {
  /// “according to officials”, in front of, inside or behind what it attributes.
  mutating func readAccordingTo(_ token: Int, _ sentence: Range<Int>) {
    let window = window(of: token, in: sentence)
    let high = window.upperBound
    guard let end = endOfSource(from: token + 2, high: high) else { return }
    // “documents seen by the Courier”: the paper has read them, not written them.
    let reader = (token + 3..<max(token + 3, end)).first {
      Self.readers.contains(grammar.lower($0)) && $0 + 1 < end && grammar.lower($0 + 1) == "by"
    }
    let source = (token + 2)..<(reader ?? end)
    let cue = [token..<(token + 2)]
    var content: [Range<Int>] = []
    var rule = "rule according-to"
    let beforeComma =
      token > window.lowerBound && grammar.has(token - 1, .comma) ? token - 1 : token
    let isFront =
      token == window.lowerBound
      || (token == window.lowerBound + 1
        && grammar.hasAny(window.lowerBound, [.conjunction, .mark, .adverb]))
    if isFront {
      var start = end
      while start < high, grammar.hasAny(start, [.comma, .colon]) { start += 1 }
      guard start < high else { return }
      content = [
        contents.trimmed(
          start..<contents.clauseEnd(from: start, high: high, style: .clause, head: -1))
      ]
    } else {
      if let relayed = inSentence.last(where: { isRelayed($0, before: token) }),
        let index = found.lastIndex(of: relayed), isMedium(source)
      {
        setRelay(source, at: index)
        return
      }
      guard let left = leftScope(before: beforeComma, window) else { return }
      content = [left]
      // “The man, according to police, fled.”
      if end < high, grammar.has(end, .comma), end + 1 < high,
        !grammar.hasAny(end + 1, [.conjunction, .relative]),
        grammar.tokens.partsOfSpeech[end + 1] != .vbg, beforeComma < token,
        !left.contains(where: { grammar.has($0, .finite) })
      {
        let rest = contents.trimmed(
          (end + 1)..<contents.clauseEnd(from: end + 1, high: high, style: .clause, head: -1))
        if !rest.isEmpty { content.append(rest) }
      }
      rule = "rule according-to"
    }
    add(
      ProposedAttribution(
        source: source, cue: cue, content: content.filter { !$0.isEmpty }, head: token,
        confidence: 0.85, by: rule))
    if let reader, reader + 2 < end, isMedium(reader + 2..<end) {
      setRelay(reader + 2..<end, at: found.count - 1)
    }
  }

  private static let readers: Set<String> = [
    "seen", "obtained", "reviewed", "viewed", "cited", "quoted", "carried", "read",
  ]

  /// What an “according to” behind it covers: the quotation, or the sentence up to there; where that
  /// holds several clauses and the last ends in a figure, that clause alone.
  private func leftScope(before end: Int, _ window: Range<Int>) -> Range<Int>? {
    guard let left = leftContent(before: end, window) else { return nil }
    guard left.count > 12 else { return left }
    // “… in a conflict that killed 14,000 people, according to Kiev”
    var index = left.upperBound - 1
    while index > left.lowerBound {
      if grammar.hasAny(index, [.comma, .mark]) { return left }
      if grammar.hasAny(index, [.that, .relative]), grammar.has(index - 1, .noun) {
        let hasFigure = (index..<left.upperBound).contains {
          grammar.tokens.partsOfSpeech[$0] == .cd
        }
        let hasClauses = (left.lowerBound..<index).contains { grammar.has($0, .comma) }
        guard hasFigure, hasClauses,
          let start = phrases.plainStart(endingAt: index - 1, from: left.lowerBound)
        else { return left }
        return start..<left.upperBound
      }
      index -= 1
    }
    return left
  }

  /// The end of a source that follows “according to”: up to the next comma, verb or mark.
  private func endOfSource(from first: Int, high: Int) -> Int? {
    guard first < high else { return nil }
    var index = first
    while index < high {
      if grammar.hasAny(index, [.comma, .fullStop, .semicolon, .colon, .dash]) { break }
      if grammar.opens[index] >= 0, grammar.speech[index] >= 0 { break }
      if grammar.closes[index] >= 0,
        grammar.quotationTokens[Int(grammar.closes[index])].lowerBound < first
      {
        break
      }
      if index > first, grammar.hasAny(index, [.finite, .modal]),
        !(index > first && (first..<index).contains { grammar.hasAny($0, [.relative, .that]) })
      {
        break
      }
      index += 1
    }
    // “according to police and fled”
    while index > first + 1, grammar.hasAny(index - 1, [.conjunction, .adverb]) { index -= 1 }
    return index > first ? index : nil
  }

  /// Whether a statement with a named speaker ends right before an “according to”.
  private func isRelayed(_ proposal: ProposedAttribution, before token: Int) -> Bool {
    proposal.source != nil && proposal.relay == nil && proposal.head < token
  }

  /// Whether a phrase names a medium: an agency, a paper, a broadcaster.
  func isMedium(_ source: Range<Int>) -> Bool {
    guard let head = headToken(of: source) else { return false }
    if MediaNames.nouns.contains(grammar.lemma(head)) { return true }
    return source.contains {
      MediaNames.names.contains(grammar.lower($0)) || MediaNames.nouns.contains(grammar.lemma($0))
    }
  }

  /// Cues of several words: made (it) clear, was clear that, put it.
  mutating func readPhrasalCue(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard let entry = grammar.adjectiveCue(token) else { return false }
    let word = grammar.lower(token)
    let window = window(of: token, in: sentence)
    guard token > window.lowerBound else { return false }
    // The verb before: made [it] clear; was clear.
    var verb = token - 1
    while verb > window.lowerBound,
      grammar.tokens.partsOfSpeech[verb].isAdverb || grammar.lower(verb) == "it"
    {
      verb -= 1
    }
    let lemma = grammar.lemma(verb)
    let isMade = lemma == "make" && (word == "clear" || word == "plain" || word == "known")
    guard isMade || grammar.has(verb, .be) || lemma == "feel" || lemma == "remain" else {
      return false
    }
    let cue = isMade ? AdjectiveCue.made : entry
    guard let group = verbs.group(at: verb, from: window.lowerBound, cue: cue) else { return false }
    let high = window.upperBound
    var content = contents.content(after: token, cue: cue, high: high)
    if content == nil, isMade {
      content = contents.content(after: token, cue: AdjectiveCue.madeBare, high: high)
    }
    guard let content, content.style != .phrase || isMade else { return true }
    let source: Range<Int>
    var rule = "rule subject-verb"
    if let subject = subjects.subject(before: group.start, from: window.lowerBound) {
      guard isSpeakerLike(subject.tokens, AdjectiveCue.personal),
        grammar.lower(subject.tokens.lowerBound) != "it"
      else { return true }
      source = subject.tokens
    } else if subjects.sharesSubject(group.start, from: window.lowerBound, isTitle: false),
      let shared = sharedSource(of: group, window)
    {
      source = shared
      rule = "rule shared-subject"
    } else {
      return true
    }
    add(
      ProposedAttribution(
        source: source, cue: [group.cueStart..<(token + 1)], content: [content.tokens],
        head: group.head, status: group.status, act: cue.act, confidence: 0.85, by: rule))
    return true
  }

  /// The verb of the main clause behind a clause that hangs on its subject: “the claim that it is safe
  /// *was* rejected”.
  private func mainVerb(from start: Int, to end: Int) -> Int? {
    var verbs = 0
    for token in start..<max(start, end) {
      if grammar.hasAny(token, [.comma, .conjunction, .relative, .mark, .that]) { return nil }
      guard grammar.has(token, .finite), !grammar.has(token - 1, .finite) else { continue }
      verbs += 1
      if verbs == 2 { return token }
    }
    return nil
  }

  /// “her claim that …”, “the warning by officials that …”, given a noun.
  mutating func readNominalCue(_ token: Int, _ sentence: Range<Int>) {
    guard token + 2 < sentence.upperBound, grammar.has(token + 1, .that),
      let act = grammar.nounAct(token)
    else { return }
    let window = window(of: token, in: sentence)
    guard token + 2 < window.upperBound,
      !grammar.has(token + 2, .finite), token > window.lowerBound
    else { return }
    // The possessor: “Lund's”, “her”.
    guard let start = phrases.plainStart(endingAt: token, from: window.lowerBound) else { return }
    var source: Range<Int>?
    if grammar.tokens.partsOfSpeech[start] == .prpPossessive {
      source = start..<(start + 1)
    } else if let mark = (start..<token).last(where: { grammar.has($0, .possessive) }) {
      source = start..<mark
    } else if start > window.lowerBound, grammar.has(start - 1, .possessive),
      let owner = phrases.plainStart(endingAt: start - 2, from: window.lowerBound)
    {
      source = owner..<(start - 1)
    }
    guard let source, !source.isEmpty else { return }
    var end = contents.clauseEnd(
      from: token + 2, high: window.upperBound, style: .clause, head: token)
    if phrases.beginsClause(source.lowerBound, from: window.lowerBound),
      let verb = mainVerb(from: token + 2, to: end)
    {
      end = verb
    }
    let content = contents.trimmed((token + 1)..<end)
    guard content.count >= 3 else { return }
    add(
      ProposedAttribution(
        source: source, cue: [token..<(token + 1)], content: [content], head: token,
        status: NominalCues.beliefs.contains(grammar.lemma(token)) ? .belief : .stated, act: act,
        confidence: 0.7, by: "rule possessor-noun"))
  }
}

/// Adjectives that attribute a clause to their subject.
enum AdjectiveCue: CaseIterable {
  /// One has to say it: was clear that.
  case spoken
  /// It may be but a thought: was confident that.
  case felt

  /// The adjectives.
  var words: String {
    switch self {
    case .spoken: "clear plain adamant known"
    case .felt:
      """
      confident sure certain convinced hopeful worried concerned optimistic afraid fearful \
      skeptical sceptical aware disappointed doubtful
      """
    }
  }

  /// What they attribute.
  var cue: Cue {
    switch self {
    case .spoken:
      Cue(frames: [.thatClause, .question], act: .statement, strength: 0.8, particles: [])
    case .felt: Cue(frames: [.thatClause, .belief], act: .other, strength: 0.6, particles: [])
    }
  }

  /// The cue in “made clear that”.
  static let made = Cue(
    frames: [.thatClause, .clause, .question], act: .statement, strength: 0.9, particles: [])
  /// The cue in “made clear his position”.
  static let madeBare = Cue(
    frames: [.nounPhrase], act: .statement, strength: 0.8, particles: [])
  /// What such an adjective asks of its subject.
  static let personal = Cue(frames: [.needsSpeaker], act: .other, strength: 0.8, particles: [])
}

/// Nouns that attribute a clause to their possessor.
enum NominalCues {
  /// Lemmas and the act that they name.
  static let acts: [(lemmas: String, act: Quote.Act)] = [
    (
      """
      statement argument suggestion warning insistence assurance conclusion complaint \
      prediction remark comment admission testimony observation report finding
      """, .statement
    ),
    ("claim assertion contention", .claim),
    ("allegation accusation charge", .accusation),
    ("promise pledge vow threat proposal", .commitment),
    ("announcement declaration", .announcement),
    ("demand", .directive),
    ("denial", .denial),
    ("belief view hope fear concern opinion", .other),
  ]
  /// Those that name a thought.
  static let beliefs: Set<String> = ["belief", "view", "hope", "fear", "concern", "opinion"]
}

/// Names and nouns of media that carry other people's words.
enum MediaNames {
  /// Words that name a medium, in lower case.
  static let names: Set<String> = [
    "reuters", "tass", "itar-tass", "interfax", "ria", "novosti", "afp", "ap", "xinhua", "dpa",
    "bloomberg", "cnn", "bbc", "nbc", "abc", "cbs", "msnbc", "sputnik", "rt", "politico", "axios",
    "al-jazeera", "jazeera", "kyodo", "yonhap", "anadolu", "ansa", "efe", "ukrinform", "unian",
    "upi", "pti", "irna", "fars", "mehr", "kcna", "belta", "npr", "guardian", "telegraph",
    "spiegel",
    "bild", "figaro", "monde", "kommersant", "izvestia", "vedomosti", "nikkei", "globe",
  ]
  /// Lemmas of nouns that name a medium.
  static let nouns: Set<String> = [
    "agency", "newspaper", "television", "tv", "broadcaster", "radio", "media", "website",
    "magazine", "daily", "outlet", "wire", "newswire", "tabloid", "press", "times", "post",
    "journal", "herald", "tribune", "gazette",
  ]
}
