internal import NewsModel

/// Proposes statements by general rules over words, parts of speech and quotation marks.
///
/// The rules follow the orders in which English news attributes: *source cue content*; *content,
/// source cue* and *content, cue source*; *according to source*; cues that share the subject of an
/// earlier verb (“…, adding that”, “… but also called for”); verbs whose object is the speaker; nouns
/// and adjectives that attribute (“her claim that”, “was clear that”).
struct RuleProposer: SpanProposer {
  func propose(_ grammar: StatementGrammar) -> [ProposedAttribution] {
    var reader = SentenceReader(grammar: grammar)
    for sentence in grammar.sentences { reader.read(sentence) }
    return reader.found
  }
}
