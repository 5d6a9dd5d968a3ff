internal import NewsModel

/// The cues of one article's vocabulary: those of the lexicon and those that the analyst taught.
struct CueColumns: Sendable {
  /// A verb with words that must follow it: “hit back”.
  private struct Phrase: Sendable {
    var rest: [UInt32]
    var cue: Cue
  }

  /// The number of each word in the grammar's lexicon, by vocabulary id.
  private let numbers: [UInt32]
  /// What the analyst taught of words, by vocabulary id: it goes before what the lexicon says.
  private var verbs: [UInt32: Cue] = [:]
  private var lemmas: [UInt32: String] = [:]
  private var nouns: [UInt32: Quote.Act] = [:]
  private var phrases: [UInt32: [Phrase]] = [:]
  private var taught: Set<UInt32> = []

  /// Starts with the lexicon's cues, given the number there of each word of the article.
  init(_ numbers: [UInt32]) { self.numbers = numbers }

  /// What the lexicon knows of a word.
  private func known(_ word: UInt32) -> GrammarWord? {
    let number = numbers[Int(word)]
    return number == WordTable.none ? nil : GrammarWord.lexicon[number]
  }

  /// The cue that a word in lower case can be a form of.
  private func verb(_ word: UInt32) -> Cue? {
    if !verbs.isEmpty, let verb = verbs[word] { return verb }
    return known(word)?.verb.flatMap { CueLexicon.verbs[$0].cue }
  }

  /// The verb that a word in lower case can be a form of, where it is a cue or a helper.
  func lemma(of word: UInt32) -> String? {
    if !lemmas.isEmpty, let lemma = lemmas[word] { return lemma }
    return known(word)?.verb.map { CueLexicon.verbs[$0].lemma }
  }

  /// The adjective that attributes, such as “clear”, where a word in lower case is one.
  func adjective(_ word: UInt32) -> Cue? { known(word)?.adjective?.cue }

  /// The act that a noun names, such as “claim”, given its lemma.
  func noun(_ lemma: UInt32) -> Quote.Act? {
    if !nouns.isEmpty, let act = nouns[lemma] { return act }
    return known(lemma)?.noun
  }

  /// Whether the analyst named a cue that begins with a word in lower case.
  func isTaught(_ word: UInt32) -> Bool { verbs[word] != nil || phrases[word] != nil }

  /// Adds a cue that the analyst named.
  mutating func add(_ cue: ExtractionOptions.Cue, _ vocabulary: Vocabulary) {
    let words = cue.phrase.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first else { return }
    if cue.isNoun {
      guard let last = words.last, let id = vocabulary.id(of: last) else { return }
      nouns[id] = cue.act ?? noun(id) ?? .statement
      taught.insert(id)
      return
    }
    let rest = words.dropFirst().compactMap { vocabulary.id(of: $0) }
    guard rest.count == words.count - 1 else { return }
    for form in VerbForms.all(of: first) {
      guard let id = vocabulary.id(of: form) else { continue }
      lemmas[id] = lemma(of: id) ?? first
      taught.insert(id)
      if rest.isEmpty {
        verbs[id] = Self.taught(cue, over: verb(id))
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
    return verb(word)
  }

  /// Whether the analyst named the cue at a token.
  func isTaught(at token: Int, _ tokens: TokenColumns) -> Bool {
    let word = tokens.lowers[token]
    guard taught.contains(word) || taught.contains(tokens.lemmas[token]) else { return false }
    return phrases[word] == nil || phrase(at: token, tokens) != nil || verb(word) == nil
  }

  private func phrase(at token: Int, _ tokens: TokenColumns) -> Phrase? {
    phrases[tokens.lowers[token]]?.first { phrase in
      token + phrase.rest.count < tokens.count
        && phrase.rest.indices.allSatisfy { tokens.lowers[token + 1 + $0] == phrase.rest[$0] }
    }
  }
}
