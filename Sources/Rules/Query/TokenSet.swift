import NewsModel

/// What an ``AnchorSet`` lists, so that one token can be asked about at once.
struct TokenSet {
  /// One bit for each word and lemma of the lexicon, empty where none is meant.
  private let words: [UInt64]
  private let lemmas: [UInt64]
  /// One bit for each part of speech.
  private var tags: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ set: AnchorSet, wordCount: Int) {
    words = Self.bits(set.words, wordCount)
    lemmas = Self.bits(set.lemmas, wordCount)
    for tag in set.tags {
      let bit = UInt64(1) << UInt64(tag & 63)
      switch tag >> 6 {
      case 0: tags.0 |= bit
      case 1: tags.1 |= bit
      case 2: tags.2 |= bit
      default: tags.3 |= bit
      }
    }
  }

  private static func bits(_ ids: [UInt32], _ count: Int) -> [UInt64] {
    if ids.isEmpty { return [] }
    var bits = [UInt64](repeating: 0, count: count / 64 + 1)
    for id in ids { bits[Int(id >> 6)] |= 1 << UInt64(id & 63) }
    return bits
  }

  /// Whether the set has a token of a text.
  @inline(__always)
  func contains(_ token: Int, of columns: TextColumns) -> Bool {
    holds(columns.tags[token])
      || !words.isEmpty && Self.holds(words, columns.words[token])
      || !lemmas.isEmpty && Self.holds(lemmas, columns.lemmas[token])
  }

  @inline(__always)
  private func holds(_ tag: PartOfSpeech) -> Bool {
    let value = tag.rawValue
    let bits =
      value < 64 ? tags.0 : value < 128 ? tags.1 : value < 192 ? tags.2 : tags.3
    return bits >> UInt64(value & 63) & 1 == 1
  }

  @inline(__always)
  private static func holds(_ bits: [UInt64], _ id: UInt32) -> Bool {
    bits[Int(id >> 6)] >> UInt64(id & 63) & 1 == 1
  }
}

/// The columns of a text that queries compare.
struct TextColumns {
  let words: [UInt32]
  let lemmas: [UInt32]
  let tags: [PartOfSpeech]
  let isQuoted: [Bool]
  let entityCodes: [UInt8]
  let borders: [UInt8]

  init(_ source: QueryText) {
    words = source.text.tokens.words
    lemmas = source.text.tokens.lemmas
    tags = source.text.tokens.partsOfSpeech
    isQuoted = source.text.isQuoted
    entityCodes = source.text.entityCodes
    borders = source.borders
  }
}

extension Pattern.Scope {
  /// The borders that no match of the scope crosses, as a mask.
  var borders: UInt8 {
    switch self {
    case .sentence: PatternProgram.bit(.sentenceStart) | PatternProgram.bit(.sentenceEnd)
    case .paragraph: PatternProgram.bit(.paragraphStart) | PatternProgram.bit(.paragraphEnd)
    case .document: PatternProgram.bit(.documentStart) | PatternProgram.bit(.documentEnd)
    }
  }
}
