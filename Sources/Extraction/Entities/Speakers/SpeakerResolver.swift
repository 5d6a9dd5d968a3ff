internal import NewsModel

/// Tells whose words a statement reports: turns a source as written into a speaker.
///
/// Create one for each article and ask for the sources in text order: pronouns, documents and “the
/// official” refer back to the speakers before them. What the article does not tell stays unknown.
struct SpeakerResolver {
  /// A speaker given earlier.
  struct Heard {
    /// Who.
    var speaker: Speaker
    /// Where the source stands.
    var tokens: Range<Int>
    /// Whether it is a person, as far as known.
    var isPerson: Bool
    /// Whether it is several people or bodies.
    var isPlural: Bool
  }

  let view: SpeakerView
  let facts: RoleFacts
  private let aliases: AliasTable
  /// The speakers so far, in the order in which they were asked for.
  private(set) var heard: [Heard] = []
  /// Names of unnamed people by the lemma of their head, the last one introduced.
  var introduced: [UInt32: String] = [:]
  /// Issuers of documents by the lemma of their head.
  var issuers: [UInt32: Speaker] = [:]

  /// Genders learnt from pronouns, by entity.
  private(set) var learntGenders: [Int: Gender] = [:]

  /// Prepares the resolution for an article whose names are known.
  init(_ analysis: Analysis, _ context: ExtractionContext) {
    let words = context.articleWords(analysis)
    view = SpeakerView(words, analysis, bytes: context.bytes)
    facts = RoleFacts(view, titles: context.titles)
    aliases = AliasTable(context.options, article: analysis.article.id)
  }

  var words: ArticleWords { view.words }

  /// The speaker that a source stands for, `nil` where the article does not tell.
  ///
  /// - Parameters:
  ///   - source: The tokens of the source as written; a name, pronoun, description or document.
  ///   - cue: The first token of the cue, where there is one.
  /// - Returns: The speaker; an office or people without names by the words as written.
  mutating func resolve(source: Range<Int>, cue: Int? = nil) -> Speaker? {
    let source = trimmed(source)
    guard !source.isEmpty else { return nil }
    let speaker = alias(source) ?? speaker(of: source, cue: cue)
    if let speaker { remember(speaker, source) }
    return speaker
  }

  // MARK: Kinds of source

  private mutating func speaker(of source: Range<Int>, cue: Int?) -> Speaker? {
    if source.count == 1, words.isWord(source.lowerBound, words.key.speakersOwn) { return nil }
    if source.count == 1, let pronoun = pronoun(at: source.lowerBound) {
      let speaker = resolve(pronoun, at: source.lowerBound)
      if let entity = speaker?.entity, let gender = pronoun.gender {
        learntGenders[entity] = gender
      }
      return speaker
    }
    let phrase = SourcePhrase(source, view)
    if let several = severalSpeakers(source, phrase) { return several }
    if let named = named(phrase) { return named }
    guard let head = head(of: phrase.core) else { return nil }
    let flags = words.lemmaFlags(head).union(words.flags(head))
    if flags.contains(.document), flags.isDisjoint(with: [.titleHead]) {
      return document(phrase, source, head: head)
    }
    if flags.intersection([.titleHead, .peopleWord, .unnamedPerson]) != [] {
      return people(phrase, source, head: head)
    }
    if flags.intersection([.body, .organisationHead]) != [] {
      return body(phrase, source, head: head)
    }
    return unnamed(source)
  }

  /// A name at the head of the source or of its apposition.
  private func named(_ phrase: SourcePhrase) -> Speaker? {
    if let speaker = named(core: phrase.core) { return speaker }
    // “the ambassador, Anatoly Antonov”; not “two diplomats, both from Oslo”.
    guard let first = view.mentions(in: phrase.apposition).first,
      view.entity(first).type == .person,
      isNameAlone(phrase.apposition, first)
    else { return nil }
    return speaker(of: first, form: .name)
  }

  /// Whether an apposition is a name, perhaps with titles before it and another apposition after.
  private func isNameAlone(_ tokens: Range<Int>, _ mention: Int) -> Bool {
    let name = view.mentionTokens[mention]
    for token in tokens.lowerBound..<name.lowerBound
    where words.flags(token).isDisjoint(with: [.titleHead, .titleModifier, .honorific])
      && !words.isWord(token, words.key.articles)
    {
      return false
    }
    return name.upperBound == tokens.upperBound || words.isWord(name.upperBound, words.key.comma)
  }

  /// The name that a core ends with, or that a body's kind follows (“the TASS news agency”).
  private func named(core: Range<Int>) -> Speaker? {
    guard let last = view.mentions(in: core).last else { return nil }
    let tokens = view.mentionTokens[last]
    let rest = tokens.upperBound..<max(tokens.upperBound, core.upperBound)
    let entity = view.entity(last)
    if !rest.isEmpty {
      guard entity.type == .organisation,
        rest.allSatisfy({ words.lemmaFlags($0).contains(.bodyApposition) })
      else { return nil }
    }
    switch entity.type {
    case .person: return speaker(of: last, form: .name)
    case .organisation where isMembers(tokens, of: entity, in: core): return unnamed(core)
    case .organisation, .other: return speaker(of: last, form: .organisation)
    case .place:
      if isPeople(tokens), !words.isWord(tokens.lowerBound - 1, words.key.the) {
        return Speaker(name: view.text(core), form: .unnamed)
      }
      return place(last)
    }
  }

  /// “Some Democrats”, “the Ohio Republican”: members of a party, not the party; “Democrats” and “the Democrats” may
  /// well be it.
  private func isMembers(_ name: Range<Int>, of entity: Entity, in core: Range<Int>) -> Bool {
    guard name.count == 1, core.lowerBound < name.lowerBound, entity.name.hasSuffix(" Party"),
      !words.shape(name.lowerBound).contains(.allCapitals)
    else { return false }
    guard words.tokens.lower(name.lowerBound).hasSuffix("s") else { return true }
    return !(core.lowerBound..<name.lowerBound).allSatisfy { words.isWord($0, words.key.articles) }
  }

  /// “Russians”, “Danes”: a plural of inhabitants.
  private func isPeople(_ tokens: Range<Int>) -> Bool {
    tokens.count == 1 && words.tag(tokens.lowerBound) == .nnps
      || words.tag(tokens.lowerBound) == .nns
  }

  /// A country speaks for itself; a seat of government for its country.
  private func place(_ mention: Int) -> Speaker {
    let entity = view.entity(mention)
    let metonym =
      view.analysis.mentions[mention].metonymOf ?? MetonymFinder.country(ofCapital: entity.name)
    guard let metonym else { return speaker(of: mention, form: .organisation) }
    return Speaker(name: metonym, entity: view.entity(named: metonym), form: .metonym)
  }

  func speaker(of mention: Int, form: Speaker.Form) -> Speaker {
    let index = view.analysis.mentions[mention].entity
    return Speaker(name: view.analysis.entities[index].name, entity: index, form: form)
  }

  func speaker(ofEntity index: Int, form: Speaker.Form) -> Speaker {
    Speaker(name: view.analysis.entities[index].name, entity: index, form: form)
  }

  /// People without names, or a body that is not a name: the words as written, articles left out.
  func unnamed(_ source: Range<Int>) -> Speaker {
    let start =
      words.isWord(source.lowerBound, words.key.articles) && source.count > 1
      ? source.lowerBound + 1 : source.lowerBound
    return Speaker(name: view.text(start..<source.upperBound), form: .unnamed)
  }

  // MARK: Several speakers

  /// “The White House and Kremlin”, “the US and its allies”: names joined by “and” or commas.
  private func severalSpeakers(_ source: Range<Int>, _ phrase: SourcePhrase) -> Speaker? {
    let mentions = view.mentions(in: source)
    guard let first = mentions.first else { return nil }
    let joint = view.mentionTokens[first].upperBound
    guard words.isWord(joint, words.key.and), joint < source.upperBound else { return nil }
    guard view.mentionTokens[first].lowerBound - source.lowerBound <= titleLength(source, first)
    else { return nil }
    let next = joint + 1
    if mentions.count > 1 {
      let second = view.mentionTokens[mentions[1]]
      // “U.S. and NATO officials” are people, not two bodies.
      guard second.upperBound >= source.upperBound, isTitleOnly(next..<second.lowerBound) else {
        return nil
      }
      let names = mentions.prefix(2).map { name(of: $0) }
      return Speaker(name: names.joined(separator: "; "), form: form(of: first))
    }
    // “the US and its allies”
    guard words.isWord(next, words.key.pronounOwners), next + 1 < source.upperBound else {
      return nil
    }
    let surface = view.text(view.mentionTokens[first])
    let rest = view.text((next + 1)..<source.upperBound)
    return Speaker(name: "\(name(of: first)); \(surface) \(rest)", form: form(of: first))
  }

  private func titleLength(_ source: Range<Int>, _ mention: Int) -> Int {
    let start = view.mentionTokens[mention].lowerBound
    return isTitleOnly(source.lowerBound..<start) ? start - source.lowerBound : 0
  }

  private func isTitleOnly(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      words.flags($0).intersection([.titleHead, .titleModifier, .honorific]) != []
        || words.isWord($0, words.key.articles)
    }
  }

  private func name(of mention: Int) -> String {
    view.entity(mention).type == .place ? place(mention).name : view.entity(mention).name
  }

  private func form(of mention: Int) -> Speaker.Form {
    view.entity(mention).type == .person ? .name : .organisation
  }

  // MARK: Heads

  /// The head noun of a core: its last word outside names, or `nil` if there is none.
  func head(of core: Range<Int>) -> Int? {
    core.last { view.mention(at: $0) == nil && words.shape($0).contains(.letter) }
  }

  private func trimmed(_ source: Range<Int>) -> Range<Int> {
    var source = source
    while source.count > 1, words.shape(source.upperBound - 1).isDisjoint(with: [.letter, .digit]),
      !words.isWord(source.upperBound - 1, words.key.closeBracket)
    {
      source = source.lowerBound..<(source.upperBound - 1)
    }
    while source.count > 1, words.shape(source.lowerBound).isDisjoint(with: [.letter, .digit]),
      !words.isWord(source.lowerBound, words.key.openBracket)
    {
      source = (source.lowerBound + 1)..<source.upperBound
    }
    return source
  }

  // MARK: Memory

  private mutating func remember(_ speaker: Speaker, _ source: Range<Int>) {
    let type = speaker.entity.map { view.analysis.entities[$0].type }
    let isPerson = type == .person
    let isPlural =
      speaker.name.utf8.contains(UInt8(ascii: ";"))
      || (speaker.form == .unnamed && words.tag(source.upperBound - 1) == .nns)
    heard.append(
      Heard(speaker: speaker, tokens: source, isPerson: isPerson, isPlural: isPlural))
  }

  /// The analyst's own decision about a phrase, marked as such.
  private func alias(_ source: Range<Int>) -> Speaker? {
    guard !aliases.isEmpty else { return nil }
    let core = SourcePhrase(source, view).core
    guard let alias = aliases.alias(for: view.text(source)) ?? aliases.alias(for: view.text(core))
    else { return nil }
    return Speaker(
      name: alias.entity, entity: view.entity(named: alias.entity), form: .description,
      isAnalystInference: true)
  }
}
