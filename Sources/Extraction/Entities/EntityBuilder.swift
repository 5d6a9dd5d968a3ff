internal import NewsModel

/// Decides what the names of an article stand for and which of them name the same thing.
///
/// Order of work: evidence is summed by spelling; full personal names become people; then every span,
/// in text order, is linked to an entity or dropped.
struct EntityBuilder {
  /// An entity while it is being built.
  struct Draft {
    var entity: Entity
    /// Number of words of the fullest form seen.
    var fullness = 0
    /// For people: the name in folded form.
    var person: PersonName?
    /// For people: full mentions so far.
    var fullMentions = 0
    /// For people: whether a word of kinship stands with the full name: “his wife, Ana Lopez”.
    var isRelative = false
    /// Where the entity was last mentioned, as a token.
    var lastToken = -1
    /// Surface forms in order.
    var surfaces: [String] = []
  }

  /// What all occurrences of one spelling say together.
  struct Spelling {
    var evidence = NameEvidence()
    var isStrong = false
    var isProperNoun = false
    var count = 0
    var words: [String] = []
    var person: PersonName?
    /// Which spans they are.
    var occurrences: [Int] = []
    /// What the model says.
    var verdict = Verdict.undecided

    /// The evidence for about one occurrence: more than three count no further.
    var meanEvidence: NameEvidence {
      var evidence = evidence
      let scale = 1 / Float(max(1, min(count, 3)))
      evidence.person *= scale
      evidence.organisation *= scale
      evidence.place *= scale
      evidence.other *= scale
      return evidence
    }
  }

  let words: ArticleWords
  let bytes: [UInt8]
  let lexicon = NameLexicon.shared
  var surfaces: NameSurfaces
  let model: NameModel
  var spellings: [Spelling] = []
  private var spellingsByKey = NumbersByKey()
  var drafts: [Draft] = []
  var peopleBySurname: [String: [Int]] = [:]
  var peopleByGivenName: [String: [Int]] = [:]
  private var knownDrafts: [Int32: Int] = [:]
  private var draftsByKey = NumbersByKey()
  private var organisationsByAcronym: [String: Int] = [:]
  private var organisationsByFirstWord: [String: [Int]] = [:]

  init(words: ArticleWords, bytes: [UInt8], model: NameModel) {
    self.words = words
    self.bytes = bytes
    self.model = model
    surfaces = NameSurfaces(words: words, bytes: bytes)
  }

  // MARK: Evidence

  /// Sums the evidence of all open spans and makes people of the full personal names.
  mutating func weigh(_ spans: [NameSpan]) {
    weighSpellings(spans)
    judgeSpellings(spans)
    for spelling in spellings where spelling.words.count > 1 && type(of: spelling) == .person {
      addPerson(spelling.person ?? PersonName(words: spelling.words), words: spelling.words)
    }
    for span in spans where span.reading == .open && span.tokens.count > 1 { noteKinship(span) }
  }

  /// Sums the evidence of all open spans by spelling.
  mutating func weighSpellings(_ spans: [NameSpan]) {
    let judge = NameJudge(words: words, bytes: bytes)
    for (place, span) in spans.enumerated() where span.reading == .open {
      let index = index(ofSpelling: span)
      spellings[index].evidence += judge.evidence(for: span)
      if !span.isWeak { spellings[index].isStrong = true }
      if words.tag(span.tokens.upperBound - 1).isProperNoun { spellings[index].isProperNoun = true }
      spellings[index].count += 1
      spellings[index].occurrences.append(place)
    }
    noteReusedSurnames()
  }

  /// The spelling that an open span has, new if it is seen first.
  private mutating func index(ofSpelling span: NameSpan) -> Int {
    let key = surfaces.key(of: span)
    if let known = spellingsByKey[key] { return known }
    spellingsByKey[key] = spellings.count
    spellings.append(Spelling(words: surfaces.words(of: span), person: surfaces.person(of: span)))
    return spellings.count - 1
  }

  /// The spelling that a text in lower case is.
  private func spelling(lower text: Span<UInt8>) -> Spelling? {
    guard let key = surfaces.key(text), let index = spellingsByKey[key] else { return nil }
    return spellings[index]
  }

  private func spelling(_ text: String) -> Spelling? {
    let lower = text.lowercased()
    return spelling(lower: lower.utf8Span.span)
  }

  /// “his wife, Ana Lopez”, “first lady Ana Lopez”.
  private mutating func noteKinship(_ span: NameSpan) {
    guard let title = span.title,
      title.contains(where: {
        words.flags($0).contains(.titleHead) && !words.flags($0).isDisjoint(with: [.male, .female])
      })
    else { return }
    let name = surfaces.person(of: span)
    for index in peopleBySurname[name.surname] ?? [] where drafts[index].person == name {
      drafts[index].isRelative = true
    }
  }

  /// A last word that also stands alone in the article is a surname: “Neela Trask … Trask”.
  private mutating func noteReusedSurnames() {
    for index in spellings.indices {
      let words = spellings[index].words
      guard words.count == 2 || words.count == 3,
        let last = words.last, let alone = spelling(last),
        let first = words.first, spelling(first) == nil,
        alone.evidence.organisation <= alone.evidence.person + 0.5
      else { continue }
      spellings[index].evidence.person += 1.5 * Float(spellings[index].count)
    }
  }

  /// Whether a lower-case spelling was judged to be a name in the body.
  func isName(_ text: Span<UInt8>) -> Bool {
    guard let spelling = spelling(lower: text) else { return false }
    return type(of: spelling) != nil
  }

  /// Whether a lower-case word is the surname of somebody with a full name.
  func isSurname(_ word: String) -> Bool { peopleBySurname[PersonName.folded(word)] != nil }

  private func type(of spelling: Spelling) -> EntityType? {
    switch spelling.verdict {
    case .undecided: ruledType(of: spelling)
    case .name(let type): type
    case .noName: nil
    }
  }

  /// What the rules alone take a spelling for.
  func ruledType(of spelling: Spelling) -> EntityType? {
    let best = spelling.meanEvidence.best
    let total = spelling.evidence.best.strength
    if spelling.words.count > 1 {
      if best.strength >= 0.8 { return best.type }
      return spelling.isStrong ? .other : nil
    }
    if !spelling.isStrong { return total >= 1.5 && spelling.isProperNoun ? best.type : nil }
    if total >= 1 { return best.type }
    return spelling.isProperNoun ? .other : nil
  }

  // MARK: Linking

  /// The entity that a span names, made if it is new; `nil` if the span is no name.
  mutating func link(_ span: NameSpan) -> Int? {
    switch span.reading {
    case .known(let name, _): return linkKnown(span, name)
    case .nationalBody(let country): return linkNationalBody(span, country)
    case .administration: return linkAdministration(span)
    case .open: return linkOpen(span)
    }
  }

  private mutating func linkKnown(_ span: NameSpan, _ name: Int32) -> Int? {
    let known = lexicon.names[Int(name)]
    if span.tokens.count == 1, case .known(_, .name) = span.reading,
      let person = person(withSurnameOf: span), !isAfterPlacePreposition(span)
    {
      note(span, of: person)
      return person
    }
    let draft: Int
    if let index = knownDrafts[name] {
      draft = index
    } else {
      let key = surfaces.key(adding: known.name.lowercased())
      if let index = draftsByKey[key], known.kind != .other {
        draft = index
        // Judged by its form alone before; the gazetteer knows better.
        if drafts[index].entity.type == .other { drafts[index].entity.type = known.type }
      } else {
        draft = add(Draft(entity: Entity(name: known.name, type: known.type)))
        draftsByKey[key] = draft
      }
      knownDrafts[name] = draft
    }
    note(span, of: draft)
    return draft
  }

  private mutating func linkNationalBody(_ span: NameSpan, _ country: Int32) -> Int {
    let body = words.tokens.lower(span.tokens.upperBound - 1)
    let key = surfaces.key(adding: "\(country) \(body)")
    var name = surfaces.text(of: span)
    if lexicon.names[Int(country)].name == "United States" {
      name = "US " + words.tokens.lower(span.tokens.upperBound - 1)
    }
    let draft =
      draftsByKey[key] ?? add(Draft(entity: Entity(name: name, type: .organisation)))
    draftsByKey[key] = draft
    note(span, of: draft)
    return draft
  }

  private mutating func linkAdministration(_ span: NameSpan) -> Int {
    let name = span.tokens.map { words.tokens.word($0) }.filter { $0 != "[" && $0 != "]" }
      .joined(separator: " ")
    let key = surfaces.key(adding: name.lowercased())
    let draft =
      draftsByKey[key] ?? add(Draft(entity: Entity(name: name, type: .organisation)))
    draftsByKey[key] = draft
    note(span, of: draft)
    return draft
  }

  private mutating func linkOpen(_ span: NameSpan) -> Int? {
    let key = surfaces.key(of: span)
    let type = spellingsByKey[key].flatMap { self.type(of: spellings[$0]) }
    if span.tokens.count == 1 || hasHonorific(span) {
      if let person = person(withSurnameOf: span) {
        note(span, of: person)
        return person
      }
      if let person = person(withGivenName: span), type == nil || type == .person || type == .other
      {
        note(span, of: person)
        return person
      }
    }
    guard let type else { return nil }
    if type == .person { return linkPerson(span) }
    if isCommonHead(span), shortForm(of: span, key: key) == nil { return nil }
    if let draft = draftsByKey[key] {
      note(span, of: draft)
      return draft
    }
    if type == .organisation || span.tokens.count > 1, let draft = shortForm(of: span, key: key) {
      note(span, of: draft)
      return draft
    }
    let draft = add(Draft(entity: Entity(name: surfaces.text(of: span), type: type)))
    draftsByKey[key] = draft
    if type == .organisation { register(organisation: draft, span) }
    note(span, of: draft)
    return draft
  }

  private mutating func linkPerson(_ span: NameSpan) -> Int {
    let name = surfaces.person(of: span)
    let candidates = (peopleBySurname[name.surname] ?? []).filter {
      (drafts[$0].person.map { $0.agrees(with: name) } ?? false) && canBear(span, $0)
    }
    let draft = candidates.first ?? addPerson(name, words: surfaces.words(of: span))
    note(span, of: draft)
    return draft
  }

  /// “the Committee”, “Federal”: one word that only refers back or describes.
  private func isCommonHead(_ span: NameSpan) -> Bool {
    guard span.tokens.count == 1 else { return false }
    return words.flags(span.tokens.lowerBound).intersection([
      .organisationHead, .otherHead, .placeHead, .looseWord, .titleModifier, .titleHead,
      .commonNoun, .body, .document, .peopleWord,
    ]) != [] && !words.shape(span.tokens.lowerBound).contains(.allCapitals)
  }

  // MARK: Organisations

  /// A longer name that a spelling shortens: an acronym, or its first words.
  private func shortForm(of span: NameSpan, key: Int) -> Int? {
    if span.tokens.count == 1, words.shape(span.tokens.lowerBound).contains(.allCapitals) {
      return organisationsByAcronym.isEmpty
        ? nil : organisationsByAcronym[surfaces.text(ofKey: key)]
    }
    let first = words.tokens.lower(span.tokens.lowerBound)
    guard let candidates = organisationsByFirstWord[first] else { return nil }
    let start = surfaces.text(ofKey: key) + " "
    let longer = candidates.filter { drafts[$0].entity.name.lowercased().hasPrefix(start) }
    return longer.count == 1 ? longer[0] : nil
  }

  private mutating func register(organisation draft: Int, _ span: NameSpan) {
    guard span.tokens.count > 1 else { return }
    let parts = span.tokens.filter { words.isCapitalised($0) }
    let acronym = parts.compactMap { words.tokens.lower($0).first.map(String.init) }.joined()
    if acronym.utf8.count >= 2 { organisationsByAcronym[acronym] = draft }
    let first = words.tokens.lower(span.tokens.lowerBound)
    organisationsByFirstWord[first, default: []].append(draft)
  }

  // MARK: Drafts

  mutating func add(_ draft: Draft) -> Int {
    drafts.append(draft)
    return drafts.count - 1
  }

  /// Records a mention: surface form, title, gender, the fullest form of a person's name.
  private mutating func note(_ span: NameSpan, of index: Int) {
    let surface = surfaces.text(of: span)
    if !drafts[index].surfaces.contains(surface) { drafts[index].surfaces.append(surface) }
    drafts[index].lastToken = span.tokens.lowerBound
    if let title = span.title {
      let written = surfaces.tidied(words.tokens.range(of: title))
      if !drafts[index].entity.titles.contains(written) {
        drafts[index].entity.titles.append(written)
      }
      if drafts[index].entity.gender == nil {
        drafts[index].entity.gender = gender(ofTitle: span)
      }
    }
    guard drafts[index].entity.type == .person else { return }
    if span.tokens.count > drafts[index].fullness {
      drafts[index].fullness = span.tokens.count
      drafts[index].entity.name = canonicalName(surface)
    }
    if span.tokens.count > 1 { drafts[index].fullMentions += 1 }
    if drafts[index].entity.gender == nil, span.tokens.count > 1 {
      drafts[index].entity.gender = gender(
        ofGivenName: words.tokens.word(span.tokens.lowerBound))
    }
  }

  /// The gender that a first name tells, if it tells one.
  func gender(ofGivenName name: String) -> Gender? {
    let lower = GazetteerText.lowercased(name.utf8)
    guard let flags = lexicon.look(up: lower.span)?.flags, flags.isDisjoint(with: .neutralName)
    else { return nil }
    let isMan = flags.contains(.maleName)
    return isMan == flags.contains(.femaleName) ? nil : isMan ? .male : .female
  }

  /// A person's name with the surname in its usual spelling.
  private func canonicalName(_ surface: String) -> String {
    guard let space = surface.utf8.lastIndex(of: UInt8(ascii: " ")) else {
      return PersonName.usualSpelling(surface)
    }
    let surname = String(surface[surface.index(after: space)...])
    return surface[...space] + PersonName.usualSpelling(surname)
  }
}
