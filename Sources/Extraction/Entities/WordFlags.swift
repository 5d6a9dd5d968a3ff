/// What a word can be, whatever it is in a given sentence.
struct WordFlags: OptionSet, Sendable {
  let rawValue: UInt64

  /// A man's first name.
  static let maleName = WordFlags(rawValue: 1 << 0)
  /// A woman's first name.
  static let femaleName = WordFlags(rawValue: 1 << 1)
  /// A first name of either sex.
  static let neutralName = WordFlags(rawValue: 1 << 2)
  /// “Mr.”, “Dame”.
  static let honorific = WordFlags(rawValue: 1 << 3)
  /// A title or kinship word that only a man bears.
  static let male = WordFlags(rawValue: 1 << 4)
  /// A title or kinship word that only a woman bears.
  static let female = WordFlags(rawValue: 1 << 5)
  /// “minister”, “spokesman”.
  static let titleHead = WordFlags(rawValue: 1 << 6)
  /// “deputy”, “foreign”.
  static let titleModifier = WordFlags(rawValue: 1 << 7)
  /// “Committee”, “Inc.”.
  static let organisationHead = WordFlags(rawValue: 1 << 8)
  /// “Ministry (of)”.
  static let organisationOpener = WordFlags(rawValue: 1 << 9)
  /// “Treaty”, “War”.
  static let otherHead = WordFlags(rawValue: 1 << 10)
  /// “Island”, “County”.
  static let placeHead = WordFlags(rawValue: 1 << 11)
  /// “Mount”, “Lake”.
  static let placeOpener = WordFlags(rawValue: 1 << 12)
  /// “van”, “bin”.
  static let nameParticle = WordFlags(rawValue: 1 << 13)
  /// “Jr.”, “III”.
  static let nameSuffix = WordFlags(rawValue: 1 << 14)
  /// “of”, “for”: inside the names of bodies.
  static let nameConnector = WordFlags(rawValue: 1 << 15)
  /// “official”, “diplomats”, “voters”.
  static let peopleWord = WordFlags(rawValue: 1 << 16)
  /// “However”, “The”: never the beginning of a name.
  static let functionWord = WordFlags(rawValue: 1 << 17)
  /// “talks”, “sanctions”: large only in headlines.
  static let commonNoun = WordFlags(rawValue: 1 << 18)
  /// A form of a verb of saying.
  static let speechForm = WordFlags(rawValue: 1 << 19)
  /// The lemma of a verb whose subject has a will.
  static let volitionVerb = WordFlags(rawValue: 1 << 20)
  /// The lemma of a verb whose object can answer.
  static let addressVerb = WordFlags(rawValue: 1 << 21)
  /// “demands”, “policy”.
  static let governmentNoun = WordFlags(rawValue: 1 << 22)
  /// “ties (with)”, “pressure (on)”.
  static let relationNoun = WordFlags(rawValue: 1 << 23)
  /// “Tuesday”.
  static let weekday = WordFlags(rawValue: 1 << 24)
  /// “March”, “Sept.”.
  static let month = WordFlags(rawValue: 1 << 25)
  /// Begins a phrase of the gazetteer.
  static let opensPhrase = WordFlags(rawValue: 1 << 26)
  /// “government”, “cabinet”.
  static let nationalBody = WordFlags(rawValue: 1 << 27)
  /// “president”, “leader”: who is at the head of a state.
  static let leaderHead = WordFlags(rawValue: 1 << 28)
  /// “New”, “First”: begins a name only inside a sentence.
  static let looseWord = WordFlags(rawValue: 1 << 29)
  /// “statement”, “readout”: speaks for whoever issued it.
  static let document = WordFlags(rawValue: 1 << 30)
  /// “statement”, “communique”: without an owner, of the body that spoke last.
  static let bodyDocument = WordFlags(rawValue: 1 << 31)
  /// “ministry”, “company”.
  static let body = WordFlags(rawValue: 1 << 32)
  /// “(the TASS) news agency”.
  static let bodyApposition = WordFlags(rawValue: 1 << 33)
  /// “official”, “diplomat”.
  static let unnamedPerson = WordFlags(rawValue: 1 << 34)
  /// “seven”.
  static let number = WordFlags(rawValue: 1 << 35)
  /// “million”.
  static let scale = WordFlags(rawValue: 1 << 36)
  /// “thousands (of)”.
  static let pluralScale = WordFlags(rawValue: 1 << 37)
  /// “second”, “third”.
  static let ordinal = WordFlags(rawValue: 1 << 38)
  /// “week”, “years”.
  static let timeUnit = WordFlags(rawValue: 1 << 39)
  /// “morning”, “summer”.
  static let dayPart = WordFlags(rawValue: 1 << 40)
  /// “yesterday”.
  static let dayWord = WordFlags(rawValue: 1 << 41)
  /// “about”, “nearly”.
  static let approximation = WordFlags(rawValue: 1 << 42)

  /// Any first name.
  static let firstName: WordFlags = [.maleName, .femaleName, .neutralName]
  /// “Tuesday”, “March”.
  static let calendar: WordFlags = [.weekday, .month]
}
