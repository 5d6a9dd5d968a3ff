internal import Language
internal import NewsModel

/// Proposes statements that a trained model finds.
///
/// The model knows sources, cues and contents of the outermost statements; what sort of act a cue names and
/// whether it took place comes from the grammar.
struct ModelProposer: SpanProposer {
  /// What the model's statements are marked with.
  static let name = "model attribution"

  /// The model.
  let model: AttributionModel

  func propose(_ grammar: StatementGrammar) -> [ProposedAttribution] {
    propose(read(grammar), grammar)
  }

  /// What the model found in an article.
  func read(_ grammar: StatementGrammar) -> AttributionModel.Reading {
    model.read(grammar.tokens, quotations: grammar.quotations.map(\.range))
  }

  /// The statements of a reading.
  func propose(
    _ reading: AttributionModel.Reading, _ grammar: StatementGrammar
  ) -> [ProposedAttribution] {
    let verbs = VerbGroupReader(grammar: grammar)
    return reading.attributions.compactMap { attribution in
      guard let cue = attribution.cue else { return nil }
      let cueTokens = reading.spans[cue].tokens
      let content = attribution.content.map { reading.spans[$0].tokens }.filter {
        grammar.zones[$0.lowerBound] == .body || grammar.zones[$0.lowerBound] == .title
      }
      guard !content.isEmpty else { return nil }
      let head = head(of: cueTokens, grammar)
      var proposal = ProposedAttribution(
        source: source(of: attribution, reading), cue: [cueTokens], content: content, head: head,
        confidence: Self.confidence(of: attribution, reading), by: Self.name)
      if let known = grammar.cue(head) {
        proposal.act = known.act
        let sentence = grammar.tokens.sentence(grammar.tokens.sentenceIndex(ofToken: head))
        if let group = verbs.group(at: head, from: sentence.lowerBound, cue: known) {
          // “are expected to meet”, “will discuss”: nobody has said or thought anything yet.
          if group.form == .passive || group.status == .prospective, known.frames.contains(.belief)
          {
            return nil
          }
          proposal.status = group.status
        }
      }
      return proposal
    }
  }

  /// The surest source, the nearer one among equals.
  private func source(
    of attribution: LinkedAttribution, _ reading: AttributionModel.Reading
  ) -> Range<Int>? {
    attribution.sources.max { reading.certainties[$0] < reading.certainties[$1] }
      .map { reading.spans[$0].tokens }
  }

  /// The word of a cue that names the act: its last verb that is a known cue, its last verb, its last
  /// known cue, or its last word.
  private func head(of cue: Range<Int>, _ grammar: StatementGrammar) -> Int {
    let verbs = cue.filter { grammar.tokens.partsOfSpeech[$0].isVerb }
    return verbs.last { grammar.cue($0) != nil } ?? verbs.last
      ?? cue.last { grammar.cue($0) != nil } ?? cue.upperBound - 1
  }

  /// How often statements of which the model is as sure as of this one are right.
  ///
  /// The product of the probabilities of its spans and of their links.
  private static func confidence(
    of attribution: LinkedAttribution, _ reading: AttributionModel.Reading
  ) -> Double {
    var confidence = Double(attribution.certainty)
    for span in attribution.content + attribution.sources {
      confidence *= Double(reading.certainties[span])
    }
    if let cue = attribution.cue { confidence *= Double(reading.certainties[cue]) }
    return confidence
  }
}
