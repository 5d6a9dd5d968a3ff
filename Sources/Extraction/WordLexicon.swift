internal import NewsModel

/// A table of words in lower case with what is known of each, found by number.
struct WordLexicon<Value: Sendable>: Sendable {
  private var vocabulary: Vocabulary
  private var values: [Value] = []
  /// What is known of a word that is new.
  private let unknown: Value

  /// Creates an empty lexicon with room for about `capacity` words.
  init(unknown: Value, capacity: Int) {
    self.unknown = unknown
    vocabulary = Vocabulary(capacity: capacity)
    values.reserveCapacity(capacity)
  }

  /// Changes what is known of the word at a place in a text, which is added where it is new.
  mutating func update(
    _ text: Span<UInt8>, _ range: Range<Int>, _ change: (inout Value) -> Void
  ) {
    let number = Int(vocabulary.intern(text, range))
    if number == values.count { values.append(unknown) }
    change(&values[number])
  }

  /// Changes what is known of each of some words with spaces between them.
  mutating func update(_ words: String, _ change: (inout Value) -> Void) {
    let text = words.utf8Span.span
    text.forEachField(in: 0..<text.count) { update(text, $0, change) }
  }

  /// The number of a word of another vocabulary, `nil` where the table has none.
  func number(of word: UInt32, in other: Vocabulary) -> UInt32? {
    other.id(of: word, in: vocabulary)
  }

  /// What is known of the word with a number.
  subscript(number: UInt32) -> Value { values[Int(number)] }
}

extension Span<UInt8> {
  /// Calls a function with each field of a part of a table that is written down as text: what stands between spaces
  /// and line ends.
  func forEachField(in range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = range.lowerBound
    for index in range where self[index] <= 0x20 {
      if start < index { body(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { body(start..<range.upperBound) }
  }

  /// Calls a function with each line that holds anything.
  func forEachLine(_ body: (Range<Int>) -> Void) {
    var start = 0
    for index in 0...count where index == count || self[index] == UInt8(ascii: "\n") {
      if start < index { body(start..<index) }
      start = index + 1
    }
  }
}
