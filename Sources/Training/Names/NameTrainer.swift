internal import Extraction

/// Trains the model of names: which spellings that the rules find are people, organisations, places, other
/// names, and which are none.
///
/// One step is one spelling of one article, with its surroundings. A share of all features is left out at each
/// step, and the weights of the last epochs are averaged. The same texts and options give the same bytes.
public struct NameTrainer {
  /// Numbers that steer the training.
  public struct Options: Sendable {
    /// How often all texts are seen.
    public var epochs = 8
    /// How many of the last epochs are averaged.
    public var averagedEpochs = 4
    /// Step size.
    public var alpha: Float = 0.05
    /// Smooths the first steps.
    public var beta: Float = 1
    /// Pull towards exactly zero.
    public var l1: Float = 0.3
    /// Pull towards small weights.
    public var l2: Float = 1e-3
    /// The share of features left out at each step.
    public var featureDropout: Double = 0.1
    /// How often it is hidden which words a name is made of, so that other names are judged by the rest.
    public var hiddenWords: Double = 0.5
    /// Judgements closer to the truth than this teach nothing.
    public var smallestError: Float = 0.02
    /// Rows of weights, as a power of two.
    public var bucketBits = 15
    /// Starts the order of examples and the dropout.
    public var seed: UInt64 = 1

    /// Creates the usual options.
    public init() {}
  }

  /// Trains on texts and returns the file of the model.
  ///
  /// - Parameters:
  ///   - texts: The texts, in an order that must be the same for the same result.
  ///   - options: Numbers that steer the training.
  ///   - progress: Called after each epoch with its number and the share of spellings judged wrongly.
  /// - Returns: The bytes of `names.bin`.
  /// - Complexity: O(epochs × names).
  public static func train(
    _ texts: [NamedText], options: Options = Options(),
    progress: (Int, Double) -> Void = { _, _ in }
  ) -> [UInt8] {
    let examples = texts.flatMap { NameExample.examples(of: $0) }
    var learner = NameLearner(options)
    var random = SplitMix64(seed: options.seed)
    for epoch in 1...max(1, options.epochs) {
      var errors = 0
      for index in random.permutation(of: examples.count)
      where !learner.learn(examples[index], random: &random) {
        errors += 1
      }
      if epoch > options.epochs - options.averagedEpochs { learner.addToAverage() }
      progress(epoch, Double(errors) / Double(max(1, examples.count)))
    }
    return learner.file()
  }
}
