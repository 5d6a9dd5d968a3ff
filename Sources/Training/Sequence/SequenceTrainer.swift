internal import Language

/// Trains a ``SequenceModel``: conditional log-likelihood by FTRL-proximal, one sequence a step.
///
/// FTRL-proximal (McMahan et al., 2013) keeps rare features at zero without a count, which suits hashed
/// features. A random part of all features is left out at every step (dropout), and the weights of the last
/// epochs are averaged. The same sequences, options and seed give the same bytes.
public struct SequenceTrainer {
  /// Numbers that steer the training.
  public struct Options: Sendable {
    /// Step size of emission weights; transitions take half of it.
    public var alpha: Float = 0.015
    /// Smooths the first steps.
    public var beta: Float = 1
    /// Pull towards exactly zero, emission weights only.
    public var l1: Float = 1
    /// Pull towards small weights.
    public var l2: Float = 1e-3
    /// The share of features left out at each step.
    public var featureDropout: Double = 0.3
    /// How often all sequences are seen.
    public var epochs = 5
    /// How many of the last epochs are averaged.
    public var averagedEpochs = 3
    /// Tokens whose probabilities are all closer to the truth than this teach nothing.
    public var smallestGradient: Float = 0.01
    /// Buckets of emission weights, as a power of two.
    public var bucketBits = 18
    /// Starts the order of sequences and the dropout.
    public var seed: UInt64 = 1

    /// Creates the options that suited a news corpus of 700,000 words.
    public init() {}
  }

  /// What one epoch did.
  public struct Epoch: Sendable {
    /// The number of the epoch, from 1.
    public var number: Int
    /// The mean negative log-likelihood of a token, measured while learning.
    public var lossPerToken: Double
  }

  /// The names of the labels.
  public let labels: [String]
  /// The number of classes of edges.
  public let edgeClassCount: Int
  /// The options.
  public let options: Options
  /// By class and pair of labels, whether one may follow the other.
  private let allowed: [Bool]
  private let allowedAtStart: [Bool]

  /// Creates a trainer.
  ///
  /// - Parameters:
  ///   - labels: Names of the labels.
  ///   - edgeClassCount: Number of classes of edges; each has its own transitions.
  ///   - options: Numbers that steer the training.
  ///   - isAllowed: Whether a label may follow another; `nil` is the start of a sequence.
  public init(
    labels: [String], edgeClassCount: Int = 1, options: Options = Options(),
    isAllowed: (_ previous: Int?, _ label: Int) -> Bool = { _, _ in true }
  ) {
    self.labels = labels
    self.edgeClassCount = edgeClassCount
    self.options = options
    allowedAtStart = labels.indices.map { isAllowed(nil, $0) }
    var allowed = [Bool]()
    for previous in labels.indices {
      for label in labels.indices { allowed.append(isAllowed(previous, label)) }
    }
    self.allowed = allowed
  }

  /// Whether labels named `O`, `B-x` and `I-x` may follow one another: `I-x` only after `B-x` or `I-x`.
  public static func insideNeedsBegin(_ labels: [String]) -> (Int?, Int) -> Bool {
    { previous, label in
      let name = labels[label]
      guard name.hasPrefix("I-") else { return true }
      guard let previous else { return false }
      return labels[previous].dropFirst(2) == name.dropFirst(2) && labels[previous] != "O"
    }
  }

  /// Learns from all sequences.
  ///
  /// - Parameters:
  ///   - sequences: The sequences with their labels.
  ///   - progress: Called after each epoch.
  /// - Returns: Averaged weights in floating point; see ``SequenceWeights/quantised(featureSignature:)``.
  /// - Complexity: O(epochs × tokens × (features × labels + labels²)).
  public func train(
    on sequences: some TrainingSequences, progress: (Epoch) -> Void = { _ in }
  ) -> SequenceWeights {
    var state = FollowTheRegularisedLeader(
      options: options, labelCount: labels.count, edgeClassCount: edgeClassCount, allowed: allowed,
      allowedAtStart: allowedAtStart)
    var random = SplitMix64(seed: options.seed)
    var sequence = FeatureSequence(featuresPerToken: 1)
    var gold = [UInt8]()
    var average = SequenceWeights.Sum()
    for number in 1...max(options.epochs, 1) {
      var loss = 0.0
      var tokens = 0
      for index in random.permutation(of: sequences.count) {
        sequences.load(index, into: &sequence, labels: &gold)
        guard sequence.count > 0 else { continue }
        loss += state.learn(sequence, labels: gold, random: &random)
        tokens += sequence.count
      }
      if number > options.epochs - options.averagedEpochs { average.add(state) }
      progress(Epoch(number: number, lossPerToken: tokens == 0 ? 0 : loss / Double(tokens)))
    }
    return average.weights(labels: labels, state: state)
  }
}
