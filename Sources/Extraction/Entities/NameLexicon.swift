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
  /// The words of the spelling that is being added.
  private var spelling: [UInt32] = []

  /// Reads the tables.
  init() {
    addWords()
    addCountries()
    addNames(Gazetteer.regions, .region)
    addCities()
    addNames(Gazetteer.organisations, .organisation)
    addNames(Gazetteer.otherNames, .other)
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
      forEachWord(of: text) { lexicon, text, word, suffix in
        var set = flag
        if let sex = suffix.first.map({ text[$0] }) {
          if sex == UInt8(ascii: "m") { set.insert(.male) }
          if sex == UInt8(ascii: "f") { set.insert(.female) }
        }
        lexicon.intern(text, word, set)
      }
    }
    let valued: [(String, WordFlags)] = [
      (Gazetteer.months, .month), (Gazetteer.numberWords, .number), (Gazetteer.scales, .scale),
      (Gazetteer.ordinals, .ordinal),
    ]
    for (text, flag) in valued {
      forEachWord(of: text) { lexicon, text, word, digits in
        let id = lexicon.intern(text, word, flag)
        lexicon.values[Int(id)] = digits.reduce(0) {
          $0 * 10 + Double(text[$1] - UInt8(ascii: "0"))
        }
      }
    }
    forEachWord(of: Gazetteer.nationalBodies) { lexicon, text, word, _ in
      lexicon.intern(text, word, .nationalBody)
    }
  }

  /// Calls a function with each word of a list and what follows its `=`, all as parts of the list.
  private mutating func forEachWord(
    of list: String,
    _ body: (inout NameLexicon, _ list: Span<UInt8>, _ word: Range<Int>, _ rest: Range<Int>) -> Void
  ) {
    let text = list.utf8Span.span
    var start = 0
    while start < text.count {
      if text[start] <= 0x20 {
        start += 1
        continue
      }
      var end = start
      var middle: Int?
      while end < text.count, text[end] > 0x20 {
        if text[end] == UInt8(ascii: "="), middle == nil { middle = end }
        end += 1
      }
      body(&self, text, start..<(middle ?? end), min(end, (middle ?? end) + 1)..<end)
      start = end
    }
  }

  private mutating func addCountries() {
    let text = GazetteerText(Gazetteer.countries)
    text.forEachLine { line in
      let columns = text.columns(of: line)
      let country = addName(text, columns.name, .country)
      addSpellings(text, columns, of: country)
      text.forEachField(of: columns.capitals, separator: UInt8(ascii: "/")) { capital in
        addPlace(text, capital, .capital, country: Int32(country))
      }
    }
    // The seat of the European Union's bodies speaks for it, not for Belgium.
    let union = addName("European Union", .organisation)
    let seat = GazetteerText("Brussels")
    addPlace(seat, seat.range, .capital, country: Int32(union))
  }

  private mutating func addCities() {
    let text = GazetteerText(Gazetteer.cities)
    text.forEachLine { line in
      text.forEachField(of: line, separator: UInt8(ascii: ";")) { city in
        addPlace(text, city, .city, country: -1)
      }
    }
  }

  /// Adds a table of names with other names and forms.
  private mutating func addNames(_ table: String, _ kind: GazetteerName.Kind) {
    let text = GazetteerText(table)
    text.forEachLine { line in
      let columns = text.columns(of: line)
      addSpellings(text, columns, of: addName(text, columns.name, kind))
    }
  }

  /// Adds what else a name is called, its adjectives and inhabitants: “Russian+, Soviet”.
  private mutating func addSpellings(
    _ text: GazetteerText, _ columns: GazetteerText.Columns, of name: Int
  ) {
    text.forEachField(of: columns.others) { addSpelling(text, $0, of: name, .name) }
    text.forEachField(of: columns.forms) { field in
      guard text.bytes[field.upperBound - 1] == UInt8(ascii: "+") else {
        addSpelling(text, field, of: name, .adjective)
        return
      }
      let adjective = field.dropLast()
      addSpelling(text, adjective, of: name, .adjective)
      let people = GazetteerText(text.bytes[adjective] + [UInt8(ascii: "s")])
      addSpelling(people, people.range, of: name, .people)
    }
  }

  /// “Kyiv=Kiev, Kyyiv”: a place with its spellings.
  private mutating func addPlace(
    _ text: GazetteerText, _ field: Range<Int>, _ kind: GazetteerName.Kind, country: Int32
  ) {
    var place: Int?
    text.forEachField(of: field, separator: UInt8(ascii: "=")) { part in
      guard let place else {
        place = addName(text, part, kind, country: country)
        return
      }
      let separator = UInt8(ascii: kind == .capital ? ";" : ",")
      text.forEachField(of: part, separator: separator) { addSpelling(text, $0, of: place, .name) }
    }
  }

  private mutating func addName(_ name: String, _ kind: GazetteerName.Kind) -> Int {
    let text = GazetteerText(name)
    return addName(text, text.range, kind)
  }

  private mutating func addName(
    _ text: GazetteerText, _ whole: Range<Int>, _ kind: GazetteerName.Kind, country: Int32 = -1
  ) -> Int {
    var name = text.bytes[whole]
    if name.starts(with: "the ".utf8), kind != .region { name.removeFirst(4) }
    names.append(
      GazetteerName(name: String(decoding: name, as: UTF8.self), kind: kind, country: country))
    addSpelling(text, whole, of: names.count - 1, .name)
    return names.count - 1
  }

  private mutating func addSpelling(
    _ text: GazetteerText, _ part: Range<Int>, of name: Int, _ form: GazetteerName.Form
  ) {
    spelling.removeAll(keepingCapacity: true)
    var capitalised: UInt16 = 0
    var allCapitals: UInt16 = 0
    text.forEachToken(of: part) { text, token in
      let index = spelling.count
      guard index < 16 else { return }
      let word = text.bytes.span.extracting(token)
      let shape = WordShape(word)
      if index == 0, word.count == 3, text.bytes[token].elementsEqual("the".utf8) { return }
      if shape.contains(.capitalised) { capitalised |= 1 << index }
      if shape.contains(.allCapitals) { allCapitals |= 1 << index }
      spelling.append(intern(lower: text, token, index == 0 ? .opensPhrase : []))
    }
    guard !spelling.isEmpty else { return }
    trie.insert(
      spelling,
      PhraseTrie.Spelling(
        name: Int32(name), capitalised: capitalised, allCapitals: allCapitals, form: form, next: -1)
    )
    addDotted(text.bytes[part], of: name, form)
  }

  /// Adds an acronym with full stops too, as “W.T.O.” is also written.
  private mutating func addDotted(
    _ bytes: ArraySlice<UInt8>, of name: Int, _ form: GazetteerName.Form
  ) {
    guard bytes.count >= 2, bytes.count <= 5, bytes.allSatisfy({ $0 >= 0x41 && $0 <= 0x5a }) else {
      return
    }
    let dotted = GazetteerText(bytes.flatMap { [$0, UInt8(ascii: ".")] })
    addSpelling(dotted, dotted.range, of: name, form)
  }

  /// Gives a word in lower case its number.
  private mutating func intern(
    lower text: GazetteerText, _ word: Range<Int>, _ set: WordFlags
  ) -> UInt32 {
    if text.bytes[word].contains(where: { $0 >= 0x80 }) {
      let lower = GazetteerText.lowercased(text.bytes[word])
      return intern(lower.span, lower.indices, set)
    }
    return intern(text.lower.span, word, set)
  }

  @discardableResult
  private mutating func intern(
    _ text: Span<UInt8>, _ word: Range<Int>, _ set: WordFlags
  ) -> UInt32 {
    let id = vocabulary.intern(text, word)
    if Int(id) == flags.count {
      flags.append(set)
      values.append(0)
    } else {
      flags[Int(id)].formUnion(set)
    }
    return id
  }
}
