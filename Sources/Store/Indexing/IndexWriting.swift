internal import Foundation
internal import GRDB
internal import NewsModel
internal import Reading

/// The part of an indexing run that changes the store.
final class IndexWriting {
  private let store: CorpusStore
  private let options: String
  private let writer = StoreWriter()
  private var source: Int64?
  private var countedBytes: Int64 = 0
  private var hasRemoved = false

  init(store: CorpusStore, options: String) {
    self.store = store
    self.options = options
    // A corpus in memory is indexed when it is first queried.
    if store.path != nil { writer.postings = PostingWriter() }
  }

  /// A namer that keeps the names of the articles in the store.
  func namer() throws -> ArticleNamer {
    try store.read { database in
      var namer = ArticleNamer()
      let names = try String.fetchCursor(database, sql: "SELECT name FROM article")
      while let name = try names.next() { namer.reserve(name) }
      return namer
    }
  }

  /// Drops the articles of files that were in the given folders and are there no longer, and gives
  /// their number.
  ///
  /// What lies under a path that cannot be read now is left alone: a disk may be missing, not the files.
  func removeLostSources(
    roots: [String], files: [IndexedFile], failures: [ReadingFailure]
  ) throws -> Int {
    let roots = roots.filter { $0 != "-" }.map { Prefix(StoreFile.absolute($0)) }
    let present = Set(files.map(\.path))
    let unreadable = failures.compactMap { failure -> Prefix? in
      if case .nothingFound = failure { return nil }
      return Prefix(StoreFile.absolute(failure.path))
    }
    let (lost, reported) = try store.read { database in
      func isLost(_ path: String) -> Bool {
        !present.contains(path) && roots.contains { $0.holds(path) }
          && !unreadable.contains { $0.holds(path) }
      }
      return (
        try String.fetchAll(database, sql: "SELECT path FROM source ORDER BY id").filter(isLost),
        try String.fetchAll(database, sql: "SELECT DISTINCT source FROM failure")
          .filter { path in
            // A path of another run that leads nowhere was mistyped, and would be reported for ever.
            !present.contains(path)
              && (roots.contains { $0.holds(path) }
                || !FileManager.default.fileExists(atPath: path))
          }
      )
    }
    if lost.isEmpty && reported.isEmpty { return 0 }
    hasRemoved = hasRemoved || !lost.isEmpty
    return try store.write { database in
      var removed = 0
      for path in lost {
        removed +=
          try Int.fetchOne(
            database,
            sql:
              "SELECT count(*) FROM article JOIN source ON source.id = source WHERE source.path = ?",
            arguments: [path]) ?? 0
        // All that belongs to the file goes with it, down to the full text.
        try database.execute(sql: "DELETE FROM source WHERE path = ?", arguments: [path])
      }
      for path in reported {
        try database.execute(sql: "DELETE FROM failure WHERE source = ?", arguments: [path])
      }
      return removed
    }
  }

  /// Keeps the failures to find files.
  func note(_ failures: [ReadingFailure]) throws {
    if failures.isEmpty { return }
    try store.write { database in
      for failure in failures {
        try note(failure, of: StoreFile.absolute(failure.path), database)
      }
    }
  }

  /// Writes events in one transaction.
  func write(_ events: [IndexEvent], _ state: inout IndexProgress) throws {
    state = try store.write { database in
      var state = state
      for event in events { try write(event, &state, database) }
      try writer.postings?.flush(to: database)
      return state
    }
  }

  /// Joins small and worn segments of the index over the words.
  ///
  /// A run that ends before leaves more segments than need be, and a right index.
  func joinSegments() throws {
    guard store.path != nil else { return }
    try PostingMaintenance(store: store).run()
  }

  /// Ends the run: drops entities that no article names any more and says what made the store.
  func finish(dropsOrphans: Bool) throws {
    try store.write { database in
      if hasRemoved, dropsOrphans {
        try database.execute(
          sql: "DELETE FROM entity WHERE id NOT IN (SELECT entity FROM article_entity)")
      }
      for (key, value) in [("options", options), ("tool", "sayso")] {
        try database.execute(
          sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
          arguments: [key, value])
      }
    }
  }

  private func write(
    _ event: IndexEvent, _ state: inout IndexProgress, _ database: Database
  ) throws {
    switch event {
    case .skip(let bytes, let articles, let failures):
      state.unchanged += articles
      state.failed += failures
      state.files += 1
      state.bytes += bytes
    case .touch(let source, let articles, let failures):
      try upsert(source, isComplete: true, database)
      state.unchanged += articles
      state.failed += failures
      state.files += 1
      state.bytes += source.stamp.size
    case .begin(let source):
      try database.cachedStatement(sql: "DELETE FROM failure WHERE source = ?")
        .execute(arguments: [source.path])
      // What was read under an older hash stays findable until the file is done with.
      try upsert(source, isComplete: false, database)
      self.source = try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT id FROM source WHERE path = ?"),
        arguments: [source.path])
      countedBytes = 0
    case .read:
      preconditionFailure("an article must be analysed before it is written")
    case .analysed(let rows, let origin, let key):
      var origin = origin
      origin.source = source
      try writer.write(rows, origin: origin, replacing: key, in: database)
      hasRemoved = hasRemoved || key != nil
      state.analysed += 1
      count(rows.analysis.article.text.utf8.count, &state)
    case .keep(let key, let record, let path):
      try database.cachedStatement(
        sql: "UPDATE article SET record = ?, path = ? WHERE id = ? AND (record, path) <> (?, ?)"
      ).execute(arguments: [record, path, key, record, path])
      state.unchanged += 1
    case .failure(let path, let failure):
      try note(failure, of: path, database)
      state.failed += 1
    case .end(let source, let lost, let isUnreadable):
      for key in lost {
        try database.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [key])
      }
      hasRemoved = hasRemoved || !lost.isEmpty
      state.removed += lost.count
      if !isUnreadable { try upsert(source, isComplete: true, database) }
      state.files += 1
      state.bytes += source.stamp.size - countedBytes
      self.source = nil
      countedBytes = 0
    }
  }

  /// Counts the bytes of a record before its file is done with, never beyond the file's size.
  private func count(_ bytes: Int, _ state: inout IndexProgress) {
    guard state.totalFiles == 1 || countedBytes > 0 || bytes > 0 else { return }
    state.bytes += Int64(bytes)
    countedBytes += Int64(bytes)
  }

  private func upsert(
    _ source: IndexEvent.Source, isComplete: Bool, _ database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO source (path, size, modified, hash, options, complete) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
          hash = excluded.hash, options = excluded.options, complete = excluded.complete
        """
    ).execute(
      arguments: [
        source.path, source.stamp.size, source.stamp.modified, source.hash, options, isComplete,
      ])
  }

  private func note(_ failure: ReadingFailure, of source: String, _ database: Database) throws {
    let path = failure.line.map { "\(failure.path):\($0)" } ?? failure.path
    try database.cachedStatement(
      sql: "INSERT INTO failure VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET reason = excluded.reason"
    ).execute(arguments: [path, source, failure.reason])
  }

  /// A file, or a folder with everything in it.
  struct Prefix {
    let path: String

    init(_ path: String) { self.path = path }

    func holds(_ other: String) -> Bool {
      other == path || other.utf8.starts(with: (path == "/" ? path : path + "/").utf8)
    }
  }
}
