internal import NewsModel

/// Finds names where every word is written large, so that a large initial says nothing: only names of
/// the gazetteer, names that the body of the article has shown, and a first name with what follows it.
struct HeadlineScanner {
  let words: ArticleWords
  let matcher: GazetteerMatcher
  let builder: EntityBuilder

  /// Whether most longer words of a sentence have large initials without need.
  static func isHeadline(
    _ sentence: Range<Int>, _ words: ArticleWords, least: Int = 3
  ) -> Bool {
    var large = 0
    var small = 0
    for token in sentence.dropFirst() {
      let range = words.tokens.range(of: token)
      guard range.count >= 4, words.shape(token).contains(.letter) else { continue }
      if words.isCapitalised(token) { large += 1 } else { small += 1 }
    }
    return large >= least && large >= min(3, least) * small
  }

  /// The names of one sentence.
  func scan(_ sentence: Range<Int>) -> [NameSpan] {
    var found: [NameSpan] = []
    var token = sentence.lowerBound
    let end = sentence.upperBound
    while token < end {
      if let last = endOfKnownName(from: token, before: end) {
        found.append(open(token..<last))
        token = last
      } else if let match = matcher.match(at: token, before: end), isCertain(match) {
        found.append(
          NameSpan(
            tokens: match.tokens, range: match.range, reading: .known(match.name, match.form)))
        token = match.tokens.upperBound
      } else {
        if words.shape(token).contains(.hyphenated) {
          for match in matcher.matches(insideCompound: token) {
            found.append(
              NameSpan(
                tokens: match.tokens, range: match.range, reading: .known(match.name, match.form)))
          }
        }
        token += 1
      }
    }
    return found
  }

  private func open(_ tokens: Range<Int>) -> NameSpan {
    NameSpan(tokens: tokens, range: words.tokens.range(of: tokens), reading: .open)
  }

  /// The end of the longest name from the body, or of a first name with a surname.
  private func endOfKnownName(from first: Int, before end: Int) -> Int? {
    guard words.isCapitalised(first) else { return nil }
    var best: Int?
    for last in (first + 1)...max(first + 1, min(first + 5, end)) where last <= end {
      let range = words.tokens.range(of: first..<last)
      let text = GazetteerText.lowercased(matcher.bytes[range.range])
      if builder.isName(text.span) { best = last }
      if last == first + 1, best == nil,
        builder.isSurname(String(decoding: text, as: UTF8.self))
      {
        best = last
      }
    }
    if let best { return best }
    let flags = words.flags(first)
    guard flags.intersection([.maleName, .femaleName]) != [],
      flags.isDisjoint(with: [.looseWord, .commonNoun]), first + 1 < end,
      words.isCapitalised(first + 1)
    else { return nil }
    if builder.isSurname(words.tokens.lower(first + 1)) { return first + 2 }
    return nil
  }

  /// Whether a gazetteer name is no ordinary word in large letters.
  private func isCertain(_ match: GazetteerMatcher.Match) -> Bool {
    guard match.tokens.count == 1 else { return true }
    let token = match.tokens.lowerBound
    return !words.isSeenSmall[Int(words.lower(token))]
      && words.flags(token).isDisjoint(with: [.functionWord, .commonNoun])
  }
}
