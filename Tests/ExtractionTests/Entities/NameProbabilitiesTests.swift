import Language
import NewsModel
import Testing

@testable import Extraction

@Suite struct NameProbabilitiesTests {
  /// Probabilities from shares of person, organisation, place, other and no name.
  static func probabilities(_ shares: [Float]) -> NameProbabilities {
    var scores = LabelVector.zero
    for (lane, share) in shares.enumerated() { scores[lane] = Float(VectorMath.log(Double(share))) }
    return NameProbabilities(scores: scores)
  }

  @Test("they add up to one and follow the scores")
  func addUp() {
    let found = Self.probabilities([0.5, 0.2, 0.1, 0.1, 0.1])
    let sum = NameClass.allCases.map { found[$0] }.reduce(0, +)
    #expect(abs(sum - 1) < 1e-4)
    #expect(abs(found[.organisation] - 0.2) < 1e-3)
  }

  @Test(
    "the rules are overruled where they have little to say, or the model is sure",
    arguments: [
      ([0.1, 0.6, 0.1, 0.1, 0.1], EntityType.other, 3.0, EntityType.organisation),
      ([0.1, 0.6, 0.1, 0.1, 0.1], .person, 0.5, .organisation),
      ([0.1, 0.6, 0.1, 0.1, 0.1], .person, 3, .person),
      ([0.005, 0.98, 0.005, 0.005, 0.005], .person, 3, .organisation),
      ([0.1, 0.1, 0.1, 0.1, 0.6], .other, 3, nil),
      ([0.4, 0.1, 0.05, 0.05, 0.4], .other, 0, .other),
      ([0.5, 0.1, 0, 0, 0.4], nil, 0, nil),
      ([0.1, 0.1, 0, 0.7, 0.1], nil, 0, nil),
      ([0.8, 0.1, 0, 0, 0.1], nil, 0, .person),
    ] as [([Float], EntityType?, Float, EntityType?)])
  func decides(_ shares: [Float], ruled: EntityType?, strength: Float, expected: EntityType?) {
    let found = Self.probabilities(shares.map { max($0, 1e-6) })
    #expect(found.type(ruled: ruled, strength: strength) == expected)
  }
}
