internal import Language
internal import NewsModel

/// What the words of an article's names do in its other names: “Trask” alone is the last word of “Neela
/// Trask”, “HIP” are the initials of “Harlow Institute for Peace”.
struct NameRoles {
  /// What one word does.
  struct Roles: OptionSet {
    let rawValue: UInt8

    /// It is a name by itself.
    static let alone = Roles(rawValue: 1)
    /// It is the first word of a longer name that the rules take for a person.
    static let firstOfPerson = Roles(rawValue: 2)
    /// It is the last word of one.
    static let lastOfPerson = Roles(rawValue: 4)
    /// It is the first word of another longer name.
    static let firstOfOther = Roles(rawValue: 8)
    /// It is the last word of one.
    static let lastOfOther = Roles(rawValue: 16)
    /// It stands elsewhere in a longer name.
    static let inside = Roles(rawValue: 32)
    /// It is made of the initials of a longer name.
    static let acronym = Roles(rawValue: 64)
  }

  private let words: ArticleWords
  private let bytes: [UInt8]
  /// By vocabulary id of a lower-case word.
  private var roles: [Roles]
  private var acronyms: Set<UInt64> = []

  init(words: ArticleWords, bytes: [UInt8]) {
    self.words = words
    self.bytes = bytes
    roles = Array(repeating: [], count: words.tokens.vocabulary.count)
  }

  /// Notes the words of a name.
  mutating func note(_ tokens: Range<Int>, isPerson: Bool) {
    let first = Int(words.lower(tokens.lowerBound))
    guard tokens.count > 1 else {
      roles[first].insert(.alone)
      return
    }
    roles[first].insert(isPerson ? .firstOfPerson : .firstOfOther)
    let last = Int(words.lower(tokens.upperBound - 1))
    roles[last].insert(isPerson ? .lastOfPerson : .lastOfOther)
    for token in tokens.dropFirst().dropLast() { roles[Int(words.lower(token))].insert(.inside) }
    guard !isPerson else { return }
    var key: UInt64 = 0
    for token in tokens where words.isCapitalised(token) {
      key = FeatureHash.join(key, UInt64(bytes[Int(words.tokens.starts[token])]))
    }
    acronyms.insert(key)
  }

  /// What a word does in other names.
  func roles(of token: Int) -> Roles {
    var found = roles[Int(words.lower(token))]
    guard words.shape(token).contains(.allCapitals), !acronyms.isEmpty else { return found }
    var key: UInt64 = 0
    for byte in bytes[words.tokens.range(of: token).range] where byte != UInt8(ascii: ".") {
      key = FeatureHash.join(key, UInt64(byte))
    }
    if acronyms.contains(key) { found.insert(.acronym) }
    return found
  }
}
