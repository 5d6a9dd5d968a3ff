internal import NewsModel

/// Makes the model's quotes of linked statements: bytes instead of tokens, kinds, speakers.
struct QuoteBuilder {
  /// The article.
  let grammar: StatementGrammar

  /// The quotes, sorted by the start of their content, an outer one before those inside it.
  func quotes(
    _ linked: [QuoteLinker.Linked], in analysis: Analysis, _ context: ExtractionContext
  ) -> [Quote] {
    let speakers = self.speakers(of: linked, in: analysis, context)
    let keys = linked.map(key)
    let order = linked.indices.sorted { keys[$0] < keys[$1] }
    var place = [Int](repeating: 0, count: linked.count)
    for (position, index) in order.enumerated() { place[index] = position }
    return order.map { index in
      let proposal = linked[index].proposal
      let content = merged(proposal.content)
      var quote = Quote(
        kind: kind(of: content, outside: linked[index].speech), content: content.map(range),
        cue: proposal.cue.map(range), source: proposal.source.map { [range($0)] } ?? [],
        speaker: speakers[index], nestedIn: linked[index].outer.map { place[$0] },
        status: proposal.status, act: proposal.act, confidence: proposal.confidence,
        by: proposal.by)
      if let relay = proposal.relay {
        quote.relay = Relay(name: relayName(relay, in: analysis), range: range(relay))
      }
      return quote
    }
  }

  private func key(_ statement: QuoteLinker.Linked) -> (Int, Int, Int) {
    var (start, end) = (Int.max, 0)
    for run in statement.proposal.content {
      start = min(start, run.lowerBound)
      end = max(end, run.upperBound)
    }
    return (start == .max ? 0 : start, -end, statement.proposal.head)
  }

  /// The runs in text order, those that overlap as one.
  private func merged(_ runs: [Range<Int>]) -> [Range<Int>] {
    // Most statements have but one.
    if runs.count == 1, !runs[0].isEmpty { return runs }
    return runs.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, run in
      if let last = merged.last, run.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
      } else if !run.isEmpty {
        merged.append(run)
      }
    }
  }

  private func range(_ run: Range<Int>) -> ByteRange { grammar.tokens.range(of: run) }

  /// How much of the content stands in marks; those of the speech that holds the whole statement do
  /// not count.
  private func kind(of content: [Range<Int>], outside speech: Int32) -> Quote.Kind {
    var inside = 0
    var words = 0
    for run in content {
      for token in run
      where !grammar.hasAny(token, [.mark, .comma, .fullStop, .colon, .semicolon, .dash, .bracket])
      {
        words += 1
        let isQuoted = speech >= 0 ? grammar.isQuotedTwice[token] : grammar.isQuoted[token]
        if isQuoted { inside += 1 }
      }
    }
    if inside == 0 { return .indirect }
    return inside == words ? .direct : .mixed
  }

  /// The speaker of each statement; asked for in text order, since pronouns look back.
  private func speakers(
    of linked: [QuoteLinker.Linked], in analysis: Analysis, _ context: ExtractionContext
  ) -> [Speaker?] {
    var resolver = SpeakerResolver(analysis, context)
    var speakers = [Speaker?](repeating: nil, count: linked.count)
    let keys = linked.map { ($0.proposal.source?.lowerBound ?? $0.proposal.head, $0.proposal.head) }
    let order = linked.indices.sorted { keys[$0] < keys[$1] }
    // Statements that share a source as written share what it was resolved to; they are asked for one after the
    // other, but for others whose source begins at the same token.
    var known: [(source: Range<Int>, speaker: Speaker?)] = []
    for index in order {
      guard let source = linked[index].proposal.source else { continue }
      if known.first?.source.lowerBound != source.lowerBound {
        known.removeAll(keepingCapacity: true)
      }
      var speaker: Speaker?
      if let earlier = known.first(where: { $0.source == source }) {
        speaker = earlier.speaker
      } else {
        speaker = resolver.resolve(source: source, cue: linked[index].proposal.head)
        known.append((source, speaker))
      }
      if linked[index].isCarriedOver { speaker?.form = .implicit }
      speakers[index] = speaker
    }
    return speakers
  }

  /// The medium that a relay names; “Russian news agencies” are not Russia but what is written.
  private func relayName(_ relay: Range<Int>, in analysis: Analysis) -> String {
    let bytes = range(relay)
    let named = analysis.mentions.last {
      bytes.contains($0.range) && analysis.entities[$0.entity].type != .place
    }
    if let named { return analysis.entities[named.entity].name }
    return analysis.article.text[bytes: bytes]
  }
}
