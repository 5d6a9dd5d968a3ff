package import Language
internal import NewsModel

/// Decides which cue a source or a content span belongs to.
///
/// A logistic regression on pairs of a span and a cue, kept as a sequence model of one token with the
/// labels *no* and *yes*. A span goes to the cue with the highest probability; a quotation without a cue
/// goes on where the last attribution stopped.
package struct AttributionLinker: Sendable {
  /// The regression.
  package let model: SequenceModel

  /// The labels of the regression.
  package static let labels = ["no", "yes"]
  /// How many features a pair has.
  package static let featureCount = 17
  /// What the features are made by; it changes when they do.
  package static let signature: UInt64 = 1
  /// A span is compared with no more cues than this.
  private static let mostCues = 7
  /// Content below this probability belongs to no cue.
  private static let leastContent: Float = 0.15
  /// Any source above this is taken; below it only the best, and none below the second number.
  private static let sureSource: Float = 0.5
  private static let leastSource: Float = 0.25

  /// Creates a linker with a trained regression.
  package init(model: SequenceModel) { self.model = model }

  /// The cues that a span may belong to: those of its paragraph and the two beside it, nearest first.
  package static func candidates(
    for index: Int, in spans: [AttributionSpan], _ evidence: AttributionEvidence
  ) -> [Int] {
    let here = spans[index].tokens.lowerBound
    let paragraph = evidence.paragraphs[here]
    var found: [(distance: Int, cue: Int)] = []
    func consider(_ cue: Int) -> Bool {
      let start = spans[cue].tokens.lowerBound
      guard abs(evidence.paragraphs[start] - paragraph) <= 1 else { return false }
      if spans[cue].role == .cue { found.append((abs(start - here), cue)) }
      return true
    }
    var cue = index - 1
    while cue >= 0, consider(cue) { cue -= 1 }
    cue = index + 1
    while cue < spans.count, consider(cue) { cue += 1 }
    found.sort { ($0.distance, $0.cue) < ($1.distance, $1.cue) }
    return found.prefix(mostCues).map(\.cue)
  }

  /// The features of a span and a cue.
  package static func features(
    of index: Int, with cue: Int, in spans: [AttributionSpan], _ evidence: AttributionEvidence,
    into row: inout [UInt32]
  ) {
    row.removeAll(keepingCapacity: true)
    let span = spans[index]
    let other = spans[cue]
    let isLeft = span.tokens.lowerBound < other.tokens.lowerBound
    let first = isLeft ? span.tokens : other.tokens
    let second = isLeft ? other.tokens : span.tokens
    let gap = max(0, second.lowerBound - first.upperBound)
    let sentenceDistance = min(
      3, evidence.sentences[second.lowerBound] - evidence.sentences[first.upperBound - 1])
    let paragraphDistance = min(
      2, evidence.paragraphs[second.lowerBound] - evidence.paragraphs[first.upperBound - 1])
    var roles = 1
    var cuesBetween = 0
    for between in min(index, cue) + 1..<max(index, cue) {
      if roles < 1 << 10 { roles = roles * 4 + Int(spans[between].role.rawValue) }
      if spans[between].role == .cue { cuesBetween += 1 }
    }
    let state = Int(evidence.marks.states[span.tokens.lowerBound].rawValue)
    let stateAtEnd = Int(evidence.marks.states[span.tokens.upperBound - 1].rawValue)
    let opens = state == Int(QuoteMarks.State.opens.rawValue) ? 1 : 0
    var hasComma = 0
    if gap > 0 {
      for token in first.upperBound..<second.lowerBound
      where evidence.tokens.lowers[token] == evidence.comma {
        hasComma = 1
      }
    }
    let lemma = Int(evidence.key(.lemma, other.tokens.upperBound - 1))
    let role = Int(span.role.rawValue) * 2 + (isLeft ? 1 : 0)
    func roleOf(_ neighbour: Int) -> Int {
      spans.indices.contains(neighbour) ? Int(spans[neighbour].role.rawValue) : 0
    }
    let nearFirst = gap > 0 ? Int(evidence.key(.word, first.upperBound)) : 0
    let nearSecond = gap > 0 ? Int(evidence.key(.word, second.lowerBound - 1)) : 0
    let isSameSentence =
      evidence.sentences[span.tokens.lowerBound] == evidence.sentences[other.tokens.lowerBound]
      ? 1 : 0

    // The number of parts is spelt out, for an array a feature would cost more than the feature.
    func hash() -> UInt64 {
      FeatureHash.join(FeatureHash.seed(ofTemplate: row.count), UInt64(role))
    }
    func joined(_ hash: UInt64, _ part: Int) -> UInt64 {
      FeatureHash.join(hash, UInt64(truncatingIfNeeded: part &+ 1))
    }
    func add(_ a: Int) { row.append(FeatureHash.feature(joined(hash(), a))) }
    func add(_ a: Int, _ b: Int) {
      row.append(FeatureHash.feature(joined(joined(hash(), a), b)))
    }
    func add(_ a: Int, _ b: Int, _ c: Int) {
      row.append(FeatureHash.feature(joined(joined(joined(hash(), a), b), c)))
    }
    func add(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
      row.append(FeatureHash.feature(joined(joined(joined(joined(hash(), a), b), c), d)))
    }
    add(gapStep(gap))
    add(sentenceDistance)
    add(paragraphDistance)
    add(roles)
    add(roles, min(sentenceDistance, 2))
    add(opens, min(sentenceDistance, 2), roles)
    add(hasComma, roles)
    add(lemma, roles % 4)
    add(min(cuesBetween, 5), min(paragraphDistance, 1))
    add(nearFirst)
    add(nearSecond)
    add(state, stateAtEnd, roles, min(paragraphDistance, 1))
    add(gap == 0 ? 1 : 0, roles)
    add(roleOf(cue - 1), roleOf(cue + 1), roles)
    add(roleOf(index - 1), roleOf(index + 1), roles)
    add(isSameSentence, opens, roles)
    row.append(FeatureHash.feature(hash()))
  }

  private static func gapStep(_ gap: Int) -> Int {
    switch gap {
    case 0: 0
    case 1: 1
    case ..<4: 2
    case ..<8: 3
    case ..<15: 4
    case ..<30: 5
    case ..<60: 6
    default: 7
    }
  }

  /// Joins spans to attributions.
  ///
  /// - Complexity: O(spans × nearby cues).
  package func link(
    _ spans: [AttributionSpan], _ evidence: AttributionEvidence
  ) -> [LinkedAttribution] {
    var attributions: [LinkedAttribution] = []
    var number: [Int: Int] = [:]
    for index in spans.indices where spans[index].role == .cue {
      number[index] = attributions.count
      attributions.append(LinkedAttribution(cue: index))
    }
    let scores = probabilities(spans, evidence)
    // The best cue of each content span; spans without one are left for later.
    var orphans: [Int] = []
    for index in spans.indices where spans[index].role == .content {
      let best = scores[index].max { ($0.yes, -$0.cue) < ($1.yes, -$1.cue) }
      if let best, best.yes > Self.leastContent, let attribution = number[best.cue] {
        attributions[attribution].content.append(index)
        attributions[attribution].certainty = min(attributions[attribution].certainty, best.yes)
      } else {
        orphans.append(index)
      }
    }
    attachSources(spans, scores, number, &attributions)
    continueQuotations(orphans, spans, evidence, &attributions)
    return attributions.filter { !$0.content.isEmpty }
  }

  /// The probability that a span belongs to a cue.
  private struct Score {
    var cue: Int
    var yes: Float
  }

  private func probabilities(
    _ spans: [AttributionSpan], _ evidence: AttributionEvidence
  ) -> [[Score]] {
    var row: [UInt32] = []
    return spans.indices.map { index -> [Score] in
      guard spans[index].role != .cue else { return [] }
      return Self.candidates(for: index, in: spans, evidence).map { cue in
        Self.features(of: index, with: cue, in: spans, evidence, into: &row)
        return Score(cue: cue, yes: model.probabilities(ofSingleToken: row)[1])
      }
    }
  }

  private func attachSources(
    _ spans: [AttributionSpan], _ scores: [[Score]], _ number: [Int: Int],
    _ attributions: inout [LinkedAttribution]
  ) {
    for (cue, attribution) in number.sorted(by: { $0.key < $1.key }) {
      var best: (index: Int, yes: Float)?
      for index in spans.indices where spans[index].role == .source {
        guard let score = scores[index].first(where: { $0.cue == cue }) else { continue }
        if score.yes > Self.sureSource {
          attributions[attribution].sources.append(index)
          attributions[attribution].certainty = min(
            attributions[attribution].certainty, score.yes)
        }
        if score.yes > best?.yes ?? 0 { best = (index, score.yes) }
      }
      if attributions[attribution].sources.isEmpty, let best, best.yes > Self.leastSource {
        attributions[attribution].sources.append(best.index)
        attributions[attribution].certainty = min(attributions[attribution].certainty, best.yes)
      }
    }
  }

  /// A quotation without a cue goes on where the last attribution, at most three paragraphs before,
  /// stopped; any other content without a cue stands alone.
  private func continueQuotations(
    _ orphans: [Int], _ spans: [AttributionSpan], _ evidence: AttributionEvidence,
    _ attributions: inout [LinkedAttribution]
  ) {
    for orphan in orphans {
      let start = spans[orphan].tokens.lowerBound
      var last: Int?
      for (attribution, value) in attributions.enumerated() {
        guard let cue = value.cue, cue < orphan, !value.content.isEmpty else { continue }
        if cue > last.flatMap({ attributions[$0].cue }) ?? -1 { last = attribution }
      }
      if let last, let cue = attributions[last].cue, evidence.marks.states[start] == .opens,
        evidence.paragraphs[start] - evidence.paragraphs[spans[cue].tokens.lowerBound] <= 3
      {
        attributions[last].content.append(orphan)
        attributions[last].content.sort()
      } else {
        attributions.append(LinkedAttribution(cue: nil, content: [orphan]))
      }
    }
  }
}

/// An attribution as indices into a list of spans.
package struct LinkedAttribution: Hashable, Sendable {
  /// The cue, or `nil` for a quotation that stands alone.
  package var cue: Int?
  /// The sources.
  package var sources: [Int] = []
  /// The content.
  package var content: [Int] = []
  /// The least of the probabilities with which its spans were joined.
  package var certainty: Float = 1
}
