import NewsModel

/// Which hits of a query are wanted, and in which order.
public struct HitSelection: Sendable, Hashable {
  /// What hits are sorted by; those that are equal stay in corpus order.
  public enum Order: Sendable, Hashable {
    /// The words before the match, the nearest first.
    case left
    /// The words after the match.
    case right
    /// The words of the match.
    case match
    /// A field of the match.
    case field(QueryField)

    /// Reads an order: `left`, `right`, `match`, or a capture with or without an attribute.
    ///
    /// - Throws: ``PatternError`` for a capture that the pattern does not have.
    public init(_ name: String, in pattern: Pattern) throws(PatternError) {
      switch name {
      case "left": self = .left
      case "right": self = .right
      case "match": self = .match
      default: self = .field(try QueryField(name, in: pattern))
      }
    }
  }

  /// The order, or `nil` for the corpus's.
  public var order: Order?
  /// How many hits to draw by chance, or `nil` for all.
  public var sample: Int?
  /// Decides which hits are drawn: the same number, the same hits.
  public var seed: UInt64
  /// The most hits to give, or `nil` for all.
  public var limit: Int?

  /// Creates a selection; without arguments it is all hits in corpus order.
  public init(order: Order? = nil, sample: Int? = nil, seed: UInt64 = 1, limit: Int? = nil) {
    self.order = order
    self.sample = sample
    self.seed = seed
    self.limit = limit
  }

  /// Whether hits can be given one by one as they are found.
  public var isStreaming: Bool { order == nil && sample == nil }

  /// Hands on the hits of a query, from where its cursor stands.
  ///
  /// In corpus order nothing is kept. A sample is drawn in one pass (Vitter's algorithm R, 1985), every
  /// hit with the same chance.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - corpus: Its corpus.
  ///   - body: Gets each hit.
  /// - Throws: What the query, the corpus or `body` throws.
  public func forEach(
    of query: CorpusQuery, on corpus: any QueryCorpus, _ body: (QueryHit) throws -> Void
  ) throws {
    if isStreaming {
      var count = 0
      while count < limit ?? .max, let hit = try query.next() {
        try body(hit)
        count += 1
      }
      return
    }
    for hit in try sorted(drawn(query), on: corpus).prefix(limit ?? .max) { try body(hit) }
  }

  private func drawn(_ query: CorpusQuery) throws -> [QueryHit] {
    var kept: [(number: Int, hit: QueryHit)] = []
    var seen = 0
    var state = seed
    while let hit = try query.next() {
      seen += 1
      guard let sample else {
        kept.append((seen, hit))
        continue
      }
      if kept.count < sample {
        kept.append((seen, hit))
      } else if sample > 0 {
        let place = Int(Self.random(&state) % UInt64(seen))
        if place < sample { kept[place] = (seen, hit) }
      }
    }
    return kept.sorted { $0.number < $1.number }.map(\.hit)
  }

  /// A generator of random numbers (SplitMix64; Steele, Lea, Flood 2014).
  private static func random(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  private func sorted(_ hits: [QueryHit], on corpus: any QueryCorpus) throws -> [QueryHit] {
    guard let order else { return hits }
    let keyed = try hits.enumerated().map { number, hit in
      (key: try Self.key(order, hit, corpus), number: number, hit: hit)
    }
    return keyed.sorted {
      $0.key == $1.key ? $0.number < $1.number : $0.key.lexicographicallyPrecedes($1.key)
    }.map(\.hit)
  }

  /// The words that decide; at most this many of a side.
  private static let reach = 8

  private static func key(
    _ order: Order, _ hit: QueryHit, _ corpus: any QueryCorpus
  ) throws -> [String] {
    let text = try corpus.queryText(ofArticle: hit.article).text
    let tokens = hit.match.tokens
    let words: [Int]
    switch order {
    case .left: words = (max(0, tokens.lowerBound - reach)..<tokens.lowerBound).reversed()
    case .right:
      words = Array(tokens.upperBound..<min(text.tokens.count, tokens.upperBound + reach))
    case .match: words = Array(tokens)
    case .field(let field):
      guard let value = field.value(of: hit.match, in: text) else { return ["\u{10ffff}"] }
      if let number = Double(value), number.isFinite {
        // Numbers stand before words and are compared as numbers.
        return ["\u{0}", String(sortable(number))]
      }
      return [TokenProperties.folded(value)]
    }
    return words.map { text.tokens.lower($0) }
  }

  /// A number as digits of one length that sort as the number does.
  private static func sortable(_ number: Double) -> String {
    let bits = number.bitPattern
    let ordered = bits >> 63 == 1 ? ~bits : bits | 1 << 63
    let digits = String(ordered, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
