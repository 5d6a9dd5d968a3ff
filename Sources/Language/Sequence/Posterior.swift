/// The probability of every label at every token, given the whole sequence.
public struct Posterior: Sendable {
  /// The number of tokens.
  public let count: Int
  let blocks: Int
  /// Probabilities, a row of blocks a token; padding is zero.
  public let probabilities: [LabelVector]
  /// The logarithm of the sum over all labellings of the exponential of their score.
  public let logPartition: Double
  /// Scaled forward probabilities, kept for the trainer’s edge probabilities.
  let forward: [LabelVector]
  /// Scaled backward probabilities.
  let backward: [LabelVector]
  /// Exponentials of the emissions, each row divided by its largest.
  let factors: [LabelVector]

  /// The probability of a label at a token.
  public func probability(of label: Int, at token: Int) -> Float {
    probabilities[token * blocks + label / 8][label % 8]
  }

  /// Runs forward–backward.
  init(_ lattice: SequenceLattice) {
    let transitions = lattice.transitions
    let blocks = transitions.blocks
    let labels = transitions.labelCount
    let count = lattice.count
    self.count = count
    self.blocks = blocks
    var logSum = 0.0
    var factors = lattice.emissions
    for token in 0..<count {
      var largest = VectorMath.impossible
      for block in 0..<blocks { largest = max(largest, factors[token * blocks + block].max()) }
      for block in 0..<blocks {
        factors[token * blocks + block] = VectorMath.exp(factors[token * blocks + block] - largest)
      }
      logSum += Double(largest)
    }

    var forward = [LabelVector](repeating: .zero, count: count * blocks)
    for token in 0..<count {
      let row = token * blocks
      let base = Int(lattice.edgeClasses[token]) * labels * blocks
      var total: Float = 0
      for block in 0..<blocks {
        var sum = LabelVector.zero
        if token == 0 {
          sum = transitions.startFactors[block]
        } else {
          for from in 0..<labels {
            sum +=
              transitions.forwardFactors[base + from * blocks + block]
              * forward[row - blocks + from / 8][from % 8]
          }
        }
        sum *= factors[row + block]
        forward[row + block] = sum
        total += sum.sum()
      }
      total = max(total, 1e-30)
      for block in 0..<blocks { forward[row + block] /= total }
      logSum += VectorMath.log(Double(total))
    }

    var backward = [LabelVector](repeating: LabelVector(repeating: 1), count: count * blocks)
    var weighted = [LabelVector](repeating: .zero, count: blocks)
    for token in stride(from: count - 2, through: 0, by: -1) {
      let row = token * blocks
      let base = Int(lattice.edgeClasses[token + 1]) * labels * blocks
      for block in 0..<blocks {
        weighted[block] = factors[row + blocks + block] * backward[row + blocks + block]
      }
      var total: Float = 0
      for block in 0..<blocks {
        var sum = LabelVector.zero
        for to in 0..<labels {
          sum += transitions.backwardFactors[base + to * blocks + block] * weighted[to / 8][to % 8]
        }
        backward[row + block] = sum
        total += sum.sum()
      }
      total = max(total, 1e-30)
      for block in 0..<blocks { backward[row + block] /= total }
    }

    var probabilities = forward
    for token in 0..<count {
      var total: Float = 0
      for block in token * blocks..<(token + 1) * blocks {
        probabilities[block] *= backward[block]
        total += probabilities[block].sum()
      }
      total = max(total, 1e-30)
      for block in token * blocks..<(token + 1) * blocks { probabilities[block] /= total }
    }
    self.factors = factors
    self.forward = forward
    self.backward = backward
    self.probabilities = probabilities
    logPartition = logSum
  }

  /// Calls `body` with the probability of each step from one label to another, token after token.
  ///
  /// - Parameters:
  ///   - transitions: Those of the lattice that this posterior belongs to.
  ///   - edgeClasses: Those of the lattice.
  ///   - body: Receives the token, the previous label and the probabilities of all labels with it; the rows
  ///     of one token sum to one.
  public func forEachStep(
    transitions: LabelTransitions, edgeClasses: [UInt8],
    _ body: (_ token: Int, _ from: Int, _ probabilities: [LabelVector]) -> Void
  ) {
    let labels = transitions.labelCount
    var steps = [LabelVector](repeating: .zero, count: labels * blocks)
    var row = [LabelVector](repeating: .zero, count: blocks)
    for token in 1..<max(count, 1) {
      let base = Int(edgeClasses[token]) * labels * blocks
      var total: Float = 0
      for from in 0..<labels {
        let weight = forward[(token - 1) * blocks + from / 8][from % 8]
        for block in 0..<blocks {
          let value =
            transitions.forwardFactors[base + from * blocks + block] * weight
            * factors[token * blocks + block] * backward[token * blocks + block]
          steps[from * blocks + block] = value
          total += value.sum()
        }
      }
      total = max(total, 1e-30)
      for from in 0..<labels {
        for block in 0..<blocks { row[block] = steps[from * blocks + block] / total }
        body(token, from, row)
      }
    }
  }
}
