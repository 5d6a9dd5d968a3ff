internal import NewsModel

/// Makes one list of what the rules and the model propose.
///
/// Where both see a statement, its content and its grammatical reading are the rule's, its cue and its
/// source as far as they overlap the model's, and it is surer than either. What only the model sees must
/// have a speaker who can speak and must not contradict a rule; what only a rule sees must be sure, or
/// stand where the model, too, sees a cue.
struct ProposalMerger {
  /// The rules' proposals.
  let rules: [ProposedAttribution]
  /// The model's proposals.
  let model: [ProposedAttribution]
  /// How sure the model is of each token that it belongs to a cue.
  let cueProbabilities: [Float]
  /// The article.
  let grammar: StatementGrammar

  /// The least confidence of a model's statement whose cue the grammar knows.
  private static let leastForKnownCue = 0.4
  /// The least confidence of one whose cue it does not know.
  private static let leastForUnknownCue = 0.6
  /// The least confidence of a thought or something announced.
  private static let leastForBelief = 0.55
  /// A rule this sure is not contradicted by a model less sure than the second number.
  private static let sureRule = 0.6
  private static let leastAgainstRule = 0.9
  /// What only a rule sees is kept from this confidence on, or where the model sees a cue at least so
  /// probable.
  private static let leastForRuleAlone = 0.85
  private static let leastCueProbability: Float = 0.02

  /// The merged proposals, by the position of their cue.
  func merged() -> [ProposedAttribution] {
    var result: [ProposedAttribution] = []
    var isUsed = [Bool](repeating: false, count: rules.count)
    for proposal in model {
      var partner: (index: Int, overlap: Double)?
      for (index, rule) in rules.enumerated() where !isUsed[index] && sharesCue(rule, proposal) {
        let overlap = overlap(rule.content, proposal.content)
        if overlap > partner?.overlap ?? -1 { partner = (index, overlap) }
      }
      if let partner {
        isUsed[partner.index] = true
        result.append(join(rules[partner.index], proposal))
      } else if admits(proposal) {
        result.append(proposal)
      }
    }
    for (index, rule) in rules.enumerated() where !isUsed[index] && keeps(rule, result) {
      result.append(rule)
    }
    return result.sorted { ($0.head, $0.by) < ($1.head, $1.by) }
  }

  private func sharesCue(_ rule: ProposedAttribution, _ model: ProposedAttribution) -> Bool {
    model.cue.contains { cue in
      cue.contains(rule.head) || rule.cue.contains { $0.overlaps(cue) }
    }
  }

  /// The share of common tokens among all tokens of two contents.
  private func overlap(_ first: [Range<Int>], _ second: [Range<Int>]) -> Double {
    let one = Set(first.flatMap(Array.init))
    let other = Set(second.flatMap(Array.init))
    let all = one.union(other).count
    return all == 0 ? 0 : Double(one.intersection(other).count) / Double(all)
  }

  /// One statement from two readings of it.
  private func join(
    _ rule: ProposedAttribution, _ model: ProposedAttribution
  ) -> ProposedAttribution {
    var joined = rule
    let cue = model.cue.compactMap { trimmed($0, before: rule.content) }
    if !cue.isEmpty { joined.cue = cue }
    if let own = rule.source {
      if let other = model.source, own.overlaps(other), !addsTime(other, behind: own) {
        joined.source = other
      }
    } else {
      joined.source = model.source
    }
    joined.confidence = 1 - (1 - rule.confidence) * (1 - model.confidence)
    return joined
  }

  /// A cue without the punctuation at its end and without what is content already.
  private func trimmed(_ cue: Range<Int>, before content: [Range<Int>]) -> Range<Int>? {
    var end = cue.upperBound
    for run in content where run.overlaps(cue) && run.lowerBound > cue.lowerBound {
      end = min(end, run.lowerBound)
    }
    while end > cue.lowerBound, grammar.hasAny(end - 1, [.colon, .comma, .mark, .dash]) { end -= 1 }
    return end > cue.lowerBound ? cue.lowerBound..<end : nil
  }

  /// “Kyiv *earlier in the day*”: what the longer source adds is a time, not a part of the name.
  private func addsTime(_ longer: Range<Int>, behind source: Range<Int>) -> Bool {
    let next = source.upperBound
    guard longer.contains(next) else { return false }
    return grammar.has(next, .time) || grammar.tokens.partsOfSpeech[next].isAdverb
  }

  /// Whether a statement that only the model sees is kept.
  private func admits(_ model: ProposedAttribution) -> Bool {
    guard let source = model.source, isPersonal(source) else { return false }
    let isKnown = grammar.cue(model.head) != nil
    var least = isKnown ? Self.leastForKnownCue : Self.leastForUnknownCue
    if model.status == .belief || model.status == .prospective {
      least = max(least, Self.leastForBelief)
    }
    let contradicts = rules.contains { rule in
      rule.confidence >= Self.sureRule
        && (model.content.contains { content in
          content.contains(rule.head) || rule.content.contains { $0.overlaps(content) }
        } || rule.content.contains { $0.contains(model.head) })
    }
    if contradicts { least = max(least, Self.leastAgainstRule) }
    return model.confidence >= least
  }

  /// Whether a phrase names a person, a body, people or a document: its head is a name, a pronoun or a
  /// noun of speakers.
  private func isPersonal(_ source: Range<Int>) -> Bool {
    guard let head = SentenceReader(grammar: grammar).headToken(of: source) else { return false }
    return grammar.hasAny(head, [.properNoun, .subjectPronoun, .relative])
      || SpeakerNouns.isSpeaker(grammar.lemma(head))
      || SpeakerNouns.documents.contains(grammar.lemma(head))
  }

  /// Whether a statement that only a rule sees is kept: inside another statement, where the model never
  /// looks, where the rule is sure, or where the model does not rule a cue out.
  private func keeps(_ rule: ProposedAttribution, _ others: [ProposedAttribution]) -> Bool {
    let isInside = others.contains { other in
      other.content.contains { $0.contains(rule.head) }
    }
    return isInside || grammar.isTaught(rule.head) || rule.confidence >= Self.leastForRuleAlone
      || cueProbabilities[rule.head] >= Self.leastCueProbability
  }
}
