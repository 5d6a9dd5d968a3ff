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
    self.init((0..<UInt32(vocabulary.count)).map { WordFacts($0, of: vocabulary) })
  }

  /// Takes over what a memory knows of the words with these numbers.
  init(_ memory: ExtractionMemory, _ numbers: [UInt32]) {
    self.init(numbers.map { memory.facts[Int($0)] })
  }

  private init(_ facts: [WordFacts]) {
    flags = facts.map(\.flags)
    lexiconWords = facts.map(\.lexiconWord)
    shapes = facts.map(\.shape)
    values = facts.map(\.value)
    grammarWords = facts.map(\.grammarWord)
  }
}
