internal import NewsModel

/// Turns proposals into the statements of an article.
///
/// In order: one proposal for each cue; quotations in marks each given to one statement; split and
/// continued quotations joined; quotations without a cue given to the speaker before them;
/// statements inside statements.
struct QuoteLinker {
  /// A statement with its place among the others.
  struct Linked: Equatable {
    /// The statement.
    var proposal: ProposedAttribution
    /// The statement that holds it, as an index into the result.
    var outer: Int?
    /// The speech in quotation marks that holds its cue, or -1.
    var speech: Int32
    /// Whether the speaker is carried over from a sentence or paragraph before.
    var isCarriedOver = false
  }

  /// The article.
  let grammar: StatementGrammar
  /// The statements, by the position of their cue.
  private(set) var linked: [Linked] = []
  /// Quotations that nobody is credited with.
  private(set) var orphans: [Int] = []

  /// Links proposals.
  init(_ proposals: [ProposedAttribution], grammar: StatementGrammar) {
    self.grammar = grammar
    linked = Self.onePerCue(proposals).compactMap { proposal in
      let speech = grammar.speech[proposal.head]
      if speech >= 0, Self.speaksForItself(proposal, grammar) { return nil }
      return Linked(proposal: proposal, outer: nil, speech: speech)
    }
    shareSpeech()
    joinSpeech()
    nest()
    collectOrphans()
  }

  /// “I think that”, “we want”: inside speech, the speaker's own words are no report.
  private static func speaksForItself(
    _ proposal: ProposedAttribution, _ grammar: StatementGrammar
  ) -> Bool {
    guard let source = proposal.source else { return true }
    return source.contains { grammar.has($0, .speechPronoun) || grammar.lower($0) == "you" }
      || proposal.confidence < 0.6
  }

  /// The surest proposal for each cue.
  private static func onePerCue(_ proposals: [ProposedAttribution]) -> [ProposedAttribution] {
    var best: [ProposedAttribution] = []
    let sorted = proposals.sorted { ($0.head, -$0.confidence) < ($1.head, -$1.confidence) }
    for proposal in sorted where best.last?.head != proposal.head { best.append(proposal) }
    return best
  }

  /// Gives each quotation of speech to one statement whose cue stands outside it.
  private mutating func shareSpeech() {
    var owner: [Int: Int] = [:]
    for index in linked.indices {
      let proposal = linked[index].proposal
      for content in proposal.content {
        guard let quotation = wholeSpeech(content) else { continue }
        guard let other = owner[quotation] else {
          owner[quotation] = index
          continue
        }
        let isSurer = proposal.confidence > linked[other].proposal.confidence
        drop(quotation, from: isSurer ? other : index)
        if isSurer { owner[quotation] = index }
      }
    }
    linked.removeAll { $0.proposal.content.isEmpty }
  }

  private mutating func drop(_ quotation: Int, from index: Int) {
    let content = linked[index].proposal.content
    linked[index].proposal.content = content.filter { wholeSpeech($0) != quotation }
  }

  /// The quotation of speech that a content begins with, or `nil`.
  private func wholeSpeech(_ content: Range<Int>) -> Int? {
    let index = Int(grammar.speech[content.lowerBound])
    guard index >= 0, grammar.quotationTokens[index].lowerBound == content.lowerBound else {
      return nil
    }
    return index
  }

  /// Joins speech without a cue of its own to the statement that it continues, or carries the
  /// speaker over.
  private mutating func joinSpeech() {
    var covered = Set<Int>()
    for statement in linked {
      for content in statement.proposal.content {
        for token in content where grammar.opens[token] >= 0 {
          covered.insert(Int(grammar.opens[token]))
        }
        let speech = Int(grammar.speech[content.lowerBound])
        if speech >= 0, linkedOutside(statement, speech) { covered.insert(speech) }
      }
    }
    var additions: [Linked] = []
    for (index, run) in grammar.quotationTokens.enumerated()
    where grammar.isSpeech[index] && grammar.quotations[index].depth == 0
      && !covered.contains(index)
    {
      guard let first = run.first, grammar.zones[first] == .body, run.count > 2 else { continue }
      if continues(index, first) { continue }
      if let previous = statementBefore(first, additions) {
        carry(previous, to: run, &additions)
        covered.insert(index)
      }
    }
    linked = (linked + additions).sorted { $0.proposal.head < $1.proposal.head }
  }

  private func linkedOutside(_ statement: Linked, _ speech: Int) -> Bool {
    grammar.speech[statement.proposal.head] != Int32(speech)
  }

  /// Joins the next paragraph of a quotation that is opened anew in each paragraph.
  private mutating func continues(_ index: Int, _ first: Int) -> Bool {
    guard index > 0 else { return false }
    var before = index - 1
    while before > 0, grammar.quotations[before].depth > 0 || grammar.quotations[before].isSingle {
      before -= 1
    }
    guard grammar.quotations[before].continues else { return false }
    guard
      let owner = linked.firstIndex(where: { statement in
        statement.proposal.content.contains {
          $0.lowerBound <= grammar.quotationTokens[before].lowerBound
            && $0.upperBound >= grammar.quotationTokens[before].upperBound
        }
          && linkedOutside(statement, before)
      })
    else { return false }
    linked[owner].proposal.content.append(grammar.quotationTokens[index])
    return true
  }

  /// The statement that speech without a cue can continue, with its index in ``linked`` or, negative,
  /// in the additions.
  private func statementBefore(_ first: Int, _ additions: [Linked]) -> (Linked, Int?, Bool)? {
    let tokens = grammar.tokens
    let paragraph = tokens.paragraphIndex(ofToken: first)
    let run = tokens.paragraph(paragraph)
    func last(in range: Range<Int>) -> (Linked, Int?)? {
      var best: (Linked, Int?)?
      for (index, statement) in linked.enumerated()
      where statement.speech < 0 && range.contains(statement.proposal.head)
        && statement.proposal.status != .belief && statement.proposal.head < first
      {
        // A statement inside another one is not the voice that goes on.
        let isInner = linked.contains { other in
          other.speech < 0 && other.proposal.head != statement.proposal.head
            && other.proposal.content.contains { $0.contains(statement.proposal.head) }
        }
        if !isInner { best = (statement, index) }
      }
      for statement in additions where range.contains(statement.proposal.head) {
        if let current = best?.0, current.proposal.head > statement.proposal.head { continue }
        best = (statement, nil)
      }
      return best
    }
    if let (statement, index) = last(in: run) {
      let end = max(
        statement.proposal.content.map(\.upperBound).max() ?? 0,
        statement.proposal.cue.map(\.upperBound).max() ?? 0,
        statement.proposal.source?.upperBound ?? 0)
      // Nothing but the end of the attribution's sentence may stand between.
      let sentence = tokens.sentenceIndex(ofToken: first)
      let lastSentence = tokens.sentenceIndex(ofToken: max(0, min(end, first) - 1))
      guard sentence - lastSentence <= 1 else { return nil }
      return (statement, index, true)
    }
    guard fillsParagraph(first, run), paragraph > 0 else { return nil }
    var before = paragraph - 1
    if grammar.zones[tokens.paragraph(before).lowerBound] != .body { before -= 1 }
    guard before >= 0, let (statement, index) = last(in: tokens.paragraph(before)) else {
      return nil
    }
    return (statement, index, false)
  }

  /// Whether a paragraph holds nothing but the quotation that begins at a token.
  private func fillsParagraph(_ first: Int, _ paragraph: Range<Int>) -> Bool {
    guard first == paragraph.lowerBound else { return false }
    let quotation = Int(grammar.speech[first])
    guard quotation >= 0 else { return false }
    let rest = grammar.quotationTokens[quotation].upperBound..<paragraph.upperBound
    return rest.allSatisfy {
      grammar.hasAny($0, [.fullStop, .comma, .mark]) || grammar.speech[$0] >= 0
    }
  }

  private mutating func carry(
    _ previous: (Linked, Int?, Bool), to run: Range<Int>, _ additions: inout [Linked]
  ) {
    let (statement, index, isSameParagraph) = previous
    let lastContent = statement.proposal.content.last
    let endsInSpeech = lastContent.map { grammar.speech[$0.lowerBound] >= 0 } ?? false
    if isSameParagraph, endsInSpeech, let index {
      linked[index].proposal.content.append(run)
      return
    }
    additions.append(
      Linked(
        proposal: ProposedAttribution(
          source: statement.proposal.source, cue: [], content: [run],
          relay: statement.proposal.relay, head: run.lowerBound, act: .statement,
          confidence: isSameParagraph ? 0.7 : 0.55,
          by: isSameParagraph ? "rule following-quotation" : "rule quotation-paragraph"),
        outer: nil, speech: -1, isCarriedOver: true))
  }

  /// Finds for each statement the innermost one whose content holds its cue.
  private mutating func nest() {
    var keep = [Bool](repeating: true, count: linked.count)
    for index in linked.indices {
      let statement = linked[index]
      guard !statement.proposal.cue.isEmpty else { continue }
      var best: (index: Int, size: Int)?
      for (other, candidate) in linked.enumerated() where other != index {
        guard
          let content = candidate.proposal.content.first(where: {
            $0.contains(statement.proposal.head)
          }),
          !statement.proposal.content.contains(where: { $0.contains(candidate.proposal.head) })
        else { continue }
        if content.count < best?.size ?? Int.max { best = (other, content.count) }
      }
      linked[index].outer = best?.index
      if let best {
        clip(index, to: best.index)
      } else if statement.speech >= 0 {
        keep[index] = false
      }
    }
    let places = keep.reduce(into: (next: 0, map: [Int]())) { result, isKept in
      result.map.append(result.next)
      if isKept { result.next += 1 }
    }.map
    linked = linked.enumerated().compactMap { index, statement in
      guard keep[index], !statement.proposal.content.isEmpty else { return nil }
      var statement = statement
      statement.outer = statement.outer.flatMap { keep[$0] ? places[$0] : nil }
      return statement
    }
  }

  /// Cuts the content of an inner statement to that of the outer one.
  private mutating func clip(_ inner: Int, to outer: Int) {
    let borders = linked[outer].proposal.content
    linked[inner].proposal.content = linked[inner].proposal.content.map { content in
      guard let border = borders.first(where: { $0.overlaps(content) }) else { return content }
      return content.clamped(to: border)
    }
  }

  private mutating func collectOrphans() {
    var covered = [Bool](repeating: false, count: grammar.quotations.count)
    for (index, run) in grammar.quotationTokens.enumerated() {
      covered[index] = linked.contains { statement in
        statement.proposal.content.contains { $0.overlaps(run) }
          || statement.proposal.cue.contains { $0.overlaps(run) }
          || statement.proposal.source.map { $0.overlaps(run) } ?? false
      }
    }
    orphans = covered.indices.filter { index in
      guard !covered[index], grammar.quotations[index].depth == 0,
        let first = grammar.quotationTokens[index].first
      else { return false }
      return grammar.zones[first] == .body
    }
  }
}
