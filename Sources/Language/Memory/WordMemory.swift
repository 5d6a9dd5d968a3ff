package import NewsModel

/// What is known of the words that were met, kept from text to text.
///
/// A word is looked at when it is met first, not once for each text: most words of an article were in the
/// articles before it. What comes out never depends on what a memory holds.
///
/// Words have *numbers* here, which outlast the text, and *ids* in the vocabulary of one text. Call ``begin(_:)``
/// with the words of a text; words that are added to its vocabulary later must pass through ``id(of:in:)``.
package struct WordMemory: Sendable {
  /// All words that were met; their ids are the numbers.
  package private(set) var vocabulary = Vocabulary(capacity: 1 << 13)
  /// The numbers of the present text's words, by id.
  package private(set) var numbers: [UInt32] = []
  /// What each word is by itself, by number.
  private(set) var kinds: [TokenKind] = []
  /// The number of each word in lower case, by number.
  private(set) var lowers: [UInt32] = []
  /// The numbers of the lemmas, by number and group of parts of speech; `.max` where not yet known.
  private var lemmas: [UInt32] = []

  /// Creates a memory that knows nothing.
  package init() {}

  /// The number of words known.
  package var count: Int { vocabulary.count }

  /// Turns to another text, whose words are these.
  mutating func begin(_ words: Vocabulary) {
    numbers = vocabulary.intern(words)
    learn()
  }

  /// The id in the present text's vocabulary of a word with a number; the vocabulary gets the word if it is new.
  mutating func id(of number: UInt32, in text: inout Vocabulary) -> UInt32 {
    let id = text.intern(number, of: vocabulary)
    if Int(id) == numbers.count { numbers.append(number) }
    return id
  }

  /// The number of a word's lemma in a group of parts of speech, found by `lemma` when it is asked for first.
  mutating func lemma(
    of number: UInt32, group: Int, _ lemma: (String) -> String
  ) -> UInt32 {
    let place = Int(number) * Lemmatiser.groupCount + group
    if lemmas[place] != .max { return lemmas[place] }
    let word = vocabulary[number]
    let found = vocabulary.intern(lemma(word))
    learn()
    lemmas[place] = found
    return found
  }

  /// What each of the present text's tokens is by itself, given their words as ids.
  func kinds(of words: [UInt32]) -> [TokenKind] {
    words.map { kinds[Int(numbers[Int($0)])] }
  }

  /// Looks at the words that are new.
  private mutating func learn() {
    var buffer: [UInt8] = []
    while kinds.count < vocabulary.count {
      let number = UInt32(kinds.count)
      let range = vocabulary.range(of: number)
      buffer.removeAll(keepingCapacity: true)
      let (kind, isLower) = vocabulary.withBytes { bytes in
        let isLower = LowerCase.isLower(bytes[range])
        if !isLower { LowerCase.append(bytes[range], to: &buffer) }
        return (TokenKind(bytes.span.extracting(range)), isLower)
      }
      kinds.append(kind)
      if isLower {
        lowers.append(number)
      } else {
        let lower = vocabulary.intern(buffer.span)
        lowers.append(lower)
      }
    }
    let missing = vocabulary.count * Lemmatiser.groupCount - lemmas.count
    if missing > 0 { lemmas.append(contentsOf: repeatElement(.max, count: missing)) }
  }
}
