/// Writes numbers as variable-length integers (LEB128).
struct VariableLengthWriter {
  private(set) var bytes: [UInt8] = []

  /// Makes room for so many bytes.
  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends a number from 0 on.
  mutating func append(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads variable-length integers; never beyond the end.
struct VariableLengthReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything is read.
  var isAtEnd: Bool { place == bytes.count }

  /// What is not read yet.
  var rest: ArraySlice<UInt8> { bytes[place...] }

  /// The next number, or `nil` at the end and where none below 2³² stands.
  mutating func number() -> Int? {
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
}
