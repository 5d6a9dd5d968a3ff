internal import NewsModel

/// The gazetteer in the form that mention detection reads: flags by word, phrases as a trie.
///
/// - Complexity: made once per process from about 70 kB of tables, in a few milliseconds.
struct NameLexicon: Sendable {
  /// The only one; it never changes.
  static let shared = NameLexicon()

  /// Lower-case words of all tables.
  private(set) var vocabulary = Vocabulary(capacity: 8192)
  /// Flags by word.
  private(set) var flags: [WordFlags] = []
  /// The value of a number word, or the number of a month, by word; 0 elsewhere.
  private(set) var values: [Double] = []
  /// Names of several words, and one.
  private(set) var trie = PhraseTrie()
  /// Names by index.
  private(set) var names: [GazetteerName] = []

  /// Reads the tables.
  init() {
    addWords()
    addCountries()
    addRegions()
    addCities()
    addOrganisations()
  }

  /// The flags of a lower-case word and its number, `nil` if no table holds it.
  func look(up lower: Span<UInt8>) -> (flags: WordFlags, word: UInt32)? {
    guard let id = vocabulary.id(of: lower) else { return nil }
    return (flags[Int(id)], id)
  }

  // MARK: Tables

  private mutating func addWords() {
    let lists: [(String, WordFlags)] = [
      (Gazetteer.maleFirstNames, .maleName), (Gazetteer.femaleFirstNames, .femaleName),
      (Gazetteer.neutralFirstNames, .neutralName), (Gazetteer.honorifics, .honorific),
      (Gazetteer.titleHeads, .titleHead), (Gazetteer.titleModifiers, .titleModifier),
      (Gazetteer.leaderHeads, .leaderHead), (Gazetteer.organisationHeads, .organisationHead),
      (Gazetteer.organisationOpeners, .organisationOpener), (Gazetteer.otherHeads, .otherHead),
      (Gazetteer.placeHeads, .placeHead), (Gazetteer.placeOpeners, .placeOpener),
      (Gazetteer.nameParticles, .nameParticle), (Gazetteer.nameSuffixes, .nameSuffix),
      (Gazetteer.nameConnectors, .nameConnector), (Gazetteer.peopleWords, .peopleWord),
      (Gazetteer.functionWords, .functionWord), (Gazetteer.looseWords, .looseWord),
      (Gazetteer.commonNouns, .commonNoun),
      (Gazetteer.speechForms, .speechForm), (Gazetteer.volitionVerbs, .volitionVerb),
      (Gazetteer.addressVerbs, .addressVerb), (Gazetteer.governmentNouns, .governmentNoun),
      (Gazetteer.relationNouns, .relationNoun), (Gazetteer.weekdays, .weekday),
      (Gazetteer.documents, .document),
      (Gazetteer.bodyDocuments, .bodyDocument), (Gazetteer.bodies, .body),
      (Gazetteer.pluralScales, .pluralScale), (Gazetteer.timeUnits, .timeUnit),
      (Gazetteer.dayParts, .dayPart), (Gazetteer.dayWords, .dayWord),
      (Gazetteer.approximations, .approximation), (Gazetteer.bodyAppositions, .bodyApposition),
      (Gazetteer.unnamedPeople, .unnamedPerson),
    ]
    for (text, flag) in lists {
      forEachWord(of: text) { lexicon, word, suffix in
        var set = flag
        if suffix.first == UInt8(ascii: "m") { set.insert(.male) }
        if suffix.first == UInt8(ascii: "f") { set.insert(.female) }
        lexicon.intern(word, set)
      }
    }
    let valued: [(String, WordFlags)] = [
      (Gazetteer.months, .month), (Gazetteer.numberWords, .number), (Gazetteer.scales, .scale),
      (Gazetteer.ordinals, .ordinal),
    ]
    for (text, flag) in valued {
      forEachWord(of: text) { lexicon, word, digits in
        let id = lexicon.intern(word, flag)
        lexicon.values[Int(id)] = digits.reduce(0) { $0 * 10 + Double($1 - UInt8(ascii: "0")) }
      }
    }
    forEachWord(of: Gazetteer.nationalBodies) { lexicon, word, _ in
      lexicon.intern(word, .nationalBody)
    }
  }

  /// Calls a function with each word of a list and what follows its `=`.
  private mutating func forEachWord(
    of text: String,
    _ body: (inout NameLexicon, ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void
  ) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      if bytes[start] <= 0x20 {
        start += 1
        continue
      }
      var end = start
      var middle: Int?
      while end < bytes.count, bytes[end] > 0x20 {
        if bytes[end] == UInt8(ascii: "="), middle == nil { middle = end }
        end += 1
      }
      body(&self, bytes[start..<(middle ?? end)], bytes[min(end, (middle ?? end) + 1)..<end])
      start = end
    }
  }

  private mutating func addCountries() {
    for line in GazetteerReader.lines(Gazetteer.countries) {
      let columns = GazetteerReader.columns(line)
      let country = addName(columns[0], .country)
      for other in GazetteerReader.list(columns[1]) { addSpelling(other, of: country, .name) }
      addForms(columns[2], of: country)
      for capital in GazetteerReader.list(columns[3], separator: UInt8(ascii: "/")) {
        addPlace(capital, .capital, country: Int32(country))
      }
    }
    // The seat of the European Union's bodies speaks for it, not for Belgium.
    let union = addName(Array("European Union".utf8)[...], .organisation)
    addPlace(Array("Brussels".utf8)[...], .capital, country: Int32(union))
  }

  private mutating func addRegions() {
    for line in GazetteerReader.lines(Gazetteer.regions) {
      let columns = GazetteerReader.columns(line)
      let region = addName(columns[0], .region)
      for other in GazetteerReader.list(columns[1]) { addSpelling(other, of: region, .name) }
      addForms(columns[2], of: region)
    }
  }

  private mutating func addCities() {
    for line in GazetteerReader.lines(Gazetteer.cities) {
      for city in GazetteerReader.list(line, separator: UInt8(ascii: ";")) {
        addPlace(city, .city, country: -1)
      }
    }
  }

  private mutating func addOrganisations() {
    for (text, kind) in [
      (Gazetteer.organisations, GazetteerName.Kind.organisation), (Gazetteer.otherNames, .other),
    ] {
      for line in GazetteerReader.lines(text) {
        let columns = GazetteerReader.columns(line)
        let name = addName(columns[0], kind)
        for other in GazetteerReader.list(columns[1]) { addSpelling(other, of: name, .name) }
        addForms(columns[2], of: name)
      }
    }
  }

  /// “Russian+, Soviet”: adjectives and inhabitants.
  private mutating func addForms(_ column: ArraySlice<UInt8>, of name: Int) {
    for field in GazetteerReader.list(column) {
      if field.last == UInt8(ascii: "+") {
        let adjective = field.dropLast()
        addSpelling(adjective, of: name, .adjective)
        addSpelling((adjective + [UInt8(ascii: "s")])[...], of: name, .people)
      } else {
        addSpelling(field, of: name, .adjective)
      }
    }
  }

  /// “Kyiv=Kiev, Kyyiv”: a place with its spellings.
  private mutating func addPlace(
    _ field: ArraySlice<UInt8>, _ kind: GazetteerName.Kind, country: Int32
  ) {
    let parts = GazetteerReader.list(field, separator: UInt8(ascii: "="))
    guard let first = parts.first else { return }
    let place = addName(first, kind, country: country)
    guard parts.count > 1 else { return }
    let separator = UInt8(ascii: kind == .capital ? ";" : ",")
    for other in GazetteerReader.list(parts[1], separator: separator) {
      addSpelling(other, of: place, .name)
    }
  }

  private mutating func addName(
    _ bytes: ArraySlice<UInt8>, _ kind: GazetteerName.Kind, country: Int32 = -1
  ) -> Int {
    var name = bytes
    if name.starts(with: "the ".utf8), kind != .region { name.removeFirst(4) }
    names.append(
      GazetteerName(name: String(decoding: name, as: UTF8.self), kind: kind, country: country))
    addSpelling(bytes, of: names.count - 1, .name)
    return names.count - 1
  }

  private mutating func addSpelling(
    _ bytes: ArraySlice<UInt8>, of name: Int, _ form: GazetteerName.Form
  ) {
    var words: [UInt32] = []
    var capitalised: UInt16 = 0
    var allCapitals: UInt16 = 0
    GazetteerReader.forEachToken(of: bytes) { token in
      let index = words.count
      guard index < 16 else { return }
      let shape = WordShape(token.span)
      if index == 0, token.elementsEqual("the".utf8) { return }
      if shape.contains(.capitalised) { capitalised |= 1 << index }
      if shape.contains(.allCapitals) { allCapitals |= 1 << index }
      let lower = GazetteerReader.lowercased(token)
      words.append(intern(lower[...], index == 0 ? .opensPhrase : []))
    }
    guard !words.isEmpty else { return }
    trie.insert(
      words,
      PhraseTrie.Spelling(
        name: Int32(name), capitalised: capitalised, allCapitals: allCapitals, form: form, next: -1)
    )
    addDotted(bytes, of: name, form)
  }

  /// Adds an acronym with full stops too, as “W.T.O.” is also written.
  private mutating func addDotted(
    _ bytes: ArraySlice<UInt8>, of name: Int, _ form: GazetteerName.Form
  ) {
    guard bytes.count >= 2, bytes.count <= 5, bytes.allSatisfy({ $0 >= 0x41 && $0 <= 0x5a }) else {
      return
    }
    var dotted: [UInt8] = []
    for byte in bytes { dotted += [byte, UInt8(ascii: ".")] }
    addSpelling(dotted[...], of: name, form)
  }

  @discardableResult
  private mutating func intern(_ word: ArraySlice<UInt8>, _ set: WordFlags) -> UInt32 {
    let id = vocabulary.intern(word.span)
    if Int(id) == flags.count {
      flags.append([])
      values.append(0)
    }
    flags[Int(id)].formUnion(set)
    return id
  }
}
