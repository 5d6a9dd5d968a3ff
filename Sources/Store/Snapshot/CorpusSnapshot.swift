internal import GRDB
public import NewsModel
internal import Synchronization

/// A corpus as it is in a store at one moment: its tables as columns, read when first asked for.
///
/// Reading a field is reading an array; nothing is looked up in the database but the texts and words of
/// single articles. A snapshot of a file stays as it is while an indexer writes; one of a corpus
/// in memory refuses to load more once the corpus has changed.
///
///     let snapshot = try store.snapshot()
///     let quotes = try snapshot.quotes
///     quotes.speaker[0]                             // "Sergei Ryabkov"
///     try snapshot.text(of: .quotes, row: 0)        // "“The United States is our opponent …”"
public final class CorpusSnapshot: Sendable {
  private let reader: any DatabaseReader
  private let isCurrent: @Sendable () -> Bool
  private let sets: [CorpusTable: Lazy<ColumnSet>]
  private let texts = Mutex(RecentTexts(capacity: 32))
  private let words = Mutex(WordCache(capacity: 1 << 18))
  /// What queries read; see `CorpusSnapshot+Queries`.
  let queryState = QueryState()

  init(reader: any DatabaseReader, isCurrent: @escaping @Sendable () -> Bool) {
    self.reader = reader
    self.isCurrent = isCurrent
    sets = Dictionary(uniqueKeysWithValues: CorpusTable.allCases.map { ($0, Lazy()) })
  }

  /// The columns of a table, read from the store at the first call.
  ///
  /// - Throws: ``StoreError/changedSinceSnapshot``, or ``StoreError/database(path:reason:)``.
  public func columns(of table: CorpusTable) throws -> ColumnSet {
    guard let lazy = sets[table] else { throw StoreError.damaged(what: table.rawValue) }
    return try lazy.get {
      // Keys are resolved before the database is read, because a reader cannot be entered twice.
      let resolved = try Self.references(from: table).map { ($0, try columns(of: $0).keys) }
      let keys = Dictionary(uniqueKeysWithValues: resolved)
      let loader = ColumnLoader { table in
        guard let keys = keys[table] else { throw StoreError.damaged(what: table.rawValue) }
        return keys
      }
      return try read { try loader.load(table, from: $0) }
    }
  }

  /// Takes over the columns that another snapshot has read.
  func take(from other: CorpusSnapshot, allBut changed: Set<CorpusTable>) {
    for (table, lazy) in sets where !changed.contains(table) {
      if let known = other.sets[table]?.known { lazy.set(known) }
    }
  }

  /// The text of an article.
  ///
  /// - Complexity: O(length) when it is not among the articles asked for last.
  public func text(ofArticle row: Int) throws -> String {
    let articles = try columns(of: .articles)
    if let known = texts.withLock({ $0[row] }) { return known }
    let key = articles.keys[row]
    let text = try read { database in
      try String.fetchOne(
        database.cachedStatement(sql: "SELECT text FROM article WHERE id = ?"), arguments: [key])
    }
    guard let text else { throw StoreError.changedSinceSnapshot }
    texts.withLock { $0[row] = text }
    return text
  }

  /// The text at a span of an article.
  public func text(ofArticle row: Int, at range: ByteRange) throws -> String {
    try text(ofArticle: row)[bytes: range]
  }

  /// The text of a row's spans, several joined by “ … ”; what a quote says, what a mention looks like.
  ///
  /// The column is `span`, or of quotes `content` (also if none is given), `cue` or `source`. The
  /// result is `nil` where the row has no span, or the table no such column.
  public func text(of table: CorpusTable, row: Int, column: String? = nil) throws -> String? {
    let set = try columns(of: table)
    let name = column ?? (table == .quotes ? "content" : "span")
    guard case .row(let articles, _)? = set["article"]?.values,
      case .spans(let spans)? = set[name]?.values, articles[row] >= 0
    else { return nil }
    let ranges = spans[row]
    if ranges.isEmpty { return nil }
    let text = try text(ofArticle: Int(articles[row]))
    return ranges.map { text[bytes: $0] }.joined(separator: " … ")
  }

  /// The words of an article.
  public func tokens(ofArticle row: Int) throws -> TokenColumns {
    let key = try columns(of: .articles).keys[row]
    return try read { database in
      try words.withLock { try AnalysisReader(database).tokens(ofArticle: key, words: &$0) }
    }
  }

  /// Everything that was found in an article, as it was before it was stored.
  public func analysis(ofArticle row: Int) throws -> Analysis {
    let key = try columns(of: .articles).keys[row]
    return try read { database in
      try words.withLock { try AnalysisReader(database).analysis(ofArticle: key, words: &$0) }
    }
  }

  /// What the store says about itself: `tool`, `options`, by name.
  public func meta() throws -> [String: String] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT key, value FROM meta ORDER BY key")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
  }

  /// The row of the article with a name, or `nil`.
  public func article(named name: String) throws -> Int? {
    let names = try articles.id
    guard let id = names.id(of: name) else { return nil }
    // Names are unique, so that the number of a name is its row.
    return Int(id)
  }

  /// The row of a database key in a table.
  func row(of key: Int64, in table: CorpusTable) throws -> Int? {
    let row = try columns(of: table).keys.row(of: key)
    return row < 0 ? nil : Int(row)
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    guard isCurrent() else { throw StoreError.changedSinceSnapshot }
    return try StoreError.wording { try reader.read(body) }
  }

  private static func references(from table: CorpusTable) -> [CorpusTable] {
    var tables: [CorpusTable] = []
    for column in ColumnSchema.columns(of: table) {
      if case .row(let other) = column.form, other != table, !tables.contains(other) {
        tables.append(other)
      }
    }
    return tables
  }
}

/// The texts of the articles asked for last.
private struct RecentTexts {
  private let capacity: Int
  private var texts: [(row: Int, text: String)] = []
  private var next = 0

  init(capacity: Int) { self.capacity = capacity }

  subscript(row: Int) -> String? {
    get { texts.first { $0.row == row }?.text }
    set {
      guard let newValue else { return }
      if texts.count < capacity {
        texts.append((row, newValue))
      } else {
        texts[next] = (row, newValue)
        next = (next + 1) % capacity
      }
    }
  }
}
