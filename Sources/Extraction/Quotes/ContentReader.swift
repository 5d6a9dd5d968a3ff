internal import NewsModel

/// Finds what is said to the right of a cue, and where it ends.
struct ContentReader {
  /// How the content hangs on the cue.
  enum Style: Equatable {
    /// A clause, with or without “that”, or a question.
    case clause
    /// Speech in quotation marks.
    case speech
    /// An infinitive, a gerund or a noun phrase: ends where the main clause goes on.
    case phrase
  }

  /// What was found.
  struct Content: Equatable {
    /// The content, closing marks included where they belong to it.
    var tokens: Range<Int>
    /// How it hangs on the cue.
    var style: Style
    /// The first token after the cue that belongs to it, where the cue goes on: call*ed for*.
    var cueEnd: Int
    /// A further part of the cue: quoted him *as saying*.
    var furtherCue: Range<Int>?
  }

  /// The article.
  let grammar: StatementGrammar
  let phrases: NounPhraseReader
  private let verbs: VerbGroupReader

  /// Creates a reader for an article.
  init(grammar: StatementGrammar) {
    self.grammar = grammar
    phrases = NounPhraseReader(grammar: grammar)
    verbs = VerbGroupReader(grammar: grammar)
  }

  /// The content right of a cue verb.
  ///
  /// - Parameters:
  ///   - head: The cue verb.
  ///   - cue: What it can be followed by.
  ///   - high: The token after the cue's sentence.
  /// - Returns: `nil` where nothing that the cue allows follows.
  func content(after head: Int, cue: Cue, high: Int) -> Content? {
    var position = min(head + 1 + cue.rest, high)
    var cueEnd = position
    // A fragment that held nothing but the cue closes: “made clear” that …
    if position < high, grammar.closes[position] >= 0, grammar.speech[position] < 0 {
      position += 1
    }
    if position < high, cue.particles.contains(grammar.lower(position)),
      // “insisted on Friday that”: a day, not what was insisted on.
      !(position + 1 < high && grammar.has(position + 1, .time)),
      !(grammar.lower(position) == "to" && isVerbBase(position + 1))
    {
      let particle = grammar.lower(position)
      cueEnd = position + 1
      if let content = afterParticle(particle, at: position + 1, cue: cue, cueEnd: cueEnd, high) {
        return content
      }
      if particle == "to" || particle == "with" { cueEnd = head + 1 }
    }
    let frames = cue.frames
    if frames.contains(.predication), let content = predication(position, cueEnd, high) {
      return content
    }
    // “told Olsen he was wrong”: the person spoken to first, where a clause of its own follows.
    if frames.contains(.addressee), position < high, !grammar.has(position, .time),
      !grammar.has(position, .that),
      let end = phrases.end(startingAt: position, to: high, attaching: false), end < high,
      !grammar.hasAny(end, [.finite, .preposition, .comma, .possessive]),
      let content = form(at: end, cue: cue, cueEnd: cueEnd, high: high, isNear: false),
      content.style != .phrase || grammar.has(end, .to) || isNegatedInfinitive(end)
    {
      return content
    }
    // Candidates from the nearest on: what stands between may be time, place or an addressee.
    var steps = 0
    while position < high, steps < 5 {
      steps += 1
      if let content = form(at: position, cue: cue, cueEnd: cueEnd, high: high, isNear: steps == 1)
      {
        return content
      }
      guard let next = skip(position, cue: cue, high: high, isFirst: steps == 1) else { return nil }
      position = next
    }
    return nil
  }

  /// The content that begins exactly at a token.
  private func form(
    at position: Int, cue: Cue, cueEnd: Int, high: Int, isNear: Bool
  ) -> Content? {
    let frames = cue.frames
    let allowsClause = !frames.isDisjoint(with: [.clause, .thatClause, .addressee])
    func make(_ end: Int, _ style: Style) -> Content? {
      let tokens = trimmed(position..<end)
      return tokens.isEmpty ? nil : Content(tokens: tokens, style: style, cueEnd: cueEnd)
    }
    // “said Tuesday the …”: a day is no subject.
    if grammar.has(position, .time), position + 1 < high,
      !grammar.hasAny(position + 1, [.finite, .possessive, .verb, .be])
    {
      return nil
    }
    if let speech = speechOpening(at: position, high: high) {
      guard !frames.isDisjoint(with: [.speech, .clause, .thatClause, .question, .addressee]) else {
        return nil
      }
      return Content(tokens: speech, style: .speech, cueEnd: cueEnd)
    }
    if frames.contains(.needsMarks) { return nil }
    if grammar.has(position, .that), allowsClause {
      // “said that afternoon” names a time, “said that” alone points back.
      if position + 1 < high, grammar.has(position + 1, .time) { return nil }
      guard position + 2 < high else { return nil }
      return make(
        clauseEnd(from: position + 1, high: high, style: .clause, head: cueEnd - 1), .clause)
    }
    if grammar.has(position, .question) || grammar.lower(position) == "who",
      !frames.isDisjoint(with: [.question, .addressee])
        || allowsClause
          && ["how", "why", "whether", "what"].contains(grammar.lower(position))
    {
      return make(
        clauseEnd(from: position + 1, high: high, style: .clause, head: cueEnd - 1), .clause)
    }
    let to = isNegatedInfinitive(position) ? position + 1 : position
    if to < high, grammar.has(to, .to), isVerbBase(to + 1) {
      if frames.contains(.infinitive) || (!isNear && frames.contains(.objectInfinitive)) {
        return make(clauseEnd(from: to + 1, high: high, style: .phrase, head: cueEnd - 1), .phrase)
      }
      return nil
    }
    if grammar.opens[position] >= 0, grammar.speech[position] < 0 {
      if allowsClause || frames.contains(.nounPhrase) || frames.contains(.speech) {
        let style: Style = isBareClause(position + 1, high) ? .clause : .phrase
        return make(
          clauseEnd(from: position, high: high, style: style, head: cueEnd - 1), style)
      }
    }
    if frames.contains(.gerund), grammar.tokens.partsOfSpeech[position] == .vbg {
      return make(
        clauseEnd(from: position + 1, high: high, style: .phrase, head: cueEnd - 1), .phrase)
    }
    if frames.contains(.clause) || frames.contains(.addressee), isBareClause(position, high) {
      return make(clauseEnd(from: position, high: high, style: .clause, head: cueEnd - 1), .clause)
    }
    if frames.contains(.objectInfinitive), isNear,
      let end = phrases.end(startingAt: position, to: high),
      let to = infinitiveMarker(from: end, high: high)
    {
      // “expects growth to slow”: who shall act belongs to the thought; “urged them to go”: to the cue.
      let start = frames.contains(.belief) ? position : to
      let tokens = trimmed(
        start..<clauseEnd(from: to + 1, high: high, style: .phrase, head: cueEnd - 1))
      return Content(tokens: tokens, style: .phrase, cueEnd: cueEnd)
    }
    if frames.contains(.nounPhrase), isNear,
      phrases.plainEnd(startingAt: position, to: high) != nil,
      !grammar.has(position, .time), !isAddressee(position)
    {
      return make(clauseEnd(from: position, high: high, style: .phrase, head: cueEnd - 1), .phrase)
    }
    return nil
  }

  /// The next position at which content may begin, or `nil`.
  private func skip(_ position: Int, cue: Cue, high: Int, isFirst: Bool) -> Int? {
    // Whatever a “not” denies, what follows it alone is the opposite of what was said.
    if grammar.has(position, .negation) { return nil }
    if grammar.has(position, .time) || grammar.tokens.partsOfSpeech[position].isAdverb {
      return position + 1
    }
    if grammar.lower(position) == "also" { return position + 1 }
    if cue.frames.contains(.addressee), isFirst,
      let end = phrases.end(startingAt: position, to: high, attaching: false)
    {
      // “told state television in Ostby that”
      return end
    }
    if grammar.has(position, .preposition)
      || ["after", "before", "since", "as"].contains(grammar.lower(position)),
      let end = phrases.end(startingAt: position + 1, to: high)
    {
      return end
    }
    if grammar.has(position, .bracket) {
      return (position + 1..<min(position + 8, high)).first { grammar.has($0, .bracket) }.map {
        $0 + 1
      }
    }
    if grammar.has(position, .comma) || grammar.has(position, .colon) {
      // “said, “…””; “said: …”
      if speechOpening(at: position + 1, high: high) != nil { return position + 1 }
      if grammar.has(position, .comma), position + 1 < high,
        grammar.hasAny(position + 1, [.adverb, .preposition]),
        let close = (position + 1..<min(position + 14, high)).first(where: {
          grammar.has($0, .comma)
        }),
        close + 1 < high, grammar.has(close + 1, .that)
      {
        return close + 1
      }
      // “said in Toledo, Ohio, that”
      if grammar.has(position, .comma), position + 3 < high, grammar.has(position + 1, .properNoun),
        let close = (position + 2...position + 3).first(where: { grammar.has($0, .comma) }),
        close + 1 < high, grammar.has(close + 1, .that)
      {
        return close + 1
      }
      if grammar.has(position, .comma), position + 1 < high, grammar.has(position + 1, .that) {
        return position + 1
      }
    }
    return nil
  }

  /// Speech that opens at a token, as tokens up to the end of the quotation.
  func speechOpening(at position: Int, high: Int) -> Range<Int>? {
    guard position < grammar.tokens.count else { return nil }
    let index = Int(grammar.opens[position])
    guard index >= 0, grammar.speech[position] == Int32(index) else { return nil }
    return grammar.quotationTokens[index]
  }

  private func afterParticle(
    _ particle: String, at position: Int, cue: Cue, cueEnd: Int, _ high: Int
  ) -> Content? {
    guard position < high else { return nil }
    func make(from start: Int) -> Content? {
      let end = clauseEnd(from: start, high: high, style: .phrase, head: cueEnd - 1)
      let tokens = trimmed(start..<end)
      return tokens.isEmpty ? nil : Content(tokens: tokens, style: .phrase, cueEnd: cueEnd)
    }
    switch particle {
    case "out", "in", "up":
      var shifted = cue
      shifted.frames = [.clause, .speech, .nounPhrase, .question]
      shifted.particles = []
      return form(at: position, cue: shifted, cueEnd: cueEnd, high: high, isNear: true)
    case "on" where cue.frames.contains(.predication) || cue.frames.contains(.clause):
      // “called on them to leave”, “insisted on leaving”
      guard let end = phrases.end(startingAt: position, to: high) else {
        return grammar.tokens.partsOfSpeech[position] == .vbg ? make(from: position) : nil
      }
      if let to = infinitiveMarker(from: end, high: high) { return make(from: to) }
      return cue.frames.contains(.predication) ? nil : make(from: position)
    default:
      guard
        grammar.hasAny(position, [.phrase, .pronoun, .determiner, .question, .mark])
          || grammar.tokens.partsOfSpeech[position] == .vbg
          || grammar.tokens.partsOfSpeech[position].isAdverb
      else { return nil }
      if particle == "for", let end = phrases.end(startingAt: position, to: high), end < high,
        grammar.has(end, .to), isVerbBase(end + 1)
      {
        return make(from: position)
      }
      return make(from: position)
    }
  }

  /// “called *the plan a mistake*”, “accused *them of lying*”, “quoted *him as saying …*”.
  private func predication(_ position: Int, _ cueEnd: Int, _ high: Int) -> Content? {
    guard position < high, !isAddressee(position),
      let object = endOfObject(from: position, cueEnd - 1, high)
    else {
      // “called “a mistake””
      guard position < high, grammar.opens[position] >= 0 else { return nil }
      let end = clauseEnd(from: position, high: high, style: .phrase, head: cueEnd - 1)
      return Content(tokens: trimmed(position..<end), style: .phrase, cueEnd: cueEnd)
    }
    if object + 1 < high, grammar.lower(object) == "as",
      ["say", "tell", "state", "add", "write"].contains(grammar.lemma(object + 1))
    {
      return nil
    }
    let end = clauseEnd(from: object, high: high, style: .phrase, head: cueEnd - 1)
    let tokens = trimmed(position..<end)
    // Nothing is said of the object.
    guard tokens.count > object - position else { return nil }
    return Content(tokens: tokens, style: .phrase, cueEnd: cueEnd)
  }

  /// The end of the object of which something is said: “called *her vote in favour of the war* a
  /// mistake”.
  private func endOfObject(from position: Int, _ head: Int, _ high: Int) -> Int? {
    let names = Self.namingVerbs.contains(grammar.lemma(head))
    guard var end = phrases.plainEnd(startingAt: position, to: high, endsAtMarks: names) else {
      return nil
    }
    for _ in 0..<6 where end < high {
      if isPredicate(end, names: names) { return end }
      guard grammar.has(end, .preposition) || grammar.has(end, .conjunction),
        let next = phrases.plainEnd(startingAt: end + 1, to: high, endsAtMarks: names)
      else { return nil }
      end = next
    }
    return nil
  }

  /// Verbs whose object takes a name or a quality without a preposition.
  private static let namingVerbs: Set<String> = [
    "call", "term", "label", "name", "deem", "judge", "consider", "declare", "proclaim",
  ]

  /// Whether a token begins what is said of an object: a name for it or a quality, for a verb that
  /// names; “of”, “as”, “for” otherwise.
  ///
  /// “called Putin to propose” and “called Putin on Tuesday” are telephone calls.
  private func isPredicate(_ token: Int, names: Bool) -> Bool {
    if !names {
      return ["of", "as", "for", "against", "on"].contains(grammar.lower(token))
        || grammar.has(token, .to) && !isVerbBase(token + 1)
    }
    if grammar.hasAny(token, [.time, .preposition, .to]) { return false }
    let pos = grammar.tokens.partsOfSpeech[token]
    return grammar.hasAny(token, [.phrase, .determiner, .mark]) || pos == .vbn || pos == .vbd
      || pos.isAdverb
  }

  /// Whether “not to” or “never to” and a verb begin at a token.
  private func isNegatedInfinitive(_ token: Int) -> Bool {
    token + 2 < grammar.tokens.count && grammar.has(token, .negation)
      && grammar.has(token + 1, .to) && isVerbBase(token + 2)
  }

  /// The “to” of an infinitive behind an object, or the negation in front of it, time words between them
  /// skipped.
  private func infinitiveMarker(from position: Int, high: Int) -> Int? {
    var index = position
    while index < high, !grammar.has(index, .negation),
      grammar.has(index, .time) || grammar.tokens.partsOfSpeech[index].isAdverb
        || (grammar.has(index, .preposition) && index + 1 < high && grammar.has(index + 1, .time))
    {
      index += 1
    }
    if index + 1 < high, isNegatedInfinitive(index) { return index }
    guard index + 1 < high, grammar.has(index, .to) else { return nil }
    let verb =
      grammar.has(index + 1, .mark) ? index + 2 : index + 1
    return isVerbBase(verb) ? index : nil
  }

  func isVerbBase(_ token: Int) -> Bool {
    guard token < grammar.tokens.count else { return false }
    var token = token
    if grammar.has(token, .mark) || grammar.tokens.partsOfSpeech[token].isAdverb { token += 1 }
    guard token < grammar.tokens.count else { return false }
    let pos = grammar.tokens.partsOfSpeech[token]
    if pos == .vb || pos == .vbp || grammar.hasAny(token, [.be, .have, .do]) { return true }
    // Verbs that a tagger does not know (“to de-escalate tensions”).
    return pos == .jj || pos == .unknown
  }

  private func isAddressee(_ token: Int) -> Bool {
    ["reporters", "journalists", "lawmakers"].contains(grammar.lower(token))
  }

  /// Content without punctuation at its ends; marks stay where their partner is inside.
  func trimmed(_ run: Range<Int>) -> Range<Int> {
    var start = run.lowerBound
    var end = run.upperBound
    while end > start {
      let last = end - 1
      if grammar.hasAny(last, [.comma, .fullStop, .semicolon, .colon, .dash]) {
        end -= 1
        continue
      }
      if grammar.opens[last] >= 0 {
        end -= 1
        continue
      }
      break
    }
    while start < end, grammar.hasAny(start, [.comma, .colon]) { start += 1 }
    return start..<end
  }
}
