internal import NewsModel

/// Finds the subject of a verb group.
struct SubjectReader {
  /// A subject as written.
  struct Subject: Equatable {
    /// The words that name the speaker, appositions included.
    var tokens: Range<Int>
    /// The first token of all that belongs to the subject; what precedes it is another clause.
    var start: Int
    /// Whether it is “who” or “which”.
    var isRelative = false
  }

  /// The article.
  let grammar: StatementGrammar
  private let phrases: NounPhraseReader

  /// Creates a reader for an article.
  init(grammar: StatementGrammar) {
    self.grammar = grammar
    phrases = NounPhraseReader(grammar: grammar)
  }

  /// The subject that stands before a verb group.
  ///
  /// - Returns: `nil` where none can be told for certain.
  func subject(before groupStart: Int, from low: Int) -> Subject? {
    var last = skipAdverbials(before: groupStart - 1, from: low)
    guard last >= low else { return nil }
    if grammar.has(last, .mark), grammar.opens[last] >= 0, grammar.speech[last] < 0 { last -= 1 }
    guard last >= low else { return nil }
    if last > low + 1, grammar.lower(last) == "whom", grammar.lower(last - 1) == "of" {
      return Subject(tokens: last - 2..<(last + 1), start: last - 2, isRelative: true)
    }
    if grammar.has(last, .relative), ["who", "which"].contains(grammar.lower(last)) {
      return Subject(tokens: last..<(last + 1), start: last, isRelative: true)
    }
    if grammar.has(last, .that), last > low, isNoun(last - 1) {
      return Subject(tokens: last..<(last + 1), start: last, isRelative: true)
    }
    if grammar.hasAny(last, [.comma, .dash]) {
      return subject(beforeParentheticalEndingAt: last, from: low)
    }
    return plainSubject(endingAt: last, from: low)
  }

  /// The subject that follows an inverted verb: said *Ryabkov*.
  func subject(afterVerbAt head: Int, to high: Int) -> Subject? {
    let first = head + 1
    guard first < high, let end = inverted(first, high) else { return nil }
    guard grammar.hasAny(end - 1, [.noun, .pronoun]) || phrases.isHead(end - 1) else { return nil }
    var last = end
    // “said Ana Lund, the mayor of Ostby.”; “said the mayor, Ana Lund.”
    if last < high, grammar.has(last, .comma),
      let apposition = phrases.end(startingAt: last + 1, to: high),
      apposition >= high || grammar.hasAny(apposition, [.comma, .fullStop]),
      grammar.hasAny(last + 1, [.determiner]) || !grammar.has(last + 1, .properNoun)
        || !grammar.has(end - 1, .properNoun) && SpeakerNouns.isPerson(grammar.lemma(end - 1))
          && (last + 1..<apposition).allSatisfy({ grammar.has($0, .properNoun) }),
      !grammar.has(last + 1, .time)
    {
      last = apposition
    }
    return Subject(tokens: first..<last, start: first)
  }

  /// The end of a speaker that follows the verb: a name takes “of”, an office any preposition that
  /// leads to a name (“an analyst at Lund Bank”), so that place and time stay outside.
  private func inverted(_ first: Int, _ high: Int) -> Int? {
    guard var end = phrases.plainEnd(startingAt: first, to: high) else { return nil }
    while end < high - 1, grammar.has(end, .preposition) {
      let isName = grammar.has(end - 1, .properNoun)
      let word = grammar.lower(end)
      guard word == "of" || !isName && ["for", "at", "with", "in", "from"].contains(word),
        let next = phrases.plainEnd(startingAt: end + 1, to: high),
        word == "of" || (end + 1..<next).contains(where: { grammar.has($0, .properNoun) })
          || grammar.has(end + 1, .determiner) && word == "for"
      else { break }
      end = next
    }
    if end < high - 1, grammar.lower(end) == "and",
      let next = phrases.plainEnd(startingAt: end + 1, to: high),
      grammar.has(next - 1, .properNoun)
    {
      end = next
    }
    return end
  }

  /// The subject of a verb: its own where it is finite, else that of the main clause.
  func governor(of verb: Int, from low: Int) -> Subject? {
    guard grammar.has(verb, .finite) else { return mainSubject(of: verb, from: low) }
    let own = subject(before: groupStart(verb, from: low), from: low)
    return own.flatMap { $0.isRelative ? nil : $0 } ?? mainSubject(of: verb, from: low)
  }

  /// Where a verb begins, helpers and adverbs included.
  private func groupStart(_ verb: Int, from low: Int) -> Int {
    var start = verb
    while start > low,
      grammar.hasAny(start - 1, [.modal, .have, .be, .negation])
        || grammar.tokens.partsOfSpeech[start - 1].isAdverb
    {
      start -= 1
    }
    return start
  }

  /// The subject of the finite verb that governs a position: the first one of its sentence.
  func mainSubject(of position: Int, from low: Int) -> Subject? {
    var index = low
    while index < position {
      if grammar.has(index, .finite), grammar.speech[index] < 0 {
        let start = groupStart(index, from: low)
        if let subject = subject(before: start, from: low), !subject.isRelative { return subject }
      }
      index += 1
    }
    return nil
  }

  /// Whether nothing but a conjunction and adverbs stands before a verb group, so that it shares its
  /// subject with the verb before: “…, but also *called* for”.
  func sharesSubject(_ groupStart: Int, from low: Int, isTitle: Bool) -> Bool {
    var index = groupStart - 1
    while index > low,
      grammar.tokens.partsOfSpeech[index].isAdverb || grammar.has(index, .time)
        || grammar.lower(index) == "also"
    {
      index -= 1
    }
    guard index > low else { return false }
    return grammar.has(index, .conjunction) || (isTitle && grammar.has(index, .comma))
  }

  private func plainSubject(endingAt last: Int, from low: Int) -> Subject? {
    guard let start = phrases.start(endingAt: last, from: low) else {
      return contactSubject(endingAt: last, from: low)
    }
    if phrases.beginsClause(start, from: low) { return accepted(start..<(last + 1), low) }
    // The phrase is governed by a preposition or a verb: the subject may be further left, before a
    // relative clause (“the official who spoke on condition of anonymity said”).
    return relativeHead(before: start, from: low, end: last + 1)
  }

  /// A phrase that only says when is not a speaker.
  private func accepted(_ tokens: Range<Int>, _ low: Int) -> Subject? {
    let head = tokens.upperBound - 1
    if tokens.allSatisfy({ grammar.hasAny($0, [.time, .determiner]) }),
      !grammar.has(head, .pronoun)
    {
      return nil
    }
    return Subject(tokens: tokens, start: tokens.lowerBound)
  }

  /// “The draft *Moscow submitted* asks”: a clause without a relative pronoun hangs on the subject.
  private func contactSubject(endingAt last: Int, from low: Int) -> Subject? {
    guard grammar.hasAny(last, [.finite]), last > low,
      let inner = phrases.plainStart(endingAt: last - 1, from: low), inner > low,
      grammar.has(inner - 1, .noun), let outer = phrases.start(endingAt: inner - 1, from: low),
      phrases.beginsClause(outer, from: low)
    else { return nil }
    return Subject(tokens: outer..<(last + 1), start: outer)
  }

  private func relativeHead(before position: Int, from low: Int, end: Int) -> Subject? {
    var index = position - 1
    while index > low {
      if grammar.hasAny(index, [.comma, .semicolon, .colon, .mark, .dash]) { return nil }
      if grammar.hasAny(index, [.relative, .that]), isNoun(index - 1),
        let start = phrases.start(endingAt: index - 1, from: low),
        phrases.beginsClause(start, from: low)
      {
        return Subject(tokens: start..<index, start: start)
      }
      index -= 1
    }
    return nil
  }

  /// The subject before an apposition, a relative clause or an aside between commas or dashes.
  private func subject(beforeParentheticalEndingAt close: Int, from low: Int) -> Subject? {
    let isDash = grammar.has(close, .dash)
    var open = close - 1
    var found: Subject?
    var insideEnd = close
    while open > low, close - open < 45 {
      if grammar.speech[open] >= 0 { break }
      if grammar.hasAny(open, [.semicolon, .colon, .fullStop]) { break }
      if grammar.has(open, isDash ? .dash : .comma) {
        let inside = (open + 1)..<max(open + 1, insideEnd)
        guard inside.count > 0, isAside(inside),
          let start = phrases.start(endingAt: open - 1, from: low)
        else {
          if found != nil { break }
          open -= 1
          continue
        }
        let begins = phrases.beginsClause(start, from: low)
        let isChain = start > low && grammar.has(start - 1, .comma)
        guard begins else {
          if found != nil { break }
          open -= 1
          continue
        }
        let isApposition = isNominal(inside)
        found = Subject(tokens: start..<(isApposition ? close : open), start: start)
        insideEnd = open
        if !isChain { return found }
      }
      open -= 1
    }
    return found
  }

  /// Whether the words between two commas can be an aside.
  private func isAside(_ run: Range<Int>) -> Bool {
    guard let first = run.first else { return false }
    if grammar.hasAny(first, [.relative, .preposition, .adverb, .subordinator, .question]) {
      return true
    }
    if grammar.has(first, .conjunction) { return false }
    let pos = grammar.tokens.partsOfSpeech[first]
    if pos == .vbg || pos == .vbn { return true }
    // An apposition: a noun phrase without a finite verb outside a relative clause.
    for token in run {
      if grammar.has(token, .relative) || grammar.has(token, .that) { return true }
      if grammar.has(token, .finite) { return false }
    }
    return true
  }

  private func isNominal(_ run: Range<Int>) -> Bool {
    guard let first = run.first else { return false }
    guard grammar.hasAny(first, [.phrase, .determiner]), !grammar.has(first, .time),
      !Self.asides.contains(grammar.lower(first))
    else {
      return false
    }
    if run.contains(where: { grammar.hasAny($0, [.finite, .relative]) }) { return false }
    // “, briefing reporters,” is no name for anybody; “, professor at Lund,” is.
    return grammar.hasAny(first, [.determiner, .properNoun, .possessive])
      || grammar.tokens.partsOfSpeech[first] != .nn
      || !grammar.lower(first).hasSuffix("ing")
        && (phrases.plainEnd(startingAt: first, to: run.upperBound).map {
          SpeakerNouns.isSpeaker(grammar.lemma($0 - 1))
        } ?? false)
  }

  private static let asides: Set<String> = [
    "meanwhile", "however", "though", "too", "then", "also", "instead", "still", "nevertheless",
  ]

  private func isNoun(_ token: Int) -> Bool {
    grammar.has(token, .noun) || grammar.has(token, .bracket)
  }

  /// Steps left over “on Tuesday”, “also”, “meanwhile,” and the like.
  private func skipAdverbials(before index: Int, from low: Int) -> Int {
    var index = index
    while index > low {
      if grammar.tokens.partsOfSpeech[index].isAdverb || grammar.lower(index) == "also" {
        index -= 1
        continue
      }
      if grammar.has(index, .time), !grammar.has(index, .possessive) {
        var first = index
        while first > low, grammar.has(first - 1, .time) { first -= 1 }
        if first > low,
          grammar.has(first - 1, .preposition) || grammar.has(first - 1, .determiner)
            || grammar.tokens.partsOfSpeech[first - 1] == .cd
        {
          first -= 1
          if first > low, grammar.has(first - 1, .preposition) { first -= 1 }
        } else if first > low, !grammar.hasAny(first - 1, [.phrase, .comma, .pronoun, .bracket]) {
          return index
        }
        guard first > low else { return index }
        index = first - 1
        continue
      }
      break
    }
    return index
  }
}
