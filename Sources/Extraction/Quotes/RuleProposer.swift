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
