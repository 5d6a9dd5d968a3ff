internal import NewsModel

extension SpeakerResolver {
  /// What a pronoun asks for.
  enum Pronoun {
    case man, woman, thing, several, relative

    /// The gender that the pronoun tells.
    var gender: Gender? { self == .man ? .male : self == .woman ? .female : nil }
  }

  /// The pronoun at a token, `nil` if it is none that can be resolved.
  func pronoun(at token: Int) -> Pronoun? {
    let key = words.key
    if words.isWord(token, key.masculine) { return .man }
    if words.isWord(token, key.feminine) { return .woman }
    if words.isWord(token, key.neuter) { return .thing }
    if words.isWord(token, key.plural) { return .several }
    if words.isWord(token, key.relatives) { return .relative }
    return nil
  }

  /// Who a pronoun stands for.
  func resolve(_ pronoun: Pronoun, at token: Int) -> Speaker? {
    switch pronoun {
    case .man: person(before: token, gender: .male)
    case .woman: person(before: token, gender: .female)
    case .thing: body(before: token)
    case .several: several(before: token)
    case .relative: antecedent(before: token)
    }
  }

  // MARK: He and she

  /// The person that “he” or “she” stands for: a weighing of nearness, subjecthood and having spoken.
  private func person(before token: Int, gender: Gender) -> Speaker? {
    let sentence = words.tokens.sentenceIndex(ofToken: token)
    if let unnamed = unnamedPerson(before: token, gender) { return unnamed }
    var scores: [(entity: Int, score: Int)] = []
    func add(_ entity: Int, _ score: Int) {
      if let place = scores.firstIndex(where: { $0.entity == entity }) {
        scores[place].score = max(scores[place].score, score)
      } else {
        scores.append((entity, score))
      }
    }
    for (mention, tokens) in view.mentionTokens.enumerated() where tokens.upperBound <= token {
      let entity = view.analysis.mentions[mention].entity
      guard fits(entity, gender), words.zones[tokens.lowerBound] == words.zones[token] else {
        continue
      }
      let distance = sentence - words.tokens.sentenceIndex(ofToken: tokens.lowerBound)
      guard distance <= 3 else { continue }
      var score = 10 - 3 * distance
      if view.isSubject(mention) { score += 4 }
      if self.gender(of: entity) == gender { score += 3 }
      if isQuoted(tokens.lowerBound), !isQuoted(token) { score -= 4 }
      add(entity, score * 1000 + tokens.lowerBound - view.sentence(of: token).lowerBound)
    }
    if let last = lastSpeaker(before: token, within: 3, where: \.isPerson),
      let entity = last.speaker.entity, fits(entity, gender)
    {
      let distance = sentence - words.tokens.sentenceIndex(ofToken: last.tokens.lowerBound)
      add(entity, (16 - 3 * distance) * 1000)
    }
    guard let best = scores.max(by: { $0.score < $1.score }) else { return nil }
    return speaker(ofEntity: best.entity, form: .pronoun)
  }

  /// Somebody without a name who has just spoken, unless a person with a name has become the subject since:
  /// the driver in “A driver said the bridge shook. He felt it, he said.”
  private func unnamedPerson(before token: Int, _ gender: Gender) -> Speaker? {
    guard
      let last = lastSpeaker(before: token, within: 2, where: { _ in true }),
      last.speaker.entity == nil, !last.isPlural,
      words.zones[last.tokens.lowerBound] == words.zones[token],
      isUnnamedPerson(last.tokens, gender)
    else { return nil }
    let spoke = words.tokens.sentenceIndex(ofToken: last.tokens.lowerBound)
    let isReplaced = view.mentionTokens.indices.contains { mention in
      let tokens = view.mentionTokens[mention]
      return tokens.lowerBound >= last.tokens.upperBound && tokens.upperBound <= token
        && words.tokens.sentenceIndex(ofToken: tokens.lowerBound) > spoke
        && fits(view.analysis.mentions[mention].entity, gender) && view.isSubject(mention)
    }
    return isReplaced ? nil : last.speaker
  }

  /// Whether a source that has no name is one person of this gender, as far as its words tell.
  private func isUnnamedPerson(_ source: Range<Int>, _ gender: Gender) -> Bool {
    if source.count == 1, let pronoun = pronoun(at: source.lowerBound) {
      return pronoun.gender == gender
    }
    guard let head = head(of: SourcePhrase(source, view).core) else { return false }
    return (words.tag(head) == .nn || words.tag(head) == .nnp)
      && SpeakerNouns.isPerson(words.tokens.lemma(head).lowercased())
      && !words.flags(head).contains(gender == .male ? .female : .male)
  }

  /// A person's gender, by name and title or by an earlier pronoun.
  private func gender(of entity: Int) -> Gender? {
    view.analysis.entities[entity].gender ?? learntGenders[entity]
  }

  private func fits(_ entity: Int, _ gender: Gender) -> Bool {
    guard view.analysis.entities[entity].type == .person else { return false }
    let known = self.gender(of: entity)
    return known == nil || known == gender
  }

  /// Whether a token stands in quotation marks.
  func isQuoted(_ token: Int) -> Bool {
    let range = words.tokens.range(of: token)
    let quotations = view.analysis.quotations
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].start <= range.start { low = middle + 1 } else { high = middle }
    }
    // Quotations nest at most a few deep: look back over those that began before.
    for index in stride(from: low - 1, through: max(0, low - 4), by: -1) where index >= 0 {
      if quotations[index].contains(range) { return true }
    }
    return false
  }

  // MARK: It and they

  private func body(before token: Int) -> Speaker? {
    if let mention = bodySubject(in: view.sentence(of: token).lowerBound..<token) {
      return pronounSpeaker(of: mention)
    }
    let sentence = words.tokens.sentenceIndex(ofToken: token)
    if let last = lastSpeaker(before: token, within: 2, where: { !$0.isPerson && !$0.isPlural }),
      last.speaker.form != .unnamed || last.speaker.entity != nil
    {
      var speaker = last.speaker
      speaker.form = .pronoun
      return speaker
    }
    guard sentence > 0 else { return nil }
    for earlier in stride(from: sentence - 1, through: max(0, sentence - 2), by: -1) {
      if let mention = bodySubject(in: words.tokens.sentence(earlier)) {
        return pronounSpeaker(of: mention)
      }
    }
    return nil
  }

  private func pronounSpeaker(of mention: Int) -> Speaker {
    let entity = view.entity(mention)
    if entity.type == .place, let country = view.analysis.mentions[mention].metonymOf {
      return Speaker(name: country, entity: view.entity(named: country), form: .pronoun)
    }
    return speaker(of: mention, form: .pronoun)
  }

  /// The last body or country in a range that is the subject of a verb.
  private func bodySubject(in tokens: Range<Int>) -> Int? {
    view.mentions(in: tokens).last { mention in
      let entity = view.entity(mention)
      let isBody =
        entity.type == .organisation
        || (entity.type == .place
          && (view.analysis.mentions[mention].metonymOf != nil
            || MetonymFinder.isCountry(entity.name)))
      return isBody && view.isSubject(mention)
    }
  }

  private func several(before token: Int) -> Speaker? {
    guard let last = lastSpeaker(before: token, within: 2, where: { $0.isPlural }) else {
      return nil
    }
    var speaker = last.speaker
    if speaker.form != .unnamed { speaker.form = .pronoun }
    return speaker
  }

  /// The last speaker before a token, not more than some sentences back.
  func lastSpeaker(
    before token: Int, within sentences: Int, where fits: (Heard) -> Bool
  ) -> Heard? {
    let sentence = words.tokens.sentenceIndex(ofToken: token)
    return heard.last {
      $0.tokens.upperBound <= token && fits($0)
        && sentence - words.tokens.sentenceIndex(ofToken: $0.tokens.lowerBound) <= sentences
    }
  }

  // MARK: Who and which

  /// What stands right before “who” or “which”: a name, or the words of a description.
  private func antecedent(before token: Int) -> Speaker? {
    var last = token - 1
    let start = view.sentence(of: token).lowerBound
    while last >= start, words.shape(last).isDisjoint(with: [.letter, .digit]) { last -= 1 }
    guard last >= start else { return nil }
    if let mention = view.mention(at: last), view.mentionTokens[mention].upperBound == last + 1 {
      let entity = view.entity(mention)
      // “Democrats on Capitol Hill, who …”: not the building.
      if words.isWord(token, words.key.who), entity.type != .person {
        return nil
      }
      if entity.type == .place, let country = view.analysis.mentions[mention].metonymOf {
        return Speaker(name: country, entity: view.entity(named: country), form: .pronoun)
      }
      return speaker(of: mention, form: .pronoun)
    }
    // “Jens Holm, the party's leader, who said …”: back over one apposition to a name.
    var comma = last
    while comma > start, !words.isWord(comma, words.key.comma) { comma -= 1 }
    if words.isWord(comma, words.key.comma), let mention = view.mention(at: comma - 1),
      view.entity(mention).type == .person, words.isWord(last + 1, words.key.comma)
    {
      return speaker(of: mention, form: .pronoun)
    }
    return nil
  }
}
