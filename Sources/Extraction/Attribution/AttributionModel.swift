package import Language
package import NewsModel

/// The trained model that finds sources, cues and contents and joins them.
///
/// Two sequence models one after the other: the first sees words, marks and likely cues, the second also
/// what the first thought of the whole neighbourhood. Then ``AttributionLinker`` joins the spans.
package struct AttributionModel: Sendable {
  /// How often words are cues.
  package let cues: CueFrequencies
  /// The first stage.
  package let first: SequenceModel
  /// The second stage.
  package let second: SequenceModel
  /// Joins the spans.
  package let linker: AttributionLinker

  /// Scores the features that both stages use, for both.
  private let shared: FeatureScorer
  /// Scores the features that only the second stage uses.
  private let added: FeatureScorer?

  /// Creates a model from its parts, which may have been trained without some groups of features.
  ///
  /// - Throws: ``ModelFileError`` if a part was trained for other features or labels.
  package init(
    cues: CueFrequencies, first: SequenceModel, second: SequenceModel, linker: SequenceModel,
    groupsLeftOut: Set<String> = []
  ) throws {
    let firstTemplates = AttributionTemplates.first.without(groups: groupsLeftOut)
    let secondTemplates = AttributionTemplates.second.without(groups: groupsLeftOut)
    guard first.featureSignature == firstTemplates.signature,
      second.featureSignature == secondTemplates.signature,
      linker.featureSignature == AttributionLinker.signature
    else { throw ModelFileError.invalid(field: "feature signature") }
    guard first.labels == AttributionLabel.names, second.labels == AttributionLabel.names,
      linker.labels == AttributionLinker.labels,
      first.transitions.edgeClassCount == AttributionEvidence.edgeClassCount,
      second.transitions.edgeClassCount == AttributionEvidence.edgeClassCount,
      first.bucketBits == second.bucketBits
    else { throw ModelFileError.invalid(field: "labels") }
    self.cues = cues
    self.first = first
    self.second = second
    self.linker = AttributionLinker(model: linker)
    shared = FeatureScorer(templates: firstTemplates, models: [first, second])
    added = secondTemplates.without(firstTemplates).map {
      FeatureScorer(templates: $0, models: [second])
    }
  }

  /// What the model found in an article.
  package struct Reading {
    /// The spans, in order.
    package var spans: [AttributionSpan]
    /// The probability of each span: the geometric mean of its tokens’ probabilities.
    package var certainties: [Float]
    /// The attributions, as indices into the spans.
    package var attributions: [LinkedAttribution]
    /// The second stage’s probabilities, one vector a token.
    package var posteriors: [LabelVector]
    /// The evidence, for further questions.
    package var evidence: AttributionEvidence
  }

  /// Reads an article.
  ///
  /// - Parameters:
  ///   - tokens: The article’s tokens with lemmas and parts of speech.
  ///   - quotations: Pairs of quotation marks, marks included, sorted.
  /// - Returns: Spans and attributions.
  /// - Complexity: O(tokens × features).
  package func read(_ tokens: TokenColumns, quotations: [ByteRange]) -> Reading {
    var evidence = AttributionEvidence(
      tokens: tokens, quotations: quotations, lexicon: cues.perMille)
    // Both stages' sums of the features that they share; then what the second adds.
    let sums = evidence.columns.paragraphs.map { shared.sums(of: $0, in: evidence.columns) }
    let firstPass = Self.pass(over: evidence) { paragraph in
      let own = stride(from: 0, to: sums[paragraph].count, by: 2).map { sums[paragraph][$0] }
      return first.lattice(of: own, edgeClasses: evidence.edgeClasses(of: paragraph))
    }
    evidence.add(labels: firstPass.labels, posteriors: firstPass.posteriors)
    let secondPass = Self.pass(over: evidence) { paragraph in
      let rows = evidence.columns.paragraphs[paragraph]
      let more = added?.sums(of: rows, in: evidence.columns)
      let own = (0..<rows.count).map { sums[paragraph][$0 * 2 + 1] &+ (more?[$0] ?? .zero) }
      return second.lattice(of: own, edgeClasses: evidence.edgeClasses(of: paragraph))
    }
    let spans = AttributionSpan.spans(of: secondPass.labels)
    return Reading(
      spans: spans,
      certainties: spans.map { Self.certainty(of: $0, secondPass) },
      attributions: linker.link(spans, evidence), posteriors: secondPass.posteriors,
      evidence: evidence)
  }

  /// Labels and probabilities of all tokens.
  package struct Pass {
    /// The best label of each token.
    package var labels: [UInt8] = []
    /// The probabilities of each token’s labels.
    package var posteriors: [LabelVector] = []

    /// Creates an empty pass.
    package init() {}
  }

  /// Labels an article with one stage, as in training.
  package static func label(
    _ evidence: AttributionEvidence, with model: SequenceModel, _ templates: FeatureTemplates
  ) -> Pass {
    var sequence = FeatureSequence(featuresPerToken: templates.count)
    return pass(over: evidence) { paragraph in
      evidence.load(paragraph, templates, into: &sequence)
      return model.lattice(of: sequence)
    }
  }

  /// Labels an article, given the lattice of each paragraph that has tokens.
  private static func pass(
    over evidence: AttributionEvidence, lattice: (_ paragraph: Int) -> SequenceLattice
  ) -> Pass {
    var pass = Pass()
    pass.labels.reserveCapacity(evidence.tokens.count)
    pass.posteriors.reserveCapacity(evidence.tokens.count)
    for paragraph in 0..<evidence.tokens.paragraphCount
    where !evidence.tokens.paragraph(paragraph).isEmpty {
      let lattice = lattice(paragraph)
      pass.labels.append(contentsOf: lattice.bestLabels())
      pass.posteriors.append(contentsOf: lattice.posterior().probabilities)
    }
    return pass
  }

  /// The probability that a token plays a role.
  static func probability(of role: AttributionRole, _ posterior: LabelVector) -> Float {
    posterior[Int(role.firstLabel.rawValue)] + posterior[Int(role.innerLabel.rawValue)]
  }

  /// The geometric mean of the probabilities of a span’s labels.
  private static func certainty(of span: AttributionSpan, _ pass: Pass) -> Float {
    var sum = 0.0
    for token in span.tokens {
      let probability = pass.posteriors[token][Int(pass.labels[token])]
      sum += VectorMath.log(Double(max(probability, 1e-6)))
    }
    return VectorMath.exp(Float(sum / Double(span.tokens.count)))
  }
}

extension AttributionEvidence {
  /// Writes the features of one paragraph.
  package func load(
    _ paragraph: Int, _ templates: FeatureTemplates, into sequence: inout FeatureSequence
  ) {
    sequence.removeAll(featuresPerToken: templates.count)
    let run = tokens.paragraph(paragraph)
    guard !run.isEmpty else { return }
    templates.append(columns.paragraphs[paragraph], of: columns, to: &sequence)
    sequence.edgeClasses.append(contentsOf: edgeClasses[run])
  }

  /// The classes of the edges that lead to a paragraph's tokens.
  func edgeClasses(of paragraph: Int) -> [UInt8] {
    Array(edgeClasses[tokens.paragraph(paragraph)])
  }
}
