/// All labellings of one sequence, scored: a linear chain with emission and transition scores.
///
/// Answers the best labelling (Viterbi) and the probability of each label (forward–backward with scaling,
/// after Rabiner, 1989). Emissions are ``LabelTransitions/blocks`` vectors a token, padding impossible.
///
/// - Complexity: O(tokens × labels²), both.
public struct SequenceLattice {
  /// Emission scores, a row of blocks a token.
  public let emissions: [LabelVector]
  /// For each token the class of the edge that leads to it.
  public let edgeClasses: [UInt8]
  let transitions: LabelTransitions

  /// The number of tokens.
  public var count: Int { edgeClasses.count }

  /// Creates a lattice.
  ///
  /// There are `transitions.blocks` vectors of emissions a token, and one class of edge, each below
  /// `transitions.edgeClassCount`.
  public init(emissions: [LabelVector], edgeClasses: [UInt8], transitions: LabelTransitions) {
    precondition(
      emissions.count == edgeClasses.count * transitions.blocks, "one row of emissions a token")
    precondition(
      edgeClasses.allSatisfy { $0 < transitions.edgeClassCount }, "a class of edge that exists")
    self.emissions = emissions
    self.edgeClasses = edgeClasses
    self.transitions = transitions
  }

  /// The labelling with the highest score; among equals the one with the lower label numbers.
  public func bestLabels() -> [UInt8] {
    guard count > 0 else { return [] }
    let blocks = transitions.blocks
    let labels = transitions.labelCount
    var scores = (0..<blocks).map { transitions.startVectors[$0] + emissions[$0] }
    var next = scores
    var origins = [SIMD8<Int32>](repeating: .zero, count: count * blocks)
    let forward = transitions.forward
    for token in 1..<max(count, 1) {
      let base = Int(edgeClasses[token]) * labels * blocks
      for block in 0..<blocks {
        var best = LabelVector(repeating: -.infinity)
        var origin = SIMD8<Int32>.zero
        for from in 0..<labels {
          let candidate = forward[base + from * blocks + block] + scores[from / 8][from % 8]
          let better = candidate .> best
          best.replace(with: candidate, where: better)
          origin.replace(with: SIMD8(repeating: Int32(truncatingIfNeeded: from)), where: better)
        }
        next[block] = best + emissions[token * blocks + block]
        origins[token * blocks + block] = origin
      }
      swap(&scores, &next)
    }
    var label = 0
    for other in 0..<labels
    where scores[other / 8][other % 8] > scores[label / 8][label % 8] {
      label = other
    }
    var result = [UInt8](repeating: 0, count: count)
    for token in stride(from: count - 1, through: 0, by: -1) {
      result[token] = UInt8(truncatingIfNeeded: label)
      if token > 0 { label = Int(origins[token * blocks + label / 8][label % 8]) }
    }
    return result
  }

  /// The score of one labelling.
  public func score(of labels: [UInt8]) -> Double {
    precondition(labels.count == count, "one label a token")
    let blocks = transitions.blocks
    var sum = 0.0
    for token in 0..<count {
      let label = Int(labels[token])
      sum += Double(emissions[token * blocks + label / 8][label % 8])
      if token == 0 {
        sum += Double(transitions.start[label])
      } else {
        let row = Int(edgeClasses[token]) * transitions.labelCount + Int(labels[token - 1])
        sum += Double(transitions.scores[row * transitions.labelCount + label])
      }
    }
    return sum
  }

  /// The probabilities of all labels at all tokens.
  public func posterior() -> Posterior { Posterior(self) }
}
