internal import NewsModel

/// A table of words that is looked up for a whole article's vocabulary at once.
struct WordLexicon<Value: Sendable>: Sendable {
  private var vocabulary: Vocabulary
  private var values: [Value] = []

  /// Creates a lexicon of words in lower case.
  init(_ table: [String: Value]) {
    vocabulary = Vocabulary(capacity: table.count)
    for (word, value) in table.sorted(by: { $0.key < $1.key }) {
      _ = vocabulary.intern(word)
      values.append(value)
    }
  }

  /// What the table says of each word of an article, by the article's ids; `nil` of unknown ones.
  func values(for words: Vocabulary) -> [Value?] {
    words.ids(in: vocabulary).map { $0 == .max ? nil : values[Int($0)] }
  }
}
