internal import NewsModel

/// What the stages of the language keep from text to text: see ``WordMemory``.
package struct LanguageMemory: Sendable {
  /// The words.
  package private(set) var words = WordMemory()
  /// What the tagger sees in them.
  private(set) var forms = PartOfSpeechMemory()
  /// Changes when everything is forgotten: numbers from before mean nothing then.
  package private(set) var generation = 0

  /// How many words are kept: those of about two thousand articles.
  ///
  /// Rare words would fill the memory in the end; then it begins anew.
  private static let limit = 1 << 16

  /// Creates a memory that knows nothing.
  package init() {}

  /// Turns to another text, and gives its tokens sentences and lower-case forms.
  mutating func begin(_ columns: inout TokenColumns, _ tagger: PartOfSpeechTagger) {
    if words.count > Self.limit {
      let next = generation + 1
      self = LanguageMemory()
      generation = next
    }
    words.begin(columns.vocabulary)
    SentenceSplitter().split(&columns, words)
    LowerCase.fill(&columns, &words)
    forms.learn(words, tagger.model)
  }

  /// Gives the tokens of the text their lemmas.
  mutating func lemmatise(_ columns: inout TokenColumns, _ lemmatiser: Lemmatiser) {
    lemmatiser.fill(&columns, &words)
  }
}
