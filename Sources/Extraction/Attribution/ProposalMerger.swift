internal import Language
internal import NewsModel

/// Makes one list of what the rules and the model propose.
///
/// ``StatementEvidence`` tells how often such a statement is right; that is its confidence, and what is
/// too often wrong is left out. Where a rule and the model see one statement, its grammatical reading is the
/// rule’s, its cue and its source as far as they overlap the model’s, and its content the model’s where
/// the model is sure of it.
struct ProposalMerger {
  /// The turns of a transcript and quotations behind labels: whose they are is printed in front of them, and nobody
  /// need weigh it.
  private let turns: [ProposedAttribution]
  /// The rules’ other proposals, by the position of their cue.
  private let rules: [ProposedAttribution]
  /// The model’s proposals.
  let model: [ModelStatement]
  /// What the model thinks of each token.
  let posteriors: [LabelVector]
  /// The article.
  let grammar: StatementGrammar

  /// Rules further away than this many tokens are not compared with a statement.
  private static let reach = 400
  /// The least belief in a statement that both see.
  private static let leastForBoth = 0.2
  /// The least belief in one that only the model sees; the second number where its source is a thing.
  private static let leastForModel = 0.36
  private static let leastForThing = 0.5
  /// The least belief in one that only a rule sees.
  private static let leastForRule = 0.25
  /// A rule this sure is kept where the model does not rule a cue out, whatever else speaks against it.
  private static let sureRule = 0.85
  private static let leastCueProbability: Float = 0.02
  /// A rule this sure contradicts what else is said of its words.
  private static let contradiction = 0.6
  /// The model’s content is taken where the model is this sure of it.
  private static let sureContent = 0.85

  /// Prepares to merge.
  init(
    rules: [ProposedAttribution], model: [ModelStatement], posteriors: [LabelVector],
    grammar: StatementGrammar
  ) {
    turns = rules.filter(RuleProposer.isPrinted)
    self.rules = rules.filter { !RuleProposer.isPrinted($0) }
      .sorted { ($0.head, $0.by) < ($1.head, $1.by) }
    self.model = model
    self.posteriors = posteriors
    self.grammar = grammar
  }

  /// The merged proposals, by the position of their cue.
  func merged() -> [ProposedAttribution] {
    var result: [ProposedAttribution] = []
    var isUsed = [Bool](repeating: false, count: rules.count)
    // Where the model never looks: inside another statement.
    var isInside = [Bool](repeating: false, count: grammar.tokens.count)
    func add(_ proposal: ProposedAttribution, belief: Double? = nil) {
      result.append(proposal)
      if let belief { result[result.count - 1].confidence = belief }
      for content in proposal.content {
        for token in content { isInside[token] = true }
      }
    }
    for turn in turns { add(turn) }
    for statement in model where !touchesLabel(statement.proposal) {
      let partner = partner(of: statement.proposal, isUsed)
      let rule = partner.map { rules[$0] }
      let evidence = StatementEvidence(
        statement, rule: rule, contradicted: isContradicted(statement.proposal, but: partner),
        grammar)
      let belief = evidence.belief
      if let partner, let rule {
        isUsed[partner] = true
        guard belief >= Self.leastForBoth else { continue }
        add(join(rule, statement), belief: belief)
      } else if belief >= least(statement.proposal), !takesInItsSpeaker(statement.proposal) {
        add(statement.proposal, belief: belief)
      }
    }
    for (index, rule) in rules.enumerated() where !isUsed[index] {
      if isInside[rule.head] || grammar.isTaught(rule.head) {
        add(rule)
        continue
      }
      let belief = belief(inRule: index)
      if belief >= Self.leastForRule || holds(rule) { add(rule, belief: belief) }
    }
    return result.sorted { ($0.head, $0.by) < ($1.head, $1.by) }
  }

  /// Whether a statement’s cue or source is the label of a turn.
  private func touchesLabel(_ proposal: ProposedAttribution) -> Bool {
    turns.contains { turn in
      let start = min(turn.source?.lowerBound ?? turn.head, turn.head)
      let label = start..<(max(turn.source?.upperBound ?? 0, turn.head) + 1)
      return proposal.cue.contains { $0.overlaps(label) }
        || proposal.source.map { $0.overlaps(label) } ?? false
    }
  }

  /// “*called him* to propose that …, underscoring …”: the content holds other statements by the same
  /// words for the same speaker, and rules read them each for itself.
  private func takesInItsSpeaker(_ proposal: ProposedAttribution) -> Bool {
    rules[near(proposal)].contains { rule in
      rule.source != nil && rule.source == proposal.source && grammar.speech[rule.head] < 0
        && proposal.content.contains { $0.contains(rule.head) }
    }
  }

  /// The least belief in what only the model sees.
  private func least(_ proposal: ProposedAttribution) -> Double {
    let reader = SentenceReader(grammar: grammar)
    guard let source = proposal.source else { return Self.leastForThing }
    if reader.isPersonal(source) { return Self.leastForModel }
    // “His remarks suggest that …”: the writer concludes.
    let head = reader.headToken(of: source).map(grammar.lemma)
    return head.map(SpeakerNouns.inanimate.contains) ?? false ? 1 : Self.leastForThing
  }

  /// The rule’s proposal with the same cue whose content is most like a model’s.
  private func partner(of proposal: ProposedAttribution, _ isUsed: [Bool]) -> Int? {
    var best: (index: Int, overlap: Double)?
    for index in near(proposal) where !isUsed[index] && sharesCue(rules[index], proposal) {
      let rule = rules[index]
      let overlap = TokenRuns.overlap(rule.content, proposal.content)
      if overlap > best?.overlap ?? -1 { best = (index, overlap) }
    }
    return best?.index
  }

  private func sharesCue(_ rule: ProposedAttribution, _ model: ProposedAttribution) -> Bool {
    model.cue.contains { cue in
      cue.contains(rule.head) || rule.cue.contains { $0.overlaps(cue) }
    }
  }

  /// Whether a sure rule reads the words of a statement otherwise.
  private func isContradicted(_ proposal: ProposedAttribution, but partner: Int?) -> Bool {
    near(proposal).contains { index in
      let rule = rules[index]
      guard index != partner, rule.confidence >= Self.contradiction else { return false }
      return proposal.content.contains { content in
        content.contains(rule.head) || rule.content.contains { $0.overlaps(content) }
      } || rule.content.contains { $0.contains(proposal.head) }
    }
  }

  private func belief(inRule index: Int) -> Double {
    StatementEvidence(
      rules[index], posteriors: posteriors,
      contradicted: isContradicted(rules[index], but: index), grammar
    ).belief
  }

  /// One statement from two readings of it.
  private func join(_ rule: ProposedAttribution, _ model: ModelStatement) -> ProposedAttribution {
    var joined = rule
    joined.content = content(rule, model)
    let cue = model.proposal.cue.compactMap { trimmed($0, before: joined.content) }
    if !cue.isEmpty { joined.cue = cue }
    if let own = rule.source {
      if let other = model.proposal.source, own.overlaps(other), !addsTime(other, behind: own) {
        joined.source = other
      }
    } else {
      joined.source = model.proposal.source
    }
    return joined
  }

  /// The content of a statement that both see, as far as the model’s reading of it can be trusted.
  ///
  /// The model knows better where speech goes on and where a clause ends. A phrase stays the rule’s: “called
  /// for restraint *on Monday*”.
  private func content(_ rule: ProposedAttribution, _ model: ModelStatement) -> [Range<Int>] {
    guard model.content >= Self.sureContent, let own = rule.content.first,
      let first = model.proposal.content.first,
      TokenRuns.overlap(rule.content, model.proposal.content) > 0
    else { return rule.content }
    let opens = grammar.opens[first.lowerBound] >= 0
    let isClause = rule.content.contains { $0.contains { grammar.has($0, .finite) } }
    let isShorter = first.upperBound <= own.upperBound
    guard opens || own.lowerBound == first.lowerBound && (isClause || isShorter)
    else { return rule.content }
    // Speech behind an indirect statement is a statement of its own; the speaker is no part of what is said.
    let runs =
      opens
      ? model.proposal.content.filter { !(rule.source?.overlaps($0) ?? false) }
      : model.proposal.content.filter { $0 == first || grammar.speech[$0.lowerBound] < 0 }
    return swallows(runs, model.proposal, rule) ? rule.content : runs
  }

  /// Whether a content takes in another statement, or its words, that the rule leaves out: “urged them
  /// to leave *and offered help*”.
  private func swallows(
    _ content: [Range<Int>], _ model: ProposedAttribution, _ rule: ProposedAttribution
  ) -> Bool {
    rules[near(model)].contains { other in
      other.confidence >= Self.contradiction && other.head != rule.head
        && grammar.speech[other.head] < 0 && touches(content, other)
        && !touches(rule.content, other)
    }
  }

  private func touches(_ content: [Range<Int>], _ other: ProposedAttribution) -> Bool {
    content.contains { run in
      run.contains(other.head) || other.content.contains { $0.overlaps(run) }
    }
  }

  /// A cue without what is content already.
  private func trimmed(_ cue: Range<Int>, before content: [Range<Int>]) -> Range<Int>? {
    var end = cue.upperBound
    for run in content where run.overlaps(cue) && run.lowerBound > cue.lowerBound {
      end = min(end, run.lowerBound)
    }
    while end > cue.lowerBound, grammar.hasAny(end - 1, [.comma, .mark]) { end -= 1 }
    return end > cue.lowerBound ? cue.lowerBound..<end : nil
  }

  /// “Kyiv *earlier in the day*”: what the longer source adds is a time, not a part of the name.
  private func addsTime(_ longer: Range<Int>, behind source: Range<Int>) -> Bool {
    let next = source.upperBound
    guard longer.contains(next) else { return false }
    return grammar.has(next, .time) || grammar.tokens.partsOfSpeech[next].isAdverb
  }

  /// The rules’ proposals that can touch a statement, as indices.
  private func near(_ proposal: ProposedAttribution) -> Range<Int> {
    var low = proposal.head
    var high = proposal.head
    for run in proposal.content {
      low = min(low, run.lowerBound)
      high = max(high, run.upperBound)
    }
    func first(from head: Int) -> Int {
      var (start, end) = (0, rules.count)
      while start < end {
        let middle = (start + end) / 2
        if rules[middle].head < head { start = middle + 1 } else { end = middle }
      }
      return start
    }
    let start = first(from: low - Self.reach)
    return start..<max(start, first(from: high + Self.reach))
  }

  /// Whether a rule is sure and the model does not rule a cue out.
  private func holds(_ rule: ProposedAttribution) -> Bool {
    rule.confidence >= Self.sureRule
      && AttributionModel.probability(of: .cue, posteriors[rule.head]) >= Self.leastCueProbability
  }
}
