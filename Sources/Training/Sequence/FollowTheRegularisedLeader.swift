internal import Language

/// The state of FTRL-proximal for a linear-chain model, and one step of it.
struct FollowTheRegularisedLeader {
  let options: SequenceTrainer.Options
  let labelCount: Int
  let edgeClassCount: Int
  let blocks: Int
  /// Emission weights by bucket and block.
  private(set) var weights: [LabelVector]
  /// Sums of adjusted gradients.
  private var sums: [LabelVector]
  /// Roots of the sums of squared gradients.
  private var roots: [LabelVector]
  /// Transition weights by class, previous label, block.
  private(set) var transitionWeights: [LabelVector]
  private var transitionSums: [LabelVector]
  private var transitionRoots: [LabelVector]
  /// One where a step is allowed, by previous label and block.
  private let allowed: [LabelVector]
  let allowedAtStart: [Bool]
  private let padding: [LabelVector]
  /// The features of the step that dropout left, and where each token’s begin.
  private var kept: [UInt32] = []
  private var keptStarts: [Int] = []

  init(
    options: SequenceTrainer.Options, labelCount: Int, edgeClassCount: Int, allowed: [Bool],
    allowedAtStart: [Bool]
  ) {
    self.options = options
    self.labelCount = labelCount
    self.edgeClassCount = edgeClassCount
    self.allowedAtStart = allowedAtStart
    blocks = (labelCount + 7) / 8
    let rows = blocks << options.bucketBits
    weights = Array(repeating: .zero, count: rows)
    sums = weights
    roots = weights
    transitionWeights = Array(repeating: .zero, count: edgeClassCount * labelCount * blocks)
    transitionSums = transitionWeights
    transitionRoots = transitionWeights
    var mask = [LabelVector](repeating: .zero, count: labelCount * blocks)
    for from in 0..<labelCount {
      for to in 0..<labelCount where allowed[from * labelCount + to] {
        mask[from * blocks + to / 8][to % 8] = 1
      }
    }
    self.allowed = mask
    var padding = [LabelVector](repeating: .zero, count: blocks)
    for label in labelCount..<blocks * 8 { padding[label / 8][label % 8] = VectorMath.impossible }
    self.padding = padding
  }

  /// The transitions as they stand.
  func transitions(weights: [LabelVector]) -> LabelTransitions {
    var scores = [Float]()
    scores.reserveCapacity(edgeClassCount * labelCount * labelCount)
    for edge in 0..<edgeClassCount {
      for from in 0..<labelCount {
        for to in 0..<labelCount {
          let isAllowed = allowed[from * blocks + to / 8][to % 8] > 0
          let weight = weights[(edge * labelCount + from) * blocks + to / 8][to % 8]
          scores.append(isAllowed ? weight : VectorMath.impossible)
        }
      }
    }
    return LabelTransitions(
      start: allowedAtStart.map { $0 ? 0 : VectorMath.impossible }, scores: scores,
      edgeClassCount: edgeClassCount)
  }

  /// Learns from one sequence.
  ///
  /// - Returns: Its negative log-likelihood before the step.
  mutating func learn(
    _ sequence: FeatureSequence, labels: [UInt8], random: inout SplitMix64
  ) -> Double {
    drop(from: sequence, random: &random)
    let transitions = transitions(weights: transitionWeights)
    let lattice = SequenceLattice(
      emissions: emissions(count: sequence.count), edgeClasses: sequence.edgeClasses,
      transitions: transitions)
    let posterior = lattice.posterior()
    learnEmissions(posterior, labels: labels)
    learnTransitions(posterior, transitions: transitions, sequence: sequence, labels: labels)
    return posterior.logPartition - lattice.score(of: labels)
  }

  /// Chooses the features of this step.
  private mutating func drop(from sequence: FeatureSequence, random: inout SplitMix64) {
    let mask = UInt32(truncatingIfNeeded: (1 << options.bucketBits) - 1)
    let threshold = UInt32(options.featureDropout * 65536)
    kept.removeAll(keepingCapacity: true)
    keptStarts.removeAll(keepingCapacity: true)
    kept.reserveCapacity(sequence.features.count)
    let width = sequence.featuresPerToken
    var bits: UInt64 = 0
    var draws = 0
    for token in 0..<sequence.count {
      keptStarts.append(kept.count)
      for index in token * width..<(token + 1) * width {
        if draws == 0 {
          bits = random.next()
          draws = 4
        }
        let draw = UInt32(truncatingIfNeeded: bits & 0xffff)
        bits >>= 16
        draws -= 1
        if draw >= threshold { kept.append(sequence.features[index] & mask) }
      }
    }
    keptStarts.append(kept.count)
  }

  private func emissions(count: Int) -> [LabelVector] {
    var result = [LabelVector]()
    result.reserveCapacity(count * blocks)
    // Safe: features were masked to the number of buckets, and no pointer leaves the closure.
    weights.withUnsafeBufferPointer { weights in
      kept.withUnsafeBufferPointer { kept in
        for token in 0..<count {
          for block in 0..<blocks {
            var sum = padding[block]
            for index in keptStarts[token]..<keptStarts[token + 1] {
              sum += weights[Int(kept[index]) * blocks + block]
            }
            result.append(sum)
          }
        }
      }
    }
    return result
  }

  private mutating func learnEmissions(_ posterior: Posterior, labels: [UInt8]) {
    let step = Step(options, alpha: options.alpha, l1: options.l1)
    for token in 0..<posterior.count {
      var gradient = Array(posterior.probabilities[token * blocks..<(token + 1) * blocks])
      let label = Int(labels[token])
      gradient[label / 8][label % 8] -= 1
      // The label’s own error is as large as all others’ together.
      guard -gradient[label / 8][label % 8] >= options.smallestGradient else { continue }
      // Safe: features were masked to the number of buckets; the three arrays have one length.
      weights.withUnsafeMutableBufferPointer { weights in
        sums.withUnsafeMutableBufferPointer { sums in
          roots.withUnsafeMutableBufferPointer { roots in
            for index in keptStarts[token]..<keptStarts[token + 1] {
              let row = Int(kept[index]) * blocks
              for block in 0..<blocks {
                step.update(
                  &weights[row + block], &sums[row + block], &roots[row + block],
                  gradient: gradient[block])
              }
            }
          }
        }
      }
    }
  }

  private mutating func learnTransitions(
    _ posterior: Posterior, transitions: LabelTransitions, sequence: FeatureSequence,
    labels: [UInt8]
  ) {
    let step = Step(options, alpha: options.alpha / 2, l1: 0)
    posterior.forEachStep(transitions: transitions, edgeClasses: sequence.edgeClasses) {
      token, from, probabilities in
      let row = (Int(sequence.edgeClasses[token]) * labelCount + from) * blocks
      for block in 0..<blocks {
        var gradient = probabilities[block]
        if Int(labels[token - 1]) == from, Int(labels[token]) / 8 == block {
          gradient[Int(labels[token]) % 8] -= 1
        }
        gradient *= allowed[from * blocks + block]
        let largest = max(gradient.max(), -gradient.min())
        guard largest >= 1e-4 else { continue }
        step.update(
          &transitionWeights[row + block], &transitionSums[row + block],
          &transitionRoots[row + block], gradient: gradient)
      }
    }
  }

  /// The update of eight weights.
  private struct Step {
    let inverseAlpha: Float
    let smoothing: Float
    let l1: Float

    init(_ options: SequenceTrainer.Options, alpha: Float, l1: Float) {
      inverseAlpha = 1 / alpha
      smoothing = options.beta / alpha + options.l2
      self.l1 = l1
    }

    @inline(__always)
    func update(
      _ weight: inout LabelVector, _ sum: inout LabelVector, _ root: inout LabelVector,
      gradient: LabelVector
    ) {
      let new = (root * root + gradient * gradient).squareRoot()
      let adjusted = sum + gradient - (new - root) * inverseAlpha * weight
      root = new
      sum = adjusted
      // Shrinks towards zero by l1, on the bits: the sign is set aside, what falls below zero is masked.
      // Safe: both types are eight lanes of 32 bits, and every bit pattern is a valid value of either.
      let bits = unsafeBitCast(adjusted, to: SIMD8<UInt32>.self)
      let size = unsafeBitCast(bits & 0x7fff_ffff, to: LabelVector.self) - l1
      let sizeBits = unsafeBitCast(size, to: SIMD8<Int32>.self)
      let kept = sizeBits & ~(sizeBits &>> 31)
      let opposite = unsafeBitCast(kept, to: SIMD8<UInt32>.self) | (~bits & 0x8000_0000)
      weight =
        unsafeBitCast(opposite, to: LabelVector.self) / (new * inverseAlpha + smoothing)
    }
  }
}
