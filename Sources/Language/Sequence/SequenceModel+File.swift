extension SequenceModel {
  /// The mark at the beginning of a model file.
  static let fileMark = "SaysoCRF"
  /// The version of the format.
  static let fileVersion = 1

  /// The model as a file: mark, version, names, numbers, transitions, weights, checksum.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Array(Self.fileMark.utf8))
    writer.write(UInt32(Self.fileVersion))
    writer.write(featureSignature)
    writer.write(UInt32(bucketBits))
    writer.write(UInt32(transitions.edgeClassCount))
    writer.write(scale)
    writer.write(UInt32(labels.count))
    for label in labels { writer.write(label) }
    for score in transitions.start { writer.write(score) }
    for score in transitions.scores { writer.write(score) }
    writer.write(Self.checksum(of: words))
    var bytes = writer.bytes
    bytes.reserveCapacity(bytes.count + words.count * 8)
    for word in words {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }  // Safe: only read.
    }
    return bytes
  }

  /// Reads a model from the bytes of a file.
  ///
  /// - Throws: ``ModelFileError`` if the bytes are not a whole, undamaged model of this version.
  public init(bytes: [UInt8]) throws {
    var reader = ByteReader(bytes)
    guard Array(bytes.prefix(8)) == Array(Self.fileMark.utf8) else {
      throw ModelFileError.notAModel(expected: Self.fileMark)
    }
    _ = try reader.readBytes(8)
    let version = Int(try reader.read(UInt32.self))
    guard version == Self.fileVersion else {
      throw ModelFileError.unsupportedVersion(found: version, supported: Self.fileVersion)
    }
    let signature = try reader.read(UInt64.self)
    let bucketBits = Int(try reader.read(UInt32.self))
    guard (1...26).contains(bucketBits) else { throw ModelFileError.invalid(field: "bucket bits") }
    let edgeClassCount = Int(try reader.read(UInt32.self))
    guard (1...256).contains(edgeClassCount) else {
      throw ModelFileError.invalid(field: "number of edge classes")
    }
    let scale = try reader.readFloat()
    guard scale.isFinite, scale > 0 else { throw ModelFileError.invalid(field: "scale") }
    let labelCount = Int(try reader.read(UInt32.self))
    guard (1...256).contains(labelCount) else {
      throw ModelFileError.invalid(field: "number of labels")
    }
    var labels = [String]()
    for _ in 0..<labelCount { labels.append(try reader.readString()) }
    var start = [Float]()
    for _ in 0..<labelCount { start.append(try reader.readFloat()) }
    let scoreCount = edgeClassCount * labelCount * labelCount
    guard reader.remaining >= scoreCount * 4 else {
      throw ModelFileError.truncated(
        neededBytes: reader.offset + scoreCount * 4, foundBytes: bytes.count)
    }
    var scores = [Float]()
    scores.reserveCapacity(scoreCount)
    for _ in 0..<scoreCount { scores.append(try reader.readFloat()) }
    guard (start + scores).allSatisfy(\.isFinite) else {
      throw ModelFileError.invalid(field: "transition score")
    }
    let checksum = try reader.read(UInt64.self)
    let wordCount = ((labelCount + 7) / 8) << bucketBits
    let weights = try reader.readBytes(wordCount * 8)
    guard reader.remaining == 0 else { throw ModelFileError.invalid(field: "length of the file") }
    var words = [UInt64](repeating: 0, count: wordCount)
    weights.withUnsafeBytes { bytes in  // Safe: the slice holds exactly wordCount × 8 bytes.
      for index in 0..<wordCount {
        words[index] = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
    }
    guard Self.checksum(of: words) == checksum else { throw ModelFileError.damaged }
    self.init(
      labels: labels,
      transitions: LabelTransitions(start: start, scores: scores, edgeClassCount: edgeClassCount),
      bucketBits: bucketBits, words: words, scale: scale, featureSignature: signature)
  }

  /// FNV-1a over words instead of bytes: fast enough to run at every start.
  private static func checksum(of words: [UInt64]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words { hash = (hash ^ word) &* 0x100_0000_01b3 }
    return FeatureHash.mixed(hash)
  }
}
