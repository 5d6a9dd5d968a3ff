/// The hashed binary features of one sequence of tokens, row by row, ready for a ``SequenceModel``.
///
/// Every token has the same number of features, one for each template. A feature is a 32-bit hash; the
/// model keeps as many of its low bits as it has buckets for. The class of an edge chooses the transition
/// matrix used between a token and the one before it; it is 0 throughout where a model has one matrix.
///
/// One value can be reused for many sequences: ``removeAll(featuresPerToken:)`` keeps the storage.
public struct FeatureSequence: Sendable {
  /// How many features each token has.
  public private(set) var featuresPerToken: Int
  /// Feature hashes, one row a token.
  public var features: [UInt32]
  /// For each token the class of the edge that leads to it; the first one is not used.
  public var edgeClasses: [UInt8]

  /// Creates an empty sequence.
  public init(featuresPerToken: Int) {
    precondition(featuresPerToken > 0, "a token needs at least one feature")
    self.featuresPerToken = featuresPerToken
    features = []
    edgeClasses = []
  }

  /// The number of tokens.
  @inlinable public var count: Int { edgeClasses.count }

  /// Forgets the tokens but keeps the storage.
  public mutating func removeAll(featuresPerToken: Int? = nil) {
    if let featuresPerToken { self.featuresPerToken = featuresPerToken }
    features.removeAll(keepingCapacity: true)
    edgeClasses.removeAll(keepingCapacity: true)
  }

  /// Adds a token with its features, as many hashes as the sequence has features a token.
  public mutating func append(_ row: some Collection<UInt32>, edgeClass: UInt8 = 0) {
    precondition(row.count == featuresPerToken, "every token has the same number of features")
    features.append(contentsOf: row)
    edgeClasses.append(edgeClass)
  }
}
