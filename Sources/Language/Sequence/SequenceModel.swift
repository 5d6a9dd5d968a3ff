/// A linear-chain conditional random field over hashed binary features, its weights in eight bits.
///
/// The chain model is that of Lafferty, McCallum and Pereira (2001); features are hashed to 2ᵏ buckets
/// without a dictionary (Weinberger et al., 2009), and all emission weights share one scale. Transition
/// scores stay in floating point.
///
/// A weight is stored as a byte with 128 added, a bucket’s labels side by side, padded to eight. Sums over a
/// token’s features then need no unpacking: the even and the odd bytes of a word are added in 16-bit lanes.
public struct SequenceModel: Sendable {
  /// The names of the labels.
  public let labels: [String]
  /// The transitions.
  public let transitions: LabelTransitions
  /// How many low bits of a feature choose its bucket.
  public let bucketBits: Int
  /// The value of a weight of one.
  public let scale: Float
  /// What the features must be made by: a number that the trainer chose, compared by the user of the model.
  public let featureSignature: UInt64
  /// Biased weights, eight labels a word, ``LabelTransitions/blocks`` words a bucket.
  let words: [UInt64]

  /// Creates a model from its parts.
  ///
  /// There are `2^bucketBits × 8 × blocks` weights, the labels of a bucket side by side; their value is
  /// multiplied by `scale`.
  public init(
    labels: [String], transitions: LabelTransitions, bucketBits: Int, weights: [Int8], scale: Float,
    featureSignature: UInt64 = 0
  ) {
    precondition(labels.count == transitions.labelCount, "a name for each label")
    precondition(
      weights.count == transitions.blocks * 8 << bucketBits, "a weight for each bucket and label")
    self.labels = labels
    self.transitions = transitions
    self.bucketBits = bucketBits
    self.scale = scale
    self.featureSignature = featureSignature
    var words = [UInt64](repeating: 0, count: weights.count / 8)
    for index in weights.indices {
      words[index / 8] |=
        UInt64(UInt8(truncatingIfNeeded: Int(weights[index]) + 128))
        << UInt64(index % 8 * 8)
    }
    self.words = words
  }

  init(
    labels: [String], transitions: LabelTransitions, bucketBits: Int, words: [UInt64], scale: Float,
    featureSignature: UInt64
  ) {
    self.labels = labels
    self.transitions = transitions
    self.bucketBits = bucketBits
    self.words = words
    self.scale = scale
    self.featureSignature = featureSignature
  }

  /// The number of a label, or `nil` if the model has none of that name.
  public func label(named name: String) -> Int? { labels.firstIndex(of: name) }

  /// The same model with something added to every score of each label, to favour or disfavour it.
  public func adding(bias: [Float]) -> SequenceModel {
    precondition(bias.count == labels.count, "a bias for each label")
    let count = labels.count
    func biased(_ score: Float, _ label: Int) -> Float {
      score == VectorMath.impossible ? score : score + bias[label]
    }
    let changed = LabelTransitions(
      start: transitions.start.enumerated().map { biased($1, $0) },
      scores: transitions.scores.enumerated().map { biased($1, $0 % count) },
      edgeClassCount: transitions.edgeClassCount)
    return SequenceModel(
      labels: labels, transitions: changed, bucketBits: bucketBits, words: words, scale: scale,
      featureSignature: featureSignature)
  }

  /// The scores of all labels at all tokens.
  ///
  /// The factor `damping` is for all emission scores; below one it makes the model less sure.
  ///
  /// - Complexity: O(features × labels).
  public func emissions(of sequence: FeatureSequence, damping: Float = 1) -> [LabelVector] {
    let blocks = transitions.blocks
    var result = [LabelVector]()
    result.reserveCapacity(sequence.count * blocks)
    let width = sequence.featuresPerToken
    let factor = LabelVector(repeating: scale * damping)
    let padding = padding
    for token in 0..<sequence.count {
      let row = token * width..<(token + 1) * width
      for block in 0..<blocks {
        let sum = sum(of: sequence.features, row, block: block)
        result.append(LabelVector(sum) * factor + padding[block])
      }
    }
    return result
  }

  /// The sums of the weights of some features, for the eight labels of a block.
  @inline(__always)
  private func sum(of features: [UInt32], _ row: Range<Int>, block: Int) -> SIMD8<Int32> {
    let blocks = transitions.blocks
    let mask = UInt32(truncatingIfNeeded: (1 << bucketBits) - 1)
    var sum = SIMD8<Int32>(repeating: -Int32(truncatingIfNeeded: row.count * 128))
    precondition(row.lowerBound >= 0 && row.upperBound <= features.count, "features that exist")
    // Safe: a bucket is masked to the number of buckets, the row was checked above, and neither pointer
    // leaves the closure.
    words.withUnsafeBufferPointer { words in
      features.withUnsafeBufferPointer { features in
        var done = row.lowerBound
        while done < row.upperBound {
          let stop = min(row.upperBound, done + Self.mostInLane)
          var even: UInt64 = 0
          var odd: UInt64 = 0
          for index in done..<stop {
            let word = words[Int(features[index] & mask) * blocks + block]
            even &+= word & Self.evenBytes
            odd &+= (word >> 8) & Self.evenBytes
          }
          sum &+= Self.labelSums(even, odd)
          done = stop
        }
      }
    }
    return sum
  }

  /// The lattice of tokens whose features' weights are added up already, by a ``FeatureScorer``.
  ///
  /// Only for models of at most eight labels; `sums` has one vector a token.
  public func lattice(
    of sums: [SIMD8<Int32>], edgeClasses: [UInt8], damping: Float = 1
  ) -> SequenceLattice {
    precondition(transitions.blocks == 1, "at most eight labels")
    let factor = LabelVector(repeating: scale * damping)
    let padding = padding[0]
    return SequenceLattice(
      emissions: sums.map { LabelVector($0) * factor + padding }, edgeClasses: edgeClasses,
      transitions: transitions)
  }

  /// The lattice of a sequence, for the best labels or the probabilities.
  public func lattice(of sequence: FeatureSequence, damping: Float = 1) -> SequenceLattice {
    precondition(
      sequence.features.count == sequence.count * sequence.featuresPerToken,
      "whole rows of features")
    return SequenceLattice(
      emissions: emissions(of: sequence, damping: damping), edgeClasses: sequence.edgeClasses,
      transitions: transitions)
  }

  /// The probabilities of the labels of a sequence of one token with these features.
  ///
  /// Only for models of at most eight labels; padding is zero.
  public func probabilities(ofSingleToken features: [UInt32]) -> LabelVector {
    precondition(transitions.blocks == 1, "at most eight labels")
    let sum = sum(of: features, features.indices, block: 0)
    let score =
      LabelVector(sum) * LabelVector(repeating: scale) + padding[0] + transitions.startVectors[0]
    let factors = VectorMath.exp(score - score.max())
    return factors / factors.sum()
  }

  /// The best labelling of a sequence, as label numbers.
  public func bestLabels(of sequence: FeatureSequence, damping: Float = 1) -> [UInt8] {
    lattice(of: sequence, damping: damping).bestLabels()
  }

  /// Zero for labels, impossible for padding.
  private var padding: [LabelVector] {
    var padding = [LabelVector](repeating: .zero, count: transitions.blocks)
    for label in labels.count..<transitions.blocks * 8 {
      padding[label / 8][label % 8] = VectorMath.impossible
    }
    return padding
  }

  /// How many bytes can be added in a lane of 16 bits before it must be emptied.
  static let mostInLane = 256
  /// The bytes of the labels with even numbers in a word of weights.
  static let evenBytes: UInt64 = 0x00ff_00ff_00ff_00ff

  /// The eight labels' sums from the lanes of the even and the odd ones.
  @inline(__always)
  static func labelSums(_ even: UInt64, _ odd: UInt64) -> SIMD8<Int32> {
    func lane(_ sum: UInt64, _ number: UInt64) -> Int32 {
      Int32(truncatingIfNeeded: (sum >> (number * 16)) & 0xffff)
    }
    return SIMD8(
      lane(even, 0), lane(odd, 0), lane(even, 1), lane(odd, 1), lane(even, 2), lane(odd, 2),
      lane(even, 3), lane(odd, 3))
  }
}
