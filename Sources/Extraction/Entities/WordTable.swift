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
    var numbers: [UInt32] = []
    var shapes: [WordShape] = []
    var values: [Double] = []
    let count = vocabulary.count
    flags.reserveCapacity(count)
    numbers.reserveCapacity(count)
    shapes.reserveCapacity(count)
    values.reserveCapacity(count)
    for id in 0..<UInt32(count) {
      let bytes = vocabulary.bytes(of: id)
      let found = lexicon.look(up: bytes.span)
      flags.append(found?.flags ?? [])
      numbers.append(found?.word ?? Self.none)
      values.append(found.map { lexicon.values[Int($0.word)] } ?? 0)
      shapes.append(WordShape(bytes.span))
    }
    self.flags = flags
    lexiconWords = numbers
    self.shapes = shapes
    self.values = values
  }
}
