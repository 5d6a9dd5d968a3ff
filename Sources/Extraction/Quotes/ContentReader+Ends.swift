internal import NewsModel

extension ContentReader {
  /// The token after the clause or phrase that begins at a token.
  func clauseEnd(from start: Int, high: Int, style: Style, head: Int) -> Int {
    func isWord(_ token: Int, _ word: GrammarKeyWord) -> Bool { grammar.isWord(token, word) }
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
        if index > start, isWord(index, .during) || isWord(index, .amid) { return index }
        if index > start, trait.contains(.subordinator),
          ["while", "although", "though", "after", "because", "when", "whereas", "before"]
            .contains(grammar.lower(index))
        {
          return index
        }
        if index > start, isWord(index, .as), index + 1 < high,
          !["well", "a", "an", "of", "to"].contains(grammar.lower(index + 1)),
          isBareClause(index + 1, high), grammar.lower(index - 1) != "such"
        {
          return index
        }
        if index > start + 1, isWord(index, .in), index + 2 < high,
          grammar.lower(index + 1) == "response"
        {
          return index
        }
        if index > start + 1, isWord(index, .according) { return index }
      } else if trait.contains(.conjunction),
        keepsSilent(after: index, high) || speaksOn(after: index, from: start, high, head)
      {
        return index
      } else if index > start + 1, isWord(index, .according), index + 1 < high,
        grammar.has(index + 1, .to)
      {
        return index
      }
      index += 1
    }
    return high
  }

  private static let summaries: Set<String> = [
    "charge", "claim", "allegation", "accusation", "move", "decision", "suggestion", "step",
    "demand", "remark", "statement", "comment", "assertion", "sign", "reference", "contention",
  ]

  func stopsAtDash(_ dash: Int, _ high: Int) -> Bool {
    let next = dash + 1
    guard next < high else { return true }
    return ["although", "though", "but", "while", "whereas", "yet"].contains(grammar.lower(next))
  }

  func stopsAtComma(
    _ comma: Int, _ start: Int, _ high: Int, _ style: Style, _ head: Int
  ) -> Bool {
    var next = comma + 1
    guard next < high else { return true }
    if grammar.isWord(next, .according) { return true }
    if trailingAttribution(at: comma, high: high) { return true }
    // “…, a charge the ministry rejected”: the writer sums up.
    if ["a", "an"].contains(grammar.lower(next)),
      let end = phrases.plainEnd(startingAt: next, to: high),
      Self.summaries.contains(grammar.lemma(end - 1))
    {
      return true
    }
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
  func goesOn(after conjunction: Int, high: Int, head: Int) -> Bool {
    var index = conjunction + 1
    while index < high,
      grammar.tokens.partsOfSpeech[index].isAdverb || grammar.lower(index) == "also"
    {
      index += 1
    }
    guard index < high else { return false }
    if grammar.tokens.partsOfSpeech[index] == .vbn, let cue = grammar.cue(index) {
      return cue.strength >= 0.7
    }
    guard grammar.hasAny(index, [.finite, .have, .modal, .do]) else { return false }
    if head >= 0, grammar.tokens.partsOfSpeech[head] == .vbg { return false }
    let pos = grammar.tokens.partsOfSpeech[index]
    let own = head >= 0 ? grammar.tokens.partsOfSpeech[head] : .vbd
    // “wants to win and says so”: a plural or base form after “and” is another infinitive.
    if own == .vbd || own == .vbn { return pos == .vbd || grammar.hasAny(index, [.have, .do]) }
    return pos == .vbz || pos == .vbd || grammar.hasAny(index, [.have, .modal])
  }

  /// Whether a conjunction is followed by a verb that says what the speaker did not say: “but *did
  /// not specify*”.
  func keepsSilent(after conjunction: Int, _ high: Int) -> Bool {
    var index = conjunction + 1
    guard index < high, grammar.hasAny(index, [.do, .have]) else { return false }
    while index < high, grammar.hasAny(index, [.do, .have, .negation]) { index += 1 }
    guard index > conjunction + 2, index < high, let cue = grammar.cue(index) else { return false }
    return cue.strength >= 0.6 && !cue.frames.contains(.belief)
  }

  /// Whether the speaker goes on after a conjunction without a comma: “said she was worried *and urged*
  /// restraint”, where the clause is about the speaker; “admitted errors were made *but said* …”.
  private func speaksOn(after conjunction: Int, from start: Int, _ high: Int, _ head: Int) -> Bool {
    guard head >= 0 else { return false }
    let isBut = grammar.lower(conjunction) == "but"
    let isAboutSpeaker =
      ["he", "she", "they", "it"].contains(grammar.lower(start))
      && grammar.has(start, .subjectPronoun)
    guard isBut || isAboutSpeaker else { return false }
    var index = conjunction + 1
    while index < high, grammar.tokens.partsOfSpeech[index].isAdverb { index += 1 }
    guard index < high, let cue = grammar.cue(index), cue.strength >= 0.8,
      !cue.frames.contains(.belief)
    else { return false }
    let pos = grammar.tokens.partsOfSpeech[index]
    let own = grammar.tokens.partsOfSpeech[head]
    return pos == own || pos == .vbn && own == .vbd
  }

  /// Whether a noun phrase, perhaps an aside, and a finite verb follow: a clause of its own.
  func beginsNewClause(_ start: Int, _ high: Int) -> Bool {
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
  func trailingClauseReports(_ start: Int, _ high: Int) -> Bool {
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
}
