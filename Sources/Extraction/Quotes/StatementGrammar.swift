internal import NewsModel

/// One article as the grammar of statements sees it: traits and cues by token, and the borders that
/// speech in quotation marks sets.
///
/// Two sorts of quotation are told apart. *Speech* is a sentence or more: the grammar outside never
/// looks into it. A *fragment* is a part of the writer's own sentence (“made clear”), and its marks
/// are read over.
final class StatementGrammar: Sendable {
  /// The article's tokens.
  let tokens: TokenColumns
  /// What each token can do.
  let traits: [TokenTraits]
  /// The cue that each word can be a form of.
  private let cues: CueColumns
  /// The ids of words that rules test for by name.
  let key: GrammarKeyWords
  /// The article's quotations.
  let quotations: [Quotation]
  /// The tokens of each quotation, marks included.
  let quotationTokens: [Range<Int>]
  /// Whether each quotation is speech.
  let isSpeech: [Bool]
  /// Whether each token stands in marks.
  let isQuoted: [Bool]
  /// Whether each token stands in marks within marks.
  let isQuotedTwice: [Bool]
  /// For each token the speech it lies in, as an index into ``quotations``, or -1.
  let speech: [Int32]
  /// For each token the quotation that it opens, or -1.
  let opens: [Int32]
  /// For each token the quotation that it closes, or -1.
  let closes: [Int32]
  /// Where the article names somebody or something, in order.
  private let mentions: [Mention]
  /// What it names.
  let entities: [Entity]
  /// The turns of an interview or a debate.
  let turns: [TranscriptReader.Turn]
  /// Whether each token is said in such a turn.
  let isInTurn: [Bool]
  /// The sentences of the title and the body, cut once more between two adjacent quotations.
  let sentences: [Range<Int>]
  /// The kind of zone that each token lies in.
  let zones: [Zone.Kind]
  /// The vocabulary as strings.
  private let words: WordStrings

  /// Reads an article whose quotations are known.
  init(_ analysis: Analysis, _ context: ExtractionContext) {
    let tokens = analysis.tokens
    self.tokens = tokens
    words = context.words
    zones = context.zones
    mentions = analysis.mentions
    entities = analysis.entities
    var cues = CueColumns(context.table.grammarWords)
    for cue in context.options.cues { cues.add(cue, tokens.vocabulary) }
    self.cues = cues
    quotations = context.quotations
    let runs = context.quotations.map { tokens.tokens(in: $0.range) }
    quotationTokens = runs
    let traits = TokenTraitColumn(tokens, context, cues, quotationTokens: runs).traits
    self.traits = traits
    key = GrammarKeyWords(tokens.vocabulary)
    let turns =
      TranscriptReader(
        words: context.articleWords(analysis), analysis: analysis, bytes: context.bytes)?.turns()
      ?? []
    self.turns = turns
    var isInTurn = [Bool](repeating: false, count: turns.isEmpty ? 0 : tokens.count)
    var turnStarts: Set<Int> = []
    for turn in turns {
      turnStarts.insert(turn.label.lowerBound)
      for run in turn.content {
        turnStarts.insert(run.lowerBound)
        for token in run { isInTurn[token] = true }
      }
    }
    self.isInTurn = isInTurn
    var opens = [Int32](repeating: -1, count: tokens.count)
    var closes = opens
    var speech = opens
    var isSpeech: [Bool] = []
    var isQuoted = [Bool](repeating: false, count: tokens.count)
    var isQuotedTwice = isQuoted
    for (index, quotation) in context.quotations.enumerated() {
      let run = runs[index]
      // What a label gives to a speaker is read as text of its own, printed in marks or not.
      let isTurn = quotation.openingMark != nil && turnStarts.contains(run.lowerBound + 1)
      isSpeech.append(!isTurn && Self.isSpeech(quotation, run, tokens, traits))
      guard let first = run.first, let last = run.last else { continue }
      for token in run {
        isQuoted[token] = true
        if quotation.depth > 0 { isQuotedTwice[token] = true }
      }
      if quotation.openingMark != nil { opens[first] = Int32(index) }
      if quotation.closingMark != nil { closes[last] = Int32(index) }
      guard isSpeech[index], quotation.depth == 0 else { continue }
      for token in run { speech[token] = Int32(index) }
    }
    self.opens = opens
    self.closes = closes
    self.speech = speech
    self.isSpeech = isSpeech
    self.isQuoted = isQuoted
    self.isQuotedTwice = isQuotedTwice
    sentences = Self.sentences(tokens, traits, context.zones, opens: opens, closes: closes)
  }

  /// The word in lower case.
  func lower(_ token: Int) -> String { words[tokens.lowers[token]] }
  /// The dictionary form.
  func lemma(_ token: Int) -> String {
    cues.lemma(of: tokens.lowers[token]) ?? words[tokens.lemmas[token]]
  }
  /// The cue that the token can be a form of.
  func cue(_ token: Int) -> Cue? { cues.verb(at: token, tokens) }
  /// Whether the analyst named the cue at a token.
  func isTaught(_ token: Int) -> Bool { cues.isTaught(at: token, tokens) }
  /// The adjective that attributes, where the token is one.
  func adjectiveCue(_ token: Int) -> Cue? { cues.adjective(tokens.lowers[token]) }
  /// The act that the token names as a noun.
  func nounAct(_ token: Int) -> Quote.Act? { cues.noun(tokens.lemmas[token]) }
  /// Whether “according to” begins at a token.
  func beginsAccordingTo(_ token: Int) -> Bool {
    isWord(token, .according) && token + 1 < tokens.count && has(token + 1, .to)
  }
  /// Whether a token is a word.
  func isWord(_ token: Int, _ word: GrammarKeyWord) -> Bool { tokens.lowers[token] == key[word] }
  /// Whether a token is one of several words.
  func isWord(_ token: Int, in words: [UInt32]) -> Bool { words.contains(tokens.lowers[token]) }
  /// Whether a token is written with a large initial.
  func isCapitalised(_ token: Int) -> Bool { tokens.words[token] != tokens.lowers[token] }
  /// Whether a token is written in capitals.
  func isInCapitals(_ token: Int) -> Bool {
    let word = words[tokens.words[token]]
    return isCapitalised(token) && word == word.uppercased()
  }
  /// The name that holds a token.
  func mention(at token: Int) -> Mention? {
    let start = Int(tokens.starts[token])
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.end <= start { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count && mentions[low].range.start <= start ? mentions[low] : nil
  }
  /// Whether a token is said in the turn of a transcript.
  func isInTurn(_ token: Int) -> Bool { !isInTurn.isEmpty && isInTurn[token] }
  /// Whether a token has all of some traits.
  func has(_ token: Int, _ trait: TokenTraits) -> Bool { traits[token].contains(trait) }
  /// Whether a token has at least one of some traits.
  func hasAny(_ token: Int, _ trait: TokenTraits) -> Bool { !traits[token].isDisjoint(with: trait) }

  /// Whether a source is nobody: “No official”, “neither of them”, the last of “Neither Lee nor Lund”, “It was not
  /// Lund who”.
  func isNobody(_ source: Range<Int>) -> Bool {
    guard let first = source.first else { return false }
    if isWord(first, .nobody) || isWord(first, .none) || isWord(first, .neither)
      || isWord(first, .nothing)
    {
      return true
    }
    if isWord(first, .no), source.count > 1, tokens.partsOfSpeech[first + 1] != .cd {
      return true
    }
    for token in source where isWord(token, .nor) { return true }
    guard first > 0 else { return false }
    if isWord(first - 1, .nor) || isWord(first - 1, .neither) { return true }
    // “It was not Lund who said”
    var start = first
    if has(first, .relative), first > 1 { start = first - 1 }
    let low = max(0, start - 3)
    return (low..<start).contains {
      has($0, .negation) && $0 > 1 && has($0 - 1, .be) && isWord($0 - 2, .it)
    }
  }

  /// Whether a quotation holds a sentence or more, as far as its own words tell.
  private static func isSpeech(
    _ quotation: Quotation, _ run: Range<Int>, _ tokens: TokenColumns, _ traits: [TokenTraits]
  ) -> Bool {
    let inner = tokens.tokens(in: quotation.inner)
    guard let first = inner.first, let last = inner.last, inner.count >= 2 else { return false }
    if quotation.openingMark == nil || quotation.continues { return true }
    if inner.dropLast().contains(where: { traits[$0].contains(.fullStop) }) && inner.count > 6 {
      return true
    }
    let paragraph = tokens.paragraph(tokens.paragraphIndex(ofToken: run.lowerBound))
    let startsUpper = !isLowerCase(first, tokens)
    if run.lowerBound == paragraph.lowerBound { return startsUpper || inner.count > 6 }
    let before = run.lowerBound - 1
    let isIntroduced =
      !traits[before].isDisjoint(with: [.comma, .colon, .fullStop, .mark, .dash])
    if isIntroduced && startsUpper { return inner.count > 2 || traits[last].contains(.comma) }
    // After “, he said,” speech goes on in lower case.
    if isIntroduced, inner.count > 3, traits[before].contains(.comma),
      traits[last].contains(.fullStop)
    {
      return before > paragraph.lowerBound
        && paragraph.lowerBound..<before ~= before - 1
        && paragraph.contains(where: { $0 < before && traits[$0].contains(.mark) })
    }
    return startsUpper && inner.count > 4
      && !traits[last].isDisjoint(with: [.fullStop, .comma])
      && inner.contains { traits[$0].contains(.finite) }
  }

  private static func isLowerCase(_ token: Int, _ tokens: TokenColumns) -> Bool {
    tokens.words[token] == tokens.lowers[token]
  }

  /// Longer sentences are read in pieces: no clause of a newspaper is that long, and the time the
  /// rules take grows with the square of it.
  private static let longestSentence = 300

  private static func sentences(
    _ tokens: TokenColumns, _ traits: [TokenTraits], _ zones: [Zone.Kind], opens: [Int32],
    closes: [Int32]
  ) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    for index in 0..<tokens.sentenceCount {
      let run = tokens.sentence(index)
      guard let first = run.first, zones[first] == .body || zones[first] == .title else { continue }
      var start = run.lowerBound
      for token in run.dropFirst(2)
      where opens[token] >= 0 && closes[token - 1] >= 0 && traits[token - 2].contains(.fullStop) {
        sentences.append(start..<token)
        start = token
      }
      while run.upperBound - start > longestSentence {
        sentences.append(start..<(start + longestSentence))
        start += longestSentence
      }
      sentences.append(start..<run.upperBound)
    }
    return sentences
  }
}
