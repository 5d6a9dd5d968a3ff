public import Store

/// Articles that share much of their text word for word.
///
/// The bodies are compared by their runs of five words (shingles). Where the corpus is large, only
/// the shingles whose hash is divisible by a modulus are kept (Broder's resemblance by
/// sampling), which keeps the estimate unbiased; pairs found that way are then counted exactly.
public struct NearDuplicates: Sendable {
  /// Two articles.
  public struct Pair: Sendable {
    /// Row of the earlier article.
    public let first: Int
    /// Row of the later article.
    public let second: Int
    /// The number of shingles in both.
    public let shared: Int
    /// Shared shingles by all shingles of the two, 0 to 1.
    public let jaccard: Double
    /// Shared shingles by those of the shorter article, 0 to 1: a shortened copy has a high one.
    public let containment: Double

    /// Whether the one is a copy of the other, shortened or not.
    public var isCopy: Bool { jaccard >= 0.5 || containment >= 0.7 }
  }

  /// The pairs with shared text, the most alike first.
  public let pairs: [Pair]

  /// The pairs that are copies.
  public var copies: [Pair] { pairs.filter(\.isCopy) }

  /// The number of shingles up to which every shingle of the corpus is kept.
  private static let exactLimit = 4_000_000
  /// A shingle in more articles than this is a formula, not evidence of copying.
  private static let commonLimit = 500

  /// Compares all articles of a corpus.
  ///
  /// - Parameters:
  ///   - snapshot: The corpus.
  ///   - minimum: The least share of text, by the shorter article, for a pair to be listed.
  /// - Throws: What reading the snapshot throws.
  /// - Complexity: O(words) and O(pairs that share text).
  public init(of snapshot: CorpusSnapshot, minimum: Double = 0.01) throws {
    let articles = try snapshot.articles
    let words = articles.words.reduce(0) { $0 + Int($1) }
    let modulus = UInt64(max(1, words / Self.exactLimit))
    let reader = try BodyShingles(snapshot, try snapshot.columns(of: .zones))
    var holders: [UInt64: [Int32]] = [:]
    var shared: [Int64: Int] = [:]
    var counts: [Int] = []
    for article in 0..<articles.count {
      let sample = try reader.shingles(ofArticle: article).filter { $0 % modulus == 0 }
      counts.append(sample.count)
      for shingle in sample {
        let earlier = holders[shingle] ?? []
        if earlier.count >= Self.commonLimit { continue }
        for other in earlier { shared[Int64(other) << 32 | Int64(article), default: 0] += 1 }
        holders[shingle, default: []].append(Int32(article))
      }
    }
    var pairs: [Pair] = []
    for (key, count) in shared.sorted(by: { $0.key < $1.key }) {
      let (a, b) = (Int(key >> 32), Int(key & 0xffff_ffff))
      let estimate = Double(count) / Double(max(1, min(counts[a], counts[b])))
      guard estimate >= minimum * (modulus > 1 ? 0.5 : 1) else { continue }
      let x = modulus > 1 ? try reader.shingles(ofArticle: a) : []
      let y = modulus > 1 ? try reader.shingles(ofArticle: b) : []
      let common = modulus > 1 ? x.intersection(y).count : count
      let (left, right) = modulus > 1 ? (x.count, y.count) : (counts[a], counts[b])
      let containment = Double(common) / Double(max(1, min(left, right)))
      guard containment >= minimum else { continue }
      pairs.append(
        Pair(
          first: a, second: b, shared: common,
          jaccard: Double(common) / Double(max(1, left + right - common)),
          containment: containment))
    }
    self.pairs = pairs.sorted {
      ($1.jaccard, $0.first, $0.second) < ($0.jaccard, $1.first, $1.second)
    }
  }
}
