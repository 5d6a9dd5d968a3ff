internal import NewsModel

extension EntityBuilder {
  /// What the model says of a spelling.
  enum Verdict {
    /// There is no model.
    case undecided
    case name(EntityType)
    case noName
  }

  /// Lets the model judge all spellings; what the rules say of them is part of what it looks at.
  mutating func judgeSpellings(_ spans: [NameSpan]) {
    let verdicts = model.withWeights { weights -> [Verdict] in
      guard let weights else { return [] }
      return readSpellings(spans) { $0.verdict(weights) }
    }
    for (index, verdict) in verdicts.enumerated() { spellings[index].verdict = verdict }
  }

  /// Reads what the model looks at for each spelling, in order.
  func readSpellings<Result>(
    _ spans: [NameSpan], _ body: (inout SpellingReader) -> Result
  ) -> [Result] {
    var roles = NameRoles(words: words, bytes: bytes)
    let ruled = spellings.map { ruledType(of: $0) }
    for (spelling, type) in zip(spellings, ruled) {
      guard let first = spelling.occurrences.first else { continue }
      roles.note(spans[first].tokens, isPerson: type == .person)
    }
    let features = NameFeatures(GazetteerMatcher(words, bytes: bytes))
    var reader = SpellingReader(features: features, roles: roles, spans: spans)
    return zip(spellings, ruled).map { spelling, type in
      reader.turn(to: spelling, ruled: type)
      return body(&reader)
    }
  }
}
