internal import NewsModel

extension SpeakerResolver {
  /// A source whose head is a word for a body: “the alliance”, “Russia's foreign ministry”.
  func body(_ phrase: SourcePhrase, _ source: Range<Int>, head: Int) -> Speaker? {
    let inside = view.mentions(in: phrase.core)
    if !inside.isEmpty {
      // “the Russian foreign ministry”: a body of its own, by its words.
      var speaker = unnamed(phrase.core)
      speaker.form = .organisation
      return speaker
    }
    let isDefinite = words.isWord(source.lowerBound, words.key.the)
    guard isDefinite, phrase.core.count == 2, phrase.complement.isEmpty else {
      return unnamed(source)
    }
    if words.isWord(head, words.key.administration), let name = administration(before: head) {
      return name
    }
    let kind = words.tokens.lower(head)
    if let entity = named(kind, before: head) {
      return speaker(ofEntity: entity, form: .description)
    }
    return unnamed(source)
  }

  /// The last body before a token whose name or kind is this word: “the alliance” is NATO.
  private func named(_ kind: String, before token: Int) -> Int? {
    for mention in view.mentionTokens.indices.reversed()
    where view.mentionTokens[mention].upperBound <= token {
      let entity = view.entity(mention)
      guard entity.type == .organisation else { continue }
      let names = [entity.name] + entity.aliases
      if names.contains(where: { $0.lowercased().hasSuffix(" " + kind) })
        || BodyKinds.kind(kind, fits: entity.name)
      {
        return view.analysis.mentions[mention].entity
      }
    }
    return nil
  }

  /// “the administration”: the one named last, else that of the president whom the article names.
  private func administration(before token: Int) -> Speaker? {
    if let known = named("administration", before: token) {
      return speaker(ofEntity: known, form: .description)
    }
    let presidents = facts.facts.filter {
      words.isHead($0.head, words.key.president)
        && $0.modifiers.isDisjoint(with: words.key.restrictingModifiers)
        && ($0.owner == nil || view.analysis.entities[$0.owner ?? 0].name == "United States")
    }
    let mentioned = view.mentions(in: view.sentence(of: token).lowerBound..<token)
    let subject = mentioned.first { mention in
      view.isSubject(mention)
        && presidents.contains { $0.entity == view.analysis.mentions[mention].entity }
    }
    let entity =
      presidents.last { $0.owner != nil }?.entity
      ?? subject.map { view.analysis.mentions[$0].entity } ?? presidents.first?.entity
    guard let entity else { return nil }
    let surname = view.analysis.entities[entity].name.split(separator: " ").last ?? ""
    let name = "\(surname) administration"
    return Speaker(name: name, entity: view.entity(named: name), form: .description)
  }

  /// A text as the speaker: whoever issued it, as far as the article says.
  mutating func document(_ phrase: SourcePhrase, _ source: Range<Int>, head: Int) -> Speaker? {
    let lemma = words.tokens.lemmas[head]
    var issuer = owner(of: phrase, source)
    if issuer == nil { issuer = publisher(before: phrase.core) }
    if issuer == nil, phrase.complement.isEmpty || !words.isWord(source.lowerBound, words.key.the) {
      // “the poll” is the one before; “exit polls” are others.
      let isKnown =
        words.isWord(source.lowerBound, words.key.the)
        || words.lemmaFlags(head).contains(.bodyDocument)
      issuer = isKnown ? issuers[lemma] ?? issuedBefore(head) : nil
    }
    guard var speaker = issuer else {
      var speaker = unnamed(phrase.core)
      speaker.form = .document
      return speaker
    }
    speaker.form = .document
    issuers[lemma] = speaker
    return speaker
  }

  /// The body whose text it is by grammar: “the Kremlin's statement”, “a statement from Nokia”, “the
  /// draft Moscow submitted”.
  private func owner(of phrase: SourcePhrase, _ source: Range<Int>) -> Speaker? {
    for mention in view.mentions(in: source) {
      let tokens = view.mentionTokens[mention]
      let after = tokens.upperBound
      let isOwner =
        (tokens.upperBound <= phrase.core.upperBound
          && view.entity(mention).type != .other)
        || words.isWord(wordBefore(tokens.lowerBound), words.key.authorPrepositions)
        || (after < source.upperBound && words.tag(after).isVerb)
      guard isOwner else { continue }
      if let country = view.analysis.mentions[mention].metonymOf {
        return Speaker(name: country, entity: view.entity(named: country), form: .document)
      }
      return speaker(of: mention, form: .document)
    }
    return nil
  }

  /// The token before a name, its article and adjectives left out.
  private func wordBefore(_ name: Int) -> Int {
    var token = name - 1
    while token > 0, words.isWord(token, words.key.articles) || words.tag(token).isAdjective {
      token -= 1
    }
    return token
  }

  /// “US intelligence released an unclassified report concluding …”: the subject of the verb before.
  private func publisher(before core: Range<Int>) -> Speaker? {
    let verb = core.lowerBound - 1
    guard verb >= 0, words.isHead(words.tokens.lemmas[verb], in: words.key.publishingVerbs) else {
      return nil
    }
    let start = view.sentence(of: verb).lowerBound
    guard let mention = view.mentions(in: start..<verb).last(where: { view.isSubject($0) }) else {
      return nil
    }
    return speaker(of: mention, form: .document)
  }

  /// The last body that spoke in a sentence that names such a text, or for a body's own papers the
  /// last body that spoke at all.
  private func issuedBefore(_ head: Int) -> Speaker? {
    let lemma = words.tokens.lemmas[head]
    let bodies = heard.filter { !$0.isPerson && $0.speaker.entity != nil && !$0.isPlural }
    for spoken in bodies.reversed() where spoken.tokens.upperBound <= head {
      let sentence = view.sentence(of: spoken.tokens.lowerBound)
      if sentence.contains(where: { words.tokens.lemmas[$0] == lemma }) { return spoken.speaker }
    }
    guard words.lemmaFlags(head).contains(.bodyDocument) else { return nil }
    let sentence = words.tokens.sentenceIndex(ofToken: head)
    let last = bodies.last { $0.tokens.upperBound <= head }
    guard let last,
      sentence - words.tokens.sentenceIndex(ofToken: last.tokens.lowerBound) <= 6
    else { return nil }
    return last.speaker
  }
}

/// Which common word is used for which well-known body.
enum BodyKinds {
  private static let kinds: [String: Set<String>] = [
    "alliance": ["NATO"],
    "bloc": ["European Union", "ASEAN", "Mercosur"],
    "union": ["European Union", "African Union"],
    "commission": ["European Commission"],
    "agency": [
      "International Atomic Energy Agency", "Central Intelligence Agency",
      "National Security Agency", "Environmental Protection Agency", "NASA",
    ],
    "bureau": ["Federal Bureau of Investigation"],
    "department": [
      "US State Department", "US Justice Department", "US Treasury", "Pentagon",
    ],
    "court": [
      "US Supreme Court", "International Criminal Court", "International Court of Justice",
    ],
    "party": ["Republican Party", "Democratic Party", "Labour Party", "Conservative Party"],
    "newspaper": ["New York Times", "Washington Post", "Wall Street Journal", "The Guardian"],
    "paper": ["New York Times", "Washington Post", "Wall Street Journal", "The Guardian"],
    "network": ["CNN", "Fox News", "NBC", "CBS", "ABC", "MSNBC", "BBC"],
    "broadcaster": ["BBC", "CNN"],
    "company": [
      "Facebook", "Twitter", "Google", "Apple", "Microsoft", "Amazon", "Boeing", "Tesla",
    ],
    "organization": ["World Health Organization", "United Nations", "WikiLeaks"],
    "organisation": ["World Health Organization", "United Nations", "WikiLeaks"],
  ]

  /// Whether people say “the `kind`” for a body.
  static func kind(_ kind: String, fits name: String) -> Bool {
    kinds[kind]?.contains(name) ?? false
  }
}
