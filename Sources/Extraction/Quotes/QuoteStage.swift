internal import NewsModel

/// Finds the attributed statements of an article.
struct QuoteStage: ExtractionStage {
  let name = "quotes"
  let requires: [ExtractionLayer] = [.tokens, .quotations, .mentions]
  let provides: [ExtractionLayer] = [.quotes]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
    let grammar = StatementGrammar(analysis, context)
    let linker = QuoteLinker(
      proposals(grammar, context.options.model).withoutParts(), grammar: grammar)
    let builder = QuoteBuilder(grammar: grammar)
    analysis.quotes = builder.quotes(linker.linked, in: analysis, context)
    for orphan in linker.orphans {
      analysis.notes.append(
        Note(
          .unattributedQuotation, grammar.quotations[orphan].range,
          "words in quotation marks that nobody is credited with"))
    }
  }

  /// What the rules and, where there is one, the model propose.
  private func proposals(
    _ grammar: StatementGrammar, _ model: StatementModel
  ) -> [ProposedAttribution] {
    let rules = RuleProposer().propose(grammar).filter { !grammar.isSupposed($0) }
    guard let model = model.attribution else { return rules }
    let proposer = ModelProposer(model: model)
    let reading = proposer.read(grammar)
    return ProposalMerger(
      rules: rules,
      model: proposer.statements(of: reading, grammar).filter { !grammar.isSupposed($0.proposal) },
      posteriors: reading.posteriors, grammar: grammar
    ).merged()
  }
}
