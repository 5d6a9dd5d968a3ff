internal import NewsModel

/// What a word can do in an expression of time.
struct DateRole: OptionSet, Sendable {
  let rawValue: UInt16

  /// A weekday, a month, “yesterday”: may be an expression alone.
  static let day = DateRole(rawValue: 1 << 0)
  /// May begin an expression of several words that ends in a unit: “the”, “in”, “two”, “last”.
  static let opener = DateRole(rawValue: 1 << 1)
  /// “week”, “morning”: nothing behind a mere opener is a time without one.
  static let unit = DateRole(rawValue: 1 << 2)
  /// “earlier”, “later”.
  static let earlier = DateRole(rawValue: 1 << 3)
  /// “in”, “on”, “since” before a date.
  static let datePreposition = DateRole(rawValue: 1 << 4)
  /// “within”, “for”, “over” before a length of time.
  static let durationPreposition = DateRole(rawValue: 1 << 5)
  /// “last”, “next”, “this” in front of a unit.
  static let shift = DateRole(rawValue: 1 << 6)
  /// “recent”, “coming”: no exact time.
  static let vague = DateRole(rawValue: 1 << 7)
  /// “past”, “last”, “next” inside a length of time.
  static let past = DateRole(rawValue: 1 << 8)
  /// “the”.
  static let the = DateRole(rawValue: 1 << 9)
}

/// The roles of an article's words in expressions of time, looked up once for each distinct word.
struct DateWords {
  /// By the vocabulary id of a word in lower case.
  private let roles: [DateRole]
  private let lowers: [UInt32]
  /// By the vocabulary id of a word as written.
  private let shapes: [WordShape]
  private let words: [UInt32]

  init(_ words: ArticleWords) {
    var roles = [DateRole](repeating: [], count: words.table.flags.count)
    for (word, flags) in words.table.flags.enumerated() where !flags.isEmpty {
      if !flags.isDisjoint(with: [.weekday, .month, .dayWord]) { roles[word].insert(.day) }
      if !flags.isDisjoint(with: [.number, .pluralScale, .ordinal, .scale]) {
        roles[word].insert(.opener)
      }
      if !flags.isDisjoint(with: [.timeUnit, .dayPart]) { roles[word].insert(.unit) }
    }
    let key = words.key
    let groups: [([UInt32], DateRole)] = [
      (key.earlierWords, [.earlier, .opener]), (key.datePrepositions, [.datePreposition, .opener]),
      (key.durationPrepositions, [.durationPreposition, .opener]),
      (key.shiftWords, [.shift, .opener]), (key.vagueWords, [.vague, .opener]),
      (key.pastWords, [.past, .opener]), (key.articles, .opener), ([key.the], [.the, .opener]),
      ([key.day, key.same], [.unit, .opener]),
    ]
    for (words, role) in groups {
      for word in words where word != WordTable.none { roles[Int(word)].formUnion(role) }
    }
    self.roles = roles
    lowers = words.tokens.lowers
    shapes = words.table.shapes
    self.words = words.tokens.words
  }

  /// The roles of a token.
  subscript(token: Int) -> DateRole { roles[Int(lowers[token])] }

  /// How a token is written.
  func shape(_ token: Int) -> WordShape { shapes[Int(words[token])] }

  /// Whether a token exists and has at least one of some roles.
  func has(_ token: Int, _ role: DateRole) -> Bool {
    token < lowers.count && !self[token].isDisjoint(with: role)
  }
}
