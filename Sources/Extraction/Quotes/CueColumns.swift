internal import NewsModel

/// The cues of one article's vocabulary: those of the lexicon and those that the analyst taught.
struct CueColumns: Sendable {
  /// A verb with words that must follow it: “hit back”.
  private struct Phrase: Sendable {
    var rest: [UInt32]
    var cue: Cue
  }

  /// The cue that each word can be a form of, by vocabulary id of the word in lower case.
  private var verbs: [Cue?]
  /// The lemma of each such word, by the same id.
  private(set) var lemmas: [String?]
  /// The act that a noun names, such as “claim”, by vocabulary id of the lemma.
  private(set) var nouns: [Quote.Act?]
  private var phrases: [UInt32: [Phrase]] = [:]
  private var taught: Set<UInt32> = []

  /// Starts with the lexicon's cues.
  init(verbs: [Cue?], lemmas: [String?], nouns: [Quote.Act?]) {
    self.verbs = verbs
    self.lemmas = lemmas
    self.nouns = nouns
  }

  /// Adds a cue that the analyst named.
  mutating func add(_ cue: ExtractionOptions.Cue, _ vocabulary: Vocabulary) {
    let words = cue.phrase.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first else { return }
    if cue.isNoun {
      guard let last = words.last, let id = vocabulary.id(of: last) else { return }
      nouns[Int(id)] = cue.act ?? nouns[Int(id)] ?? .statement
      taught.insert(id)
      return
    }
    let rest = words.dropFirst().compactMap { vocabulary.id(of: $0) }
    guard rest.count == words.count - 1 else { return }
    for form in VerbForms.all(of: first) {
      guard let id = vocabulary.id(of: form) else { continue }
      lemmas[Int(id)] = lemmas[Int(id)] ?? first
      taught.insert(id)
      if rest.isEmpty {
        verbs[Int(id)] = Self.taught(cue, over: verbs[Int(id)])
      } else {
        var entry = Self.taught(cue, over: nil)
        entry.rest = rest.count
        phrases[id, default: []].append(Phrase(rest: rest, cue: entry))
      }
    }
  }

  /// The entry of a taught verb: as in the lexicon where it is known, else like “said”; a denial may deny
  /// a thing as well as a clause.
  private static func taught(_ cue: ExtractionOptions.Cue, over known: Cue?) -> Cue {
    var entry = known ?? CueLexicon.added
    entry.strength = max(entry.strength, CueLexicon.added.strength)
    if let act = cue.act {
      entry.act = act
      if known == nil, act == .denial { entry.frames.formUnion([.nounPhrase, .gerund]) }
    }
    return entry
  }

  /// The cue that a token can be a form of.
  func verb(at token: Int, _ tokens: TokenColumns) -> Cue? {
    let word = tokens.lowers[token]
    if !phrases.isEmpty, let phrase = phrase(at: token, tokens) { return phrase.cue }
    return verbs[Int(word)]
  }

  /// Whether the analyst named the cue at a token.
  func isTaught(at token: Int, _ tokens: TokenColumns) -> Bool {
    let word = tokens.lowers[token]
    guard taught.contains(word) || taught.contains(tokens.lemmas[token]) else { return false }
    return phrases[word] == nil || phrase(at: token, tokens) != nil || verbs[Int(word)] == nil
  }

  private func phrase(at token: Int, _ tokens: TokenColumns) -> Phrase? {
    phrases[tokens.lowers[token]]?.first { phrase in
      token + phrase.rest.count < tokens.count
        && phrase.rest.indices.allSatisfy { tokens.lowers[token + 1 + $0] == phrase.rest[$0] }
    }
  }
}
