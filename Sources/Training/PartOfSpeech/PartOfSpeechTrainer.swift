import Language
import NewsModel

/// Trains the part-of-speech tagger: logistic regression on hashed features.
///
/// There are two passes, see ``Language/PartOfSpeechTagger``; for the second one the first pass tags each
/// half of the texts with what it learned from the other half, so that its mistakes are as in use. The
/// tagger's own earlier decisions are the tags to the left while learning, as in use. Rare words are
/// shown as unknown ones part of the time, so that their neighbours and endings learn too; a share of
/// all features is left out at each step, and the weights of the last epochs are averaged. The same
/// texts and options give the same bytes.
public struct PartOfSpeechTrainer {
  /// Numbers that steer the training.
  public struct Options: Sendable {
    /// How often all texts are seen.
    public var epochs = 5
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
    /// Rows of weights for each pass, as a power of two.
    public var bucketBits = 15
    /// Words seen less often are not in the dictionary.
    public var rarest = 3
    /// Words seen this often can only have tags they were seen with.
    public var closedAt: Float = 20
    /// Starts the order of texts and the dropout.
    public var seed: UInt64 = 1

    /// Creates the usual options.
    public init() {}
  }

  private let options: Options
  private let texts: [TaggedText]
  private let walks: [PartOfSpeechWalk]
  private let dictionary: PartOfSpeechDictionary

  /// Trains on texts and returns the file of the model.
  ///
  /// - Parameters:
  ///   - texts: The texts, in an order that must be the same for the same result.
  ///   - options: Numbers that steer the training.
  ///   - progress: Called after each epoch with what it was and the share of wrong decisions.
  /// - Returns: The bytes of `pos.bin`.
  /// - Complexity: O(epochs × tokens).
  public static func train(
    _ texts: [TaggedText], options: Options = Options(),
    progress: (String, Double) -> Void = { _, _ in }
  ) -> [UInt8] {
    let trainer = PartOfSpeechTrainer(texts, options)
    return trainer.model(progress).file
  }

  private init(_ texts: [TaggedText], _ options: Options) {
    self.texts = texts
    self.options = options
    let dictionary = PartOfSpeechDictionary(texts, options: options)
    self.dictionary = dictionary
    let empty = PartOfSpeechModel(
      bucketBits: options.bucketBits,
      rows: PartOfSpeechRows(Array(repeating: .zero, count: 2 << options.bucketBits)),
      words: dictionary.words, entries: dictionary.entries)
    walks = texts.map { PartOfSpeechWalk($0.columns, model: empty) }
  }

  private func model(_ progress: (String, Double) -> Void) -> PartOfSpeechModel {
    var start = texts.map { [PartOfSpeech](repeating: .unknown, count: $0.columns.count) }
    let open = walks.indices.map { walks[$0].decide(&start[$0]) }
    let first = learn(Array(texts.indices), open, start, isSecondPass: false, progress)
    var tagged = start
    for half in 0..<2 {
      let others = texts.indices.filter { $0 % 2 != half }
      let learner = learn(others, open, start, isSecondPass: false, progress)
      for index in texts.indices where index % 2 == half {
        walks[index].forEachToken(of: open[index], isSecondPass: false, &tagged[index]) {
          _, window in
          var features = PartOfSpeechFeatures()
          features.fill(window, isSecondPass: false)
          return PartOfSpeechLabels.all[learner.best(features, among: window.here.allowed)]
        }
      }
    }
    let second = learn(Array(texts.indices), open, tagged, isSecondPass: true, progress)
    return PartOfSpeechModel(
      bucketBits: options.bucketBits, rows: PartOfSpeechRows(first.rows + second.rows),
      words: dictionary.words,
      entries: dictionary.entries)
  }

  /// Learns one pass from some of the texts, whose tags so far are given.
  private func learn(
    _ indices: [Int], _ open: [PartOfSpeechWalk.OpenTokens], _ start: [[PartOfSpeech]],
    isSecondPass: Bool, _ progress: (String, Double) -> Void
  ) -> PartOfSpeechLearner {
    var learner = PartOfSpeechLearner(options)
    var random = SplitMix64(seed: options.seed)
    for epoch in 1...max(1, options.epochs) {
      var errors = 0
      var decisions = 0
      for place in random.permutation(of: indices.count) {
        let index = indices[place]
        var tags = start[index]
        walks[index].forEachToken(of: open[index], isSecondPass: isSecondPass, &tags) {
          token, window in
          let decision = learn(
            token, window, of: texts[index], isSecondPass: isSecondPass, &learner, &random)
          if let isRight = decision.isRight {
            decisions += 1
            errors += isRight ? 0 : 1
          }
          return decision.tag
        }
      }
      if epoch > options.epochs - options.averagedEpochs { learner.addToAverage() }
      progress(
        "\(isSecondPass ? "second" : "first") pass, \(indices.count) texts, epoch \(epoch)",
        Double(errors) / Double(max(1, decisions)))
    }
    learner.finish()
    return learner
  }

  private func learn(
    _ token: Int, _ window: PartOfSpeechWindow, of text: TaggedText, isSecondPass: Bool,
    _ learner: inout PartOfSpeechLearner, _ random: inout SplitMix64
  ) -> (tag: PartOfSpeech, isRight: Bool?) {
    var window = window
    var features = PartOfSpeechFeatures()
    let isHidden = dictionary.hides(text.columns.lowers[token], of: text, random: &random)
    if isHidden { window.here.makeUnknown() }
    features.fill(window, isSecondPass: isSecondPass)
    if isHidden { features.hideWord() }
    let gold = PartOfSpeechLabels.numbers[Int(text.tags[token].rawValue)]
    var allowed = window.here.allowed
    if gold >= 0 { allowed |= 1 << UInt32(gold) }
    let guess = learner.choose(
      features, isSecondPass: isSecondPass, isByHand: text.isByHand, among: allowed,
      random: &random)
    let tag = PartOfSpeechLabels.all[guess]
    guard gold >= 0 else { return (tag, nil) }
    learner.learn(gold, weight: text.weight)
    return (tag, guess == gold)
  }
}
