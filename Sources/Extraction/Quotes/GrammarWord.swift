internal import NewsModel

/// What the grammar of statements knows of a word in lower case, whatever it is in a given sentence.
struct GrammarWord: Sendable {
  /// What the word can do.
  var traits: TokenTraits = []
  /// The verb that it can be a form of, and the verb's entry, `nil` for helpers.
  var verb: (lemma: String, cue: Cue?)?
  /// The cue that it is as an adjective.
  var adjective: Cue?
  /// The act that it names as a noun.
  var noun: Quote.Act?

  /// All such words, to be looked up for a whole article at once.
  static let lexicon: WordLexicon<GrammarWord> = {
    var words: [String: GrammarWord] = [:]
    for (word, traits) in TokenTraits.words { words[word, default: .init()].traits = traits }
    for (form, lemma) in CueLexicon.lemmas {
      words[form, default: .init()].verb = (lemma, CueLexicon.entries[lemma])
    }
    for (word, cue) in AdjectiveCues.entries { words[word, default: .init()].adjective = cue }
    for (lemma, act) in NominalCues.entries { words[lemma, default: .init()].noun = act }
    return WordLexicon(words)
  }()
}
