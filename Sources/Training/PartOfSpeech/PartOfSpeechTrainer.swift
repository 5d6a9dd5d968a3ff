import Language
import NewsModel

/// Trains the part-of-speech tagger: logistic regression on hashed features.
///
/// The tagger's own earlier decisions are the tags to the left while learning, as in use. Rare words are
/// shown as unknown ones part of the time, so that their neighbours and endings learn too; a share of
/// all features is left out at each step, and the weights of the last epochs are averaged. The same
/// texts and options give the same bytes.
public struct PartOfSpeechTrainer {
  /// Numbers that steer the training.
  public struct Options: Sendable {
    /// How often all texts are seen.
    public var epochs = 6
    /// How many of the last epochs are averaged.
    public var averagedEpochs = 3
    /// Step size.
    public var alpha: Float = 0.05
    /// Smooths the first steps.
    public var beta: Float = 1
    /// Pull towards exactly zero.
    public var l1: Float = 0.5
    /// Pull towards small weights.
    public var l2: Float = 1e-3
    /// The share of features left out at each step.
    public var featureDropout: Double = 0.2
    /// Decisions closer to the truth than this teach nothing.
    public var smallestError: Float = 0.02
    /// Rows of weights, as a power of two.
    public var bucketBits = 16
    /// Words seen less often are not in the dictionary.
    public var rarest = 3
    /// Words seen this often can only have tags they were seen with.
    public var closedAt: Float = 20
    /// Starts the order of texts.
    public var seed: UInt64 = 1

    /// Creates the usual options.
    public init() {}
  }

  private let options: Options
  private var learner: PartOfSpeechLearner
  /// The sum of the weights after each of the last epochs.
  private var total: [Float]

  private init(_ options: Options) {
    self.options = options
    learner = PartOfSpeechLearner(options)
    total = learner.weights
  }

  /// Trains on texts and returns the file of the model.
  ///
  /// - Parameters:
  ///   - texts: The texts, in an order that must be the same for the same result.
  ///   - options: Numbers that steer the training.
  ///   - progress: Called after each epoch with its number and the share of wrong decisions.
  /// - Returns: The bytes of `pos.bin`.
  /// - Complexity: O(epochs × tokens).
  public static func train(
    _ texts: [TaggedText], options: Options = Options(),
    progress: (Int, Double) -> Void = { _, _ in }
  ) -> [UInt8] {
    var trainer = PartOfSpeechTrainer(options)
    let dictionary = PartOfSpeechDictionary(texts, options: options)
    let empty = PartOfSpeechModel(
      bucketBits: options.bucketBits,
      rows: Array(repeating: .zero, count: 1 << options.bucketBits), words: dictionary.words,
      entries: dictionary.entries)
    let walks = texts.map { PartOfSpeechWalk($0.columns, model: empty) }
    var random = SplitMix64(seed: options.seed)
    for epoch in 1...max(1, options.epochs) {
      var errors = 0
      var decisions = 0
      for index in random.permutation(of: texts.count) {
        let counts = trainer.learn(walks[index], texts[index], dictionary, random: &random)
        errors += counts.errors
        decisions += counts.decisions
      }
      if epoch > options.epochs - options.averagedEpochs { trainer.addWeights() }
      progress(epoch, Double(errors) / Double(max(1, decisions)))
    }
    return trainer.model(dictionary).file
  }

  private mutating func learn(
    _ walk: PartOfSpeechWalk, _ text: TaggedText, _ dictionary: PartOfSpeechDictionary,
    random: inout SplitMix64
  ) -> (errors: Int, decisions: Int) {
    var tags = [PartOfSpeech](repeating: .unknown, count: text.columns.count)
    var features = PartOfSpeechFeatures()
    var errors = 0
    var decisions = 0
    walk.forEachToken(&tags) { token, window, previous, beforePrevious in
      var window = window
      let isHidden = dictionary.hides(text.columns.lowers[token], of: text, random: &random)
      if isHidden { window.here.makeUnknown() }
      features.fill(window, previous, beforePrevious)
      if isHidden { features.hideWord() }
      let gold = PartOfSpeechLabels.numbers[Int(text.tags[token].rawValue)]
      var allowed = window.here.allowed
      if gold >= 0 { allowed |= 1 << UInt32(gold) }
      let guess = learner.choose(features, among: allowed, random: &random)
      guard gold >= 0 else { return PartOfSpeechLabels.all[guess] }
      decisions += 1
      if guess != gold { errors += 1 }
      learner.learn(gold, weight: text.weight)
      return PartOfSpeechLabels.all[guess]
    }
    return (errors, decisions)
  }

  private mutating func addWeights() {
    for cell in total.indices { total[cell] += learner.weights[cell] }
  }

  /// The averaged weights in eight bits, under one scale that clips the largest few.
  private func model(_ dictionary: PartOfSpeechDictionary) -> PartOfSpeechModel {
    let sizes = total.lazy.filter { $0 != 0 }.map { abs($0) }.sorted()
    let largest = sizes.isEmpty ? 1 : sizes[Int(Double(sizes.count - 1) * 0.9995)]
    let scale = 127 / largest
    let labelCount = PartOfSpeechLearner.labelCount
    let rows = (0..<(1 << options.bucketBits)).map { bucket in
      var row = PartOfSpeechModel.Row.zero
      for label in 0..<labelCount {
        let weight = (total[bucket * labelCount + label] * scale).rounded(.toNearestOrEven)
        row[label] = Int16(max(-127, min(127, weight)))
      }
      return row
    }
    return PartOfSpeechModel(
      bucketBits: options.bucketBits, rows: rows, words: dictionary.words,
      entries: dictionary.entries)
  }
}
