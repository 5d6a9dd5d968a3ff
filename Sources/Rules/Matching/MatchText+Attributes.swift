import NewsModel

/// The attributes of runs of tokens, as conditions and emissions read them.
extension MatchText {
  /// The number that a run stands for (NaN where it is none), or its length in tokens.
  package func number(_ attribute: Pattern.Attribute, of run: Range<Int>) -> Double {
    attribute == .len ? Double(run.count) : NumberWords.value(of: run, in: self)
  }

  /// An attribute of each token of a run, joined by spaces; of a declared one the values that there are.
  package func words(_ run: Range<Int>, _ attribute: Pattern.Attribute) -> String {
    if case .custom(let declared) = attribute {
      return run.compactMap { declared.value(lower: tokens.lower($0), lemma: tokens.lemma($0)) }
        .joined(separator: " ")
    }
    return run.map { token in
      switch attribute {
      case .word: tokens.word(token)
      case .lower: tokens.lower(token)
      case .lemma: tokens.lemma(token)
      case .pos: tokens.partsOfSpeech[token].name
      case .ent: entityCodes[token] == 0 ? "" : Self.entityTypes[Int(entityCodes[token]) - 1]
      case .shape: TokenProperties(tokens.word(token)).shape
      case .num, .len, .custom: ""
      }
    }.joined(separator: " ")
  }
}
