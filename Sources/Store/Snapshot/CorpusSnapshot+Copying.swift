internal import Foundation
internal import GRDB

extension CorpusSnapshot {
  /// A copy of the whole corpus that can be changed and goes away with the value: in memory, or in a
  /// temporary file where it is large.
  ///
  /// - Complexity: O(size of the store), about a gigabyte a second.
  public func copy() throws -> CorpusStore {
    try read { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
      return try CorpusStore.copy(of: database, isLarge: pages * size > Self.largestInMemory)
    }
  }

  /// Bytes up to which a copy is kept in memory.
  private static let largestInMemory = 1 << 30
}

extension CorpusStore {
  fileprivate static func copy(of database: Database, isLarge: Bool) throws -> CorpusStore {
    guard isLarge else {
      let queue = try DatabaseQueue(configuration: StoreFile.configuration())
      try queue.inDatabase { try database.backup(to: $0) }
      return CorpusStore(temporary: queue)
    }
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("sayso-\(UUID().uuidString)").path
    let queue = try DatabaseQueue(path: path, configuration: StoreFile.configuration())
    // The file goes away with the program, however that ends.
    unlink(path)
    try queue.inDatabase { try database.backup(to: $0) }
    return CorpusStore(temporary: queue)
  }
}
