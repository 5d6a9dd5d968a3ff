internal import NewsModel

/// Weighs what speaks for a person, an organisation, a place or another thing at one occurrence of a
/// name.
///
/// The weights are set by hand; evidence is summed over all occurrences in the article, and is part of what the
/// trained model sees (``NameModel``).
struct NameJudge {
  let words: ArticleWords
  let bytes: [UInt8]

  /// What speaks for each type at one occurrence.
  func evidence(for span: NameSpan) -> NameEvidence {
    var evidence = NameEvidence()
    weighForm(of: span.tokens, &evidence)
    weighContext(of: span, &evidence)
    return evidence
  }

  // MARK: The words themselves

  private func weighForm(of tokens: Range<Int>, _ evidence: inout NameEvidence) {
    let first = words.flags(tokens.lowerBound)
    let last = words.flags(tokens.upperBound - 1)
    let startsWithFirstName = first.intersection(.firstName) != []
    if tokens.count >= 2 {
      if startsWithFirstName {
        evidence.person += first.isDisjoint(with: [.maleName, .femaleName]) ? 1.5 : 2.5
      } else if words.shape(tokens.lowerBound).contains(.hyphenated),
        firstPartIsName(tokens.lowerBound)
      {
        evidence.person += 2
      }
      if tokens.dropFirst().contains(where: { words.shape($0).contains(.initial) }) {
        evidence.person += 1.5
      }
      if words.shape(tokens.lowerBound).contains(.initial) { evidence.person += 1.5 }
      if last.contains(.nameSuffix) { evidence.person += 2 }
      if tokens.dropFirst().dropLast().contains(where: {
        words.flags($0).contains(.nameParticle) && !words.isCapitalised($0)
          && !words.isWord($0, words.key.of)
      }) {
        evidence.person += 1
      }
      weighHeads(tokens, first, last, startsWithFirstName, &evidence)
      if MetonymFinder.isCountry(words.tokens.word(tokens.upperBound - 1)) { evidence.person -= 2 }
      if tokens.count > 4 { evidence.person -= 2 }
      if tokens.count == 2 || tokens.count == 3 { evidence.person += 0.4 }
    } else {
      let shape = words.shape(tokens.lowerBound)
      if shape.contains(.allCapitals) { evidence.organisation += 1.2 }
      if startsWithFirstName { evidence.person += 0.6 }
      if shape.contains(.mixed), !hasScottishPrefix(tokens.lowerBound) {
        evidence.organisation += 0.8
      }
      if last.intersection([.organisationHead]) != [] { evidence.organisation += 0.6 }
    }
    if hasSurnameEnding(tokens.upperBound - 1) { evidence.person += tokens.count > 1 ? 1 : 0.5 }
  }

  private func weighHeads(
    _ tokens: Range<Int>, _ first: WordFlags, _ last: WordFlags, _ startsWithFirstName: Bool,
    _ evidence: inout NameEvidence
  ) {
    let isShortWithName = startsWithFirstName && tokens.count == 2
    let opens = first.contains(.organisationOpener) && hasConnector(tokens)
    if last.contains(.organisationHead) {
      evidence.organisation += isShortWithName ? 2.2 : 3
    } else if opens {
      evidence.organisation += 3
    } else if tokens.contains(where: { words.flags($0).contains(.organisationHead) }) {
      evidence.organisation += 1.5
    }
    if last.contains(.otherHead) { evidence.other += isShortWithName ? 1 : 2.6 }
    if last.contains(.placeHead) { evidence.place += isShortWithName ? 1 : 2.8 }
    if first.contains(.placeOpener) { evidence.place += 2.2 }
    if first.contains(.otherHead), hasConnector(tokens) { evidence.other += 2 }
    if first.contains(.placeHead), hasConnector(tokens) { evidence.place += 2 }
    if words.isWord(tokens.lowerBound + 1, words.key.ampersand) { evidence.organisation += 5 }
  }

  private func hasConnector(_ tokens: Range<Int>) -> Bool {
    tokens.contains { words.flags($0).contains(.nameConnector) && !words.isCapitalised($0) }
  }

  // MARK: What stands around it

  private func weighContext(of span: NameSpan, _ evidence: inout NameEvidence) {
    let key = words.key
    let before = span.tokens.lowerBound - 1
    let after = span.tokens.upperBound
    let sentence = Int(words.sentenceStart[span.tokens.lowerBound])
    if let title = span.title {
      let honorific = title.contains { words.flags($0).contains(.honorific) }
      evidence.person += honorific ? 5 : 3
    } else if before >= sentence {
      // “the Reed camp”: the article belongs to the noun behind the name.
      let modifies = after < words.count && words.tag(after).isNoun && !words.isCapitalised(after)
      if !modifies, words.isWord(before, key.the) {
        evidence.person -= 2
        evidence.organisation += 0.8
        evidence.other += 0.6
      } else if !modifies, words.isWord(before, key.articles) {
        evidence.person -= 1.5
        evidence.other += 0.5
      }
      if words.isWord(before, key.placePrepositions) {
        evidence.place += span.tokens.count == 1 ? 1.2 : 0.8
        evidence.organisation += 0.3
        evidence.person -= 0.6
      }
      if words.isWord(before, key.from) { evidence.place += 0.4 }
    }
    guard after < words.count, words.sentenceStart[after] == UInt32(sentence) else { return }
    if words.flags(after).contains(.speechForm) {
      evidence.person += 1
      evidence.organisation += 0.7
    }
    if before >= sentence, words.flags(before).contains(.speechForm),
      isClauseEnd(after)
    {
      evidence.person += 0.8
      evidence.organisation += 0.4
    }
    if words.isWord(after, key.who) { evidence.person += 2 }
    let tag = words.tag(after)
    if tag == .vbd || tag == .vbz || tag == .md {
      evidence.person += 0.4
      evidence.organisation += 0.2
    }
    if span.title == nil, before >= sentence, !words.isWord(before, key.articles),
      !words.isWord(before, key.placePrepositions), !words.tag(before).isAdjective
    {
      evidence.person += 0.3
    }
    if words.isWord(after, key.comma) { weighApposition(after + 1, &evidence) }
    if words.isWord(after, key.openParen), after + 2 < words.count,
      words.isWord(after + 2, key.closeParen),
      words.shape(after + 1).contains(.allCapitals)
    {
      evidence.organisation += 2
    }
  }

  /// What follows a comma: an age, “who”, a place's state, a description of a person or a body.
  private func weighApposition(_ start: Int, _ evidence: inout NameEvidence) {
    guard start < words.count else { return }
    if words.isWord(start, words.key.who) { evidence.person += 2 }
    let shape = words.shape(start)
    if shape.contains(.digit), !shape.contains(.letter),
      words.tokens.range(of: start).count == 2, words.isWord(start + 1, words.key.comma)
    {
      evidence.person += 3
      return
    }
    var token = start
    let hasArticle = words.isWord(token, words.key.articles)
    if hasArticle { token += 1 }
    for index in token..<min(token + 5, words.count) {
      let flags = words.flags(index)
      if words.isWord(index, words.key.comma) || words.tag(index).isVerb { return }
      if flags.intersection([.titleHead, .peopleWord]) != [] {
        evidence.person += hasArticle ? 2 : 1
        return
      }
      if hasArticle, flags.contains(.organisationHead), !words.isCapitalised(index) {
        evidence.organisation += 1.5
        return
      }
      if hasArticle, flags.contains(.placeHead), !words.isCapitalised(index) {
        evidence.place += 1.2
        return
      }
    }
  }

  private func isClauseEnd(_ token: Int) -> Bool {
    words.isWord(token, in: words.key.comma, words.key.stop)
      || words.isWord(token, words.key.placePrepositions)
  }

  // MARK: Spelling

  /// “McCain”, “MacDonald”, “O'Neill”, “DeVos”, “LePage”.
  private func hasScottishPrefix(_ token: Int) -> Bool {
    let word = bytes[words.tokens.range(of: token).range]
    return ["Mc", "Mac", "O'", "De", "Di", "La", "Le", "Van", "Fitz"].contains {
      word.starts(with: $0.utf8)
    }
  }

  private func firstPartIsName(_ token: Int) -> Bool {
    let range = words.tokens.range(of: token)
    guard let hyphen = bytes[range.range].firstIndex(of: UInt8(ascii: "-")) else { return false }
    let part = GazetteerText.lowercased(bytes[range.start..<hyphen])
    return NameLexicon.shared.look(up: part.span)?.flags.intersection(.firstName) ?? [] != []
  }

  /// Endings that surnames have and few other words.
  private func hasSurnameEnding(_ token: Int) -> Bool {
    let word = bytes[words.tokens.range(of: token).range]
    guard word.count >= 5, let last = word.last else { return false }
    return Self.surnameEndings[Int(last)].contains { word.suffix($0.count).elementsEqual($0) }
  }

  /// By their last byte: most words are done with after one look.
  private static let surnameEndings: [[[UInt8]]] = {
    var endings = [[[UInt8]]](repeating: [], count: 256)
    let list = """
      ov ova ev eva sky ski skiy skyy skaya ska enko vich vic vić czyk wicz son sen ssen stein berg mann ez ian yan
      dze vili shvili oglu poulos akis escu eanu ić ič uk chuk aite quist ström feld baum witz ani opoulos idze adze
      """
    for ending in list.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0a }) {
      if let last = ending.last { endings[Int(last)].append(Array(ending)) }
    }
    return endings
  }()
}
