internal import Language
internal import NewsModel

extension AttributionEvidence {
  /// Keys of one word of the vocabulary, made once an article.
  private struct WordKeys {
    var whole: UInt32
    var shape: UInt32
    var suffix2: UInt32
    var suffix3: UInt32
    var prefix3: UInt32
    var capitals: UInt32

    init(_ word: ArraySlice<UInt8>) {
      whole = Self.key(word)
      suffix2 = Self.key(word.suffix(Self.length(ofLast: 2, word)))
      suffix3 = Self.key(word.suffix(Self.length(ofLast: 3, word)))
      prefix3 = Self.key(word.prefix(Self.length(ofFirst: 3, word)))
      shape = Self.shape(word)
      capitals = Self.capitals(word)
    }

    /// A 32-bit FNV-1a hash, never 0.
    static func key(_ bytes: ArraySlice<UInt8>) -> UInt32 {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return max(1, UInt32(truncatingIfNeeded: FeatureHash.mixed(hash) >> 32))
    }

    /// The bytes of the last characters (Unicode scalars) of a word.
    private static func length(ofLast count: Int, _ word: ArraySlice<UInt8>) -> Int {
      var bytes = 0
      var left = count
      for byte in word.reversed() {
        bytes += 1
        if byte & 0xc0 != 0x80 { left -= 1 }
        if left == 0 { break }
      }
      return bytes
    }

    /// The bytes of the first characters of a word.
    private static func length(ofFirst count: Int, _ word: ArraySlice<UInt8>) -> Int {
      var bytes = 0
      var seen = 0
      for byte in word {
        if byte & 0xc0 != 0x80 { seen += 1 }
        if seen > count { break }
        bytes += 1
      }
      return bytes
    }

    /// The key of the shape: `X` for capitals, `x` for small letters, `d` for digits, runs cut at two.
    private static func shape(_ word: ArraySlice<UInt8>) -> UInt32 {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      var last: UInt8 = 0
      var run = 0
      for byte in word {
        let sign: UInt8 =
          switch byte {
          case 0x41...0x5a: UInt8(ascii: "X")
          case 0x61...0x7a: UInt8(ascii: "x")
          case 0x30...0x39: UInt8(ascii: "d")
          default: byte
          }
        run = sign == last ? run + 1 : 1
        last = sign
        if run <= 2 { hash = (hash ^ UInt64(sign)) &* 0x100_0000_01b3 }
      }
      return max(1, UInt32(truncatingIfNeeded: FeatureHash.mixed(hash) >> 32))
    }

    /// 1 all capitals, 2 a capital first, 3 a digit first, 4 a small letter first, 5 other.
    private static func capitals(_ word: ArraySlice<UInt8>) -> UInt32 {
      guard let first = word.first else { return 5 }
      switch first {
      case 0x41...0x5a:
        let hasSmall = word.contains { (0x61...0x7a).contains($0) || $0 >= 0x80 }
        return hasSmall ? 2 : 1
      case 0x30...0x39: return 3
      case 0x61...0x7a, 0xc3...0xdf: return 4
      default: return 5
      }
    }
  }

  /// Writes the words, their affixes, their parts of speech and how often they are cues.
  mutating func addWords(_ lexicon: (UInt32) -> UInt16) {
    let vocabulary = tokens.vocabulary
    var keys: [WordKeys] = []
    keys.reserveCapacity(vocabulary.count)
    for id in 0..<UInt32(vocabulary.count) { keys.append(WordKeys(vocabulary.bytes(of: id))) }
    let opening = WordKeys.key(Array("``".utf8)[...])
    let closing = WordKeys.key(Array("''".utf8)[...])
    let alike = Self.punctuationAlike(vocabulary)
    var known: [UInt16?] = Array(repeating: nil, count: vocabulary.count)
    var knownLetter: [UInt8] = Array(repeating: 0, count: vocabulary.count)
    cueShares.reserveCapacity(tokens.count)
    for token in 0..<tokens.count {
      let form = keys[Int(tokens.words[token])]
      let lower = keys[Int(tokens.lowers[token])]
      var word = alike[Int(tokens.lowers[token])] ?? lower.whole
      switch marks.states[token] {
      case .opens: word = opening
      case .closes: word = closing
      case .inside, .outside: break
      }
      let row = row(token)
      let pos = tokens.partsOfSpeech[token]
      columns[row, AttributionAttribute.word.rawValue] = word
      columns[row, AttributionAttribute.form.rawValue] = form.whole
      columns[row, AttributionAttribute.shape.rawValue] = form.shape
      columns[row, AttributionAttribute.case.rawValue] = form.capitals
      columns[row, AttributionAttribute.suffix2.rawValue] = lower.suffix2
      columns[row, AttributionAttribute.suffix3.rawValue] = lower.suffix3
      columns[row, AttributionAttribute.prefix3.rawValue] = lower.prefix3
      let lemmaID = Int(tokens.lemmas[token])
      let lemma = alike[lemmaID] ?? keys[lemmaID].whole
      columns[row, AttributionAttribute.lemma.rawValue] = lemma
      columns[row, AttributionAttribute.pos.rawValue] = UInt32(pos.rawValue) + 1
      // A lemma mostly keeps its part of speech within an article: one look-up for each change.
      let letter = Self.letter(of: pos)
      if let share = known[lemmaID], knownLetter[lemmaID] == letter {
        cueShares.append(share)
      } else {
        let share = lexicon(CueFrequencies.key(lemma: lemma, pos: UInt32(letter)))
        known[lemmaID] = share
        knownLetter[lemmaID] = letter
        cueShares.append(share)
      }
    }
  }

  /// The cue lexicon's key of a token.
  package func cueKey(_ token: Int) -> UInt32 {
    CueFrequencies.key(
      lemma: key(.lemma, token), pos: UInt32(Self.letter(of: tokens.partsOfSpeech[token])))
  }

  /// Tags that begin with the same letter are one: nouns, verbs, adjectives.
  private static func letter(of pos: PartOfSpeech) -> UInt8 { letters[Int(pos.rawValue)] }

  private static let letters = PartOfSpeech.names.map { $0.utf8.first ?? 0 }

  /// One key for dashes of any length and one for three dots, however printed.
  private static func punctuationAlike(_ vocabulary: Vocabulary) -> [UInt32?] {
    var alike = [UInt32?](repeating: nil, count: vocabulary.count)
    let classes = [
      ["--", "–", "—", "―"], ["...", "…"], ["'", "’", "‘"], ["\"", "“", "”", "``", "''"],
    ]
    for members in classes {
      let key = WordKeys.key(Array(members[0].utf8)[...])
      for member in members {
        if let id = vocabulary.id(of: member) { alike[Int(id)] = key }
      }
    }
    return alike
  }
}
