internal import NewsModel

/// What the grammar of statements knows of a word in lower case, whatever it is in a given sentence.
struct GrammarWord: Sendable {
  /// What the word can do.
  var traits: TokenTraits = []
  /// The verb that it can be a form of, as an index into ``CueLexicon/verbs``.
  var verb: Int?
  /// The sort of cue that it is as an adjective.
  var adjective: AdjectiveCue?
  /// The act that it names as a noun.
  var noun: Quote.Act?

  /// All such words, to be looked up for a whole article at once.
  static let lexicon: WordLexicon<GrammarWord> = {
    var lexicon = WordLexicon(unknown: GrammarWord(), capacity: 2_000)
    for (words, traits) in TokenTraits.words {
      lexicon.update(words) { $0.traits.formUnion(traits) }
    }
    var forms = VerbForms()
    for (index, verb) in CueLexicon.verbs.enumerated() {
      forms.make(from: verb.lemma.utf8Span.span)
      for form in 0..<forms.count {
        lexicon.update(forms.bytes.span, forms.range(of: form)) { word in
          // Where two verbs share a form, it is the first one's, but each lemma is its own.
          guard form == 0 || word.verb == nil else { return }
          word.verb = index
          if verb.cue != nil { word.traits.insert(.cue) } else { word.traits.remove(.cue) }
        }
      }
    }
    for sort in AdjectiveCue.allCases {
      lexicon.update(sort.words) {
        $0.adjective = sort
        $0.traits.insert(.cue)
      }
    }
    for (lemma, act) in NominalCues.acts { lexicon.update(lemma) { $0.noun = act } }
    return lexicon
  }()
}
