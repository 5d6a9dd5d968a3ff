internal import GRDB
internal import NewsModel

extension CorpusSnapshot {
  /// Searches the full text of articles or of statements, the best matches first.
  ///
  /// Words must all occur, in any order and any case; `"of words"` is a phrase, `OR` and `NOT` stand
  /// between words, `sanction*` is a beginning.
  ///
  ///     try snapshot.search("troops \"black sea\"", in: .quotes)
  ///
  /// - Parameters:
  ///   - text: What to look for.
  ///   - table: ``CorpusTable/articles``, or ``CorpusTable/quotes`` (their contents and speakers).
  ///   - limit: The most hits to return.
  /// - Returns: Hits by relevance (BM25), then in corpus order.
  /// - Throws: ``StoreError/invalidQuery(query:reason:)`` where no word is left to look for.
  public func search(
    _ text: String, in table: CorpusTable = .articles, limit: Int = 100
  ) throws -> [SearchHit] {
    guard let query = SearchQuery.fts5(text) else {
      throw StoreError.invalidQuery(query: text, reason: "it holds no word")
    }
    let isQuotes = table == .quotes
    let (index, column) = isQuotes ? ("quote_text", 0) : ("article_text", 1)
    // Control characters mark the matches: they cannot be part of a word.
    let sql = """
      SELECT rowid, highlight(\(index), \(column), char(2), char(3)) FROM \(index)
      WHERE \(index) MATCH ? ORDER BY rank, rowid LIMIT ?
      """
    let found = try read { database in
      try Row.fetchAll(database, sql: sql, arguments: [query, limit])
        .map { (key: $0[0] as Int64, marked: $0[1] as String? ?? "") }
    }
    let quotes = isQuotes ? try self.quotes : nil
    return try found.compactMap { hit in
      guard let row = try row(of: hit.key, in: table) else { return nil }
      let marked = MarkedMatches(hit.marked)
      if let quotes {
        return SearchHit(
          article: Int(quotes.article[row]), quote: row, line: Int(quotes.line[row]),
          excerpt: marked.text, matches: marked.matches)
      }
      let line = marked.firstLine
      return SearchHit(
        article: row, quote: nil, line: line.number, excerpt: marked.text[bytes: line.range],
        matches: marked.matches.filter { line.range.contains($0) }
          .map { ByteRange($0.start - line.range.start, $0.end - line.range.start) })
    }
  }
}

/// A text whose matches FTS5 put between control characters.
private struct MarkedMatches {
  let text: String
  let matches: [ByteRange]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var matches: [ByteRange] = []
    var start: Int?
    for byte in marked.utf8 {
      switch byte {
      case 2: start = bytes.count
      case 3:
        if let from = start { matches.append(ByteRange(from, bytes.count)) }
        start = nil
      default: bytes.append(byte)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.matches = matches
  }

  /// The line of the first match, or the first line where only the title matched.
  var firstLine: (number: Int, range: ByteRange) {
    let map = TextMap(text)
    let number = map.line(at: matches.first?.start ?? 0)
    return (number, map.range(ofLine: number))
  }
}
