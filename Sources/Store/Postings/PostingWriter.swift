internal import GRDB
internal import NewsModel
internal import Rules

/// Collects the words of articles and writes them as a segment of the index.
///
/// Positions are kept by `word.id`, so that a segment needs no lexicon of its own. Used inside the
/// transaction that writes the articles: an article and its postings are committed together.
struct PostingWriter {
  private var builder = PostingSegment.Builder()
  private var articles: [Int64] = []

  /// The number of tokens that wait.
  var tokenCount: Int { builder.tokenCount }

  /// Adds an article that was written; `key` gives the `word.id` of a word of its vocabulary.
  mutating func append(_ text: MatchText, ofArticle article: Int64, key: (UInt32) -> UInt32) {
    builder.append(text, id: key)
    articles.append(article)
  }

  /// Writes all that waits as one segment.
  mutating func flush(to database: Database) throws {
    guard !articles.isEmpty else { return }
    let segment = builder.build()
    var lengths = VariableLengthWriter()
    let starts = segment.articleStarts
    for (start, end) in zip(starts, starts.dropFirst()) { lengths.append(Int(end - start)) }
    try database.cachedStatement(
      sql:
        "INSERT INTO posting_segment (tokens, lengths, words, lemmas, tags, structure) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(
      arguments: [
        segment.tokenCount, DatabaseBytes(bytes: lengths.bytes),
        DatabaseBytes(bytes: segment.words.encoded), DatabaseBytes(bytes: segment.lemmas.encoded),
        DatabaseBytes(bytes: segment.tags.encoded),
        segment.structure.map { DatabaseBytes(bytes: $0.encoded) },
      ])
    let key = database.lastInsertedRowID
    for (ordinal, article) in articles.enumerated() {
      try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO posting_article VALUES (?, ?, ?)"
      ).execute(arguments: [article, key, ordinal])
    }
    builder = PostingSegment.Builder()
    articles = []
  }
}
