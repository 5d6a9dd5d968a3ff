internal import Foundation
internal import GRDB

/// Bytes as SQLite keeps them, without the detour of a `Data` at the call site.
struct DatabaseBytes: DatabaseValueConvertible {
  var bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> DatabaseBytes? {
    Data.fromDatabaseValue(value).map { DatabaseBytes(bytes: Array($0)) }
  }
}
