import Testing

@testable import Language

@Suite struct SequenceModelTests {
  /// Three labels, two classes of edges, four buckets; the second label may not follow the first.
  static func model(labels: Int = 3) -> SequenceModel {
    let names = (0..<labels).map { "L\($0)" }
    var scores = [Float]()
    for edge in 0..<2 {
      for from in 0..<labels {
        for to in 0..<labels {
          scores.append(
            from == 0 && to == 1 ? VectorMath.impossible : Float((from * 3 + to * 5 + edge) % 7) / 4
          )
        }
      }
    }
    let blocks = (labels + 7) / 8
    let weights = (0..<4 * 8 * blocks).map { Int8(truncatingIfNeeded: $0 * 37 % 251 - 125) }
    return SequenceModel(
      labels: names,
      transitions: LabelTransitions(
        start: names.indices.map { Float($0) / 8 }, scores: scores, edgeClassCount: 2),
      bucketBits: 2, weights: weights, scale: 0.015)
  }

  static func sequence(_ length: Int) -> FeatureSequence {
    var sequence = FeatureSequence(featuresPerToken: 3)
    for token in 0..<length {
      sequence.append(
        [UInt32(token), UInt32(token * 7 + 2), UInt32(token * token)], edgeClass: UInt8(token % 2))
    }
    return sequence
  }

  /// Every labelling of a sequence, as digits.
  static func labellings(_ length: Int, labels: Int) -> [[UInt8]] {
    var all: [[UInt8]] = [[]]
    for _ in 0..<length {
      all = all.flatMap { head in (0..<labels).map { head + [UInt8($0)] } }
    }
    return all
  }

  @Test("finds what trying every labelling finds", arguments: [1, 2, 4, 6])
  func bestOfAll(length: Int) {
    let model = Self.model()
    let lattice = model.lattice(of: Self.sequence(length))
    let scored = Self.labellings(length, labels: 3).map { ($0, lattice.score(of: $0)) }
    let best = scored.max { $0.1 < $1.1 }
    #expect(lattice.bestLabels() == best?.0)

    let posterior = lattice.posterior()
    let highest = best?.1 ?? 0
    let weights = scored.map { Double(VectorMath.exp(Float($0.1 - highest))) }
    let total = weights.reduce(0, +)
    var worst = abs(posterior.logPartition - (highest + VectorMath.log(total)))
    for token in 0..<length {
      for label in 0..<3 {
        let exact =
          zip(scored, weights).filter { Int($0.0.0[token]) == label }.map(\.1).reduce(0, +) / total
        worst = max(worst, abs(exact - Double(posterior.probability(of: label, at: token))))
      }
    }
    #expect(worst < 1e-4)
  }

  @Test("probabilities sum to one and steps agree with them", arguments: [3, 8, 19, 48])
  func posteriorSums(labels: Int) {
    let model = Self.model(labels: labels)
    let sequence = Self.sequence(40)
    let lattice = model.lattice(of: sequence)
    let posterior = lattice.posterior()
    var worst: Float = 0
    for token in 0..<40 {
      let sum = (0..<labels).map { posterior.probability(of: $0, at: token) }.reduce(0, +)
      worst = max(worst, abs(sum - 1))
    }
    posterior.forEachStep(transitions: model.transitions, edgeClasses: sequence.edgeClasses) {
      token, from, row in
      let sum = row.map { $0.sum() }.reduce(0, +)
      worst = max(worst, abs(sum - posterior.probability(of: from, at: token - 1)))
    }
    #expect(worst < 1e-4)
    #expect(lattice.bestLabels().allSatisfy { $0 < labels })
  }

  @Test("a file gives the same model back")
  func roundTrip() throws {
    let model = Self.model(labels: 19)
    let copy = try SequenceModel(bytes: model.bytes)
    #expect(copy.bytes == model.bytes)
    #expect(copy.labels == model.labels)
    let sequence = Self.sequence(30)
    #expect(copy.bestLabels(of: sequence) == model.bestLabels(of: sequence))
  }

  @Test("sums many features without overflow")
  func manyFeatures() {
    let model = SequenceModel(
      labels: ["a", "b"],
      transitions: LabelTransitions(start: [0, 0], scores: [0, 0, 0, 0], edgeClassCount: 1),
      bucketBits: 1, weights: [127, -127, 0, 0, 0, 0, 0, 0] + Array(repeating: -127, count: 8),
      scale: 1)
    var sequence = FeatureSequence(featuresPerToken: 700)
    sequence.append(Array(repeating: 0, count: 700))
    sequence.append(Array(repeating: 1, count: 700))
    let emissions = model.emissions(of: sequence)
    #expect(emissions[0][0] == 88900 && emissions[0][1] == -88900)
    #expect(emissions[1][0] == -88900 && emissions[1][1] == -88900)
  }

  @Test("an empty sequence has no labels")
  func empty() {
    let lattice = Self.model().lattice(of: FeatureSequence(featuresPerToken: 3))
    #expect(lattice.bestLabels().isEmpty)
    #expect(lattice.posterior().count == 0)
  }

  @Test("refuses bytes that are not a whole model")
  func refusals() throws {
    let bytes = Self.model().bytes
    var flipped = bytes
    flipped[bytes.count - 3] ^= 1
    var future = bytes
    future[8] = 9
    var nonsense = bytes
    nonsense[20] = 200
    let cases: [([UInt8], ModelFileError)] = [
      ([], .notAModel(expected: "SaysoCRF")),
      (Array("something else".utf8), .notAModel(expected: "SaysoCRF")),
      (flipped, .damaged),
      (future, .unsupportedVersion(found: 9, supported: 1)),
      (nonsense, .invalid(field: "bucket bits")),
      (bytes + [0], .invalid(field: "length of the file")),
    ]
    for (bytes, error) in cases {
      #expect(throws: error) { try SequenceModel(bytes: bytes) }
    }
    for length in stride(from: 8, to: bytes.count, by: 11) {
      #expect(throws: ModelFileError.self) { try SequenceModel(bytes: Array(bytes.prefix(length))) }
    }
  }

  @Test("exponential and logarithm are close to the truth")
  func mathematics() {
    var worst = 0.0
    for step in -160...160 {
      let x = Double(step) / 2
      let value = Double(VectorMath.exp(Float(x)))
      if value > 0 { worst = max(worst, abs(VectorMath.log(value) - x) / max(1, abs(x))) }
    }
    #expect(worst < 1e-6)
    #expect(abs(VectorMath.exp(Float(1)) - 2.718_281_8) < 1e-6)
    #expect(abs(VectorMath.log(10) - 2.302_585_092_994) < 1e-7)
    #expect(VectorMath.exp(Float(-1e30)) == 0 && VectorMath.exp(Float(0)) == 1)
  }
}
