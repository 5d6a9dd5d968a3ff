public import Language

/// Labelled sequences to learn from.
///
/// Features are asked for again in every epoch, so that a large corpus need not keep them in memory.
public protocol TrainingSequences {
  /// The number of sequences.
  var count: Int { get }
  /// Writes one sequence and its labels over what the arguments held.
  func load(_ index: Int, into sequence: inout FeatureSequence, labels: inout [UInt8])
}

/// Labelled sequences kept in memory.
public struct StoredSequences: TrainingSequences, Sendable {
  private var sequences: [(sequence: FeatureSequence, labels: [UInt8])] = []

  /// Creates an empty store.
  public init() {}

  /// The number of sequences.
  public var count: Int { sequences.count }

  /// Adds a sequence with one label a token.
  public mutating func append(_ sequence: FeatureSequence, labels: [UInt8]) {
    precondition(labels.count == sequence.count, "one label a token")
    sequences.append((sequence, labels))
  }

  /// Copies one sequence and its labels.
  public func load(_ index: Int, into sequence: inout FeatureSequence, labels: inout [UInt8]) {
    sequence = sequences[index].sequence
    labels = sequences[index].labels
  }
}
