import NewsModel

/// Finds a pattern in a corpus: a cursor over its hits in corpus order.
///
/// The rarest mandatory element of the pattern is looked up in the postings; the pattern is then matched on the
/// sentences (or whatever its scope is) around the places found, from where a match may begin. Where many
/// articles of a segment are in question and the index tells all that the pattern asks for, the words come from the
/// index, else from the articles. What comes out is what ``PatternMatcher`` finds when it reads everything.
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
  private let finder: StartFinder
  private let segments: [QuerySegment]
  /// For each segment whether its words are taken from the index.
  private var isReadFromIndex: [Bool] = []
  /// The segment that was read last, with its text.
  private var segmentText: (segment: Int, text: QueryText)?
  /// For each branch and segment the positions of its tokens.
  private var positions: [[[UInt32]]] = []
  /// The articles that may have hits, in corpus order.
  private var articles: [Place] = []
  private var nextArticle = 0
  private var hits: [QueryHit] = []
  private var nextHit = 0

  private struct Place {
    var article: Int
    var segment: Int
    var ordinal: Int
    /// Which positions of the only branch lie in the article, where that is known.
    var slice: Range<Int>?
  }

  /// Where matches may begin in the articles that are read together.
  private var starts: [Range<Int>] = []

  /// From so many articles on, making the text of a segment takes less time than reading the articles.
  public static let articlesWorthASegment = 24
  /// So many articles of a segment are read together.
  private static let batchSize = 64

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
    matcher = try PatternMatcher([pattern])
    segments = try corpus.segments()
    let anchors = QueryPlanner.anchors(of: pattern, in: counts)
    // An element that is nearly everywhere saves no reading.
    let best = anchors.first.flatMap {
      usesIndex && $0.estimate <= counts.tokenCount / 3 ? $0 : nil
    }
    finder = StartFinder(
      pattern, branches: best?.branches ?? [], wordCount: counts.lexicon.vocabulary.count)
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
    isReadFromIndex = Array(repeating: false, count: segments.count)
    guard pattern.isAnsweredByIndex else { return }
    var counted = Array(repeating: 0, count: segments.count)
    for place in articles { counted[place.segment] += 1 }
    isReadFromIndex = counted.map { $0 >= articlesWorthASegment }
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
      nextArticle = try read(from: nextArticle, needsCaptures: true) { hits.append($0) }
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
    while index < articles.count {
      index = try read(from: index, needsCaptures: false) { _ in count += 1 }
    }
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
    let branches = finder.branches
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
      if branches.count == 1, !readsAll {
        collectPlaces(in: segment, index)
        continue
      }
      for (ordinal, article) in segment.articles.enumerated() where article >= 0 {
        let place = Place(article: article, segment: index, ordinal: ordinal)
        if readsAll || branches.indices.contains(where: { !slice(of: $0, place).isEmpty }) {
          articles.append(place)
        }
      }
    }
    articles.sort { $0.article < $1.article }
  }

  /// The articles of a segment in which the only branch has positions.
  private func collectPlaces(in segment: QuerySegment, _ index: Int) {
    let list = positions[0][index]
    let starts = segment.postings.articleStarts
    var first = 0
    while first < list.count {
      let ordinal = starts.partitioningIndex { $0 > list[first] } - 1
      guard segment.articles.indices.contains(ordinal) else { return }
      var end = first + 1
      while end < list.count, list[end] < starts[ordinal + 1] { end += 1 }
      if segment.articles[ordinal] >= 0 {
        articles.append(
          Place(
            article: segment.articles[ordinal], segment: index, ordinal: ordinal,
            slice: first..<end))
      }
      first = end
    }
  }

  /// The positions of a branch in one article.
  private func slice(of branch: Int, _ place: Place) -> ArraySlice<UInt32> {
    let list = positions[branch][place.segment]
    if list.isEmpty { return [] }
    if let slice = place.slice { return list[slice] }
    let starts = segments[place.segment].postings.articleStarts
    let first = list.partitioningIndex { $0 >= starts[place.ordinal] }
    let end = list.partitioningIndex { $0 >= starts[place.ordinal + 1] }
    return list[first..<end]
  }

  // MARK: - Verifying

  /// Finds the hits in an article and, where their words come from the index, in those of its segment that come
  /// next.
  ///
  /// - Returns: The index in ``articles`` of the one to go on with.
  private func read(
    from index: Int, needsCaptures: Bool, _ body: (QueryHit) -> Void
  ) throws -> Int {
    try checkpoint()
    let segment = articles[index].segment
    var end = index + 1
    let text: QueryText
    if isReadFromIndex[segment], let known = try self.text(ofSegment: segment) {
      text = known
      while end < articles.count, end - index < Self.batchSize, articles[end].segment == segment {
        end += 1
      }
    } else {
      text = try articleText(articles[index])
    }
    starts.removeAll(keepingCapacity: true)
    for place in articles[index..<end] {
      finder.append(in: stretch(of: place, in: text), to: &starts) { slice(of: $0, place) }
    }
    if starts.isEmpty { return end }
    var current = index
    var tokens = stretch(of: articles[index], in: text).tokens
    matcher.matches(in: text, starts: starts, needsCaptures: needsCaptures) { match in
      while match.tokens.lowerBound >= tokens.upperBound, current + 1 < end {
        current += 1
        tokens = stretch(of: articles[current], in: text).tokens
      }
      let first = tokens.lowerBound
      body(
        QueryHit(
          article: articles[current].article,
          match: first == 0 ? match : match.moved(by: -first)))
    }
    return end
  }

  private func articleText(_ place: Place) throws -> QueryText {
    let text = try corpus.queryText(ofArticle: place.article)
    let starts = segments[place.segment].postings.articleStarts
    guard text.text.tokens.count == Int(starts[place.ordinal + 1] - starts[place.ordinal]) else {
      throw QueryError.corpusChanged
    }
    return text
  }

  /// An article in its own text or in that of its segment.
  private func stretch(of place: Place, in text: QueryText) -> StartFinder.Stretch {
    if text.text.documents.isEmpty {
      let first = Int(segments[place.segment].postings.articleStarts[place.ordinal])
      return StartFinder.Stretch(text: text, tokens: 0..<text.text.tokens.count, shift: -first)
    }
    return StartFinder.Stretch(
      text: text, tokens: text.text.documents[place.ordinal], shift: place.ordinal)
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
