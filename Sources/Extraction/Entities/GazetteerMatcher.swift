internal import NewsModel

/// Finds names of the gazetteer in a token sequence, the longest at each place.
struct GazetteerMatcher: Sendable {
  /// A name found.
  struct Match: Sendable {
    /// The tokens, the last perhaps only in part.
    var tokens: Range<Int>
    /// The exact bytes.
    var range: ByteRange
    /// Index of the name in the lexicon.
    var name: Int32
    /// How it is spelt.
    var form: GazetteerName.Form
  }

  let words: ArticleWords
  let bytes: [UInt8]
  private let lexicon = NameLexicon.shared

  init(_ words: ArticleWords, bytes: [UInt8]) {
    self.words = words
    self.bytes = bytes
  }

  /// The name of the lexicon.
  func name(_ index: Int32) -> GazetteerName { lexicon.names[Int(index)] }

  /// The longest name that begins at a token and ends before `end`.
  func match(at first: Int, before end: Int) -> Match? {
    guard words.flags(first).contains(.opensPhrase) else { return nil }
    var node = PhraseTrie.root
    var best: Match?
    var token = first
    while token < end {
      let number = words.table.lexiconWords[Int(words.lower(token))]
      guard number != WordTable.none, let next = lexicon.trie.step(from: node, word: number) else {
        break
      }
      node = next
      token += 1
      if let spelling = spelling(at: node, first..<token) {
        best = Match(
          tokens: first..<token, range: words.tokens.range(of: first..<token), name: spelling.name,
          form: spelling.form)
      }
    }
    // “Cold War-like”: the last word of a name may be the first part of a compound.
    if token < end, words.shape(token).contains(.hyphenated), token > first,
      let part = parts(of: token).first,
      let number = number(of: part),
      let next = lexicon.trie.step(from: node, word: number),
      let spelling = spelling(at: next, first..<(token + 1))
    {
      let range = ByteRange(Int(words.tokens.starts[first]), part.end)
      best = Match(
        tokens: first..<(token + 1), range: range, name: spelling.name, form: spelling.form)
    }
    return best
  }

  /// The names inside a compound: “US-Russia”, “Kremlin-backed”; “anti-Russian” as a whole.
  func matches(insideCompound token: Int) -> [Match] {
    let parts = parts(of: token)
    guard parts.count > 1 else { return [] }
    var found: [Match] = []
    for (index, part) in parts.enumerated() {
      let slice = bytes[part.range]
      guard WordShape(slice.span).contains(.capitalised), let number = number(of: part),
        let node = lexicon.trie.step(from: PhraseTrie.root, word: number),
        let spelling = spelling(at: node, shape: WordShape(slice.span))
      else { continue }
      let isPrefixed = index == 1 && parts.count == 2 && isPrefix(parts[0])
      let range = isPrefixed && spelling.form != .name ? parts[0].union(part) : part
      found.append(
        Match(
          tokens: token..<(token + 1), range: range, name: spelling.name, form: spelling.form))
    }
    return found
  }

  /// The parts of a token between its hyphens.
  func parts(of token: Int) -> [ByteRange] {
    let range = words.tokens.range(of: token)
    var parts: [ByteRange] = []
    var start = range.start
    for offset in range.range where bytes[offset] == UInt8(ascii: "-") {
      if offset > start { parts.append(ByteRange(start, offset)) }
      start = offset + 1
    }
    if start < range.end { parts.append(ByteRange(start, range.end)) }
    return parts
  }

  /// “anti-”, “pro-”: a small word of up to five letters in front of an adjective.
  private func isPrefix(_ part: ByteRange) -> Bool {
    part.count <= 5 && bytes[part.range].allSatisfy { $0 >= 0x61 && $0 <= 0x7a }
  }

  private func number(of part: ByteRange) -> UInt32? {
    let lower = GazetteerText.lowercased(bytes[part.range])
    return lexicon.vocabulary.id(of: lower.span)
  }

  /// The first spelling at a node whose large letters the tokens have.
  private func spelling(at node: UInt32, _ tokens: Range<Int>) -> PhraseTrie.Spelling? {
    var index = lexicon.trie.spelling(at: node)
    while index >= 0 {
      let spelling = lexicon.trie.spellings[Int(index)]
      var agrees = true
      for (position, token) in tokens.enumerated() where position < 16 {
        let shape = words.shape(token)
        if spelling.capitalised >> position & 1 == 1, !shape.contains(.capitalised) {
          agrees = false
        }
        if spelling.allCapitals >> position & 1 == 1,
          shape.intersection([.allCapitals, .digit]).isEmpty
        {
          agrees = false
        }
      }
      if agrees { return spelling }
      index = spelling.next
    }
    return nil
  }

  private func spelling(at node: UInt32, shape: WordShape) -> PhraseTrie.Spelling? {
    var index = lexicon.trie.spelling(at: node)
    while index >= 0 {
      let spelling = lexicon.trie.spellings[Int(index)]
      if spelling.allCapitals & 1 == 0 || shape.contains(.allCapitals) { return spelling }
      index = spelling.next
    }
    return nil
  }
}
