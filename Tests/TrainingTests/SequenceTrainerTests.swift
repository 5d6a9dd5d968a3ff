import Language
import Testing

@testable import Training

@Suite struct SequenceTrainerTests {
  /// Tokens are digits; a 7 begins a span that lasts while the digits fall; the rest is outside.
  static func sequences(_ count: Int, seed: UInt64) -> StoredSequences {
    var random = SplitMix64(seed: seed)
    var stored = StoredSequences()
    for _ in 0..<count {
      let digits = (0..<20).map { _ in Int(random.next() >> 33) % 10 }
      var labels = [UInt8]()
      var sequence = FeatureSequence(featuresPerToken: 3)
      for (index, digit) in digits.enumerated() {
        let previous = index > 0 ? digits[index - 1] : 10
        let row = [digit, 100 + previous, 1000 + previous * 11 + digit].enumerated().map {
          FeatureHash.feature(
            FeatureHash.join(FeatureHash.seed(ofTemplate: $0), FeatureHash.key(of: $1)))
        }
        sequence.append(row)
        let wasInside = (labels.last ?? 0) != 0
        labels.append(digit == 7 ? 1 : wasInside && digit < previous ? 2 : 0)
      }
      stored.append(sequence, labels: labels)
    }
    return stored
  }

  static let labels = ["O", "B-span", "I-span"]

  static func trained(seed: UInt64 = 1, progress: (SequenceTrainer.Epoch) -> Void = { _ in })
    -> SequenceWeights
  {
    var options = SequenceTrainer.Options()
    options.alpha = 0.1
    options.l1 = 0.1
    options.bucketBits = 12
    options.epochs = 6
    options.seed = seed
    return SequenceTrainer(
      labels: labels, options: options, isAllowed: SequenceTrainer.insideNeedsBegin(labels)
    ).train(on: sequences(200, seed: 5), progress: progress)
  }

  @Test("learns a pattern and keeps it in eight bits")
  func learns() {
    var losses = [Double]()
    let weights = Self.trained { losses.append($0.lossPerToken) }
    #expect(losses.count == 6 && losses[5] < losses[0] / 2)
    let model = weights.quantised()
    let unseen = Self.sequences(50, seed: 99)
    var right = 0
    var same = 0
    var all = 0
    var sequence = FeatureSequence(featuresPerToken: 1)
    var gold = [UInt8]()
    for index in 0..<unseen.count {
      unseen.load(index, into: &sequence, labels: &gold)
      let rounded = model.bestLabels(of: sequence)
      let exact = weights.lattice(of: sequence).bestLabels()
      for token in gold.indices {
        all += 1
        right += rounded[token] == gold[token] ? 1 : 0
        same += rounded[token] == exact[token] ? 1 : 0
      }
      for token in rounded.indices where rounded[token] == 2 {
        #expect(token > 0 && rounded[token - 1] != 0)
      }
    }
    #expect(Double(right) / Double(all) > 0.97)
    #expect(Double(same) / Double(all) > 0.995)
  }

  @Test("the same seed gives the same bytes, another one does not")
  func determinism() {
    let bytes = Self.trained().quantised().bytes
    #expect(Self.trained().quantised().bytes == bytes)
    #expect(Self.trained(seed: 2).quantised().bytes != bytes)
  }

  @Test("the mean of a model with itself is that model")
  func mean() {
    let weights = Self.trained()
    let mean = SequenceWeights.mean(of: [weights, weights])
    #expect(mean.quantised().bytes == weights.quantised().bytes)
  }

  @Test("nothing to learn from gives a model of zeros")
  func nothing() {
    let weights = SequenceTrainer(labels: ["O"]).train(on: StoredSequences())
    #expect(weights.weights.allSatisfy { $0 == .zero })
  }
}
