import NewsModel

/// Finds a pattern in a corpus: a cursor over its hits in corpus order.
///
/// The rarest mandatory element of the pattern is looked up in the postings; the pattern is then matched
/// around the places found, from where a match may begin: by comparing columns where it is a ``PatternLine``,
/// else by the automaton. Where many articles of a segment are in question and the index tells all that the pattern
/// asks for, the words come from the index, else from the articles. What comes out is what ``PatternMatcher`` finds
/// when it reads everything.
///
///     let query = try CorpusQuery(pattern, on: corpus)
///     while let hit = try query.next() { … }
///
/// - Complexity: O(places of the anchor × length of the scope); nothing is kept but the hits of a few articles.
public final class CorpusQuery {
  /// What is looked for.
  public let pattern: Pattern
  /// How it is looked for.
  public let plan: QueryPlan
  /// Called before articles are read; throws to stop the query.
  public var checkpoint: () throws -> Void = {}

  private let corpus: any QueryCorpus
  private let matcher: Matcher
  private let finder: StartFinder
  private let candidates: QueryCandidates
  /// For each segment whether its words are taken from the index.
  private var isReadFromIndex: [Bool]
  /// The segment that was read last, with its text.
  private var segmentText: (segment: Int, text: QueryText)?
  private var nextArticle = 0
  private var hits: [QueryHit] = []
  private var nextHit = 0
  /// Where matches may begin in the articles that are read together.
  private var starts: [Range<Int>] = []

  /// How the places found are looked at.
  private enum Matcher {
    case columns(PatternLine)
    case automaton(PatternMatcher)
  }

  /// From so many articles on, making the text of a segment takes less time than reading the articles.
  public static let articlesWorthASegment = 24
  /// So many articles of a segment are read together for the next hits, and so many to count them.
  private static let batchSize = 64
  private static let countingBatchSize = 1024

  /// Plans a query.
  ///
  /// - Parameters:
  ///   - pattern: What to look for.
  ///   - corpus: Where.
  ///   - counts: The corpus's counts, where they are known.
  ///   - usesIndex: Whether postings may be used; without, everything is read.
  ///   - articlesWorthASegment: How many articles of a segment must be in question for its words to be taken
  ///     from the index.
  /// - Throws: ``PatternError`` where the pattern is too large; what the corpus throws.
  public init(
    _ pattern: Pattern, on corpus: any QueryCorpus, counts: CorpusCounts? = nil,
    usesIndex: Bool = true, articlesWorthASegment: Int = articlesWorthASegment
  ) throws {
    self.pattern = pattern
    self.corpus = corpus
    let counts = try counts ?? CorpusCounts(corpus)
    let planned = QueryPlanner.plan(pattern, in: counts)
    if let line = planned.line {
      matcher = .columns(line)
    } else {
      matcher = .automaton(try PatternMatcher([pattern]))
    }
    // An element that is nearly everywhere saves no reading.
    let best = planned.anchors.first.flatMap {
      usesIndex && $0.estimate <= counts.tokenCount / 3 ? $0 : nil
    }
    finder = StartFinder(pattern, branches: best?.branches ?? [], finder: planned.finder)
    plan = QueryPlan(pattern, planned.anchors, isLookedUp: best != nil, counts.tokenCount)
    let segments = try corpus.segments()
    candidates = QueryCandidates(of: finder.branches, in: segments)
    guard pattern.isAnsweredByIndex else {
      isReadFromIndex = segments.map { _ in false }
      return
    }
    var counted = segments.map { _ in 0 }
    for place in candidates.articles { counted[place.segment] += 1 }
    isReadFromIndex = counted.map { $0 >= articlesWorthASegment }
  }

  /// The number of articles that may have hits.
  public var candidateCount: Int { candidates.articles.count }

  /// The next hit in corpus order, or `nil` after the last.
  ///
  /// - Throws: What ``checkpoint`` or the corpus throws.
  public func next() throws -> QueryHit? {
    while nextHit == hits.count {
      guard nextArticle < candidates.articles.count else { return nil }
      hits.removeAll(keepingCapacity: true)
      nextHit = 0
      nextArticle = try readHits(from: nextArticle)
    }
    nextHit += 1
    return hits[nextHit - 1]
  }

  /// The number of all hits; none of them is kept, and the cursor stays where it is.
  ///
  /// - Throws: What ``checkpoint`` or the corpus throws.
  public func count() throws -> Int {
    var count = 0
    var index = 0
    while index < candidates.articles.count {
      let (places, text) = try read(from: index, atMost: Self.countingBatchSize)
      find(in: places, text, needsCaptures: false) { _ in count += 1 }
      index = places.upperBound
    }
    return count
  }

  /// Begins again with the first hit.
  public func rewind() {
    nextArticle = 0
    hits = []
    nextHit = 0
  }

  // MARK: - Verifying

  /// Collects the hits in an article and in those that are read together with it.
  ///
  /// - Returns: The index among the candidates of the article to go on with.
  private func readHits(from index: Int) throws -> Int {
    let (places, text) = try read(from: index, atMost: Self.batchSize)
    var current = places.lowerBound
    var tokens = candidates.tokens(of: current, in: text)
    find(in: places, text, needsCaptures: true) { match in
      while match.tokens.lowerBound >= tokens.upperBound, current + 1 < places.upperBound {
        current += 1
        tokens = candidates.tokens(of: current, in: text)
      }
      let first = tokens.lowerBound
      hits.append(
        QueryHit(
          article: candidates.articles[current].article,
          match: first == 0 ? match : match.moved(by: -first)))
    }
    return places.upperBound
  }

  /// Reads a candidate and, where words come from the index, those of its segment that come next.
  ///
  /// - Returns: The candidates that were read, and the text that they stand in.
  private func read(
    from index: Int, atMost count: Int
  ) throws -> (places: Range<Int>, text: QueryText) {
    try checkpoint()
    let segment = candidates.articles[index].segment
    if isReadFromIndex[segment], let text = try self.text(ofSegment: segment) {
      return (candidates.neighbours(from: index, atMost: count), text)
    }
    return (index..<index + 1, try articleText(candidates.articles[index]))
  }

  /// Hands on the matches in some candidates.
  private func find(
    in places: Range<Int>, _ text: QueryText, needsCaptures: Bool, _ body: (PatternMatch) -> Void
  ) {
    finder.find(in: candidates.stretch(of: places, in: text), &starts) {
      candidates.positions(ofBranch: $0, in: places)
    }
    if starts.isEmpty { return }
    switch matcher {
    case .columns(let line):
      var columns = ColumnMatcher(line, in: text)
      columns.matches(from: starts, needsCaptures: needsCaptures, body)
    case .automaton(let matcher):
      matcher.matches(in: text, starts: starts, needsCaptures: needsCaptures, body)
    }
  }

  private func articleText(_ place: QueryCandidates.Place) throws -> QueryText {
    let text = try corpus.queryText(ofArticle: place.article)
    guard text.text.tokens.count == candidates.tokenCount(of: place) else {
      throw QueryError.corpusChanged
    }
    return text
  }

  private func text(ofSegment segment: Int) throws -> QueryText? {
    if let segmentText, segmentText.segment == segment { return segmentText.text }
    guard let text = try corpus.text(ofSegment: segment) else {
      isReadFromIndex[segment] = false
      return nil
    }
    segmentText = (segment, text)
    return text
  }
}
