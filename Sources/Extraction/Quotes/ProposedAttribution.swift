internal import NewsModel

/// A statement as a proposer sees it, in runs of tokens, before quotation marks, nesting and
/// speakers are settled.
struct ProposedAttribution: Equatable, Sendable {
  /// The speaker as written, or `nil` where the statement shares the one of another.
  var source: Range<Int>?
  /// The words that attribute.
  var cue: [Range<Int>]
  /// What is said.
  var content: [Range<Int>]
  /// The medium that carried it, as written.
  var relay: Range<Int>?
  /// The cue's main word: orders the proposals and decides what lies inside what.
  var head: Int
  /// Whether the statement was really made.
  var status: Quote.Status = .stated
  /// What sort of act the cue names.
  var act: Quote.Act = .statement
  /// How sure the proposer is, 0 to 1.
  var confidence: Double
  /// What proposed it: `rule subject-verb`.
  var by: String
}

/// Proposes statements for the linker: the grammar's rules, or a statistical model.
protocol SpanProposer: Sendable {
  /// The statements of an article, in any order; they may overlap.
  func propose(_ grammar: StatementGrammar) -> [ProposedAttribution]
}

extension [ProposedAttribution] {
  /// The statements without those whose verb is only the beginning of another one's cue: “sought” in “sought
  /// to highlight”.
  func withoutParts() -> [ProposedAttribution] {
    indices.filter { index in
      let head = self[index].head
      // Statements stand in text order: the other one is near.
      return !self[Swift.max(0, index - 4)..<Swift.min(count, index + 5)].contains { other in
        other.head > head && other.source?.upperBound == self[index].source?.upperBound
          && other.cue.contains { $0.contains(head) && $0.contains(other.head) }
      }
    }.map { self[$0] }
  }
}
