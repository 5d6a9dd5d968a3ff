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

  /// Stands for a word that no table holds.
  static let none = UInt32.max

  /// Looks up every word of a vocabulary.
  init(_ vocabulary: Vocabulary) {
    let lexicon = NameLexicon.shared
    var flags: [WordFlags] = []
    var shapes: [WordShape] = []
    var values: [Double] = []
    let count = vocabulary.count
    flags.reserveCapacity(count)
    shapes.reserveCapacity(count)
    values.reserveCapacity(count)
    let numbers = vocabulary.ids(in: lexicon.vocabulary)
    let text = vocabulary.bytes
    for (id, number) in numbers.enumerated() {
      let isKnown = number != Self.none
      flags.append(isKnown ? lexicon.flags[Int(number)] : [])
      values.append(isKnown ? lexicon.values[Int(number)] : 0)
      shapes.append(WordShape(text.span.extracting(vocabulary.range(of: UInt32(id)))))
    }
    self.flags = flags
    lexiconWords = numbers
    self.shapes = shapes
    self.values = values
  }
}
