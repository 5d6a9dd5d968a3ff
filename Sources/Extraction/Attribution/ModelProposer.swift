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
    statements(of: read(grammar), grammar).map(\.proposal)
  }

  /// What the model found in an article.
  func read(_ grammar: StatementGrammar) -> AttributionModel.Reading {
    model.read(grammar.tokens, quotations: grammar.quotations.map(\.range))
  }

  /// The statements of a reading.
  func statements(
    of reading: AttributionModel.Reading, _ grammar: StatementGrammar
  ) -> [ModelStatement] {
    let reader = SentenceReader(grammar: grammar)
    let verbs = reader.verbs
    return reading.attributions.compactMap { attribution in
      guard let cue = attribution.cue else { return nil }
      let source = surestSource(of: attribution, reading)
      let cueTokens = reading.spans[cue].tokens
      let content = attribution.content.map { reading.spans[$0].tokens }.filter {
        grammar.zones[$0.lowerBound] == .body || grammar.zones[$0.lowerBound] == .title
      }
      guard !content.isEmpty else { return nil }
      let head = head(of: cueTokens, grammar)
      let sourceTokens = source.map { reading.spans[$0].tokens }
      if cueTokens.count == 1, grammar.has(head, .colon),
        !isLabel(sourceTokens, before: head, content, reader)
      {
        return nil
      }
      var proposal = ProposedAttribution(
        source: sourceTokens, cue: [cueTokens], content: content,
        head: head, confidence: Self.confidence(of: attribution, reading), by: Self.name)
      if let known = grammar.cue(head) {
        proposal.act = known.act
        let sentence = grammar.tokens.sentence(grammar.tokens.sentenceIndex(ofToken: head))
        if let group = verbs.group(at: head, from: sentence.lowerBound, cue: known) {
          // “are expected to meet”, “will discuss”: nobody has said or thought anything yet.
          if group.form == .passive || group.status == .prospective, known.frames.contains(.belief)
          {
            return nil
          }
          // “The port is said to be old”: who is spoken of does not speak.
          if group.form == .passive, proposal.source.map({ $0.upperBound <= head }) ?? false {
            return nil
          }
          // “, referring to”: the writer explains.
          if group.form == .participle, grammar.lemma(head) == "refer" { return nil }
          if content.contains(where: { reader.citesSpeaker(head, $0) }) { return nil }
          proposal.status = group.status
        }
      }
      return ModelStatement(
        proposal: proposal, cue: Double(reading.certainties[cue]),
        content: attribution.content.map { Double(reading.certainties[$0]) }.min() ?? 0,
        source: source.map { Double(reading.certainties[$0]) },
        link: Double(attribution.certainty))
    }
  }

  /// Whether what stands in front of a colon can say whose words follow: a speaker, or, without quotation marks, what
  /// reports them (“Poll: Rivals tied”).
  private func isLabel(
    _ source: Range<Int>?, before colon: Int, _ content: [Range<Int>], _ reader: SentenceReader
  ) -> Bool {
    guard let source, let label = reader.label(before: colon), label.overlaps(source) else {
      return true
    }
    if reader.invertedCue(label) != nil { return false }
    if reader.namesSpeaker(inLabel: source) { return true }
    let grammar = reader.grammar
    guard !content.contains(where: { grammar.opens[$0.lowerBound] >= 0 }),
      let noun = reader.headToken(of: source)
    else { return false }
    return Self.reports.contains(grammar.lemma(noun))
  }

  private static let reports: Set<String> = ["poll", "report", "study", "survey", "research"]

  /// The surest source, the nearer one among equals.
  private func surestSource(
    of attribution: LinkedAttribution, _ reading: AttributionModel.Reading
  ) -> Int? {
    attribution.sources.max { reading.certainties[$0] < reading.certainties[$1] }
  }

  /// The word of a cue that names the act: its last verb that is a known cue, its last verb, its last
  /// known cue, or its last word.
  private func head(of cue: Range<Int>, _ grammar: StatementGrammar) -> Int {
    let verbs = cue.filter { grammar.tokens.partsOfSpeech[$0].isVerb }
    return verbs.last { grammar.cue($0) != nil } ?? verbs.last
      ?? cue.last { grammar.cue($0) != nil } ?? cue.upperBound - 1
  }

  /// How sure the model is of a statement as a whole, for want of better evidence.
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

/// A statement that the model proposes, with what it thinks of each part, 0 to 1.
struct ModelStatement {
  /// The statement.
  var proposal: ProposedAttribution
  /// How sure the model is of the cue, of the least sure run of content, and of the source, `nil` without one.
  var cue, content: Double
  var source: Double?
  /// How sure it is that they belong together.
  var link: Double
}
