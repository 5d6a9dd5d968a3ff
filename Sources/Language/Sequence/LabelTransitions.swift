/// Scores of labels that follow one another: one matrix for each class of edge, and the start scores.
///
/// A label vector is padded to a whole number of ``LabelVector``s (*blocks*); the padding is impossible.
/// Both directions of each matrix are kept, as scores and as exponentials, so that every inner loop runs
/// over whole vectors.
public struct LabelTransitions: Sendable {
  /// The number of labels.
  public let labelCount: Int
  /// Vectors needed for one token's labels.
  public let blocks: Int
  /// The number of classes of edges.
  public let edgeClassCount: Int
  /// Start scores by label.
  public private(set) var start: [Float]
  /// Scores by class, previous label, label; impossible steps are ``VectorMath/impossible``.
  public private(set) var scores: [Float]

  /// Start scores, padded.
  let startVectors: [LabelVector]
  /// Row of scores to every label, by class and previous label.
  let forward: [LabelVector]
  /// Exponentials of ``forward``.
  let forwardFactors: [LabelVector]
  /// Exponentials of the scores from every label, by class and following label.
  let backwardFactors: [LabelVector]
  /// Exponentials of the start scores.
  let startFactors: [LabelVector]

  /// Creates transitions from tables of scores.
  ///
  /// - Parameters:
  ///   - start: One score a label.
  ///   - scores: `edgeClassCount × start.count × start.count` scores, previous label before label.
  ///   - edgeClassCount: The number of classes of edges.
  public init(start: [Float], scores: [Float], edgeClassCount: Int) {
    let labels = start.count
    precondition(labels > 0 && edgeClassCount > 0, "a model needs labels and a class of edges")
    precondition(scores.count == edgeClassCount * labels * labels, "one score a pair of labels")
    let blocks = (labels + 7) / 8
    labelCount = labels
    self.blocks = blocks
    self.edgeClassCount = edgeClassCount
    self.start = start
    self.scores = scores

    let padding = LabelVector(repeating: VectorMath.impossible)
    var startVectors = Array(repeating: padding, count: blocks)
    for label in 0..<labels { startVectors[label / 8][label % 8] = start[label] }
    var forward = Array(repeating: padding, count: edgeClassCount * labels * blocks)
    var backward = forward
    for edge in 0..<edgeClassCount {
      for from in 0..<labels {
        for to in 0..<labels {
          let score = scores[(edge * labels + from) * labels + to]
          forward[(edge * labels + from) * blocks + to / 8][to % 8] = score
          backward[(edge * labels + to) * blocks + from / 8][from % 8] = score
        }
      }
    }
    self.startVectors = startVectors
    self.forward = forward
    startFactors = startVectors.map { VectorMath.exp($0) }
    forwardFactors = forward.map { VectorMath.exp($0) }
    backwardFactors = backward.map { VectorMath.exp($0) }
  }
}
