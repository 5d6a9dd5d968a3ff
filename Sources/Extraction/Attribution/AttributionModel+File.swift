package import Language

extension AttributionModel {
  /// The mark at the beginning of a model file.
  private static let fileMark = "SaysoAtt"
  /// The version of the format.
  private static let fileVersion = 1

  /// Puts a model file together.
  ///
  /// - Parameters:
  ///   - cues: The shares of cues in thousandths by key, sorted by key.
  ///   - first: The first stage.
  ///   - second: The second stage.
  ///   - linker: The regression that joins spans.
  /// - Returns: The bytes of the file.
  package static func file(
    cues: [(key: UInt32, perMille: UInt16)], first: SequenceModel, second: SequenceModel,
    linker: SequenceModel
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(Array(fileMark.utf8))
    writer.write(UInt32(fileVersion))
    writer.write(UInt32(cues.count))
    for cue in cues { writer.write(cue.key) }
    for cue in cues { writer.write(cue.perMille) }
    for part in [first, second, linker] {
      let bytes = part.bytes
      writer.write(UInt32(bytes.count))
      writer.write(bytes)
    }
    return writer.bytes
  }

  /// Reads a model file.
  ///
  /// - Throws: ``ModelFileError`` if the bytes are not a whole, undamaged model for these features.
  package init(bytes: [UInt8], groupsLeftOut: Set<String> = []) throws {
    var reader = ByteReader(bytes)
    guard bytes.starts(with: Self.fileMark.utf8) else {
      throw ModelFileError.notAModel(expected: Self.fileMark)
    }
    _ = try reader.readBytes(8)
    let version = Int(try reader.read(UInt32.self))
    guard version == Self.fileVersion else {
      throw ModelFileError.unsupportedVersion(found: version, supported: Self.fileVersion)
    }
    let count = Int(try reader.read(UInt32.self))
    guard reader.remaining >= count * 6 else {
      throw ModelFileError.truncated(
        neededBytes: reader.offset + count * 6, foundBytes: bytes.count)
    }
    var keys: [UInt32] = []
    for _ in 0..<count { keys.append(try reader.read(UInt32.self)) }
    var entries: [(key: UInt32, perMille: UInt16)] = []
    for key in keys { entries.append((key, try reader.read(UInt16.self))) }
    var parts: [SequenceModel] = []
    for _ in 0..<3 {
      let length = Int(try reader.read(UInt32.self))
      parts.append(try SequenceModel(bytes: Array(try reader.readBytes(length))))
    }
    try self.init(
      cues: CueFrequencies(entries), first: parts[0], second: parts[1], linker: parts[2],
      groupsLeftOut: groupsLeftOut)
  }
}
