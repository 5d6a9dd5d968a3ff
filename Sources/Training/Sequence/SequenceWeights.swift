public import Language

/// Trained weights in floating point, before they are stored in eight bits.
public struct SequenceWeights: Sendable {
  /// The names of the labels.
  public let labels: [String]
  /// The transitions.
  public let transitions: LabelTransitions
  /// Buckets as a power of two.
  public let bucketBits: Int
  /// Weights by bucket and block.
  public let weights: [LabelVector]

  /// The sum of several epochs’ weights.
  struct Sum {
    private var weights: [LabelVector] = []
    private var transitionWeights: [LabelVector] = []
    private var count: Float = 0

    mutating func add(_ state: FollowTheRegularisedLeader) {
      count += 1
      if weights.isEmpty {
        weights = state.weights
        transitionWeights = state.transitionWeights
      } else {
        for index in weights.indices { weights[index] += state.weights[index] }
        for index in transitionWeights.indices {
          transitionWeights[index] += state.transitionWeights[index]
        }
      }
    }

    func weights(labels: [String], state: FollowTheRegularisedLeader) -> SequenceWeights {
      let factor = 1 / max(count, 1)
      return SequenceWeights(
        labels: labels,
        transitions: state.transitions(
          weights: (transitionWeights.isEmpty ? state.transitionWeights : transitionWeights)
            .map { $0 * factor }),
        bucketBits: state.options.bucketBits,
        weights: (weights.isEmpty ? state.weights : weights).map { $0 * factor })
    }
  }

  /// The mean of several trained models of the same shape, for instance from several seeds.
  ///
  /// There is at least one, and all have the same labels, buckets and classes of edges.
  public static func mean(of models: [SequenceWeights]) -> SequenceWeights {
    precondition(!models.isEmpty, "a mean needs at least one model")
    let first = models[0]
    guard models.count > 1 else { return first }
    let factor = 1 / Float(models.count)
    var weights = [LabelVector](repeating: .zero, count: first.weights.count)
    var scores = [Float](repeating: 0, count: first.transitions.scores.count)
    for model in models {
      precondition(
        model.labels == first.labels && model.bucketBits == first.bucketBits, "models of one shape")
      for index in weights.indices { weights[index] += model.weights[index] * factor }
      for index in scores.indices { scores[index] += model.transitions.scores[index] * factor }
    }
    return SequenceWeights(
      labels: first.labels,
      transitions: LabelTransitions(
        start: first.transitions.start, scores: scores,
        edgeClassCount: first.transitions.edgeClassCount),
      bucketBits: first.bucketBits, weights: weights)
  }

  /// The lattice of a sequence under the unrounded weights.
  public func lattice(of sequence: FeatureSequence) -> SequenceLattice {
    let blocks = transitions.blocks
    let mask = UInt32(truncatingIfNeeded: (1 << bucketBits) - 1)
    var emissions = [LabelVector]()
    for token in 0..<sequence.count {
      for block in 0..<blocks {
        var sum = LabelVector.zero
        for label in block * 8..<block * 8 + 8 where label >= labels.count {
          sum[label % 8] = VectorMath.impossible
        }
        for index in 0..<sequence.featuresPerToken {
          let feature = sequence.features[token * sequence.featuresPerToken + index] & mask
          sum += weights[Int(feature) * blocks + block]
        }
        emissions.append(sum)
      }
    }
    return SequenceLattice(
      emissions: emissions, edgeClasses: sequence.edgeClasses, transitions: transitions)
  }

  /// The model with its emission weights rounded to eight bits of one common scale.
  ///
  /// The factor `damping` is built into the scale; 0.75–0.9 corrects for the features that dropout left
  /// out. The signature says what the features must be made by.
  public func quantised(damping: Float = 1, featureSignature: UInt64 = 0) -> SequenceModel {
    var largest: Float = 0
    for vector in weights { largest = max(largest, vector.max(), -vector.min()) }
    let scale = largest > 0 ? largest / 127 : 1
    var bytes = [Int8]()
    bytes.reserveCapacity(weights.count * 8)
    for vector in weights {
      for label in 0..<8 {
        let value = (vector[label] / scale).rounded(.toNearestOrEven)
        bytes.append(Int8(max(-127, min(127, value))))
      }
    }
    return SequenceModel(
      labels: labels, transitions: transitions, bucketBits: bucketBits, weights: bytes,
      scale: scale * damping, featureSignature: featureSignature)
  }
}
