internal import NewsModel

extension StatementGrammar {
  /// Whether a clause only supposes, or asks, that somebody says something.
  ///
  /// “If the ministry says that”, “unless Lund denies”, “whether or not they admitted”, “in case anybody claims
  /// that”, “had Lund said that”: nothing was said then. Such a word stands right before the subject, but for adverbs and the like; “if the bridge is safe, Lund
  /// said” and “if what Lund says is true” suppose other things.
  func isSupposed(_ proposal: ProposedAttribution) -> Bool {
    guard let source = proposal.source, source.lowerBound < proposal.head,
      cue(proposal.head) != nil || proposal.cue.contains(where: { $0.contains { has($0, .cue) } }),
      // Content in front of its cue makes a clause of its own; “if Lund, who said that” supposes something else.
      !proposal.content.contains(where: { $0.lowerBound < source.lowerBound }),
      !(source.lowerBound..<proposal.head).contains(where: { has($0, .relative) })
    else { return false }
    let sentence = tokens.sentence(tokens.sentenceIndex(ofToken: source.lowerBound)).lowerBound
    // A source may have taken in the word itself.
    let first = source.lowerBound
    if isSupposition(first, sentence) || source.count > 1 && isInverted(first, sentence) {
      return true
    }
    var before = first - 1
    while before >= sentence, has(before, .adverb) || isWord(before, in: key.supposingLinks) {
      before -= 1
    }
    return before >= sentence
      && (isSupposition(before, sentence) || before == first - 1 && isInverted(before, sentence))
  }

  /// “if”, “in case”.
  private func isSupposition(_ token: Int, _ sentence: Int) -> Bool {
    if isWord(token, in: key.suppositions) { return true }
    return token > sentence && isWord(token, in: key.supposedCases)
      && hasAny(token - 1, [.preposition, .determiner])
  }

  /// “*Had* Lund said”, “*did* Lund say” at the start of a clause.
  private func isInverted(_ token: Int, _ sentence: Int) -> Bool {
    hasAny(token, [.modal, .have, .do, .be])
      && tokens.partsOfSpeech[token] != .vbg && tokens.partsOfSpeech[token] != .vb
      && (token == sentence || hasAny(token - 1, [.comma, .mark, .conjunction, .dash, .semicolon]))
  }
}
