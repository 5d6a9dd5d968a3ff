internal import NewsModel

/// What the lexicon says of each word of one article's vocabulary.
///
/// Each distinct word is looked up once; a token is then tested with an array access.
struct WordTable: Sendable {
  /// Flags by the vocabulary id of a lower-case word.
  let flags: [WordFlags]
  /// The lexicon's number by the vocabulary id of a lower-case word; `none` where it has none.
  let lexiconWords: [UInt32]
  /// The way of writing by the vocabulary id of a word as written.
  let shapes: [WordShape]
  /// The value of a number word or the number of a month by the vocabulary id of a lower-case word,
  /// else 0.
  let values: [Double]
  /// The number in the lexicon of the grammar by the vocabulary id of a lower-case word; `none` where it has
  /// none.
  let grammarWords: [UInt32]

  /// Stands for a word that no table holds.
  static let none = UInt32.max

  /// Looks up every word of a vocabulary.
  init(_ vocabulary: Vocabulary) {
    self.init(count: vocabulary.count) { WordFacts(UInt32($0), of: vocabulary) }
  }

  /// Takes over what a memory knows of the words with these numbers.
  init(_ memory: ExtractionMemory, _ numbers: [UInt32]) {
    self.init(count: numbers.count) { memory.facts[Int(numbers[$0])] }
  }

  private init(count: Int, _ facts: (Int) -> WordFacts) {
    var flags: [WordFlags] = []
    var lexiconWords: [UInt32] = []
    var shapes: [WordShape] = []
    var values: [Double] = []
    var grammarWords: [UInt32] = []
    flags.reserveCapacity(count)
    lexiconWords.reserveCapacity(count)
    shapes.reserveCapacity(count)
    values.reserveCapacity(count)
    grammarWords.reserveCapacity(count)
    for id in 0..<count {
      let word = facts(id)
      flags.append(word.flags)
      lexiconWords.append(word.lexiconWord)
      shapes.append(word.shape)
      values.append(word.value)
      grammarWords.append(word.grammarWord)
    }
    self.flags = flags
    self.lexiconWords = lexiconWords
    self.shapes = shapes
    self.values = values
    self.grammarWords = grammarWords
  }
}
