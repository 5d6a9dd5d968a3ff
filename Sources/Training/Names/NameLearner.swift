internal import Extraction
internal import Language

/// The weights of the model of names while it learns: multinomial logistic regression by FTRL-proximal, as
/// the part-of-speech tagger’s (``PartOfSpeechLearner``), but features of surroundings count in part.
struct NameLearner {
  static let classCount = NameClass.allCases.count

  private let options: NameTrainer.Options
  /// Weights by bucket and class.
  private(set) var weights: [Float]
  /// Sums of adjusted gradients.
  private var sums: [Float]
  /// Sums of squared gradients.
  private var squares: [Float]
  /// The sum of the weights after each of the last epochs.
  private var total: [Float] = []
  /// Where the rows of the features of this step begin, those that dropout left, and what each counts.
  private var kept: [(row: Int, value: Float)] = []

  init(_ options: NameTrainer.Options) {
    self.options = options
    weights = Array(repeating: 0, count: Self.classCount << options.bucketBits)
    sums = weights
    squares = weights
  }

  /// Learns from one example; returns whether it was judged rightly before.
  mutating func learn(_ example: NameExample, random: inout SplitMix64) -> Bool {
    choose(example.candidate, random: &random)
    var scores = LabelVector.zero
    for (row, value) in kept {
      for label in 0..<Self.classCount { scores[label] += value * weights[row + label] }
    }
    let probabilities = NameProbabilities(scores: scores)
    let truth = probabilities[example.label]
    let isRight = NameClass.allCases.allSatisfy { probabilities[$0] <= truth }
    guard 1 - truth >= options.smallestError else { return isRight }
    for name in NameClass.allCases {
      let error = probabilities[name] - (name == example.label ? 1 : 0)
      move(name.rawValue, by: error * example.weight)
    }
    return isRight
  }

  /// Draws the features that are not left out this time.
  private mutating func choose(_ candidate: NameCandidate, random: inout SplitMix64) {
    let mask = UInt32(1) << UInt32(options.bucketBits) - 1
    let threshold = UInt64(options.featureDropout * 65536)
    let contextValue = NameFeatures.contextWeight(occurrences: candidate.contextCount)
    kept.removeAll(keepingCapacity: true)
    let hidesWords = random.next() & 0xffff < UInt64(options.hiddenWords * 65536)
    let parts = [
      (hidesWords ? [] : candidate.words, NameFeatures.formWeight),
      (candidate.form, NameFeatures.formWeight), (candidate.context, contextValue),
    ]
    for (features, value) in parts {
      for feature in features where random.next() & 0xffff >= threshold {
        kept.append((Int(feature & mask) * Self.classCount, value))
      }
    }
  }

  private mutating func move(_ label: Int, by slope: Float) {
    guard abs(slope) > 1e-4 else { return }
    let step = ProximalStep(
      alpha: options.alpha, beta: options.beta, l1: options.l1, l2: options.l2)
    for (row, value) in kept {
      let cell = row + label
      step.move(&weights[cell], sum: &sums[cell], square: &squares[cell], against: slope * value)
    }
  }

  /// Counts the weights as they stand.
  mutating func addToAverage() {
    if total.isEmpty { total = Array(repeating: 0, count: weights.count) }
    for cell in total.indices { total[cell] += weights[cell] }
  }

  /// The model file of the averaged weights.
  ///
  /// One scale for all, which clips the largest few weights.
  func file() -> [UInt8] {
    let count = Float(max(1, options.averagedEpochs))
    let averages = total.isEmpty ? weights : total.map { $0 / count }
    let sizes = averages.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
    let largest = sizes.isEmpty ? 1 : sizes[Int(Double(sizes.count - 1) * 0.9995)]
    let scale = largest / 127
    let rows = averages.map { Int8(max(-127, min(127, ($0 / scale).rounded(.toNearestOrEven)))) }
    return NameModelFile.file(rows: rows, bucketBits: options.bucketBits, scale: scale)
  }
}
