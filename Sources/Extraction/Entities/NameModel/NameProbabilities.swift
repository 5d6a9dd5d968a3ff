package import Language
internal import NewsModel

/// How likely a spelling is of each class.
package struct NameProbabilities: Sendable {
  private let values: LabelVector

  /// Probabilities from scores, one for each class by its number; the lanes behind them do not count.
  package init(scores: LabelVector) {
    var scores = scores
    for lane in NameClass.allCases.count..<LabelVector.scalarCount {
      scores[lane] = VectorMath.impossible
    }
    let powers = VectorMath.exp(scores - scores.max())
    values = powers / powers.sum()
  }

  /// The probability of a class.
  package subscript(_ name: NameClass) -> Float { values[name.rawValue] }

  /// The likeliest type.
  var bestType: EntityType {
    var best = EntityType.person
    for type in [EntityType.organisation, .place, .other]
    where self[NameClass(type)] > self[NameClass(best)] {
      best = type
    }
    return best
  }

  /// What a spelling is.
  ///
  /// A wrong name is worse than none. So the rules stand where the model doubts, and where they have much to
  /// say they are not overruled lightly: what texts that a program marked teach of a single name is sometimes
  /// wrong. What the rules take for no name may become one of a type that the model is sure of.
  ///
  /// - Parameters:
  ///   - ruled: What the rules take it for, if they take it for a name.
  ///   - strength: How much they have to say for that.
  /// - Returns: The type, or `nil` for no name.
  func type(ruled: EntityType?, strength: Float) -> EntityType? {
    let best = bestType
    guard let ruled else {
      return self[.noName] > Self.mostDoubt || best == .other ? nil : best
    }
    if self[.noName] > Self.sureNoName { return nil }
    let isStrong = strength >= Self.strong && ruled != .other
    let needed = isStrong ? Self.sureOfOther : Self.likely
    return self[NameClass(best)] < needed ? ruled : best
  }

  /// What the rules take for no name becomes one where there is less doubt than this.
  private static let mostDoubt: Float = 0.3
  /// What the rules take for a name is dropped where the model is so sure.
  private static let sureNoName: Float = 0.5
  /// The model decides where it is so sure of a type.
  private static let likely: Float = 0.5
  /// How much the rules must have to say to be believed over a model that is not ``sureOfOther``.
  private static let strong: Float = 2.5
  private static let sureOfOther: Float = 0.95
}
