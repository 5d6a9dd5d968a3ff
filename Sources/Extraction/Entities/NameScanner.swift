internal import NewsModel

/// Finds what may be a name in running text: gazetteer names and runs of words with large initials,
/// with titles cut off.
///
/// What an open run stands for is decided later, over the whole article (``NameJudge``).
struct NameScanner {
  let words: ArticleWords
  let matcher: GazetteerMatcher
  /// What was found, sorted, not overlapping.
  private(set) var spans: [NameSpan] = []

  init(_ words: ArticleWords, matcher: GazetteerMatcher) {
    self.words = words
    self.matcher = matcher
  }

  /// Reads one sentence.
  mutating func scan(_ sentence: Range<Int>) {
    let first = spans.count
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      if isPlain(token) {
        token += 1
        continue
      }
      if let span = bracketedAdministration(at: token, before: sentence.upperBound) {
        spans.append(span)
        token = span.tokens.upperBound
        continue
      }
      let runEnd = endOfRun(from: token, before: sentence.upperBound)
      if runEnd > token {
        token = cut(token..<runEnd, before: sentence.upperBound)
      } else if let match = matcher.match(at: token, before: sentence.upperBound) {
        token = accept(match, before: sentence.upperBound)
      } else {
        if words.shape(token).contains(.hyphenated) { acceptCompound(token) }
        token += 1
      }
    }
    guard first < spans.count else { return }
    let titles = TitleReader(words: words, spans: Array(spans[first...]))
    for index in first..<spans.count { titles.readTitle(of: &spans[index]) }
  }

  // MARK: Runs

  /// Whether no name can begin at a token: most words are done with after this look.
  private func isPlain(_ token: Int) -> Bool {
    words.shape(token).isDisjoint(with: [.capitalised, .hyphenated])
      && !words.flags(token).contains(.opensPhrase)
      && words.lower(token) != words.key.openBracket
  }

  /// Whether a token can be part of a name by its form.
  private func isNameWord(_ token: Int) -> Bool {
    let shape = words.shape(token)
    guard shape.contains(.capitalised) else { return false }
    let flags = words.flags(token)
    if flags.contains(.functionWord) || isHandle(token) { return false }
    if shape.contains(.hyphenated), endsSmall(token) { return false }
    if !flags.isDisjoint(with: .calendar) {
      return flags.isDisjoint(with: .weekday) && token > 0 && words.isCapitalised(token - 1)
        && words.flags(token - 1).intersection([.firstName, .honorific, .titleHead]) != []
    }
    if flags.contains(.looseWord), words.isSentenceInitial(token) {
      return flags.intersection([.firstName, .titleHead]) != [] && words.isCapitalised(token + 1)
        && !words.flags(token + 1).contains(.functionWord)
    }
    return true
  }

  /// “@name”, “#topic”.
  private func isHandle(_ token: Int) -> Bool {
    let first = matcher.bytes[Int(words.tokens.starts[token])]
    return first == UInt8(ascii: "@") || first == UInt8(ascii: "#")
  }

  /// “Brussels-based”, “Kremlin-backed”: an adjective made of a name.
  private func endsSmall(_ token: Int) -> Bool {
    guard let last = matcher.parts(of: token).last else { return false }
    let part = matcher.bytes[last.range]
    return part.count >= 3 && part.allSatisfy { $0 >= 0x61 && $0 <= 0x7a }
      && words.flags(token).isDisjoint(with: .firstName)
      && (part.elementsEqual("based".utf8) || part.suffix(2).elementsEqual("ed".utf8)
        || part.elementsEqual("era".utf8) || part.elementsEqual("like".utf8)
        || part.elementsEqual("style".utf8) || part.elementsEqual("born".utf8)
        || part.elementsEqual("led".utf8) || part.elementsEqual("area".utf8))
  }

  /// The end of the run of name words that begins at a token; the token itself if none does.
  private func endOfRun(from first: Int, before end: Int) -> Int {
    guard isNameWord(first) else { return first }
    var last = first + 1
    var holdsHead = words.flags(first).intersection(Self.bodyWords) != []
    var holdsConnector = false
    while last < end {
      let flags = words.flags(last)
      if isNameWord(last) {
        if flags.intersection(Self.bodyWords) != [] { holdsHead = true }
        last += 1
      } else if flags.contains(.nameSuffix), last + 1 <= end {
        last += 1
      } else if words.isWord(last, words.key.comma), last + 1 < end,
        words.flags(last + 1).contains(.nameSuffix)
      {
        last += 2
      } else if flags.contains(.nameParticle), last + 1 < end, isNameWord(last + 1),
        !flags.contains(.functionWord) || words.flags(first).intersection(.firstName) != []
      {
        last += 2
      } else if flags.contains(.nameParticle), last + 2 < end,
        words.flags(last + 1).contains(.nameParticle), isNameWord(last + 2)
      {
        last += 3
      } else if words.isWord(last, words.key.ampersand), last + 1 < end, isNameWord(last + 1) {
        last += 2
      } else if holdsHead, flags.contains(.nameConnector),
        let next = afterConnector(last, before: end, isJoined: holdsConnector)
      {
        holdsConnector = true
        last = next
      } else {
        break
      }
    }
    return last
  }

  private static let bodyWords: WordFlags = [
    .organisationHead, .organisationOpener, .otherHead, .titleHead,
  ]

  /// The token after “of Justice”, “for the Study”, “and Human (Services)”, if it goes on so.
  private func afterConnector(_ token: Int, before end: Int, isJoined: Bool) -> Int? {
    let key = words.key
    if words.isWord(token, key.and) {
      // “Health and Human Services”, but not “the Ministry of Justice and President Putin”.
      guard isJoined, token + 1 < end, isNameWord(token + 1),
        words.flags(token + 1).isDisjoint(with: [.titleHead, .honorific, .firstName, .opensPhrase])
      else { return nil }
      return token + 2
    }
    guard !words.isWord(token, in: key.to, key.with) else { return nil }
    let before = words.flags(token - 1)
    let isOffice = words.isWord(token, key.of) && before.contains(.titleHead)
    let heads: WordFlags = [.organisationHead, .organisationOpener, .otherHead]
    guard isJoined || isOffice || !before.isDisjoint(with: heads) else { return nil }
    var next = token + 1
    if words.isWord(next, key.the) { next += 1 }
    guard next < end, isNameWord(next), !words.isWord(token, key.the) else { return nil }
    // “President of Russia” is an office; “Secretary of State” is consumed with its title.
    return next + 1
  }

  // MARK: Cutting a run

  /// Cuts a run into names; returns the token to go on from.
  private mutating func cut(_ run: Range<Int>, before end: Int) -> Int {
    var token = run.lowerBound
    while token < run.upperBound {
      if let match = matcher.match(at: token, before: end) {
        let isWhole = match.tokens.upperBound >= run.upperBound
        if isWhole || !joins(match, to: run) {
          token = accept(match, before: end)
          continue
        }
      } else if let after = endOfTitle(from: token, before: run.upperBound) {
        token = after
        continue
      }
      let last = endOfOpenName(from: token, before: run.upperBound)
      acceptOpen(token..<last, before: end)
      token = spans.last.map { max(last, $0.tokens.upperBound) } ?? last
    }
    return max(token, run.upperBound)
  }

  /// Whether a gazetteer name only begins a longer name: “Chicago Cubs”, “Russian Defense Ministry”,
  /// “Austin Powers”.
  private func joins(_ match: GazetteerMatcher.Match, to run: Range<Int>) -> Bool {
    let next = match.tokens.upperBound
    let last = run.upperBound - 1
    let name = matcher.name(match.name)
    let lastFlags = words.flags(last)
    if endOfTitle(from: next, before: run.upperBound) != nil { return false }
    if lastFlags.intersection([.organisationHead, .otherHead, .placeHead]) != [] {
      // A second gazetteer name in between ends the first.
      var token = next
      while token < run.upperBound {
        if words.flags(token).intersection(.firstName) != [], token < last { return false }
        if matcher.match(at: token, before: run.upperBound) != nil, token < last { return false }
        token += 1
      }
      return true
    }
    if match.form != .name { return false }
    if words.flags(match.tokens.lowerBound).intersection(.firstName) != [],
      match.tokens.count == 1
    {
      return true
    }
    if matcher.match(at: next, before: run.upperBound) != nil { return false }
    if words.flags(next).intersection(.firstName) != [] { return false }
    return name.kind == .city || name.kind == .capital || name.kind == .organisation
  }

  /// The end of a title that begins at a token and is followed by a name in the same run, or fills the
  /// rest of the run; `nil` if none begins here.
  func endOfTitle(from first: Int, before end: Int) -> Int? {
    var token = first
    var hasHead = false
    while token < end {
      let flags = words.flags(token)
      if flags.intersection([.honorific, .titleHead]) != [] {
        hasHead = true
      } else if !flags.contains(.titleModifier) {
        if hasHead, words.isWord(token, words.key.of), token + 1 < end {
          // “Secretary of State”, “Chief of Staff”, “Director of National Intelligence”.
          token += 2
          continue
        }
        break
      }
      token += 1
    }
    guard hasHead, token > first else { return nil }
    if token < end, !words.isCapitalised(token) { return nil }
    // “General Motors”, “King County”: the rest is no person's name.
    if token < end,
      words.flags(end - 1).intersection([.organisationHead, .placeHead, .otherHead]) != [],
      words.flags(token).intersection(.firstName) == []
    {
      return nil
    }
    return token
  }

  /// The end of the open name that begins at a token: before a title in the middle of the run.
  private func endOfOpenName(from first: Int, before end: Int) -> Int {
    var token = first + 1
    while token < end {
      if words.flags(token).intersection([.titleHead, .titleModifier]) != [],
        let after = endOfTitle(from: token, before: end), after < end,
        words.flags(after).intersection(.firstName) != []
      {
        return token
      }
      token += 1
    }
    return end
  }

  // MARK: Accepting

  private mutating func accept(_ match: GazetteerMatcher.Match, before end: Int) -> Int {
    let name = matcher.name(match.name)
    let next = match.tokens.upperBound
    // In a headline or at a sentence start a lone word may be an ordinary one: “Nice”, “Split”.
    let first = match.tokens.lowerBound
    if match.tokens.count == 1, !words.shape(first).contains(.allCapitals) {
      let isSmall = words.isSeenSmall[Int(words.lower(first))]
      let isCommon = isSmall || words.flags(first).contains(.commonNoun)
      if name.kind == .city, isSmall { return next }
      if isCommon, words.isSentenceInitial(first), match.form == .name { return next }
    }
    if next < end, words.flags(next).contains(.nationalBody),
      name.kind == .country || name.name == "European Union", match.form != .people,
      isNationalBody(next, before: end)
    {
      let tokens = match.tokens.lowerBound..<(next + 1)
      spans.append(
        NameSpan(
          tokens: tokens, range: words.tokens.range(of: tokens),
          reading: .nationalBody(match.name)))
      return next + 1
    }
    spans.append(
      NameSpan(
        tokens: match.tokens, range: match.range, reading: .known(match.name, match.form)))
    // “United States-Russia”: the second name in the token that the first one ends in.
    if match.range.end < Int(words.tokens.ends[next - 1]) {
      for rest in matcher.matches(insideCompound: next - 1)
      where rest.range.start >= match.range.end {
        spans.append(
          NameSpan(
            tokens: rest.tokens, range: rest.range, reading: .known(rest.name, rest.form)))
      }
    }
    return next
  }

  /// “US intelligence” is a body, “US intelligence officials” are people with a job.
  private func isNationalBody(_ token: Int, before end: Int) -> Bool {
    guard token + 1 < end, words.isWord(token, words.key.intelligence) else { return true }
    return words.flags(token + 1).isDisjoint(with: [.peopleWord, .organisationHead, .titleHead])
  }

  private mutating func acceptCompound(_ token: Int) {
    for match in matcher.matches(insideCompound: token) {
      spans.append(
        NameSpan(
          tokens: match.tokens, range: match.range, reading: .known(match.name, match.form)))
    }
  }

  private mutating func acceptOpen(_ tokens: Range<Int>, before end: Int) {
    if tokens.count == 1, words.shape(tokens.lowerBound).contains(.hyphenated) {
      let found = matcher.matches(insideCompound: tokens.lowerBound)
      if !found.isEmpty {
        acceptCompound(tokens.lowerBound)
        return
      }
    }
    if isShouted(tokens, before: end) { return }
    var tokens = tokens
    // A first word that is large only because the sentence begins with it.
    if tokens.count > 1, words.isSentenceInitial(tokens.lowerBound),
      isOrdinary(tokens.lowerBound)
    {
      tokens = (tokens.lowerBound + 1)..<tokens.upperBound
      // “Say Norway demanded”: what is left may be a name of the gazetteer.
      if let match = matcher.match(at: tokens.lowerBound, before: end),
        match.tokens.upperBound >= tokens.upperBound
      {
        _ = accept(match, before: end)
        return
      }
    }
    // “Universe Ana Lopez”: what stands before a first name and is none itself.
    if tokens.count == 3, isPlainWord(tokens.lowerBound),
      words.flags(tokens.lowerBound + 1).intersection([.maleName, .femaleName]) != [],
      words.flags(tokens.upperBound - 1).isDisjoint(with: Self.bodyWords.union(.placeHead))
    {
      tokens = (tokens.lowerBound + 1)..<tokens.upperBound
    }
    if tokens.upperBound < end, words.isWord(tokens.upperBound, words.key.administration),
      tokens.count <= 2
    {
      let whole = tokens.lowerBound..<(tokens.upperBound + 1)
      spans.append(
        NameSpan(
          tokens: whole, range: words.tokens.range(of: whole), reading: .administration))
      return
    }
    var span = NameSpan(tokens: tokens, range: words.tokens.range(of: tokens), reading: .open)
    span.isWeak =
      words.isSentenceInitial(tokens.lowerBound)
      && (tokens.count == 1 || isOrdinary(tokens.lowerBound))
    spans.append(span)
  }

  /// A word with a large initial that is no first name, initial or part of a foreign name.
  private func isPlainWord(_ token: Int) -> Bool {
    words.flags(token).isDisjoint(with: WordFlags.firstName.union([.nameParticle, .honorific]))
      && words.shape(token).isDisjoint(with: [.initial, .hyphenated, .mixed])
      && matcher.bytes[Int(words.tokens.ends[token]) - 1] != UInt8(ascii: ".")
  }

  /// “MANY CAVEATS”: words in capitals among words in capitals are no acronym.
  private func isShouted(_ tokens: Range<Int>, before end: Int) -> Bool {
    guard tokens.allSatisfy({ words.shape($0).contains(.allCapitals) }) else { return false }
    if words.flags(tokens.lowerBound).intersection(.firstName) != [], tokens.count > 1 {
      return false
    }
    if tokens.count > 1 { return true }
    let token = tokens.lowerBound
    let start = Int(words.sentenceStart[token])
    func isLoud(_ other: Int) -> Bool {
      other >= start && other < end && words.shape(other).contains(.allCapitals)
        && words.tokens.range(of: other).count > 1
    }
    return isLoud(token - 1) || isLoud(token + 1) || words.tokens.range(of: token).count > 6
      || words.isSeenSmall[Int(words.lower(token))]
  }

  /// Whether a word with a large initial is an ordinary word of the language here.
  private func isOrdinary(_ token: Int) -> Bool {
    let flags = words.flags(token)
    if flags.intersection(.firstName) != [] || flags.contains(.honorific) { return false }
    if words.isSeenSmall[Int(words.lower(token))] { return true }
    return flags.intersection([.commonNoun, .looseWord, .peopleWord, .speechForm]) != []
      || !words.tag(token).isProperNoun
  }

  /// “[Biden] administration”.
  private func bracketedAdministration(at token: Int, before end: Int) -> NameSpan? {
    let key = words.key
    guard words.isWord(token, key.openBracket), token + 3 < end, isNameWord(token + 1),
      words.isWord(token + 2, key.closeBracket), words.isWord(token + 3, key.administration)
    else { return nil }
    let tokens = token..<(token + 4)
    return NameSpan(
      tokens: tokens, range: words.tokens.range(of: tokens), reading: .administration)
  }
}
