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
  /// The statement that each quotation of speech belongs to, as an index into ``linked``.
  private var owners: [Int: Int] = [:]

  /// Links proposals.
  init(_ proposals: [ProposedAttribution], grammar: StatementGrammar) {
    self.grammar = grammar
    linked = Self.onePerCue(proposals).compactMap { proposal in
      // “Nobody said”, “neither of them said”: nothing was said.
      if let source = proposal.source, grammar.isNobody(source) { return nil }
      let speech = grammar.speech[proposal.head]
      if speech >= 0 || grammar.isInTurn(proposal.head), Self.speaksForItself(proposal, grammar) {
        return nil
      }
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
      for content in linked[index].proposal.content {
        guard let quotation = wholeSpeech(content) else { continue }
        guard let other = owner[quotation] else {
          owner[quotation] = index
          continue
        }
        let isSurer = claim(of: index) > claim(of: other)
        drop(quotation, from: isSurer ? other : index)
        if isSurer { owner[quotation] = index }
      }
    }
    if linked.indices.contains(where: { linked[$0].proposal.content.isEmpty }) {
      linked.removeAll { $0.proposal.content.isEmpty }
    }
    for index in linked.indices {
      for content in linked[index].proposal.content {
        let speech = Int(grammar.speech[content.lowerBound])
        if speech >= 0, linked[index].speech != Int32(speech) { owners[speech] = index }
      }
    }
  }

  /// How surely a statement owns its quotations: whose name is printed in front of them does.
  private func claim(of index: Int) -> Double {
    let proposal = linked[index].proposal
    return proposal.confidence + (RuleProposer.isPrinted(proposal) ? 1 : 0)
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
    var isCovered = [Bool](repeating: false, count: grammar.quotations.count)
    for speech in owners.keys { isCovered[speech] = true }
    for index in linked.indices {
      for content in linked[index].proposal.content {
        for token in content where grammar.opens[token] >= 0 {
          isCovered[Int(grammar.opens[token])] = true
        }
      }
    }
    var additions: [Linked] = []
    for (index, run) in grammar.quotationTokens.enumerated()
    where grammar.isSpeech[index] && grammar.quotations[index].depth == 0 && !isCovered[index] {
      guard let first = run.first, grammar.zones[first] == .body, run.count > 2 else { continue }
      if continues(index) || isLabelled(first) { continue }
      guard let previous = statementBefore(first, additions) else { continue }
      carry(previous, to: run, quotation: index, &additions)
    }
    guard !additions.isEmpty else { return }
    linked = (linked + additions).sorted { $0.proposal.head < $1.proposal.head }
  }

  /// “Olsen: “No.””: whoever spoke before, a name that nobody knows says this.
  private func isLabelled(_ first: Int) -> Bool {
    guard first > 1, grammar.has(first - 1, .colon),
      let label = SentenceReader(grammar: grammar).label(before: first - 1)
    else { return false }
    return label.allSatisfy { grammar.has($0, .noun) && grammar.isCapitalised($0) }
  }

  /// Joins the next paragraph of a quotation that is opened anew in each paragraph.
  private mutating func continues(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    var before = index - 1
    while before > 0, grammar.quotations[before].depth > 0 || grammar.quotations[before].isSingle {
      before -= 1
    }
    guard grammar.quotations[before].continues, let owner = owners[before] else { return false }
    linked[owner].proposal.content.append(grammar.quotationTokens[index])
    owners[index] = owner
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
      let candidates = statements(in: range)
      for index in candidates
      where linked[index].speech < 0 && linked[index].proposal.status != .belief
        && linked[index].proposal.head < first
      {
        // A statement inside another one is not the voice that goes on.
        let head = linked[index].proposal.head
        let isInner = candidates.contains { other in
          linked[other].speech < 0 && other != index
            && linked[other].proposal.content.contains { $0.contains(head) }
        }
        if !isInner { best = (linked[index], index) }
      }
      for statement in additions.suffix(2) where range.contains(statement.proposal.head) {
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

  /// The statements whose cue lies in a run of tokens, the last hundred at most.
  private func statements(in range: Range<Int>) -> Range<Int> {
    func first(from head: Int) -> Int {
      var (low, high) = (0, linked.count)
      while low < high {
        let middle = (low + high) / 2
        if linked[middle].proposal.head < head { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let end = first(from: range.upperBound)
    return max(first(from: range.lowerBound), end - 100)..<end
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
    _ previous: (Linked, Int?, Bool), to run: Range<Int>, quotation: Int,
    _ additions: inout [Linked]
  ) {
    let (statement, index, isSameParagraph) = previous
    let lastContent = statement.proposal.content.last
    let endsInSpeech = lastContent.map { grammar.speech[$0.lowerBound] >= 0 } ?? false
    if isSameParagraph, endsInSpeech, let index {
      linked[index].proposal.content.append(run)
      owners[quotation] = index
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
    // One sweep over the text: the contents that have begun and not ended hold the cue.
    var spans: [(content: Range<Int>, owner: Int)] = []
    for index in linked.indices {
      for content in linked[index].proposal.content { spans.append((content, index)) }
    }
    spans.sort { ($0.content.lowerBound, $0.owner) < ($1.content.lowerBound, $1.owner) }
    var open: [(content: Range<Int>, owner: Int)] = []
    var next = 0
    for index in linked.indices {
      let head = linked[index].proposal.head
      while next < spans.count, spans[next].content.lowerBound <= head {
        open.append(spans[next])
        next += 1
      }
      open.removeAll { $0.content.upperBound <= head }
      guard !linked[index].proposal.cue.isEmpty else { continue }
      var best: (content: Range<Int>, owner: Int)?
      for candidate in open
      where candidate.owner != index && !holds(index, linked[candidate.owner].proposal.head) {
        if let best, best.content.count <= candidate.content.count { continue }
        best = candidate
      }
      linked[index].outer = best?.owner
      if let best {
        clip(index, to: best.owner)
      } else if linked[index].speech >= 0 {
        keep[index] = false
      }
    }
    var places: [Int] = []
    var kept = 0
    for isKept in keep {
      places.append(kept)
      if isKept { kept += 1 }
    }
    for index in linked.indices {
      linked[index].outer = linked[index].outer.flatMap { keep[$0] ? places[$0] : nil }
    }
    let isKept = linked.indices.map { keep[$0] && !linked[$0].proposal.content.isEmpty }
    if isKept.contains(false) { linked = linked.indices.filter { isKept[$0] }.map { linked[$0] } }
  }

  /// Whether the content of a statement holds a token.
  private func holds(_ index: Int, _ token: Int) -> Bool {
    for content in linked[index].proposal.content where content.contains(token) { return true }
    return false
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
    var isCovered = [Bool](repeating: false, count: grammar.tokens.count)
    func cover(_ run: Range<Int>) {
      for token in run { isCovered[token] = true }
    }
    for index in linked.indices {
      for run in linked[index].proposal.content { cover(run) }
      for run in linked[index].proposal.cue { cover(run) }
      if let source = linked[index].proposal.source { cover(source) }
    }
    let covered = grammar.quotationTokens.map { run in run.contains { isCovered[$0] } }
    orphans = covered.indices.filter { index in
      guard !covered[index], grammar.quotations[index].depth == 0,
        let first = grammar.quotationTokens[index].first
      else { return false }
      return grammar.zones[first] == .body
    }
  }
}
