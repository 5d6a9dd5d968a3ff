internal import NewsModel

/// Proposes statements by general rules over words, parts of speech and quotation marks.
///
/// The rules follow the orders in which English news attributes: *source cue content*; *content,
/// source cue* and *content, cue source*; *according to source*; cues that share the subject of an
/// earlier verb (“…, adding that”, “… but also called for”); verbs whose object is the speaker; nouns
/// and adjectives that attribute (“her claim that”, “was clear that”); labels in front of the turns of a
/// transcript.
struct RuleProposer: SpanProposer {
  /// What the turns of a transcript are marked with.
  static let speakerLabel = "rule speaker-label"
  /// What a quotation behind a label is marked with.
  static let quotationLabel = "rule source-colon"
  /// What a quotation behind “Said Lund:” is marked with.
  static let invertedLabel = "rule cue-source-quotation"
  /// How sure such a label is where it names somebody of the article.
  static let sureLabel = 0.95

  /// Whether the text itself prints who says something: in front of a turn, or of a quotation in marks.
  static func isPrinted(_ proposal: ProposedAttribution) -> Bool {
    proposal.by == speakerLabel
      || (proposal.by == quotationLabel || proposal.by == invertedLabel)
        && proposal.confidence >= sureLabel
  }

  func propose(_ grammar: StatementGrammar) -> [ProposedAttribution] {
    var reader = SentenceReader(grammar: grammar)
    for sentence in grammar.sentences { reader.read(sentence) }
    guard !grammar.turns.isEmpty else { return reader.found }
    let colons = Set(grammar.turns.map(\.colon))
    return reader.found.filter { !colons.contains($0.head) }
      + grammar.turns.map { turn in
        ProposedAttribution(
          source: turn.label, cue: [turn.colon..<(turn.colon + 1)], content: turn.content,
          head: turn.colon, confidence: 0.9, by: Self.speakerLabel)
      }
  }
}
