/// Writes numbers and strings into bytes, little-endian.
public struct ByteWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty writer.
  public init() {}

  /// Writes an integer in its own width.
  public mutating func write(_ value: some FixedWidthInteger) {
    var value = value.littleEndian
    withUnsafeBytes(of: &value) { bytes.append(contentsOf: $0) }  // Safe: the buffer is only read.
  }

  /// Writes a number as its 32 bits.
  public mutating func write(_ value: Float) { write(value.bitPattern) }

  /// Writes a string as its length in bytes (32 bits) and its UTF-8.
  public mutating func write(_ string: String) {
    write(UInt32(string.utf8.count))
    bytes.append(contentsOf: string.utf8)
  }

  /// Writes bytes as they are.
  public mutating func write(_ more: [UInt8]) { bytes.append(contentsOf: more) }
}

/// Reads what ``ByteWriter`` wrote; every read checks that the bytes are there.
public struct ByteReader: Sendable {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline var position = 0

  /// Offset of the next byte.
  public var offset: Int { position }

  /// Creates a reader at the first byte.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number of bytes not read yet.
  public var remaining: Int { bytes.count - position }

  /// Reads an integer in its own width.
  ///
  /// - Throws: ``ModelFileError/truncated(neededBytes:foundBytes:)``.
  @inlinable
  public mutating func read<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    let size = Value.bitWidth / 8
    try require(size)
    var value: Value = 0
    for index in 0..<size {
      value |= Value(truncatingIfNeeded: bytes[position + index]) << Value(index * 8)
    }
    position += size
    return value
  }

  /// Reads a number of 32 bits.
  ///
  /// - Throws: ``ModelFileError/truncated(neededBytes:foundBytes:)``.
  public mutating func readFloat() throws -> Float { Float(bitPattern: try read(UInt32.self)) }

  /// Reads a string of at most `limit` bytes.
  ///
  /// - Throws: ``ModelFileError``.
  public mutating func readString(limit: Int = 1 << 16) throws -> String {
    let count = Int(try read(UInt32.self))
    guard count <= limit else { throw ModelFileError.invalid(field: "length of a name") }
    return String(decoding: try readBytes(count), as: UTF8.self)
  }

  /// Reads bytes as they are.
  ///
  /// - Throws: ``ModelFileError/truncated(neededBytes:foundBytes:)``.
  public mutating func readBytes(_ count: Int) throws -> ArraySlice<UInt8> {
    try require(count)
    defer { position += count }
    return bytes[position..<position + count]
  }

  @usableFromInline
  func require(_ count: Int) throws {
    guard count >= 0, count <= remaining else {
      throw ModelFileError.truncated(neededBytes: position + count, foundBytes: bytes.count)
    }
  }
}
