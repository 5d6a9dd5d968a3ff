internal import Language

/// The file of a model of names: a header, a row of weights for each bucket of features, a checksum.
///
/// A row has one byte for each ``NameClass``. All numbers are little-endian.
package enum NameModelFile {
  /// What stands at the beginning of a file.
  struct Header {
    /// How many low bits of a feature choose its row.
    var bucketBits: Int
    /// What a weight of one is worth.
    var scale: Float
  }

  static let mark = "SaysoNam"
  static let version: UInt32 = 1
  /// Where the rows begin.
  static let headerSize = 28
  /// The bytes of a row.
  static let rowSize = NameClass.allCases.count
  /// The checksum, which also lets a row be read as eight bytes at once.
  static let tailSize = 8

  /// Puts a file together.
  ///
  /// - Parameters:
  ///   - rows: The weights by bucket and class.
  ///   - bucketBits: How many low bits of a feature choose its bucket.
  ///   - scale: What a weight of one is worth.
  /// - Returns: The bytes of the file.
  package static func file(rows: [Int8], bucketBits: Int, scale: Float) -> [UInt8] {
    precondition(rows.count == rowSize << bucketBits, "a weight for each bucket and class")
    var writer = ByteWriter()
    writer.write(Array(mark.utf8))
    writer.write(version)
    writer.write(UInt32(bucketBits))
    writer.write(NameFeatures.signature)
    writer.write(scale)
    writer.write(rows.map { UInt8(bitPattern: $0) })
    writer.write(FeatureHash.key(of: writer.bytes.span))
    return writer.bytes
  }

  /// Reads and checks the header, and whether the bytes are as many as it says.
  ///
  /// - Throws: ``ModelFileError``.
  static func header(of bytes: some Collection<UInt8>) throws -> Header {
    guard bytes.starts(with: mark.utf8) else { throw ModelFileError.notAModel(expected: mark) }
    var reader = ByteReader(Array(bytes.prefix(headerSize)))
    _ = try reader.readBytes(mark.utf8.count)
    let found = try reader.read(UInt32.self)
    guard found == version else {
      throw ModelFileError.unsupportedVersion(found: Int(found), supported: Int(version))
    }
    let bits = Int(try reader.read(UInt32.self))
    guard (4...20).contains(bits) else { throw ModelFileError.invalid(field: "number of buckets") }
    guard try reader.read(UInt64.self) == NameFeatures.signature else {
      throw ModelFileError.invalid(field: "features: it was trained for other ones")
    }
    let scale = try reader.readFloat()
    guard scale.isFinite, scale > 0 else { throw ModelFileError.invalid(field: "scale") }
    let needed = headerSize + rowSize << bits + tailSize
    guard bytes.count >= needed else {
      throw ModelFileError.truncated(neededBytes: needed, foundBytes: bytes.count)
    }
    guard bytes.count == needed else { throw ModelFileError.invalid(field: "length") }
    return Header(bucketBits: bits, scale: scale)
  }

  /// Whether the checksum at the end fits what stands before it.
  static func hasRightChecksum(_ bytes: [UInt8]) -> Bool {
    var reader = ByteReader(Array(bytes.suffix(tailSize)))
    let body = bytes.span.extracting(0..<max(0, bytes.count - tailSize))
    return (try? reader.read(UInt64.self)) == FeatureHash.key(of: body)
  }
}
