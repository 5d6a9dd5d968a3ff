internal import Foundation
internal import GRDB
public import NewsModel
internal import Synchronization

/// A corpus with everything found in it, in one SQLite file or in memory.
///
/// The tables are documented in the file itself (`sqlite3 FILE .schema`). Any number of readers may use
/// a store while one ``Indexer`` writes to it.
public final class CorpusStore: Sendable {
  /// The file, or `nil` for a store in memory.
  public let path: String?
  /// Whether the store can be written.
  public let isWritable: Bool
  private let pool: DatabasePool?
  private let queue: DatabaseQueue?
  /// Counts the changes made through this value.
  private let revision = Atomic<Int>(0)

  private init(path: String?, isWritable: Bool, pool: DatabasePool?, queue: DatabaseQueue?) {
    self.path = path
    self.isWritable = isWritable
    self.pool = pool
    self.queue = queue
  }

  /// A store in a database that nobody else knows.
  convenience init(temporary queue: DatabaseQueue) {
    self.init(path: nil, isWritable: true, pool: nil, queue: queue)
  }

  /// Makes an empty store that lives as long as the value.
  public static func inMemory() throws -> CorpusStore {
    try StoreError.wording {
      let queue = try DatabaseQueue(configuration: StoreFile.configuration())
      try StoreSchema.migrator.migrate(queue)
      return CorpusStore(path: nil, isWritable: true, pool: nil, queue: queue)
    }
  }

  /// Opens a store to read and write it, and makes it where there is no file.
  ///
  /// - Throws: ``StoreError``: no store, a newer schema, a file or folder that cannot be written.
  public static func open(path: String) throws -> CorpusStore {
    let path = StoreFile.absolute(path)
    return try StoreError.wording(path) {
      try StoreFile.check(path, mayBeMissing: true)
      let pool = try DatabasePool(path: path, configuration: StoreFile.configuration())
      try StoreSchema.migrator.migrate(pool)
      return CorpusStore(path: path, isWritable: true, pool: pool, queue: nil)
    }
  }

  /// Opens an existing store to read it; neither the file nor its folder need be writable.
  ///
  /// - Throws: ``StoreError``: no file, no store, a newer schema, no right to read.
  public static func openReadOnly(path: String) throws -> CorpusStore {
    let path = StoreFile.absolute(path)
    return try StoreError.wording(path) {
      try StoreFile.check(path, mayBeMissing: false)
      let configuration = StoreFile.configuration(isReadOnly: true)
      if let pool = try? DatabasePool(path: path, configuration: configuration),
        (try? pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM meta") }) != nil
      {
        return CorpusStore(path: path, isWritable: false, pool: pool, queue: nil)
      }
      return try openUnchanging(path)
    }
  }

  /// Opens a store in a folder where the write-ahead log cannot be made: there SQLite reads only what
  /// it is told will not change.
  static func openUnchanging(_ path: String) throws -> CorpusStore {
    let queue = try DatabaseQueue(
      path: StoreFile.immutableAddress(of: path),
      configuration: StoreFile.configuration(isReadOnly: true))
    return CorpusStore(path: path, isWritable: false, pool: nil, queue: queue)
  }

  /// Takes the corpus as it is now.
  ///
  /// - Complexity: O(1); tables are read when they are first asked for.
  public func snapshot() throws -> CorpusSnapshot {
    try StoreError.wording(path) {
      if let pool, isWritable {
        return CorpusSnapshot(reader: try pool.makeSnapshot(), isCurrent: { true })
      }
      if let pool { return CorpusSnapshot(reader: pool, isCurrent: { true }) }
      guard let queue else { throw StoreError.damaged(what: "no database") }
      let taken = revision.load(ordering: .acquiring)
      return CorpusSnapshot(reader: queue) { [self] in
        revision.load(ordering: .acquiring) == taken
      }
    }
  }

  /// Takes the corpus as it is now, with the columns of an earlier snapshot where they are the same.
  ///
  /// - Parameters:
  ///   - earlier: A snapshot of this corpus, or of one that this is a copy of.
  ///   - changed: The tables that differ.
  /// - Returns: The snapshot.
  /// - Throws: What ``snapshot()`` throws.
  public func snapshot(
    after earlier: CorpusSnapshot, changed: Set<CorpusTable>
  ) throws -> CorpusSnapshot {
    let snapshot = try snapshot()
    snapshot.take(from: earlier, allBut: changed)
    return snapshot
  }

  /// What the store says about itself: `tool`, `options`, `created`, by name.
  public func meta() throws -> [String: String] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT key, value FROM meta ORDER BY key")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
  }

  /// The number of articles.
  public func articleCount() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article") ?? 0 }
  }

  /// The files and records that could not be read, by path.
  public func failures() throws -> [(path: String, reason: String)] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT path, reason FROM failure ORDER BY path")
        .map { (path: $0[0], reason: $0[1]) }
    }
  }

  /// The files and records under some paths that could not be read, by path.
  ///
  /// - Parameter roots: Files, folders and `-`, as they were given to the ``Indexer``.
  /// - Returns: Their paths, with the line of a record, and the reasons.
  /// - Throws: ``StoreError``, where the store cannot be read.
  public func failures(under roots: [String]) throws -> [(path: String, reason: String)] {
    let prefixes = roots.map { IndexWriting.Prefix($0 == "-" ? $0 : StoreFile.absolute($0)) }
    return try read { database in
      try Row.fetchAll(database, sql: "SELECT path, source, reason FROM failure ORDER BY path")
        .filter { row in prefixes.contains { $0.holds(row[1]) } }
        .map { (path: $0[0], reason: $0[2]) }
    }
  }

  /// Adds an article that comes from no file; its id must be new to the store.
  ///
  /// - Throws: ``StoreError/readOnly(path:)``, ``StoreError/database(path:reason:)``.
  public func add(_ analysis: Analysis) throws {
    let rows = ArticleRows(analysis)
    try write { database in
      let origin = StoreWriter.Origin(source: nil, record: 0, hash: "", options: "")
      _ = try StoreWriter().write(rows, origin: origin, in: database)
    }
  }

  /// Checks what must always hold: sound pages, no row without its article, full text in step.
  ///
  /// - Throws: ``StoreError/damaged(what:)``.
  func checkInvariants() throws {
    try write { database in
      let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      guard pages == ["ok"] else { throw StoreError.damaged(what: pages.joined(separator: "; ")) }
      guard try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty else {
        throw StoreError.damaged(what: "rows without their article")
      }
      for index in ["article_text", "quote_text"] {
        try database.execute(
          sql: "INSERT INTO \(index)(\(index), rank) VALUES ('integrity-check', 1)")
      }
    }
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try StoreError.wording(path) {
      if let pool { return try pool.read(body) }
      guard let queue else { throw StoreError.damaged(what: "no database") }
      return try queue.read(body)
    }
  }

  func write<T>(_ body: (Database) throws -> T) throws -> T {
    guard isWritable else { throw StoreError.readOnly(path: path ?? "") }
    defer { revision.add(1, ordering: .acquiringAndReleasing) }
    return try StoreError.wording(path) {
      if let pool { return try pool.write(body) }
      guard let queue else { throw StoreError.damaged(what: "no database") }
      return try queue.write(body)
    }
  }
}
