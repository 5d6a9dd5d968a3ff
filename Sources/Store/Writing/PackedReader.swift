internal import NewsModel

/// Reads variable-length integers of the store; what is damaged is an error.
struct PackedReader {
  static let damage = StoreError.damaged(what: "packed words")
  private var reader: VariableLengthReader
  private let size: Int

  init(_ bytes: [UInt8]) {
    reader = VariableLengthReader(bytes)
    size = bytes.count
  }

  /// Whether all bytes are read.
  var isAtEnd: Bool { reader.isAtEnd }

  mutating func byte() throws -> UInt8 { try Self.known(reader.byte()) }
  mutating func number() throws -> Int { try Self.known(reader.number()) }
  mutating func signed() throws -> Int { try Self.known(reader.signed()) }

  /// A number of things that take at least one byte each.
  mutating func count() throws -> Int {
    let value = try number()
    guard value <= size else { throw Self.damage }
    return value
  }

  private static func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw damage }
    return value
  }
}
