public import NewsModel
public import Store

/// Phrases that come back in the statements of several articles: formulas rather than reports of one
/// utterance.
///
/// Two content words are a phrase where they stand close together, in either order, in the statements of
/// several articles, and where at least one of them hardly occurs without the other: “stable and
/// predictable”, “a predictable, stable relationship”. Phrases with a word in common and the same
/// articles are joined. Names are no phrases.
public struct TalkingPoints: Sendable {
  /// One use of a phrase.
  public struct Use: Hashable, Sendable {
    /// Row of the statement.
    public let quote: Int
    /// Row of its article.
    public let article: Int
    /// The words from the first to the last one of the phrase.
    public let range: ByteRange
  }

  /// One phrase.
  public struct Phrase: Sendable {
    /// The lemmas of its content words, in order of their first use.
    public let words: [String]
    /// Rows of the articles, in order.
    public let articles: [Int]
    /// The outermost speakers, each once.
    public let speakers: [String]
    /// All uses, in corpus order.
    public let uses: [Use]
  }

  /// The phrases: those of the most articles first, then the longest, then in corpus order.
  public let phrases: [Phrase]

  /// The most tokens from one word of a phrase to the next.
  private static let reach = 4

  /// Finds the phrases of a corpus.
  ///
  /// - Parameters:
  ///   - snapshot: The corpus.
  ///   - fewestArticles: The least number of articles that use a phrase.
  ///   - stickiness: The least share of the articles with the rarer word that use the phrase.
  /// - Throws: What reading the snapshot throws.
  /// - Complexity: O(*n*) in the number of words of all statements.
  public init(
    of snapshot: CorpusSnapshot, fewestArticles: Int = 3, stickiness: Double = 0.5
  ) throws {
    let quotes = try snapshot.quotes
    let mentions = try snapshot.mentions
    let reader = ContentWords(snapshot)
    var vocabulary = Vocabulary()
    var spread: [UInt32: (last: Int, articles: Int)] = [:]
    var pairs: [UInt64: [Use]] = [:]
    for row in StatementFilter().rows(of: quotes) {
      let article = Int(quotes.article[row])
      let tokens = try reader.tokens(ofArticle: article)
      let names = mentions.table.rows(inArticle: article).flatMap { mentions.span[$0] }
      for range in quotes.content[row] {
        var recent: [(id: UInt32, token: Int)] = []
        for token in tokens.tokens(in: range) {
          let place = tokens.range(of: token)
          guard let lemma = ContentWords.lemma(of: token, in: tokens),
            !lemma.utf8.contains(where: { (0x30...0x39).contains($0) }),
            !names.contains(where: { $0.overlaps(place) })
          else { continue }
          let id = vocabulary.intern(lemma.utf8Span.span)
          if spread[id]?.last != article {
            spread[id] = (article, (spread[id]?.articles ?? 0) + 1)
          }
          recent.removeAll { token - $0.token > Self.reach }
          for before in recent where before.id != id {
            let key = UInt64(min(before.id, id)) << 32 | UInt64(max(before.id, id))
            let span = tokens.range(of: before.token).union(place)
            pairs[key, default: []].append(Use(quote: row, article: article, range: span))
          }
          recent.append((id, token))
        }
      }
    }
    var sticky: [(key: UInt64, uses: [Use], articles: [Int])] = []
    for (key, uses) in pairs {
      let articles = SpeakerLedger.distinct(uses.map(\.article))
      let rarer = min(
        spread[UInt32(key >> 32)]?.articles ?? 1, spread[UInt32(key & 0xffff_ffff)]?.articles ?? 1)
      guard articles.count >= fewestArticles,
        Double(articles.count) >= stickiness * Double(rarer)
      else { continue }
      sticky.append((key, uses, articles))
    }
    sticky.sort { $0.key < $1.key }
    phrases = Self.joined(sticky, vocabulary, quotes)
  }

  /// Joins pairs that have a word in common and are used in the same articles.
  private static func joined(
    _ pairs: [(key: UInt64, uses: [Use], articles: [Int])], _ vocabulary: Vocabulary,
    _ quotes: QuoteColumns
  ) -> [Phrase] {
    func ids(_ key: UInt64) -> [UInt32] { [UInt32(key >> 32), UInt32(key & 0xffff_ffff)] }
    var sets = DisjointSets(count: pairs.count)
    var holders: [UInt32: [Int]] = [:]
    for (index, pair) in pairs.enumerated() {
      for id in ids(pair.key) {
        for other in holders[id] ?? [] where pairs[other].articles == pair.articles {
          sets.join(other, index)
        }
        holders[id, default: []].append(index)
      }
    }
    var members: [Int: [Int]] = [:]
    for index in pairs.indices { members[sets.root(index), default: []].append(index) }
    var phrases: [Phrase] = []
    for group in members.values.sorted(by: { $0[0] < $1[0] }) {
      let words = Set(group.flatMap { ids(pairs[$0].key) }).sorted().map { vocabulary[$0] }
      let uses = merged(group.flatMap { pairs[$0].uses })
      var speakers: [String] = []
      for use in uses {
        if let name = quotes.speaker[use.quote], !speakers.contains(name) { speakers.append(name) }
      }
      phrases.append(
        Phrase(
          words: words, articles: pairs[group[0]].articles, speakers: speakers, uses: uses))
    }
    return phrases.enumerated().sorted { a, b in
      let x = (b.element.articles.count, b.element.words.count, a.offset)
      let y = (a.element.articles.count, a.element.words.count, b.offset)
      return x < y
    }.map(\.element)
  }

  /// Uses that overlap are one.
  private static func merged(_ uses: [Use]) -> [Use] {
    let sorted = uses.sorted {
      ($0.article, $0.quote, $0.range.start, $0.range.end)
        < ($1.article, $1.quote, $1.range.start, $1.range.end)
    }
    return sorted.reduce(into: []) { result, use in
      if let last = result.last, last.quote == use.quote, last.range.overlaps(use.range) {
        result[result.count - 1] = Use(
          quote: use.quote, article: use.article, range: last.range.union(use.range))
      } else {
        result.append(use)
      }
    }
  }
}
