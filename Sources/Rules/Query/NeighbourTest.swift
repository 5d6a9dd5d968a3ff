import NewsModel

/// Tests a token at a fixed distance from an anchor, before anything else is done about the anchor.
struct NeighbourTest {
  /// Tokens from the anchor, negative before it.
  let distance: Int
  /// One bit for each word and lemma of the lexicon, empty where none is meant.
  private let words: [UInt64]
  private let lemmas: [UInt64]
  private let tags: [Bool]

  init(_ neighbour: QueryPlanner.Neighbour, wordCount: Int) {
    distance = neighbour.distance
    words = Self.bits(neighbour.set.words, wordCount)
    lemmas = Self.bits(neighbour.set.lemmas, wordCount)
    var tags = [Bool](repeating: false, count: 256)
    for tag in neighbour.set.tags { tags[Int(tag)] = true }
    self.tags = tags
  }

  private static func bits(_ ids: [UInt32], _ count: Int) -> [UInt64] {
    if ids.isEmpty { return [] }
    var bits = [UInt64](repeating: 0, count: count / 64 + 1)
    for id in ids { bits[Int(id >> 6)] |= 1 << UInt64(id & 63) }
    return bits
  }

  /// Whether the token may be what is wanted.
  func passes(word: UInt32, lemma: UInt32, tag: PartOfSpeech) -> Bool {
    tags[Int(tag.rawValue)] || !words.isEmpty && Self.holds(words, word)
      || !lemmas.isEmpty && Self.holds(lemmas, lemma)
  }

  @inline(__always)
  private static func holds(_ bits: [UInt64], _ id: UInt32) -> Bool {
    bits[Int(id >> 6)] >> UInt64(id & 63) & 1 == 1
  }
}

extension Pattern.Node {
  /// The borders that hold wherever a match of the node begins, as a mask.
  var firstBorders: UInt8 {
    switch self {
    case .border(let border, _): PatternProgram.bit(border)
    case .capture(_, let part, _): part.firstBorders
    case .sequence(let parts):
      // A border has no length, so that what follows it stands at the beginning too.
      parts.prefix { if case .border = $0 { true } else { false } }
        .reduce(parts.first?.firstBorders ?? 0) { $0 | $1.firstBorders }
    case .token, .annotation, .alternation, .repetition, .lookaround: 0
    }
  }
}
