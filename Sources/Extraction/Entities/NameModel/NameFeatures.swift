internal import Language
internal import NewsModel

/// What the model of names looks at: the words of a name, what the rules and the gazetteer say of it, and what
/// stands around it.
///
/// Features of the words are counted for a spelling; those of the surroundings are summed over its
/// first occurrences and weigh less the more they are (``contextWeight(occurrences:)``).
package struct NameFeatures {
  /// What the features are made by; it changes when they do.
  static let signature: UInt64 = 1
  /// The surroundings of so many occurrences are read.
  static let mostOccurrences = 4
  /// Of a long name so many words are read.
  private static let mostWords = 5

  /// The features read last.
  private(set) var list: [UInt32] = []

  private let words: ArticleWords
  private let gazetteer: GazetteerMatcher
  /// The bytes of the vocabulary.
  private let text: [UInt8]

  init(_ gazetteer: GazetteerMatcher) {
    words = gazetteer.words
    self.gazetteer = gazetteer
    text = words.tokens.vocabulary.bytes
    list.reserveCapacity(128)
  }

  /// What the sum over the words is multiplied by: they say more than the surroundings.
  package static let formWeight: Float = 2

  /// What the sum over several surroundings is multiplied by.
  package static func contextWeight(occurrences: Int) -> Float {
    1 / Float(max(1, occurrences)).squareRoot()
  }

  // MARK: The name itself

  /// Reads which words a spelling is made of; training hides this now and then, so that the model also learns
  /// to judge names that it has never seen.
  mutating func readWords(_ tokens: Range<Int>) {
    list.removeAll(keepingCapacity: true)
    for token in tokens where isRead(token, of: tokens) {
      add(1, key(words.lower(token)), place(of: token, in: tokens))
    }
  }

  /// Reads how a spelling is written, where it occurs first, and what is known of it.
  ///
  /// - Parameters:
  ///   - tokens: Its words.
  ///   - type: What the rules take it for.
  ///   - strength: How much they have to say for it, at one occurrence.
  ///   - certainty: Whether it ever stands where a large initial says something, whether it was ever tagged
  ///     as a name, and how often it occurs.
  ///   - roles: What its words do in other names.
  mutating func readForm(
    _ tokens: Range<Int>, type: NameClass, strength: Float, certainty: UInt64, roles: NameRoles
  ) {
    list.removeAll(keepingCapacity: true)
    let first = tokens.lowerBound
    let last = tokens.upperBound - 1
    let count = UInt64(min(tokens.count, 6))
    var shapes: UInt64 = 0
    var tags: UInt64 = 0
    for token in tokens where isRead(token, of: tokens) {
      let place = place(of: token, in: tokens)
      let shape = shape(token)
      shapes = FeatureHash.join(shapes, shape)
      tags = FeatureHash.join(tags, UInt64(words.tag(token).rawValue))
      if place != Self.inside { readEnds(of: words.lower(token), place) }
      add(2, shape, place)
      addFlags(3, words.flags(token), among: Self.nameFlags, place)
      if words.isSeenSmall[Int(words.lower(token))] { add(4, place) }
    }
    add(5, shapes)
    add(6, tags)
    add(7, count)
    add(
      8, words.flags(first).rawValue & Self.nameFlags, words.flags(last).rawValue & Self.nameFlags,
      min(count, 3))
    add(9, certainty)
    add(10, UInt64(type.rawValue), Self.step(strength))
    add(12, UInt64(roles.roles(of: first).rawValue), min(count, 2))
    add(13, UInt64(roles.roles(of: last).rawValue), min(count, 2))
    add(11, knownKind(of: first), min(count, 2), Self.first)
    add(11, knownKind(of: last), min(count, 2), Self.last)
    add(0)
  }

  /// Where a word stands in a name.
  private static let alone: UInt64 = 0
  private static let first: UInt64 = 1
  private static let last: UInt64 = 2
  private static let inside: UInt64 = 3

  private func place(of token: Int, in tokens: Range<Int>) -> UInt64 {
    if tokens.count == 1 { return Self.alone }
    if token == tokens.lowerBound { return Self.first }
    return token == tokens.upperBound - 1 ? Self.last : Self.inside
  }

  private func isRead(_ token: Int, of tokens: Range<Int>) -> Bool {
    token - tokens.lowerBound < Self.mostWords - 1 || token == tokens.upperBound - 1
  }

  /// What a word is by itself in the gazetteer.
  private func knownKind(of token: Int) -> UInt64 {
    guard let match = gazetteer.match(at: token, before: token + 1) else { return 0 }
    let form: UInt64 = match.form == .name ? 1 : 2
    return UInt64(gazetteer.name(match.name).kind.rawValue) * 4 + form
  }

  /// Whether a word by itself is the name of a country in the gazetteer.
  func isCountry(_ token: Int) -> Bool {
    guard let match = gazetteer.match(at: token, before: token + 1) else { return false }
    return match.form == .name && gazetteer.name(match.name).kind == .country
  }

  /// The first and last letters of a word.
  private mutating func readEnds(of word: UInt32, _ place: UInt64) {
    let range = words.tokens.vocabulary.range(of: word)
    let end = range.upperBound
    if range.count > 2 { add(15, part(end - 2..<end), place) }
    if range.count > 3 {
      add(16, part(end - 3..<end), place)
      add(17, part(range.lowerBound..<range.lowerBound + 3), place)
    }
    if range.count > 4 { add(18, part(end - 4..<end), place) }
  }

  /// Flags that say something of a word in a name.
  private static let nameFlags: UInt64 = {
    let flags: WordFlags = [
      .maleName, .femaleName, .neutralName, .honorific, .titleHead, .titleModifier,
      .organisationHead, .organisationOpener, .otherHead, .placeHead, .placeOpener, .nameParticle,
      .nameSuffix, .nameConnector, .peopleWord, .functionWord, .commonNoun, .speechForm,
      .opensPhrase, .looseWord, .document, .body, .governmentNoun, .month,
    ]
    return flags.rawValue
  }()

  // MARK: What stands around it

  /// Reads the surroundings of one occurrence.
  mutating func readContext(of span: NameSpan) {
    list.removeAll(keepingCapacity: true)
    let sentence = words.sentenceStart[span.tokens.lowerBound]
    func isHere(_ token: Int) -> Bool {
      token >= Int(sentence) && token < words.count && words.sentenceStart[token] == sentence
    }
    func word(_ token: Int) -> UInt64 { isHere(token) ? key(words.lower(token)) : 1 }
    func tag(_ token: Int) -> UInt64 { isHere(token) ? UInt64(words.tag(token).rawValue) : 63 }
    func shapeHere(_ token: Int) -> UInt64 { isHere(token) ? shape(token) : 255 }
    let before = (span.title?.lowerBound ?? span.tokens.lowerBound) - 1
    let after = span.tokens.upperBound
    let wordBefore = word(before)
    let wordAfter = word(after)
    let isAlone: UInt64 = span.tokens.count == 1 ? 1 : 0
    add(20, wordBefore, isAlone)
    add(21, wordAfter, isAlone)
    add(22, word(before - 1), wordBefore)
    add(23, wordAfter, word(after + 1))
    let tagBefore = tag(before)
    let tagAfter = tag(after)
    add(24, tagBefore, tagAfter, isAlone)
    add(25, tagBefore, tag(before - 1))
    add(26, tagAfter, tag(after + 1))
    add(27, shapeHere(before), shapeHere(after), isAlone)
    if let title = span.title {
      add(28, key(words.lower(title.upperBound - 1)))
    } else {
      add(29, isAlone)
    }
    if isAlone == 1 { add(30, wordBefore, shape(span.tokens.lowerBound)) }
    let initial: UInt64 = span.isWeak ? 2 : words.isSentenceInitial(span.tokens.lowerBound) ? 1 : 0
    add(31, initial, isAlone)
  }

  // MARK: Parts

  private func shape(_ token: Int) -> UInt64 { UInt64(words.shape(token).rawValue) }

  private func key(_ word: UInt32) -> UInt64 { part(words.tokens.vocabulary.range(of: word)) }

  private func part(_ range: Range<Int>) -> UInt64 {
    FeatureHash.key(of: text.span.extracting(range))
  }

  /// A strength in steps of a half, from -2 to 5.
  private static func step(_ strength: Float) -> UInt64 {
    UInt64((max(-2, min(5, strength)) * 2 + 4).rounded())
  }

  private mutating func addFlags(
    _ template: Int, _ flags: WordFlags, among wanted: UInt64, _ place: UInt64
  ) {
    var flags = flags.rawValue & wanted
    if flags == 0 { add(template, 64, place) }
    while flags != 0 {
      add(template, UInt64(flags.trailingZeroBitCount), place)
      flags &= flags - 1
    }
  }

  // The number of parts is spelt out, for an array a feature would cost more than the feature.

  private mutating func add(_ template: Int) {
    list.append(FeatureHash.feature(FeatureHash.seed(ofTemplate: template)))
  }

  private mutating func add(_ template: Int, _ a: UInt64) {
    list.append(FeatureHash.feature(FeatureHash.join(FeatureHash.seed(ofTemplate: template), a)))
  }

  private mutating func add(_ template: Int, _ a: UInt64, _ b: UInt64) {
    let first = FeatureHash.join(FeatureHash.seed(ofTemplate: template), a)
    list.append(FeatureHash.feature(FeatureHash.join(first, b)))
  }

  private mutating func add(_ template: Int, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
    let first = FeatureHash.join(FeatureHash.seed(ofTemplate: template), a)
    list.append(FeatureHash.feature(FeatureHash.join(FeatureHash.join(first, b), c)))
  }
}
