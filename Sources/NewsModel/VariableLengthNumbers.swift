/// Writes numbers as variable-length integers (LEB128), as stored columns hold them.
public struct VariableLengthWriter: Sendable {
  /// What was written so far.
  public var bytes: [UInt8] { written }
  @usableFromInline var written: [UInt8] = []

  /// Creates a writer that has written nothing.
  @inlinable
  public init() {}

  /// Makes room for so many bytes.
  public mutating func reserveCapacity(_ count: Int) { written.reserveCapacity(count) }

  /// Appends one byte as it is.
  @inlinable
  public mutating func append(byte: UInt8) { written.append(byte) }

  /// Appends a number from 0 on.
  @inlinable
  public mutating func append(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      written.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    written.append(UInt8(rest))
  }

  /// Appends a number of either sign (zigzag-coded).
  @inlinable
  public mutating func append(signed number: Int) { append((number << 1) ^ (number >> 63)) }
}

/// Reads variable-length integers; never beyond the end.
public struct VariableLengthReader: Sendable {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline var place = 0

  /// Creates a reader of what a ``VariableLengthWriter`` wrote, or of bytes that may be damaged.
  @inlinable
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything is read.
  public var isAtEnd: Bool { place == bytes.count }

  /// What is not read yet.
  public var rest: ArraySlice<UInt8> { bytes[place...] }

  /// The next byte, or `nil` at the end.
  @inlinable
  public mutating func byte() -> UInt8? {
    guard place < bytes.count else { return nil }
    place += 1
    return bytes[place - 1]
  }

  /// The next number, or `nil` at the end and where none below 2³² stands.
  @inlinable
  public mutating func number() -> Int? {
    var value = 0
    var shift = 0
    while place < bytes.count, shift < 35 {
      let byte = bytes[place]
      place += 1
      value |= Int(byte & 0x7f) << shift
      if byte < 0x80 { return value <= Int(UInt32.max) ? value : nil }
      shift += 7
    }
    return nil
  }

  /// The next number of either sign, or `nil` as ``number()``.
  @inlinable
  public mutating func signed() -> Int? { number().map { ($0 >> 1) ^ -($0 & 1) } }
}
