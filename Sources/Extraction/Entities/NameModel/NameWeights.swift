internal import Language

/// The weights of a model of names where they lie in memory.
struct NameWeights {
  /// A number for each ``NameClass``; the lanes behind them say nothing.
  typealias Scores = SIMD8<Int32>

  private let bytes: UnsafeRawBufferPointer
  private let mask: UInt32
  /// What a weight of one is worth.
  private let scale: Float

  /// Looks at a file whose checksum is known to be right; `nil` if it is not of this version.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let header = try? NameModelFile.header(of: bytes) else { return nil }
    self.bytes = bytes
    mask = 1 << UInt32(header.bucketBits) - 1
    scale = header.scale
  }

  /// The sum of the weights of some features.
  func sum(_ features: [UInt32]) -> Scores {
    var sum = SIMD8<Int16>.zero
    for feature in features.prefix(256) {  // More than any spelling has; 256 bytes fit into a lane.
      let offset = NameModelFile.headerSize + Int(feature & mask) * NameModelFile.rowSize
      // Safe: the length was checked with the header, and eight bytes follow the last row.
      let row = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int8>.self)
      sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
    }
    return Scores(truncatingIfNeeded: sum)
  }

  /// How likely each class is.
  ///
  /// - Parameters:
  ///   - form: The sum for the words of the name.
  ///   - context: The sum for all its surroundings.
  ///   - occurrences: How many surroundings were summed.
  /// - Returns: Probabilities that add up to one.
  func probabilities(form: Scores, context: Scores, occurrences: Int) -> NameProbabilities {
    let weight = NameFeatures.contextWeight(occurrences: occurrences)
    return NameProbabilities(
      scores: scale * (NameFeatures.formWeight * LabelVector(form) + weight * LabelVector(context)))
  }
}
