import NewsModel

/// The attributes of runs of tokens, as conditions and emissions read them.
extension MatchText {
  /// The number that a run stands for (NaN where it is none), or its length in tokens.
  package func number(_ attribute: Pattern.Attribute, of run: Range<Int>) -> Double {
    attribute == .len ? Double(run.count) : NumberWords.value(of: run, in: self)
  }

  /// Whether a run says only how large a number is: “tens of thousands”.
  func isApproximate(_ run: Range<Int>) -> Bool { NumberWords.isApproximate(run, in: self) }

  /// Whether two runs have the same words or dictionary forms but for case, or `nil` where the lexicon does not
  /// tell.
  func areEqual(
    _ first: Range<Int>, _ second: Range<Int>, _ attribute: Pattern.Attribute
  ) -> Bool? {
    guard let lexicon, attribute == .word || attribute == .lemma, first.count == second.count else {
      return nil
    }
    var areEqual = true
    for (first, second) in zip(first, second) {
      let isSame =
        attribute == .word
        ? lexicon.areEqual(tokens.words[first], tokens.words[second])
        : lexicon.areEqual(tokens.lemmas[first], tokens.lemmas[second])
      guard let isSame else { return nil }
      if !isSame { areEqual = false }
    }
    return areEqual
  }

  /// An attribute of each token of a run, joined by spaces; of a declared one the values that there are.
  package func words(_ run: Range<Int>, _ attribute: Pattern.Attribute) -> String {
    if case .custom(let declared) = attribute {
      return run.compactMap { declared.value(lower: lower($0), lemma: tokens.lemma($0)) }
        .joined(separator: " ")
    }
    return run.map { token in
      switch attribute {
      case .word: tokens.word(token)
      case .lower: lower(token)
      case .lemma: tokens.lemma(token)
      case .pos: tokens.partsOfSpeech[token].name
      case .ent: entityCodes[token] == 0 ? "" : Self.entityTypes[Int(entityCodes[token]) - 1]
      case .shape: TokenProperties(tokens.word(token)).shape
      case .num, .len, .custom: ""
      }
    }.joined(separator: " ")
  }
}
