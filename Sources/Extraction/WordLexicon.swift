internal import NewsModel

/// A table of words with what is known of each, found by number.
struct WordLexicon<Value: Sendable>: Sendable {
  private var vocabulary: Vocabulary
  private var values: [Value] = []

  /// Creates a lexicon of words in lower case.
  init(_ table: [String: Value]) {
    vocabulary = Vocabulary(capacity: table.count)
    for (word, value) in table {
      _ = vocabulary.intern(word)
      values.append(value)
    }
  }

  /// The number of a word of another vocabulary, `nil` where the table has none.
  func number(of word: UInt32, in other: Vocabulary) -> UInt32? {
    other.id(of: word, in: vocabulary)
  }

  /// What is known of the word with a number.
  subscript(number: UInt32) -> Value { values[Int(number)] }
}
