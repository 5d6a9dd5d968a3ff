internal import NewsModel

/// Reads the titles that stand with a name: in front of it (“US Secretary of State Antony Blinken”),
/// or in apposition before a comma (“Russia's defence minister, Sergei Shoigu”).
struct TitleReader {
  let words: ArticleWords
  /// The names of the sentence.
  let spans: [NameSpan]

  /// Gives a span its title, if one stands before it.
  func readTitle(of span: inout NameSpan) {
    guard span.reading == .open else { return }
    var end = span.tokens.lowerBound
    let sentence = Int(words.sentenceStart[end])
    if words.isWord(end - 1, words.key.comma), end - 1 > sentence,
      words.flags(end - 2).contains(.titleHead)
    {
      end -= 1
    }
    guard let start = start(ofTitleBefore: end, sentence: sentence) else { return }
    span.title = start..<end
  }

  /// The first token of a title that ends before `end`.
  private func start(ofTitleBefore end: Int, sentence: Int) -> Int? {
    var token = end - 1
    guard token >= sentence else { return nil }
    guard isHead(token) || isOfPhrase(token, sentence) else { return nil }
    if !isHead(token) { token = head(ofPhraseAt: token) }
    while token - 1 >= sentence {
      let flags = words.flags(token - 1)
      guard flags.intersection([.titleHead, .titleModifier, .honorific]) != [],
        !flags.contains(.functionWord) || flags.contains(.titleModifier),
        !spans.contains(where: { $0.tokens.contains(token - 1) })
      else {
        break
      }
      token -= 1
    }
    return includingCountry(token, sentence: sentence)
  }

  private func isHead(_ token: Int) -> Bool {
    words.flags(token).intersection([.titleHead, .honorific]) != []
  }

  /// “(Secretary) of State”, “(Chief) of Staff”, “(Ambassador) to Russia”.
  private func isOfPhrase(_ token: Int, _ sentence: Int) -> Bool {
    let key = words.key
    if words.isWord(token, key.articles) { return false }
    if token - 2 >= sentence, words.isWord(token - 1, in: key.of, key.to), isHead(token - 2) {
      return true
    }
    return token - 3 >= sentence && words.isWord(token - 2, key.of) && isHead(token - 3)
  }

  private func head(ofPhraseAt token: Int) -> Int {
    words.isWord(token - 1, in: words.key.of, words.key.to) ? token - 2 : token - 3
  }

  /// Takes in the country or body right before a title: “[US] president”, “[Russia's] minister”.
  private func includingCountry(_ start: Int, sentence: Int) -> Int {
    var start = start
    for span in spans.reversed() {
      if span.tokens.upperBound > start { continue }
      guard case .open = span.reading else {
        let gap = span.tokens.upperBound..<start
        if gap.isEmpty
          || (gap.count == 1 && words.isWord(gap.lowerBound, words.key.possessives))
        {
          start = span.tokens.lowerBound
          continue
        }
        break
      }
      break
    }
    return start
  }
}
