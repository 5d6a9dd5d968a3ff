internal import GRDB
internal import NewsModel
public import Rules
internal import Synchronization

/// Queries over the postings of the store; articles that are in no segment get one in memory.
extension CorpusSnapshot: QueryCorpus {
  /// The words of the store; a word's number is its `word.id`.
  ///
  /// - Complexity: O(words) at the first call.
  public func lexicon() throws -> Lexicon {
    try queryState.lexicon.get {
      try read { database in
        var vocabulary = Vocabulary(capacity: 1 << 14)
        let rows = try Row.fetchCursor(database, sql: "SELECT id, word FROM word ORDER BY id")
        while let row = try rows.next() {
          let key: Int64 = row[0]
          guard key >= vocabulary.count, key < UInt32.max else {
            throw StoreError.damaged(what: "words out of order")
          }
          // A number without a word stands for nothing that can occur in a text.
          while vocabulary.count < key { _ = vocabulary.intern("\u{0}\(vocabulary.count)") }
          _ = vocabulary.intern(row[1] as String)
        }
        return Lexicon(vocabulary)
      }
    }
  }

  /// The segments of the index.
  ///
  /// - Complexity: O(bytes of the index) at the first call, and O(tokens) for articles that are in none.
  public func segments() throws -> [QuerySegment] {
    try queryState.segments.get {
      let keys = try columns(of: .articles).keys
      var isCovered = [Bool](repeating: false, count: keys.count)
      var segments = try read { database in
        try Self.hasPostings(database) ? try Self.storedSegments(keys, database) : []
      }
      for segment in segments {
        for row in segment.articles where row >= 0 { isCovered[row] = true }
      }
      let loose = isCovered.indices.filter { !isCovered[$0] }
      if !loose.isEmpty { segments.append(try looseSegment(loose)) }
      return segments
    }
  }

  /// The number of articles.
  public func articleCount() throws -> Int { try columns(of: .articles).count }

  /// An article as queries read it, kept for the next query.
  public func queryText(ofArticle row: Int) throws -> QueryText {
    if let known = queryState.texts.withLock({ $0[row] }) { return known }
    let lexicon = try lexicon()
    let key = try columns(of: .articles).keys[row]
    let text = try read { database in
      QueryText(try AnalysisReader(database).matchText(ofArticle: key, lexicon: lexicon))
    }
    queryState.texts.withLock { $0[row] = text }
    return text
  }

  /// The number of entities, quotes or annotations of a type; where the index does not tell, estimated from a
  /// sample.
  public func annotationCount(ofType type: String) throws -> Int {
    if let known = queryState.annotationCounts.withLock({ $0[type] }) { return known }
    let counted = try segments().map { $0.postings.structure?.count(ofType: type) }
    if !counted.contains(nil) { return counted.reduce(0) { $0 + ($1 ?? 0) } }
    let count = try articleCount()
    let step = max(1, count / 200)
    var found = 0
    var sampled = 0
    for row in stride(from: 0, to: count, by: step) {
      found += try queryText(ofArticle: row).text.extents[type]?.count ?? 0
      sampled += 1
    }
    let estimate = sampled == 0 ? 0 : found * count / sampled
    queryState.annotationCounts.withLock { $0[type] = estimate }
    return estimate
  }

  /// All articles of a segment as one text, kept for the next query.
  public func text(ofSegment index: Int) throws -> QueryText? {
    if let known = queryState.segmentTexts.withLock({ $0[index] }) { return known }
    let text = try segments()[index].postings.text(lexicon: lexicon())
    queryState.segmentTexts.withLock { $0[index] = text }
    return text
  }

  // MARK: - Reading

  private static let damage = StoreError.damaged(what: "the index over the words")

  private static func hasPostings(_ database: Database) throws -> Bool {
    try database.tableExists("posting_segment")
  }

  private static func storedSegments(
    _ keys: RowKeys, _ database: Database
  ) throws -> [QuerySegment] {
    var articles: [Int64: [(ordinal: Int, row: Int)]] = [:]
    let places = try Row.fetchCursor(
      database, sql: "SELECT article, segment, ordinal FROM posting_article")
    while let place = try places.next() {
      let row = Int(keys.row(of: place[0]))
      if row >= 0 { articles[place[1], default: []].append((place[2], row)) }
    }
    var segments: [QuerySegment] = []
    let rows = try Row.fetchCursor(
      database,
      sql:
        "SELECT id, tokens, lengths, words, lemmas, tags, structure FROM posting_segment ORDER BY id"
    )
    while let row = try rows.next() {
      let count: Int = row[1]
      func table(_ index: Int) -> PostingTable? {
        PostingTable((row[index] as DatabaseBytes).bytes, tokenCount: count)
      }
      var starts: [UInt32] = [0]
      let lengths = (row[2] as DatabaseBytes).bytes
      var reader = PackedReader(lengths)
      while !reader.isAtEnd {
        starts.append(starts[starts.count - 1] &+ UInt32(try reader.number()))
      }
      let structure = (row[6] as DatabaseBytes?).map {
        SegmentStructure($0.bytes, tokenCount: count)
      }
      if case .some(.none) = structure { throw Self.damage }
      guard let words = table(3), let lemmas = table(4), let tags = table(5),
        let postings = PostingSegment(
          articleStarts: starts, words: words, lemmas: lemmas, tags: tags,
          structure: structure ?? nil),
        postings.tokenCount == count
      else { throw Self.damage }
      var ordered = [Int](repeating: -1, count: postings.articleCount)
      for (ordinal, row) in articles[row[0]] ?? [] where ordered.indices.contains(ordinal) {
        ordered[ordinal] = row
      }
      segments.append(QuerySegment(postings: postings, articles: ordered))
    }
    return segments
  }

  /// A segment of articles that the stored index does not hold.
  private func looseSegment(_ rows: [Int]) throws -> QuerySegment {
    let keys = try columns(of: .articles).keys
    var builder = PostingSegment.Builder()
    try read { database in
      let reader = AnalysisReader(database)
      for row in rows {
        builder.append(try reader.packedTokens(ofArticle: keys[row]) { UInt32($0) }) { $0 }
      }
    }
    return QuerySegment(postings: builder.build(), articles: rows)
  }
}
