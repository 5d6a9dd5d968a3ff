internal import NewsModel

extension ContentReader {
  /// Whether a clause without “that” begins at a token: a subject and, soon, a finite verb.
  func isBareClause(_ position: Int, _ high: Int) -> Bool {
    guard position < high else { return false }
    if grammar.lower(position) == "there", position + 1 < high,
      grammar.hasAny(position + 1, [.be, .modal, .have, .finite])
    {
      return true
    }
    var start = position
    if grammar.isWord(start, in: grammar.key.subordinators) {
      // A subordinate clause first: “said if they left, he would stay”.
      return (start..<high).contains { grammar.has($0, .comma) }
        && (start..<high).contains { grammar.has($0, .finite) }
    }
    // “in 2014 Norway joined”, “both sides agree”, “only then did”
    if grammar.tokens.partsOfSpeech[start].isAdverb
      || grammar.isWord(start, in: grammar.key.quantifiers)
    {
      start += 1
    }
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
    // A past tense that the tagger took for a participle: “said Lund promised to go”.
    var mayBeFinite = false
    while index < high {
      let trait = grammar.traits[index]
      if trait.contains(.finite) {
        if depth == 0 { return true }
        depth -= 1
      }
      if grammar.tokens.partsOfSpeech[index] == .vbn,
        grammar.hasAny(
          index - (grammar.has(index - 1, .mark) && index - 1 > start ? 2 : 1),
          [.properNoun, .subjectPronoun]),
        index + 1 < high, grammar.lower(index + 1) != "by"
      {
        mayBeFinite = true
      }
      if !trait.isDisjoint(with: [.relative, .that]), index > start { depth += 1 }
      if !trait.isDisjoint(with: [.semicolon, .colon, .fullStop]) { return mayBeFinite }
      if trait.contains(.conjunction), depth == 0, index + 1 < high,
        grammar.hasAny(index + 1, [.finite, .have, .modal, .do])
          || grammar.tokens.partsOfSpeech[index + 1].isAdverb
      {
        return mayBeFinite
      }
      if trait.contains(.comma), grammar.speech[min(index + 1, high - 1)] >= 0 {
        return mayBeFinite
      }
      if trait.contains(.comma), index + 1 < high {
        // Over an apposition, not into the next clause.
        if trailingAttribution(at: index, high: high) { return mayBeFinite }
        if grammar.has(index + 1, .conjunction) || grammar.tokens.partsOfSpeech[index + 1] == .vbg {
          return mayBeFinite
        }
      }
      if index - start > 28 { return mayBeFinite }
      index += 1
    }
    return mayBeFinite
  }

  /// Whether a clause “, source cue” that closes the sentence begins at a comma.
  func trailingAttribution(at comma: Int, high: Int) -> Bool {
    let start = comma + 1
    guard start < high else { return false }
    if grammar.isWord(start, .according) { return true }
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
}
