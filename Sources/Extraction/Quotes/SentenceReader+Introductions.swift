internal import NewsModel

extension SentenceReader {
  /// “Lund continued:”, “The mayor released the following statement:” at the end of a paragraph: what is said
  /// fills the next one.
  mutating func readIntroduction(_ sentence: Range<Int>) {
    let colon = sentence.upperBound - 1
    guard sentence.count > 2, grammar.lower(colon) == ":", grammar.speech[colon] < 0,
      let content = introduced(behind: colon)
    else { return }
    let window = window(of: colon, in: sentence)
    let isSpeech = grammar.speech[content.lowerBound] >= 0
    guard
      let (source, cue, head, act) = announcement(before: colon, window)
        ?? cueBefore(colon, window, least: isSpeech ? 0.5 : 0.7)
    else { return }
    // A cue that has its words in the sentence itself introduces no others.
    guard
      !inSentence.contains(where: { statement in
        statement.head == head && statement.content.contains { $0.count > 2 }
      })
    else { return }
    add(
      ProposedAttribution(
        source: source, cue: [cue], content: [content], head: head, act: act,
        confidence: isSpeech ? 0.9 : 0.75, by: "rule introduced-paragraph"))
  }

  /// The quotation that opens the next paragraph, or the paragraph as a whole where it has no marks.
  private func introduced(behind colon: Int) -> Range<Int>? {
    let tokens = grammar.tokens
    let paragraph = tokens.paragraphIndex(ofToken: colon)
    guard tokens.paragraph(paragraph).upperBound == colon + 1,
      paragraph + 1 < tokens.paragraphCount
    else { return nil }
    let next = tokens.paragraph(paragraph + 1)
    guard let first = next.first, grammar.zones[first] == .body, !grammar.isInTurn(first) else {
      return nil
    }
    let speech = Int(grammar.speech[first])
    if speech >= 0 {
      return grammar.quotationTokens[speech].lowerBound == first
        ? grammar.quotationTokens[speech] : nil
    }
    // A list is no speech: its first item would be taken for all that is said.
    guard grammar.opens[first] < 0, next.count > 6,
      next.contains(where: { grammar.has($0, .finite) })
    else { return nil }
    return next
  }

  private typealias Introduction = (
    source: Range<Int>, cue: Range<Int>, head: Int, act: Quote.Act
  )

  /// The last cue of the sentence, if it has a subject and nothing but circumstances behind it.
  private func cueBefore(
    _ colon: Int, _ window: Range<Int>, least strength: Double
  ) -> Introduction? {
    for token in (window.lowerBound + 1..<colon).reversed() {
      guard grammar.speech[token] < 0, let cue = grammar.cue(token) else { continue }
      let start: Int
      if let group = verbs.group(at: token, from: window.lowerBound, cue: cue) {
        guard group.form == .finite, group.status == .stated else { return nil }
        start = group.start
      } else if token == colon - 1, grammar.has(token - 1, .properNoun) {
        // “The Courier reports:”, which a tagger may take for a noun.
        start = token
      } else {
        continue
      }
      guard cue.strength >= strength, !cue.frames.contains(.belief),
        let subject = subjects.subject(before: start, from: window.lowerBound),
        !subject.isRelative, isSpeakerLike(subject.tokens, cue), isPersonal(subject.tokens)
      else { return nil }
      let end = token + 1 == colon ? colon + 1 : token + 1
      return (subject.tokens, token..<end, token, cue.act)
    }
    return nil
  }

  /// “released the following statement”, “made this promise on Friday”.
  private func announcement(before colon: Int, _ window: Range<Int>) -> Introduction? {
    let nouns = max(window.lowerBound, colon - 6)..<colon
    guard
      let noun = nouns.last(where: { Self.announcements.contains(grammar.lemma($0)) }),
      let pointer = (max(window.lowerBound, noun - 3)..<noun).last(where: {
        Self.pointers.contains(grammar.lower($0))
      })
    else { return nil }
    var verb = pointer - 1
    while verb > window.lowerBound, grammar.has(verb, .determiner) { verb -= 1 }
    guard verb > window.lowerBound, grammar.has(verb, .finite),
      !grammar.hasAny(verb, [.be, .have]),
      let subject = subjects.subject(before: verb, from: window.lowerBound),
      !subject.isRelative, isPersonal(subject.tokens)
    else { return nil }
    return (subject.tokens, verb..<(noun + 1 == colon ? colon + 1 : noun + 1), verb, .statement)
  }

  private static let pointers: Set<String> = ["following", "this", "these"]
  private static let announcements: Set<String> = [
    "statement", "comment", "note", "message", "remark", "tweet", "letter", "question", "answer",
    "response", "reply", "announcement", "email", "e-mail", "post", "appeal", "request", "promise",
    "observation", "point", "claim", "warning", "explanation", "passage",
  ]
}
