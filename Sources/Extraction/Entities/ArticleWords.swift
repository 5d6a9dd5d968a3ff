internal import NewsModel

/// An article's tokens with everything the lexicon says of them; the view that naming rules read.
///
/// A class, for many small readers hold it: copying one reference costs less than a dozen arrays.
final class ArticleWords: Sendable {
  /// The tokens.
  let tokens: TokenColumns
  /// What the lexicon says of each distinct word.
  let table: WordTable
  /// The kind of zone of each token.
  let zones: [Zone.Kind]
  /// Vocabulary ids of the words that rules test for by name.
  let key: KeyWords
  /// Whether a lower-case word occurs in the article without a large initial, by vocabulary id.
  let isSeenSmall: [Bool]
  /// The first token of the sentence that holds each token.
  let sentenceStart: [UInt32]

  /// Prepares an article.
  init(_ tokens: TokenColumns, zones: [Zone.Kind], table: WordTable) {
    self.tokens = tokens
    self.table = table
    self.zones = zones
    key = KeyWords(tokens.vocabulary)
    var small = [Bool](repeating: false, count: tokens.vocabulary.count)
    var starts = [UInt32](repeating: 0, count: tokens.count)
    for token in 0..<tokens.count
    where !table.shapes[Int(tokens.words[token])].contains(.capitalised) {
      small[Int(tokens.lowers[token])] = true
    }
    for sentence in 0..<tokens.sentenceCount {
      let start = tokens.sentenceStarts[sentence]
      for token in tokens.sentence(sentence) { starts[token] = start }
    }
    isSeenSmall = small
    sentenceStart = starts
  }

  /// The number of tokens.
  var count: Int { tokens.count }

  /// What the lexicon says of a token.
  func flags(_ token: Int) -> WordFlags { table.flags[Int(tokens.lowers[token])] }
  /// What the lexicon says of a token's dictionary form.
  func lemmaFlags(_ token: Int) -> WordFlags { table.flags[Int(tokens.lemmas[token])] }
  /// How a token is written.
  func shape(_ token: Int) -> WordShape { table.shapes[Int(tokens.words[token])] }
  /// The id of a token in lower case.
  func lower(_ token: Int) -> UInt32 { tokens.lowers[token] }
  /// The part of speech of a token.
  func tag(_ token: Int) -> PartOfSpeech { tokens.partsOfSpeech[token] }
  /// Whether a token exists and is this word.
  func isWord(_ token: Int, _ word: UInt32) -> Bool {
    token >= 0 && token < count && tokens.lowers[token] == word
  }
  /// Whether a token exists and is one of these words.
  func isWord(_ token: Int, in words: UInt32...) -> Bool {
    guard token >= 0, token < count else { return false }
    let lower = tokens.lowers[token]
    return words.contains(lower)
  }
  /// Whether a token exists and is written with a large initial.
  func isCapitalised(_ token: Int) -> Bool {
    token >= 0 && token < count && shape(token).contains(.capitalised)
  }

  /// Whether a token stands where every word is written large: only marks come before it in its
  /// sentence, or an opening mark or a colon stands right before it.
  func isSentenceInitial(_ token: Int) -> Bool {
    let start = Int(sentenceStart[token])
    if token == start { return true }
    let before = tag(token - 1)
    if before == .openingQuote || before == .colon || isWord(token - 1, key.openingMarks) {
      return true
    }
    var index = token - 1
    while index >= start {
      if table.shapes[Int(tokens.words[index])].intersection([.letter, .digit]) != [] {
        return false
      }
      index -= 1
    }
    return true
  }

  /// Whether a token is one of several words.
  func isWord(_ token: Int, _ words: [UInt32]) -> Bool {
    token >= 0 && token < count && words.contains(tokens.lowers[token])
  }

  /// The dictionary form of a title, also where it is written large (“Presidents”).
  func singular(_ token: Int) -> UInt32 {
    let lemma = tokens.lemmas[token]
    guard lemma == tokens.lowers[token] else { return lemma }
    let bytes = tokens.vocabulary.bytes(of: lemma)
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s") else { return lemma }
    let stem = bytes.dropLast()
    return tokens.vocabulary.id(of: stem.span) ?? lemma
  }

  /// Whether a lemma is a word, which may be absent from the article.
  func isHead(_ lemma: UInt32, _ word: UInt32) -> Bool { word != WordTable.none && lemma == word }

  /// Whether a lemma is one of several words.
  func isHead(_ lemma: UInt32, in words: [UInt32]) -> Bool { words.contains(lemma) }

  /// The tokens that share at least one byte with a range, looked for from a token on, which moves to the first
  /// of them: ranges in text order are found in one walk.
  func tokens(in range: ByteRange, from first: inout Int) -> Range<Int> {
    while first < count, Int(tokens.ends[first]) <= range.start { first += 1 }
    var end = first
    while end < count, Int(tokens.starts[end]) < range.end { end += 1 }
    return first..<end
  }

  /// The end of the sentence that holds a token.
  func sentenceEnd(of token: Int) -> Int {
    let index = tokens.sentenceIndex(ofToken: token)
    return tokens.sentence(index).upperBound
  }
}
