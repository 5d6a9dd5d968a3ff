internal import NewsModel
internal import Store

/// The runs of five words in the bodies of articles, as hashes.
struct BodyShingles {
  private static let length = 5
  private let snapshot: CorpusSnapshot
  private let zones: ColumnSet
  private let kinds: TextColumn
  private let spans: SpanColumn

  init(_ snapshot: CorpusSnapshot, _ zones: ColumnSet) throws {
    self.snapshot = snapshot
    self.zones = zones
    kinds = try zones.text("kind")
    spans = try zones.spans("span")
  }

  /// The distinct shingles of an article's body; of all its text where no body is known.
  func shingles(ofArticle article: Int) throws -> Set<UInt64> {
    let tokens = try snapshot.tokens(ofArticle: article)
    let bodies = zones.rows(inArticle: article).filter { kinds[$0] == "body" }
      .flatMap { spans[$0] }
    let ranges = bodies.isEmpty ? [0..<tokens.count] : bodies.map { tokens.tokens(in: $0) }
    let isWord = (0..<UInt32(tokens.vocabulary.count)).map { id in
      tokens.vocabulary.bytes(of: id).contains { Self.isOfWord($0) }
    }
    let hashes = (0..<UInt32(tokens.vocabulary.count)).map { Self.hash(tokens.vocabulary[$0]) }
    var shingles: Set<UInt64> = []
    for range in ranges {
      var recent: [UInt64] = []
      for token in range where isWord[Int(tokens.lowers[token])] {
        if recent.count == Self.length { recent.removeFirst() }
        recent.append(hashes[Int(tokens.lowers[token])])
        if recent.count == Self.length { shingles.insert(Self.mix(recent)) }
      }
    }
    return shingles
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: byte >= 0xc3 && byte != 0xe2
    }
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ word: String) -> UInt64 {
    word.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The finaliser of MurmurHash3 after each word, so that every bit of the result can be sampled.
  private static func mix(_ words: [UInt64]) -> UInt64 {
    words.reduce(0) { result, word in
      var value = (result &* 31) ^ word
      value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
      value = (value ^ (value >> 33)) &* 0xc4ce_b9fe_1a85_ec53
      return value ^ (value >> 33)
    }
  }
}
