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
    var position = head + 1
    var cueEnd = head + 1
    // A fragment that held nothing but the cue closes: “made clear” that …
    if position < high, grammar.closes[position] >= 0, grammar.speech[position] < 0 {
      position += 1
    }
    if position < high, cue.particles.contains(grammar.lower(position)),
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
      content.style != .phrase || grammar.has(end, .to)
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
    if grammar.has(position, .to), isVerbBase(position + 1) {
      if frames.contains(.infinitive) || (!isNear && frames.contains(.objectInfinitive)) {
        return make(
          clauseEnd(from: position + 1, high: high, style: .phrase, head: cueEnd - 1), .phrase)
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
      let tokens = trimmed(
        to..<clauseEnd(from: to + 1, high: high, style: .phrase, head: cueEnd - 1))
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
    guard position < high,
      let object = phrases.end(startingAt: position, to: high, attaching: false),
      !isAddressee(position)
    else {
      // “is called “a mistake””
      guard position < high, grammar.opens[position] >= 0 else { return nil }
      let end = clauseEnd(from: position, high: high, style: .phrase, head: cueEnd - 1)
      return Content(tokens: trimmed(position..<end), style: .phrase, cueEnd: cueEnd)
    }
    if object + 1 < high, grammar.lower(object) == "as",
      ["say", "tell", "state", "add", "write"].contains(grammar.lemma(object + 1))
    {
      return nil
    }
    guard object < high, isPredicate(object) else { return nil }
    let end = clauseEnd(from: position, high: high, style: .phrase, head: cueEnd - 1)
    let tokens = trimmed(position..<end)
    guard tokens.count > object - position else {
      // Nothing is said of the object.
      return nil
    }
    return Content(tokens: tokens, style: .phrase, cueEnd: cueEnd)
  }

  /// Whether something is said of an object at a token: a name for it, a quality, “of”, “as”, “for”.
  /// “called Putin to propose” and “called Putin on Tuesday” are telephone calls.
  private func isPredicate(_ token: Int) -> Bool {
    if ["of", "as", "for", "against"].contains(grammar.lower(token)) { return true }
    if grammar.has(token, .to) { return !isVerbBase(token + 1) }
    if grammar.has(token, .time) { return false }
    let pos = grammar.tokens.partsOfSpeech[token]
    return grammar.hasAny(token, [.phrase, .determiner, .mark]) || pos == .vbn || pos == .vbd
      || pos.isAdverb
  }

  /// Whether a clause without “that” begins at a token: a subject and, soon, a finite verb.
  func isBareClause(_ position: Int, _ high: Int) -> Bool {
    guard position < high else { return false }
    if grammar.lower(position) == "there", position + 1 < high,
      grammar.hasAny(position + 1, [.be, .modal, .have])
    {
      return true
    }
    var start = position
    if ["if", "when", "while", "although", "unless", "though", "despite", "once", "until"].contains(
      grammar.lower(start))
    {
      // A subordinate clause first: “said if they left, he would stay”.
      return (start..<high).contains { grammar.has($0, .comma) }
        && (start..<high).contains { grammar.has($0, .finite) }
    }
    // “in 2014 Norway joined”, “both sides agree”, “only then did”
    if grammar.tokens.partsOfSpeech[start].isAdverb { start += 1 }
    guard start < high else { return false }
    guard
      grammar.hasAny(start, [.phrase, .subjectPronoun, .determiner, .pronoun])
        || grammar.opens[start] >= 0 || grammar.tokens.partsOfSpeech[start] == .vbg
    else { return false }
    if grammar.hasAny(start, [.subjectPronoun]), start + 1 < high {
      return (start + 1..<min(start + 6, high)).contains { grammar.hasAny($0, [.finite, .verb]) }
    }
    var index = start + 1
    var depth = 0
    while index < high {
      let trait = grammar.traits[index]
      if trait.contains(.finite) {
        if depth == 0 { return true }
        depth -= 1
      }
      if !trait.isDisjoint(with: [.relative, .that]), index > start { depth += 1 }
      if !trait.isDisjoint(with: [.semicolon, .colon, .fullStop]) { return false }
      if trait.contains(.conjunction), depth == 0, index + 1 < high,
        grammar.hasAny(index + 1, [.finite, .have, .modal, .do])
          || grammar.tokens.partsOfSpeech[index + 1].isAdverb
      {
        return false
      }
      if trait.contains(.comma), grammar.speech[min(index + 1, high - 1)] >= 0 { return false }
      if trait.contains(.comma), index + 1 < high {
        // Over an apposition, not into the next clause.
        if trailingAttribution(at: index, high: high) { return false }
        if grammar.has(index + 1, .conjunction) || grammar.tokens.partsOfSpeech[index + 1] == .vbg {
          return false
        }
      }
      if index - start > 28 { return false }
      index += 1
    }
    return false
  }

  /// Whether a clause “, source cue” that closes the sentence begins at a comma.
  func trailingAttribution(at comma: Int, high: Int) -> Bool {
    let start = comma + 1
    guard start < high else { return false }
    if grammar.lower(start) == "according" { return true }
    var first = start
    // “, said Lund.”
    if let cue = grammar.cue(first), cue.frames.contains(.speech), cue.strength >= 0.8,
      grammar.has(first, .finite), let end = phrases.end(startingAt: first + 1, to: high)
    {
      return end >= high || grammar.hasAny(end, [.fullStop, .comma])
    }
    guard grammar.hasAny(first, [.phrase, .subjectPronoun, .determiner]) else { return false }
    guard let end = phrases.end(startingAt: first, to: high) else { return false }
    first = end
    while first < high,
      grammar.tokens.partsOfSpeech[first].isAdverb || grammar.hasAny(first, [.have, .time])
    {
      first += 1
    }
    guard first < high, let cue = grammar.cue(first), cue.frames.contains(.speech),
      cue.strength >= 0.8, grammar.tokens.partsOfSpeech[first].isVerb
    else { return false }
    var next = first + 1
    while next < high,
      grammar.has(next, .time) || grammar.tokens.partsOfSpeech[next].isAdverb
    {
      next += 1
    }
    if next >= high || grammar.hasAny(next, [.fullStop, .comma, .mark]) { return true }
    if grammar.has(next, .preposition), let end = phrases.end(startingAt: next + 1, to: high) {
      return end >= high || grammar.hasAny(end, [.fullStop, .comma])
    }
    if cue.frames.contains(.addressee), let end = phrases.end(startingAt: next, to: high) {
      return end >= high || grammar.hasAny(end, [.fullStop, .comma])
    }
    return false
  }

  /// The token after the clause or phrase that begins at a token.
  func clauseEnd(from start: Int, high: Int, style: Style, head: Int) -> Int {
    var index = start
    while index < high {
      // Speech is stepped over as a whole, and ends the clause when it ends with a full stop.
      if grammar.opens[index] >= 0 {
        let run = grammar.quotationTokens[Int(grammar.opens[index])]
        if run.upperBound > index + 1 {
          let lastInner = run.upperBound - 2
          index = run.upperBound
          if index >= high || lastInner > run.lowerBound && grammar.has(lastInner, .fullStop) {
            return index
          }
          continue
        }
      }
      let trait = grammar.traits[index]
      if trait.contains(.semicolon) { return index }
      if trait.contains(.fullStop), index + 1 >= high { return index }
      if trait.contains(.dash), index > start, stopsAtDash(index, high) { return index }
      if trait.contains(.comma), stopsAtComma(index, start, high, style, head) { return index }
      if style == .phrase {
        if trait.contains(.conjunction),
          goesOn(after: index, high: high, head: head) || beginsNewClause(index + 1, high)
        {
          return index
        }
        if index > start, ["during", "amid"].contains(grammar.lower(index)) { return index }
        if index > start, trait.contains(.subordinator),
          ["while", "although", "though", "after", "because", "when", "whereas", "before"]
            .contains(grammar.lower(index))
        {
          return index
        }
        if index > start, grammar.lower(index) == "as", index + 1 < high,
          !["well", "a", "an", "of", "to"].contains(grammar.lower(index + 1)),
          isBareClause(index + 1, high), grammar.lower(index - 1) != "such"
        {
          return index
        }
        if index > start + 1, grammar.lower(index) == "in", index + 2 < high,
          grammar.lower(index + 1) == "response"
        {
          return index
        }
        if index > start + 1, grammar.lower(index) == "according" { return index }
      } else if trait.contains(.conjunction), keepsSilent(after: index, high) {
        return index
      } else if index > start + 1, grammar.lower(index) == "according", index + 1 < high,
        grammar.has(index + 1, .to)
      {
        return index
      }
      index += 1
    }
    return high
  }

  private func stopsAtDash(_ dash: Int, _ high: Int) -> Bool {
    let next = dash + 1
    guard next < high else { return true }
    return ["although", "though", "but", "while", "whereas", "yet"].contains(grammar.lower(next))
  }

  private func stopsAtComma(
    _ comma: Int, _ start: Int, _ high: Int, _ style: Style, _ head: Int
  ) -> Bool {
    var next = comma + 1
    guard next < high else { return true }
    if grammar.lower(next) == "according" { return true }
    if trailingAttribution(at: comma, high: high) { return true }
    // “, while underscoring”, “, adding that”, “, repeatedly accusing”
    var participle = next
    if ["while", "also", "instead", "before", "after"].contains(grammar.lower(participle))
      || grammar.tokens.partsOfSpeech[participle].isAdverb
    {
      participle += 1
    }
    if participle < high, grammar.tokens.partsOfSpeech[participle] == .vbg {
      if let cue = grammar.cue(participle), cue.strength >= 0.6, !cue.frames.contains(.belief) {
        return true
      }
      if style == .phrase { return true }
    }
    if ["while", "although", "though", "whereas"].contains(grammar.lower(next)) {
      return style == .phrase || trailingClauseReports(next + 1, high)
    }
    if grammar.has(next, .conjunction) {
      if goesOn(after: next, high: high, head: head) { return true }
      return trailingClauseReports(next + 1, high)
        || style == .phrase && grammar.lower(next) == "but"
    }
    if style == .phrase {
      // “, who …”, “, the first …”, “, as …” belong to the writer; lists go on.
      if grammar.hasAny(next, [.relative, .subordinator]) {
        return !["as"].contains(grammar.lower(next))
          || !(next + 1 < high && grammar.lower(next + 1) == "well")
      }
      if grammar.has(next, .to) { return false }
      if grammar.tokens.partsOfSpeech[next].isVerb { return true }
    }
    next = comma + 1
    return false
  }

  /// Whether a conjunction is followed by a finite verb that shares the speaker: “and *proposed*”.
  private func goesOn(after conjunction: Int, high: Int, head: Int) -> Bool {
    var index = conjunction + 1
    while index < high,
      grammar.tokens.partsOfSpeech[index].isAdverb || grammar.lower(index) == "also"
    {
      index += 1
    }
    guard index < high, grammar.hasAny(index, [.finite, .have, .modal, .do]) else { return false }
    if head >= 0, grammar.tokens.partsOfSpeech[head] == .vbg { return false }
    let pos = grammar.tokens.partsOfSpeech[index]
    let own = head >= 0 ? grammar.tokens.partsOfSpeech[head] : .vbd
    // “wants to win and says so”: a plural or base form after “and” is another infinitive.
    if own == .vbd || own == .vbn { return pos == .vbd || grammar.hasAny(index, [.have, .do]) }
    return pos == .vbz || pos == .vbd || grammar.hasAny(index, [.have, .modal])
  }

  /// Whether a conjunction is followed by a verb that says what the speaker did not say: “but *did
  /// not specify*”.
  private func keepsSilent(after conjunction: Int, _ high: Int) -> Bool {
    var index = conjunction + 1
    guard index < high, grammar.hasAny(index, [.do, .have]) else { return false }
    while index < high, grammar.hasAny(index, [.do, .have, .negation]) { index += 1 }
    guard index > conjunction + 2, index < high, let cue = grammar.cue(index) else { return false }
    return cue.strength >= 0.6 && !cue.frames.contains(.belief)
  }

  /// Whether a noun phrase, perhaps an aside, and a finite verb follow: a clause of its own.
  private func beginsNewClause(_ start: Int, _ high: Int) -> Bool {
    guard start < high, grammar.hasAny(start, [.properNoun, .determiner, .subjectPronoun]),
      var index = phrases.end(startingAt: start, to: high), index < high
    else { return false }
    if grammar.has(index, .comma),
      let close = (index + 1..<max(index + 1, min(index + 12, high))).first(where: {
        grammar.has($0, .comma)
      }),
      !(index..<close).contains(where: { grammar.has($0, .finite) })
    {
      index = close + 1
    }
    while index < high, grammar.tokens.partsOfSpeech[index].isAdverb { index += 1 }
    return index < high && grammar.hasAny(index, [.finite, .modal])
  }

  /// Whether another attribution with its own subject begins at a token: “but *Lund denied* …”.
  private func trailingClauseReports(_ start: Int, _ high: Int) -> Bool {
    guard start < high, let end = phrases.end(startingAt: start, to: high), end < high else {
      return false
    }
    var index = end
    while index < high,
      grammar.tokens.partsOfSpeech[index].isAdverb
        || grammar.hasAny(index, [.have, .modal, .negation, .do, .time])
    {
      index += 1
    }
    guard index < high, let cue = grammar.cue(index), cue.strength >= 0.7,
      !cue.frames.contains(.belief)
    else { return false }
    return grammar.tokens.partsOfSpeech[index].isVerb
  }

  /// The “to” of an infinitive behind an object, time words between them skipped.
  private func infinitiveMarker(from position: Int, high: Int) -> Int? {
    var index = position
    while index < high,
      grammar.has(index, .time) || grammar.tokens.partsOfSpeech[index].isAdverb
        || (grammar.has(index, .preposition) && index + 1 < high && grammar.has(index + 1, .time))
    {
      index += 1
    }
    if index < high, grammar.has(index, .negation) { index += 1 }
    guard index + 1 < high, grammar.has(index, .to) else { return nil }
    let verb =
      grammar.has(index + 1, .mark) ? index + 2 : index + 1
    return isVerbBase(verb) ? index : nil
  }

  private func isVerbBase(_ token: Int) -> Bool {
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
