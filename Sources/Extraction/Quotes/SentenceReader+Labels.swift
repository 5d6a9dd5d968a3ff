internal import NewsModel

extension SentenceReader {
  /// “Lund: “We will not sign.””: a name, a colon and speech, as headlines and interviews print it, several times in
  /// one paragraph perhaps.
  mutating func readLabel(before colon: Int, _ sentence: Range<Int>) {
    guard
      let speech = contents.speechOpening(at: colon + 1, high: sentence.upperBound),
      let label = label(before: colon)
    else { return }
    if let verb = invertedCue(label), let cue = grammar.cue(verb) {
      add(
        ProposedAttribution(
          source: verb + 1..<colon, cue: [verb..<(verb + 1)], content: [speech], head: verb,
          act: cue.act, confidence: RuleProposer.sureLabel, by: RuleProposer.invertedLabel))
      return
    }
    guard namesSpeaker(inLabel: label) else { return }
    // “Lund (Labour):”
    var end = colon
    if grammar.has(end - 1, .bracket),
      let bracket = label.dropLast().last(where: { grammar.has($0, .bracket) })
    {
      end = bracket
    }
    let name = label.lowerBound..<max(end, label.lowerBound)
    guard let last = name.last,
      phrases.plainEnd(startingAt: name.lowerBound, to: end) == end || isNameAlone(name)
    else { return }
    let isNamed = grammar.mention(at: last) != nil
    add(
      ProposedAttribution(
        source: label, cue: [colon..<(colon + 1)], content: [speech], head: colon,
        confidence: isNamed ? RuleProposer.sureLabel : 0.75, by: RuleProposer.quotationLabel))
  }

  /// The most words that a label may have.
  private static let longestLabel = 7

  /// What stands between the start of a sentence, or the end of a quotation, and a colon.
  func label(before colon: Int) -> Range<Int>? {
    let tokens = grammar.tokens
    let low = tokens.sentence(tokens.sentenceIndex(ofToken: colon)).lowerBound
    var start = colon
    while start > low, !grammar.hasAny(start - 1, [.fullStop, .semicolon, .colon, .mark]) {
      start -= 1
      guard colon - start <= Self.longestLabel else { return nil }
    }
    while start < colon, grammar.has(start, .dash) { start += 1 }
    return start < colon ? start..<colon : nil
  }

  /// Whether a label tells who speaks.
  ///
  /// It names a person or a body, an office, or is the Q or A of an interview or in capitals in a transcript.
  /// “Interview:” and “Exclusive:” in front of a quotation do not.
  func namesSpeaker(inLabel label: Range<Int>) -> Bool {
    guard let head = headToken(of: label) else { return false }
    if let mention = grammar.mention(at: head) {
      switch grammar.entities[mention.entity].type {
      case .person, .organisation: return true
      case .place: return mention.metonymOf != nil || grammar.zones[head] == .title
      case .other: return false
      }
    }
    if grammar.hasAny(head, [.subjectPronoun]) { return !grammar.isWord(head, .it) }
    let word = grammar.lower(head)
    if label.count == 1, word == "q" || word == "a" { return true }
    if SpeakerNouns.isSpeaker(grammar.lemma(head)) { return true }
    return grammar.isCapitalised(head)
      && grammar.entities.contains {
        $0.type == .person && $0.name.split(separator: " ").last?.lowercased() == word
      } || !grammar.turns.isEmpty && label.allSatisfy(grammar.isInCapitals)
  }

  /// Whether a label is a name as a whole, whatever a tagger takes its words for.
  private func isNameAlone(_ label: Range<Int>) -> Bool {
    guard let mention = grammar.mention(at: label.upperBound - 1) else { return false }
    let name = grammar.tokens.tokens(in: mention.range)
    return name.lowerBound <= label.lowerBound
      || (label.lowerBound..<name.lowerBound).allSatisfy { grammar.hasAny($0, [.noun, .phrase]) }
  }

  /// The verb of “*Said* Lund: “We will not sign.””, where a label begins with one.
  func invertedCue(_ label: Range<Int>) -> Int? {
    let first = label.lowerBound
    guard label.count > 1, grammar.mention(at: first) == nil, let cue = grammar.cue(first),
      cue.frames.contains(.speech), cue.strength >= 0.8,
      // “Report author Lund: …”
      grammar.lower(first) != grammar.lemma(first),
      phrases.plainEnd(startingAt: first + 1, to: label.upperBound) == label.upperBound,
      isPersonal(first + 1..<label.upperBound)
    else { return nil }
    return first
  }
}
