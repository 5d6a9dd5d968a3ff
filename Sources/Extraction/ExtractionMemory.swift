internal import Language
internal import NewsModel

/// What the stages know of the words that they have met, kept from article to article.
///
/// See `WordMemory` for words and their numbers. What comes out never depends on what a memory holds.
struct ExtractionMemory: Sendable {
  /// The words.
  var language = LanguageMemory()
  /// What the lexicons say of each word, by number.
  private(set) var facts: [WordFacts] = []
  /// Each word, by number.
  private(set) var words: [String] = []
  private var generation = 0

  /// Looks the words up that came since the last time.
  mutating func learn() {
    if generation != language.generation {
      generation = language.generation
      facts.removeAll(keepingCapacity: true)
      words.removeAll(keepingCapacity: true)
    }
    let vocabulary = language.words.vocabulary
    for number in facts.count..<max(facts.count, vocabulary.count) {
      facts.append(WordFacts(UInt32(number), of: vocabulary))
      words.append(vocabulary[UInt32(number)])
    }
  }
}

/// What the lexicons say of one word, and how it is written.
struct WordFacts: Sendable {
  /// What the word can be.
  var flags: WordFlags = []
  /// The value of a number word or the number of a month, else 0.
  var value = 0.0
  /// The number of the word in the lexicon of names; `WordTable.none` where it has none.
  var lexiconWord = WordTable.none
  /// The number of the word in the lexicon of the grammar; `WordTable.none` where it has none.
  var grammarWord = WordTable.none
  /// How it is written.
  var shape: WordShape

  /// Looks a word of a vocabulary up.
  init(_ word: UInt32, of vocabulary: Vocabulary) {
    shape = vocabulary.withBytes { WordShape($0.span.extracting(vocabulary.range(of: word))) }
    grammarWord = GrammarWord.lexicon.number(of: word, in: vocabulary) ?? WordTable.none
    let lexicon = NameLexicon.shared
    guard let number = vocabulary.id(of: word, in: lexicon.vocabulary) else { return }
    lexiconWord = number
    flags = lexicon.flags[Int(number)]
    value = lexicon.values[Int(number)]
  }
}
