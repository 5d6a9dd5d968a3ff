import Language

/// The weights of the tagger while it learns: multinomial logistic regression by FTRL-proximal.
///
/// FTRL-proximal (McMahan et al., 2013) keeps the weights of rare features at zero, which leaves a hashed
/// table to the features that matter.
struct PartOfSpeechLearner {
  /// How many labels a row has a weight for.
  static let labelCount = 32

  private let options: PartOfSpeechTrainer.Options
  /// Weights by row and label.
  private(set) var weights: [Float]
  /// Sums of adjusted gradients.
  private var sums: [Float]
  /// Sums of squared gradients.
  private var squares: [Float]
  /// The sum of the weights after each of the last epochs.
  private var total: [Float] = []
  /// Where the rows of the features of this step begin, those that dropout left.
  private var kept: [Int] = []
  /// The labels of this step and their probabilities, in order of the labels.
  private(set) var labels: [Int] = []
  private(set) var probabilities: [Float] = []

  init(_ options: PartOfSpeechTrainer.Options) {
    self.options = options
    weights = Array(repeating: 0, count: Self.labelCount << options.bucketBits)
    sums = weights
    squares = weights
  }

  /// Scores the allowed labels with part of the features and returns the best one.
  mutating func choose(
    _ features: PartOfSpeechFeatures, isSecondPass: Bool, isByHand: Bool, among allowed: UInt32,
    random: inout SplitMix64
  ) -> Int {
    let mask = UInt32(truncatingIfNeeded: (1 << options.bucketBits) - 1)
    let threshold = UInt64(options.featureDropout * 65536)
    kept.removeAll(keepingCapacity: true)
    var bits: UInt64 = 0
    let count = isSecondPass ? PartOfSpeechFeatures.count : PartOfSpeechFeatures.firstPassCount
    for index in 0..<count {
      if index % 4 == 0 { bits = random.next() }
      let isTaught =
        isByHand || index < PartOfSpeechFeatures.sharedCount
        || index >= PartOfSpeechFeatures.firstPassCount
      if isTaught, bits & 0xffff >= threshold {
        kept.append(Int(features.hashes[index] & mask) * Self.labelCount)
      }
      bits >>= 16
    }
    labels.removeAll(keepingCapacity: true)
    probabilities.removeAll(keepingCapacity: true)
    var best = 0
    for label in 0..<Self.labelCount where allowed & 1 << UInt32(label) != 0 {
      var score: Float = 0
      for row in kept { score += weights[row + label] }
      labels.append(label)
      probabilities.append(score)
      if score > probabilities[best] { best = labels.count - 1 }
    }
    let largest = probabilities[best]
    var sum: Float = 0
    for index in labels.indices {
      probabilities[index] = VectorMath.exp(probabilities[index] - largest)
      sum += probabilities[index]
    }
    for index in labels.indices { probabilities[index] /= sum }
    return labels[best]
  }

  /// Moves the weights of the chosen features towards the true label.
  mutating func learn(_ gold: Int, weight: Float) {
    guard let place = labels.firstIndex(of: gold) else { return }
    probabilities[place] -= 1
    guard -probabilities[place] >= options.smallestError else { return }
    let step = ProximalStep(
      alpha: options.alpha, beta: options.beta, l1: options.l1, l2: options.l2)
    for (label, probability) in zip(labels, probabilities) {
      let gradient = probability * weight
      guard abs(gradient) > 1e-4 else { continue }
      for row in kept {
        let cell = row + label
        step.move(&weights[cell], sum: &sums[cell], square: &squares[cell], against: gradient)
      }
    }
  }

  // MARK: Averages

  /// Counts the weights as they stand.
  mutating func addToAverage() {
    if total.isEmpty { total = Array(repeating: 0, count: weights.count) }
    for cell in total.indices { total[cell] += weights[cell] }
  }

  /// Replaces the weights by the average.
  mutating func finish() {
    if !total.isEmpty { weights = total }
  }

  /// The best label by all features of the first pass, without learning.
  func best(_ features: PartOfSpeechFeatures, among allowed: UInt32) -> Int {
    let mask = UInt32(truncatingIfNeeded: (1 << options.bucketBits) - 1)
    var best = -Float.infinity
    var found = 0
    for label in 0..<Self.labelCount where allowed & 1 << UInt32(label) != 0 {
      var score: Float = 0
      for index in 0..<PartOfSpeechFeatures.firstPassCount {
        score += weights[Int(features.hashes[index] & mask) * Self.labelCount + label]
      }
      if score > best {
        best = score
        found = label
      }
    }
    return found
  }

  /// The weights in eight bits, under one scale that clips the largest few.
  var rows: [PartOfSpeechModel.Row] {
    let sizes = weights.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
    let largest = sizes.isEmpty ? 1 : sizes[Int(Double(sizes.count - 1) * 0.9995)]
    let scale = 127 / largest
    return (0..<(1 << options.bucketBits)).map { bucket in
      PartOfSpeechModel.row(
        (0..<Self.labelCount).map { label in
          let weight = (weights[bucket * Self.labelCount + label] * scale).rounded(.toNearestOrEven)
          return Int8(max(-127, min(127, weight)))
        })
    }
  }
}
