internal import NewsModel

extension SpeakerResolver {
  /// What a description of a person says: “the former Danish president”.
  private struct Description {
    var head: UInt32
    var modifiers: Set<UInt32>
    var owner: Int?
    var isLeader: Bool
  }

  /// A source whose head is a word for people: somebody described, an office, or people without names.
  mutating func people(_ phrase: SourcePhrase, _ source: Range<Int>, head: Int) -> Speaker? {
    let lemma = words.tokens.lemmas[head]
    let isPlural = words.tag(head) == .nns || words.tag(head) == .nnps
    let isDefinite = words.isWord(source.lowerBound, words.key.the)
    let isIndefinite = !isDefinite && words.isWord(source.lowerBound, words.key.articles)
    let isBare = !view.mentions(in: phrase.core).isEmpty || isDefinite
    if isPlural, isDefinite, phrase.core.count > 2, isHighOffice(head) {
      // “the alliance's foreign ministers”: whoever holds the offices is public.
      return office(source, [])
    }
    if isPlural || isIndefinite || !isBare || words.flags(head).contains(.unnamedPerson) {
      return unnamedPeople(phrase, source, lemma: lemma, isDefinite: isDefinite)
    }
    guard let description = describe(phrase) else { return unnamed(source) }
    if isInRelativeClause(source.lowerBound), let local = localPerson(before: source, description) {
      return speaker(ofEntity: local, form: .description)
    }
    if isDefinite, let earlier = unnamedHolder(of: description, before: source.lowerBound) {
      return earlier
    }
    let matches = matching(description, before: source.lowerBound)
    if let entity = matches.sure { return speaker(ofEntity: entity, form: .description) }
    if words.flags(head).contains(.titleHead), description.owner != nil {
      return office(source, matches.possible)
    }
    return unnamed(source)
  }

  /// The one without a name who spoke last in the office that “the minister” points back to.
  private func unnamedHolder(of description: Description, before token: Int) -> Speaker? {
    guard description.modifiers.isEmpty, description.owner == nil,
      let last = lastSpeaker(
        before: token, within: 3,
        where: { heard in
          guard let head = head(of: SourcePhrase(heard.tokens, view).core) else { return false }
          return words.tokens.lemmas[head] == description.head
            || words.singular(head) == description.head
        }),
      last.speaker.entity == nil
    else { return nil }
    return last.speaker
  }

  /// Whether a word names an office of which a state or body has one.
  private func isHighOffice(_ head: Int) -> Bool {
    let lemma = words.singular(head)
    return words.table.flags[Int(lemma)].contains(.leaderHead)
      || words.isHead(lemma, in: words.key.ministers)
  }

  // MARK: Without a name

  /// “two diplomats”; “the diplomats” are those introduced before.
  private mutating func unnamedPeople(
    _ phrase: SourcePhrase, _ source: Range<Int>, lemma: UInt32, isDefinite: Bool
  ) -> Speaker {
    var speaker = unnamed(source)
    if isDefinite, phrase.core.count == 2, phrase.complement.isEmpty {
      if let earlier = introduced[lemma] { speaker.name = earlier }
    } else {
      introduced[lemma] = speaker.name
    }
    return speaker
  }

  // MARK: An office

  /// “Russia's deputy foreign minister”: the office as written; who it could be is only listed.
  private func office(_ source: Range<Int>, _ possible: [Int]) -> Speaker {
    var speaker = unnamed(source)
    speaker.form = .office
    speaker.candidates = possible.map { view.analysis.entities[$0].name }.sorted()
    return speaker
  }

  // MARK: Somebody described

  private func describe(_ phrase: SourcePhrase) -> Description? {
    var tokens = phrase.core
    // “the president of Ukraine”
    if words.isWord(phrase.complement.lowerBound, words.key.of), !phrase.complement.isEmpty {
      tokens = tokens.lowerBound..<phrase.complement.upperBound
    }
    guard let read = RoleFacts.read(tokens, view) else { return nil }
    let isLeader = tokens.contains {
      words.flags($0).contains(.leaderHead) && words.tokens.lemmas[$0] == read.head
    }
    return Description(
      head: read.head, modifiers: read.modifiers, owner: read.owner, isLeader: isLeader)
  }

  /// The people whose office agrees: one for sure, or several that could be meant.
  private func matching(
    _ description: Description, before token: Int
  ) -> (sure: Int?, possible: [Int]) {
    var agreeing: [Int] = []
    var ownerless: [Int] = []
    for fact in facts.facts where headsAgree(fact, description) {
      if let owner = description.owner, let theirs = fact.owner, owner != theirs { continue }
      guard description.modifiers.isSubset(of: fact.modifiers) else { continue }
      let isOther =
        !fact.modifiers.intersection(restricting).isSubset(of: description.modifiers)
        // “the minister” is no prime minister.
        || fact.head == description.head && fact.modifiers.contains(words.key.prime)
          && !description.modifiers.contains(words.key.prime)
      let isOwnerless = description.owner != nil && fact.owner == nil
      if isOther || (isOwnerless && !holds(description, fact.entity)) {
        if !isOther, holdsElsewhere(description, fact.entity) { continue }
        if !ownerless.contains(fact.entity) { ownerless.append(fact.entity) }
      } else if !agreeing.contains(fact.entity) {
        agreeing.append(fact.entity)
      }
    }
    // A state has one leader: the only one in the article whose country is not told will be meant.
    if agreeing.isEmpty, description.isLeader, ownerless.count == 1 { agreeing = ownerless }
    let possible = ownerless
    if agreeing.count == 1 { return (agreeing[0], possible) }
    if agreeing.isEmpty { return (nil, possible) }
    // Several hold such an office: the one named last, unless two share the last two sentences.
    let sentence = words.tokens.sentenceIndex(ofToken: token)
    var latest: [(entity: Int, token: Int)] = []
    for entity in agreeing {
      let last = view.mentionTokens.indices.last {
        view.analysis.mentions[$0].entity == entity && view.mentionTokens[$0].lowerBound < token
      }
      if let last { latest.append((entity, view.mentionTokens[last].lowerBound)) }
    }
    latest.sort { $0.token > $1.token }
    guard let first = latest.first else { return (nil, agreeing) }
    if description.owner == nil, let second = latest.dropFirst().first {
      let near = [first, second].map {
        sentence - words.tokens.sentenceIndex(ofToken: $0.token)
      }
      if near[0] == near[1], let spoke = lastSpeaker(before: token, within: 2, where: \.isPerson),
        let entity = spoke.speaker.entity, agreeing.contains(entity)
      {
        return (entity, agreeing)
      }
    }
    return (first.entity, agreeing)
  }

  /// Whether some fact gives a person the country or body of a description.
  private func holds(_ description: Description, _ entity: Int) -> Bool {
    facts.facts.contains { $0.entity == entity && $0.owner == description.owner }
  }

  /// Whether some fact gives a person another country or body.
  private func holdsElsewhere(_ description: Description, _ entity: Int) -> Bool {
    facts.facts.contains {
      $0.entity == entity && $0.owner != nil && $0.owner != description.owner
    }
  }

  private func headsAgree(_ fact: RoleFacts.Fact, _ description: Description) -> Bool {
    if fact.head == description.head { return true }
    // “the Russian leader” is the president or the prime minister.
    guard description.isLeader, words.isHead(description.head, words.key.leader) else {
      return false
    }
    return words.table.flags[Int(fact.head)].contains(.leaderHead)
      || fact.modifiers.contains(words.key.prime)
  }

  /// Words that make an office another one: “deputy”, “former”.
  private var restricting: Set<UInt32> { words.key.restrictingModifiers }

  // MARK: The local context

  /// Whether a noun phrase stands in a clause that begins with “where”, “when” or “which”.
  private func isInRelativeClause(_ token: Int) -> Bool {
    words.isWord(token - 1, words.key.relativeAdverbs)
  }

  /// The nearest person before a relative clause who can be meant: no fact gives another country.
  private func localPerson(before source: Range<Int>, _ description: Description) -> Int? {
    let start = view.sentence(of: source.lowerBound).lowerBound
    for mention in view.mentions(in: start..<source.lowerBound).reversed()
    where view.entity(mention).type == .person {
      let entity = view.analysis.mentions[mention].entity
      let conflicts = facts.facts.contains {
        $0.entity == entity && $0.owner != nil && description.owner != nil
          && $0.owner != description.owner
      }
      if !conflicts { return entity }
    }
    return nil
  }
}
