internal import NewsModel

/// An article's names by token, for those who resolve references.
struct SpeakerView {
  let words: ArticleWords
  let analysis: Analysis
  private let bytes: [UInt8]
  /// The tokens of each mention.
  let mentionTokens: [Range<Int>]
  /// The mention at each token, or -1.
  private let mentionAtToken: [Int32]

  init(_ words: ArticleWords, _ analysis: Analysis, bytes: [UInt8]) {
    self.bytes = bytes
    self.words = words
    self.analysis = analysis
    var at = [Int32](repeating: -1, count: words.count)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(analysis.mentions.count)
    // Mentions are in order: each is looked for from where the one before it begins.
    var first = 0
    for (index, mention) in analysis.mentions.enumerated() {
      let tokens = words.tokens(in: mention.range, from: &first)
      for token in tokens { at[token] = Int32(index) }
      ranges.append(tokens)
    }
    mentionTokens = ranges
    mentionAtToken = at
  }

  /// The mention that holds a token.
  func mention(at token: Int) -> Int? {
    guard token >= 0, token < mentionAtToken.count, mentionAtToken[token] >= 0 else { return nil }
    return Int(mentionAtToken[token])
  }

  /// The mentions whose tokens lie in a range, in order.
  func mentions(in tokens: Range<Int>) -> [Int] {
    var found: [Int] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if let mention = mention(at: token), mentionTokens[mention].lowerBound >= tokens.lowerBound {
        if found.last != mention { found.append(mention) }
        token = max(token + 1, mentionTokens[mention].upperBound)
      } else {
        token += 1
      }
    }
    return found
  }

  /// The entity of a mention.
  func entity(_ mention: Int) -> Entity { analysis.entities[analysis.mentions[mention].entity] }

  /// The index of the entity with a name.
  func entity(named name: String) -> Int? { analysis.entities.firstIndex { $0.name == name } }

  /// The text of tokens, with single spaces.
  func text(_ tokens: Range<Int>) -> String {
    guard !tokens.isEmpty else { return "" }
    return SingleSpaces.text(bytes, words.tokens.range(of: tokens))
  }

  /// The sentence that holds a token.
  func sentence(of token: Int) -> Range<Int> {
    words.tokens.sentence(words.tokens.sentenceIndex(ofToken: token))
  }

  /// Whether a mention stands as the subject of a verb: no preposition before it, a verb or an
  /// auxiliary after it (adverbs and an apposition may come between).
  func isSubject(_ mention: Int) -> Bool {
    let tokens = mentionTokens[mention]
    var before = tokens.lowerBound - 1
    let start = Int(words.sentenceStart[tokens.lowerBound])
    while before >= start,
      words.flags(before).intersection([.titleHead, .titleModifier]) != []
        || words.isWord(before, words.key.articles)
    {
      before -= 1
    }
    if before >= start, self.mention(at: before) == nil {
      let tag = words.tag(before)
      if tag == .in || tag == .to, !words.isWord(before, words.key.clauseOpeners) { return false }
      if words.isWord(before, words.key.possessives) { return false }
    }
    var token = tokens.upperBound
    let end = words.sentenceEnd(of: tokens.lowerBound)
    if words.isWord(token, words.key.possessives) { return false }
    if words.isWord(token, words.key.comma) {
      // Over an apposition to its closing comma.
      token += 1
      while token < end, !words.isWord(token, words.key.comma) { token += 1 }
      token += 1
    }
    while token < end, words.tag(token).isAdverb { token += 1 }
    guard token < end else { return false }
    let tag = words.tag(token)
    return tag == .md || (tag.isVerb && tag != .vbg && tag != .vb)
  }
}
