internal import NewsModel

/// Finds noun phrases left and right of a token without a parser.
struct NounPhraseReader {
  /// The article.
  let grammar: StatementGrammar

  /// The first token of the plain noun phrase that ends with a token (“the new defence minister”).
  ///
  /// - Returns: `nil` where no noun phrase ends there.
  func plainStart(endingAt last: Int, from low: Int) -> Int? {
    var index = last
    if grammar.has(last, .bracket) { return bracketedStart(endingAt: last, from: low) }
    if grammar.has(last, .mark), let quotation = fragment(closedBy: last) {
      // A nickname or term in quotation marks ends the phrase.
      index = grammar.quotationTokens[quotation].lowerBound
      guard index > low else { return index == low ? index : nil }
      return plainStart(endingAt: index - 1, from: low) ?? index
    }
    guard isHead(last) else { return nil }
    if grammar.has(last, .pronoun) && !grammar.has(last, .phrase) { return last }
    while index > low {
      if isStarter(index) {
        // “all the president's men”
        let before = index - 1
        if ["all", "both", "half"].contains(grammar.lower(before)) { return before }
        return index
      }
      let before = index - 1
      if grammar.has(before, .mark) {
        guard let quotation = fragment(closedBy: before) else { return index }
        let start = grammar.quotationTokens[quotation].lowerBound
        if start <= low { return start == low ? start : index }
        index = start
        continue
      }
      if grammar.hasAny(before, .phrase) {
        if grammar.has(before, .time), !grammar.has(index, .possessive),
          grammar.tokens.partsOfSpeech[before] != .cd
        {
          return index
        }
        if grammar.has(before, .determiner), grammar.has(index, .possessive) { return index }
        index = before
        continue
      }
      if grammar.hasAny(before, [.verb]), isModifier(before, low) {
        index = before
        continue
      }
      return index
    }
    return index
  }

  /// The first token of the whole noun phrase that ends with a token, with what is attached by
  /// prepositions and, at the start of a clause, by “and”.
  func start(endingAt last: Int, from low: Int) -> Int? {
    guard var start = plainStart(endingAt: last, from: low) else { return nil }
    var steps = 0
    while steps < 6, start > low {
      steps += 1
      let before = start - 1
      if isAttaching(before), before > low,
        let outer = plainStart(endingAt: before - 1, from: low)
      {
        let isOf = grammar.lower(before) == "of"
        let left = outer - 1
        let hangsElsewhere =
          left >= low && grammar.hasAny(left, [.verb, .to, .preposition])
          && !(grammar.has(left, .preposition) && isAttaching(left))
        if isOf || !hangsElsewhere {
          start = outer
          continue
        }
      }
      if isAttaching(before), before - 1 > low, isPostmodifier(before - 1),
        let outer = plainStart(endingAt: before - 2, from: low)
      {
        start = outer
        continue
      }
      if ["and", "or", "&"].contains(grammar.lower(before)), before > low {
        var leftEnd = before - 1
        if grammar.has(leftEnd, .comma), leftEnd > low { leftEnd -= 1 }
        if let outer = self.start(endingAt: leftEnd, from: low), beginsClause(outer, from: low) {
          return outer
        }
      }
      if grammar.has(before, .comma), before > low, grammar.lower(start) != "who" {
        // “A, B and C”: only reached from the right side of an “and”.
        break
      }
      break
    }
    return start
  }

  /// The token after the whole noun phrase that starts at a token.
  func end(startingAt first: Int, to high: Int, attaching: Bool = true) -> Int? {
    guard var end = plainEnd(startingAt: first, to: high) else { return nil }
    while attaching, end < high - 1 {
      if isAttaching(end), let next = plainEnd(startingAt: end + 1, to: high) {
        end = next
        continue
      }
      if ["and", "or", "&"].contains(grammar.lower(end)),
        let next = plainEnd(startingAt: end + 1, to: high),
        next >= high || !grammar.hasAny(next, [.finite])
      {
        end = next
        continue
      }
      break
    }
    return end
  }

  /// The token after the plain noun phrase that starts at a token.
  ///
  /// - Parameters:
  ///   - first: The first token.
  ///   - high: Where to stop looking.
  ///   - endsAtMarks: Whether words in quotation marks that follow the noun stand apart from it.
  /// - Returns: `nil` where no noun phrase starts there.
  func plainEnd(startingAt first: Int, to high: Int, endsAtMarks: Bool = false) -> Int? {
    guard first < high else { return nil }
    var index = first
    var lastHead: Int?
    if grammar.has(first, .pronoun), !grammar.has(first, .phrase) { return first + 1 }
    while index < high {
      if grammar.opens[index] >= 0, grammar.speech[index] < 0 {
        if endsAtMarks, lastHead != nil { break }
        let run = grammar.quotationTokens[Int(grammar.opens[index])]
        guard run.count <= 6, run.upperBound <= high else { break }
        lastHead = run.upperBound - 1
        index = run.upperBound
        continue
      }
      if index > first, isStarter(index), !grammar.has(index - 1, .possessive),
        grammar.tokens.partsOfSpeech[index - 1] != .pdt
      {
        break
      }
      if index > first, grammar.has(index, .time), lastHead != nil,
        grammar.tokens.partsOfSpeech[index] == .nnp
      {
        break
      }
      if grammar.hasAny(index, .phrase) {
        if isHead(index) { lastHead = index }
        index += 1
        continue
      }
      if grammar.tokens.partsOfSpeech[index].isAdverb, index + 1 < high, lastHead == nil,
        grammar.hasAny(index + 1, .phrase)
      {
        index += 1
        continue
      }
      if index > first, lastHead == nil, grammar.has(index, .verb),
        grammar.tokens.partsOfSpeech[index] == .vbg || grammar.tokens.partsOfSpeech[index] == .vbn
      {
        index += 1
        continue
      }
      break
    }
    return lastHead.map { $0 + 1 }
  }

  /// Whether a noun phrase that starts at a token can be the subject of its clause: what stands
  /// before it does not govern it.
  func beginsClause(_ start: Int, from low: Int) -> Bool {
    guard start > low else { return true }
    let before = start - 1
    let trait = grammar.traits[before]
    if trait.contains(.mark) { return true }
    if !trait.isDisjoint(with: [
      .comma, .colon, .semicolon, .dash, .fullStop, .conjunction, .that, .relative, .question,
      .bracket,
    ]) {
      return true
    }
    if trait.contains(.time) { return true }
    if trait.contains(.subordinator), grammar.tokens.partsOfSpeech[before] != .vbg {
      // “after”, “before” and the like govern a noun phrase as well as a clause; the verb that
      // follows the phrase decides for the clause.
      return true
    }
    if trait.contains(.verb), let cue = grammar.cue(before) {
      // “said Biden told”: a clause without “that” follows.
      return !cue.frames.isDisjoint(with: [.clause, .thatClause, .addressee])
    }
    if trait.contains(.adverb) { return beginsClause(before, from: low) }
    return false
  }

  /// A fragment, not speech, that a mark closes.
  private func fragment(closedBy token: Int) -> Int? {
    let index = Int(grammar.closes[token])
    guard index >= 0, !grammar.isSpeech[index] else { return nil }
    let inner = grammar.quotationTokens[index]
    // What ends in a comma is said, not named.
    if inner.count >= 3, grammar.has(inner.upperBound - 2, .comma) { return nil }
    return inner.count <= 8 ? index : nil
  }

  private func bracketedStart(endingAt last: Int, from low: Int) -> Int? {
    guard [")", "]", "-rrb-"].contains(grammar.lower(last)) else { return nil }
    var index = last - 1
    while index > low, last - index < 8 {
      if grammar.has(index, .bracket) { return plainStart(endingAt: index - 1, from: low) }
      index -= 1
    }
    return nil
  }

  /// Whether a token can be the last word of a noun phrase.
  func isHead(_ token: Int) -> Bool {
    let pos = grammar.tokens.partsOfSpeech[token]
    if grammar.hasAny(token, [.noun]) || pos == .cd { return true }
    if grammar.has(token, .pronoun) { return true }
    // “the accused”, “many”, “the French”
    return pos.isAdjective && token > 0 && grammar.has(token - 1, .determiner)
  }

  /// Whether a token hangs on the noun before it: “officials *familiar* with”, “men *held* in”.
  private func isPostmodifier(_ token: Int) -> Bool {
    let pos = grammar.tokens.partsOfSpeech[token]
    return (pos == .jj || pos == .vbn) && grammar.has(token - 1, .noun)
      && !grammar.has(token - 1, .time)
  }

  private func isStarter(_ token: Int) -> Bool {
    let pos = grammar.tokens.partsOfSpeech[token]
    return pos == .dt || pos == .prpPossessive
      || (grammar.has(token, .determiner) && pos != .rb && pos != .in)
  }

  private func isModifier(_ token: Int, _ low: Int) -> Bool {
    let pos = grammar.tokens.partsOfSpeech[token]
    guard pos == .vbn || pos == .vbg else { return false }
    // “, elected officials”, “where restructuring experts”
    guard token > low,
      !grammar.hasAny(token - 1, [.comma, .conjunction, .question, .subordinator, .fullStop])
    else { return pos == .vbn || token > low }
    return grammar.hasAny(token - 1, [.determiner, .possessive])
      || grammar.tokens.partsOfSpeech[token - 1].isAdjective
      || grammar.tokens.partsOfSpeech[token - 1] == .prpPossessive
  }

  private func isAttaching(_ token: Int) -> Bool {
    guard grammar.has(token, .preposition) else { return false }
    if grammar.has(token, .to) {
      // “advisers to the president”
      return token > 0 && token + 1 < grammar.tokens.count
        && grammar.has(token - 1, .noun) && SpeakerNouns.isSpeaker(grammar.lemma(token - 1))
        && !grammar.hasAny(token + 1, [.verb])
    }
    return Self.attaching.contains(grammar.lower(token))
  }

  private static let attaching: Set<String> = [
    "of", "in", "for", "at", "from", "with", "on", "between", "against", "near", "by", "inside",
    "across", "behind", "including", "under", "among", "outside", "over", "about",
  ]
}
