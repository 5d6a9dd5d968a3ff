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
  mutating func judgeSpellings(_ keys: [String], _ spans: [NameSpan]) {
    let places = keys.compactMap { spellings.index(forKey: $0) }
    let verdicts = model.withWeights { weights -> [Verdict] in
      guard let weights else { return [] }
      return readSpellings(places, spans) { $0.verdict(weights) }
    }
    for (place, verdict) in zip(places, verdicts) { spellings.values[place].verdict = verdict }
  }

  /// Reads what the model looks at for each spelling, in order.
  func readSpellings<Result>(
    _ places: [Dictionary<String, Spelling>.Index], _ spans: [NameSpan],
    _ body: (inout SpellingReader) -> Result
  ) -> [Result] {
    var roles = NameRoles(words: words, bytes: bytes)
    var ruled: [EntityType?] = []
    ruled.reserveCapacity(places.count)
    for place in places {
      let spelling = spellings.values[place]
      let type = ruledType(of: spelling)
      ruled.append(type)
      if let first = spelling.occurrences.first {
        roles.note(spans[first].tokens, isPerson: type == .person)
      }
    }
    let features = NameFeatures(GazetteerMatcher(words, bytes: bytes))
    var reader = SpellingReader(features: features, roles: roles, spans: spans)
    return zip(places, ruled).map { place, type in
      reader.turn(to: spellings.values[place], ruled: type)
      return body(&reader)
    }
  }
}
