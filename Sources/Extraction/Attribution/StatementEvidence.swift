internal import Language
internal import NewsModel

/// What speaks for a proposed statement, and how often statements for which as much speaks are right.
///
/// A logistic regression for each sort of witness, fitted on articles that the model had not seen. Right means:
/// the content is that of an annotated statement by half or more, and the source holds its head.
struct StatementEvidence {
  /// Who proposed it.
  enum Witness: String, CaseIterable {
    /// A rule and the model.
    case both
    /// The model alone.
    case model
    /// A rule alone.
    case rule
  }

  /// Who proposed it.
  let witness: Witness
  /// One number for each name of ``features(of:)``.
  private(set) var values: [Double] = []

  /// The names of the values, in order.
  static func features(of witness: Witness) -> [String] {
    switch witness {
    case .both:
      ["one"] + modelFeatures + ["rule", "common", "sameSource", "otherSource"] + sharedFeatures
    case .model: ["one"] + modelFeatures + sharedFeatures
    case .rule: ["one", "rule", "cueHead", "contentMean", "sourceMean"] + sharedFeatures
    }
  }

  private static let modelFeatures = ["cue", "content", "source", "link", "noSource"]
  private static let sharedFeatures = [
    "impersonal", "unknownCue", "belief", "prospective", "negated", "contradicted", "inSpeech",
    "direct", "mixed",
  ]

  /// The evidence for what the model proposes, and for the rule's reading of it where there is one.
  init(
    _ statement: ModelStatement, rule: ProposedAttribution?, contradicted: Bool,
    _ grammar: StatementGrammar
  ) {
    witness = rule == nil ? .model : .both
    values = [
      1, Self.logOdds(statement.cue), Self.logOdds(statement.content),
      statement.source.map(Self.logOdds) ?? 0, Self.logOdds(statement.link),
      statement.source == nil ? 1 : 0,
    ]
    let proposal = statement.proposal
    if let rule {
      var same = 0.0
      var other = 0.0
      if let own = rule.source, let source = proposal.source {
        same = own == source ? 1 : 0
        other = own.overlaps(source) ? 0 : 1
      }
      values += [rule.confidence, TokenRuns.overlap(rule.content, proposal.content), same, other]
    }
    addShared(proposal, contradicted, grammar)
  }

  /// The evidence for what only a rule proposes; `posteriors` are what the model thinks of each token.
  init(
    _ rule: ProposedAttribution, posteriors: [LabelVector], contradicted: Bool,
    _ grammar: StatementGrammar
  ) {
    witness = .rule
    func mean(_ runs: [Range<Int>], _ probability: (LabelVector) -> Float) -> Double {
      var sum: Float = 0
      var count: Float = 0
      for run in runs {
        for token in run {
          sum += probability(posteriors[token])
          count += 1
        }
      }
      return count == 0 ? 0.5 : Double(sum / count)
    }
    values = [
      1, rule.confidence,
      Self.logOdds(Double(AttributionModel.probability(of: .cue, posteriors[rule.head]))),
      Self.logOdds(mean(rule.content) { AttributionModel.probability(of: .content, $0) }),
      Self.logOdds(
        mean(rule.source.map { [$0] } ?? []) { AttributionModel.probability(of: .source, $0) }),
    ]
    addShared(rule, contradicted, grammar)
  }

  private mutating func addShared(
    _ proposal: ProposedAttribution, _ contradicted: Bool, _ grammar: StatementGrammar
  ) {
    var inside = 0
    var words = 0
    for run in proposal.content {
      for token in run where !grammar.hasAny(token, [.mark, .comma, .fullStop]) {
        words += 1
        if grammar.isQuoted[token] { inside += 1 }
      }
    }
    let isPersonal = proposal.source.map { SentenceReader(grammar: grammar).namesSpeaker($0) }
    let flags = [
      isPersonal == false, grammar.cue(proposal.head) == nil, proposal.status == .belief,
      proposal.status == .prospective, proposal.status == .negated, contradicted,
      grammar.speech[proposal.head] >= 0, inside > 0 && inside == words,
      inside > 0 && inside < words,
    ]
    values += flags.map { $0 ? 1 : 0 }
  }

  /// The logarithm of the odds of a probability, within sane bounds.
  private static func logOdds(_ probability: Double) -> Double {
    let p = max(0.003, min(0.997, probability))
    return VectorMath.log(p / (1 - p))
  }

  /// The share of statements with this evidence that are right, 0 to 1.
  var belief: Double {
    var sum = 0.0
    for (value, weight) in zip(values, Self.weights(of: witness)) { sum += value * weight }
    return 1 / (1 + Double(VectorMath.exp(Float(max(-20, min(20, -sum))))))
  }

  private static func weights(of witness: Witness) -> [Double] {
    switch witness {
    case .both: bothWeights
    case .model: modelWeights
    case .rule: ruleWeights
    }
  }

  private static let bothWeights: [Double] = [
    -1.84, 0.15, 0.18, 0.14, 0.10, 0.16, 0.75, 1.63, -0.08, -2.38, -0.31, -0.26, -0.16, -0.83,
    -1.07, -0.76, -0.54, 0.98, -0.10,
  ]
  private static let modelWeights: [Double] = [
    -2.09, 0.21, 0.21, 0.25, 0.45, -0.79, -0.50, 0.13, 0.24, 0.23, 0.59, -0.43, -0.11, 0.51, 0.34,
  ]
  private static let ruleWeights: [Double] = [
    -0.43, 0.21, 0.33, 0.06, 0.27, -0.21, 0.11, 0.08, -0.72, 0.24, -0.53, -1.20, -0.33, 0.03,
  ]
}
