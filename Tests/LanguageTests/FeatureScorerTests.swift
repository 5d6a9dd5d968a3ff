import Testing

@testable import Language

@Suite struct FeatureScorerTests {
  static let table = """
    a word[0] word[-1] pos[1] word[0]|pos[-1] pos[-1]|pos[0]|pos[1]
    a word[-2]|word[-1]|word[0]|word[1]|word[2]
    """

  /// A model with eight labels and weights that differ everywhere.
  static func model(salt: Int) -> SequenceModel {
    let bits = 6
    return SequenceModel(
      labels: (0..<7).map { "L\($0)" },
      transitions: LabelTransitions(
        start: Array(repeating: 0, count: 7), scores: Array(repeating: 0.25, count: 49),
        edgeClassCount: 1),
      bucketBits: bits,
      weights: (0..<8 << bits).map { Int8(truncatingIfNeeded: $0 * salt % 255 - 127) }, scale: 0.1)
  }

  /// The sums that the emission scores of written-down features are made of.
  static func expected(
    _ templates: FeatureTemplates, _ columns: AttributeColumns, _ model: SequenceModel
  ) -> [LabelVector] {
    columns.paragraphs.flatMap { paragraph in
      var sequence = FeatureSequence(featuresPerToken: templates.count)
      templates.append(paragraph, of: columns, to: &sequence)
      sequence.edgeClasses = paragraph.map { _ in 0 }
      return model.emissions(of: sequence)
    }
  }

  @Test("the sums of one model and of two at once are those of the features written down")
  func sums() {
    let templates = FeatureTemplates(
      table: Self.table, attributes: FeatureTemplatesTests.attributes)
    let columns = FeatureTemplatesTests.columns()
    let models = [Self.model(salt: 37), Self.model(salt: 91)]
    let both = FeatureScorer(templates: templates, models: models)
    let alone = FeatureScorer(templates: templates, models: [models[1]])
    for (index, model) in models.enumerated() {
      let sums = columns.paragraphs.flatMap { paragraph -> [SIMD8<Int32>] in
        let pairs = both.sums(of: paragraph, in: columns)
        return stride(from: index, to: pairs.count, by: 2).map { pairs[$0] }
      }
      let lattice = model.lattice(of: sums, edgeClasses: sums.map { _ in 0 })
      #expect(lattice.emissions == Self.expected(templates, columns, model))
      if index == 1 {
        #expect(sums == columns.paragraphs.flatMap { alone.sums(of: $0, in: columns) })
      }
    }
  }

  @Test("more features than a lane can hold are added up without overflow")
  func manyFeatures() {
    let words = (0..<700).map { "word[\($0 % 9 - 4)]|pos[\($0 % 7 - 3)]|word[\($0 % 5 - 2)]" }
    let templates = FeatureTemplates(
      table: "a " + words.joined(separator: " "), attributes: FeatureTemplatesTests.attributes)
    let columns = FeatureTemplatesTests.columns()
    let model = Self.model(salt: 1)
    let scorer = FeatureScorer(templates: templates, models: [model])
    let sums = columns.paragraphs.flatMap { scorer.sums(of: $0, in: columns) }
    let lattice = model.lattice(of: sums, edgeClasses: sums.map { _ in 0 })
    #expect(lattice.emissions == Self.expected(templates, columns, model))
  }

  @Test("one token's probabilities are those of its lattice")
  func singleToken() {
    let model = Self.model(salt: 53)
    let features: [UInt32] = [3, 17, 40]
    var sequence = FeatureSequence(featuresPerToken: 3)
    sequence.append(features)
    let direct = model.probabilities(ofSingleToken: features)
    let lattice = model.lattice(of: sequence).posterior()
    for label in 0..<8 {
      #expect(abs(direct[label] - (label < 7 ? lattice.probability(of: label, at: 0) : 0)) < 1e-6)
    }
  }
}
