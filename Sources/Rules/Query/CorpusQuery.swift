import NewsModel

/// Finds a pattern in a corpus: a cursor over its hits in corpus order.
///
/// The rarest mandatory element of the pattern is looked up in the postings; the pattern is then matched on the
/// sentences (or whatever its scope is) around the places found, from where a match may begin. What comes
/// out is what ``PatternMatcher`` finds when it reads everything.
///
///     let query = try CorpusQuery(pattern, on: corpus)
///     while let hit = try query.next() { … }
///
/// - Complexity: O(places of the anchor × length of the scope); nothing is kept but the hits of one article.
public final class CorpusQuery {
  /// What is looked for.
  public let pattern: Pattern
  /// How it is looked for.
  public let plan: QueryPlan
  /// Called before each article is read; throws to stop the query.
  public var checkpoint: () throws -> Void = {}

  private let corpus: any QueryCorpus
  private let matcher: PatternMatcher
  private let branches: [QueryPlanner.Branch]
  private let segments: [QuerySegment]
  /// For each branch and segment the positions of its tokens.
  private var positions: [[[UInt32]]] = []
  /// The articles that may have hits, in corpus order.
  private var articles: [Place] = []
  private var nextArticle = 0
  private var hits: [PatternMatch] = []
  private var nextHit = 0

  private struct Place {
    var article: Int
    var segment: Int
    var ordinal: Int
  }

  /// Plans a query.
  ///
  /// - Parameters:
  ///   - pattern: What to look for.
  ///   - corpus: Where.
  ///   - counts: The corpus's counts, where they are known.
  ///   - usesIndex: Whether postings may be used; without, everything is read.
  /// - Throws: ``PatternError`` where the pattern is too large; what the corpus throws.
  public init(
    _ pattern: Pattern, on corpus: any QueryCorpus, counts: CorpusCounts? = nil,
    usesIndex: Bool = true
  ) throws {
    self.pattern = pattern
    self.corpus = corpus
    let counts = try counts ?? CorpusCounts(corpus)
    matcher = try PatternMatcher([pattern])
    segments = try corpus.segments()
    let anchors = QueryPlanner.anchors(of: pattern, in: counts)
    // An element that is nearly everywhere saves no reading.
    let best = anchors.first.flatMap {
      usesIndex && $0.estimate <= counts.tokenCount / 3 ? $0 : nil
    }
    branches = best?.branches ?? []
    let source = Array(pattern.source.utf8)
    let elements = anchors.map { anchor in
      QueryPlan.Element(
        text: String(
          decoding: source[
            min(anchor.origin.start, source.count)..<min(anchor.origin.end, source.count)],
          as: UTF8.self),
        range: anchor.origin, estimate: anchor.estimate)
    }
    plan = QueryPlan(
      anchor: best == nil ? nil : elements.first, elements: elements,
      tokenCount: counts.tokenCount)
    lookUp()
  }

  /// The number of articles that may have hits.
  public var candidateCount: Int { articles.count }

  /// The next hit in corpus order, or `nil` after the last.
  ///
  /// - Throws: What ``checkpoint`` or the corpus throws.
  public func next() throws -> QueryHit? {
    while nextHit == hits.count {
      guard nextArticle < articles.count else { return nil }
      hits.removeAll(keepingCapacity: true)
      nextHit = 0
      try read(articles[nextArticle], needsCaptures: true) { hits.append($0) }
      nextArticle += 1
    }
    nextHit += 1
    return QueryHit(article: articles[nextArticle - 1].article, match: hits[nextHit - 1])
  }

  /// The number of all hits; none of them is kept, and the cursor stays where it is.
  ///
  /// - Throws: What ``checkpoint`` or the corpus throws.
  public func count() throws -> Int {
    var count = 0
    for place in articles { try read(place, needsCaptures: false) { _ in count += 1 } }
    return count
  }

  /// Begins again with the first hit.
  public func rewind() {
    nextArticle = 0
    hits = []
    nextHit = 0
  }

  // MARK: - Candidates

  private func lookUp() {
    let readsAll = branches.isEmpty || branches.contains { !$0.set.types.isEmpty }
    for branch in branches {
      positions.append(
        segments.map { segment in
          let postings = segment.postings
          let count = postings.tokenCount
          let lists = [
            postings.words.positions(of: branch.set.words, tokenCount: count),
            postings.lemmas.positions(of: branch.set.lemmas, tokenCount: count),
            postings.tags.positions(of: branch.set.tags, tokenCount: count),
          ].filter { !$0.isEmpty }
          return lists.count == 1 ? lists[0] : lists.flatMap { $0 }.sorted()
        })
    }
    for (index, segment) in segments.enumerated() {
      for (ordinal, article) in segment.articles.enumerated() where article >= 0 {
        let isCandidate =
          readsAll
          || branches.indices.contains { !slice(of: $0, index, ordinal).isEmpty }
        if isCandidate {
          articles.append(Place(article: article, segment: index, ordinal: ordinal))
        }
      }
    }
    articles.sort { $0.article < $1.article }
  }

  /// The positions of a branch in one article.
  private func slice(of branch: Int, _ segment: Int, _ ordinal: Int) -> ArraySlice<UInt32> {
    let list = positions[branch][segment]
    if list.isEmpty { return [] }
    let starts = segments[segment].postings.articleStarts
    let first = Self.firstIndex(in: list, from: starts[ordinal])
    let end = Self.firstIndex(in: list, from: starts[ordinal + 1])
    return list[first..<end]
  }

  private static func firstIndex(in list: [UInt32], from position: UInt32) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: - Verifying

  private func read(
    _ place: Place, needsCaptures: Bool, _ body: (PatternMatch) -> Void
  ) throws {
    try checkpoint()
    let article = try corpus.queryText(ofArticle: place.article)
    let count = article.text.tokens.count
    let starts = segments[place.segment].postings.articleStarts
    guard count == Int(starts[place.ordinal + 1] - starts[place.ordinal]) else {
      throw QueryError.corpusChanged
    }
    guard count > 0 else { return }
    let places = branches.isEmpty ? [0..<count] : self.starts(in: article.text, place)
    if places.isEmpty { return }
    matcher.matches(
      in: article.text, borders: article.borders, starts: places, needsCaptures: needsCaptures,
      body)
  }

  /// Where matches may begin: as far before each anchor as the pattern allows, in its scope.
  private func starts(in text: MatchText, _ place: Place) -> [Range<Int>] {
    let first = Int(segments[place.segment].postings.articleStarts[place.ordinal])
    let count = text.tokens.count
    var found: [Range<Int>] = []
    for (index, branch) in branches.enumerated() {
      var limit = 0..<0
      func add(_ token: Int) {
        guard token < count else { return }
        if !limit.contains(token) { limit = text.scope(pattern.scope, at: token) }
        let last = token - branch.minimum
        let earliest = max(limit.lowerBound, branch.maximum.map { token - $0 } ?? 0)
        if earliest <= last { found.append(earliest..<(last + 1)) }
      }
      for position in slice(of: index, place.segment, place.ordinal) { add(Int(position) - first) }
      for type in branch.set.types {
        for extent in text.extents[type] ?? [] { add(extent.tokens.lowerBound) }
      }
    }
    return Self.merged(found)
  }

  /// Sorted, what overlaps or touches joined.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    let isSorted = zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    if isSorted { return ranges }
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
