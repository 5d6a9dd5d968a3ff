internal import Foundation
internal import GRDB

/// How the database file is recognised and opened.
enum StoreFile {
  private static let magic = Array("SQLite format 3\u{0}".utf8)

  static func configuration(isReadOnly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      // With a write-ahead log, NORMAL loses no committed work when the process is killed.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      try database.execute(sql: "PRAGMA cache_size = -16000")
    }
    return configuration
  }

  /// Whether a file begins as an SQLite database does.
  static func isDatabase(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: magic.count)).map { Array($0) } == magic
  }

  static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// The address under which SQLite takes a file for unchanging.
  static func immutableAddress(of path: String) -> String {
    let plain = Set("/.-_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    var address = "file:"
    for byte in path.utf8 {
      if plain.contains(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return address + "?immutable=1"
  }

  /// Tells a store from other files before SQLite is let near them.
  static func check(_ path: String, mayBeMissing: Bool) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      if mayBeMissing { return }
      throw StoreError.missing(path: path)
    }
    if isFolder.boolValue { throw StoreError.notAStore(path: path) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw StoreError.unreadable(path: path, reason: "no right to read it")
    }
    defer { try? handle.close() }
    let header = Array((try? handle.read(upToCount: 100)) ?? Data())
    if header.isEmpty, mayBeMissing { return }
    guard header.count == 100, Array(header.prefix(16)) == magic else {
      throw StoreError.notAStore(path: path)
    }
    func number(at offset: Int) -> Int {
      header[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    // Where the log of a killed process holds the first page, the header of the file is still blank.
    let hasLog = FileManager.default.fileExists(atPath: path + "-wal")
    let application = number(at: 68)
    if application != StoreSchema.applicationID, !(application == 0 && hasLog) {
      throw StoreError.notAStore(path: path)
    }
    let version = number(at: 60)
    if version > StoreSchema.version {
      throw StoreError.newerSchema(path: path, found: version, known: StoreSchema.version)
    }
  }
}

extension StoreError {
  /// Runs a piece of work and puts SQLite's errors into this target's words.
  static func wording<T>(_ path: String? = nil, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path ?? "store in memory")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? error.description
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path, holder: "another process")
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = .unreadable(path: path, reason: reason)
    case .SQLITE_CORRUPT: self = .damaged(what: reason)
    default: self = .database(path: path, reason: reason)
    }
  }
}
