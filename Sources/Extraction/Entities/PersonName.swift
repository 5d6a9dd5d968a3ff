internal import NewsModel

/// The parts of a personal name in the form in which two spellings are compared.
struct PersonName: Hashable, Sendable {
  /// First names and initials, folded.
  var given: [String]
  /// The surname, folded; particles belong to it.
  var surname: String

  /// Reads the words of a name; a suffix such as “Jr.” is left out.
  init(words: [String]) {
    var rest = words[...]
    if words.contains(where: Self.isSuffix) {
      rest = words.filter { !Self.isSuffix($0) }[...]
      if rest.isEmpty { rest = words[...] }
    }
    surname = Self.folded(rest.last ?? "")
    given = rest.dropLast().map(Self.folded)
  }

  /// Whether a word belongs to no part of the name: “Jr.”, “III”, a comma.
  private static func isSuffix(_ word: String) -> Bool {
    // No suffix is longer than three letters.
    guard word.utf8.count <= 3 else { return false }
    switch word.lowercased() {
    case "jr.", "jr", "sr.", "sr", "ii", "iii", "iv", ",": return true
    default: return false
    }
  }

  /// Whether two names with the same surname can belong to one person: each given name of the shorter
  /// one agrees with one of the longer, by spelling, initial or usual short form.
  func agrees(with other: PersonName) -> Bool {
    guard surname == other.surname else { return false }
    guard let mine = given.first, let theirs = other.given.first else { return true }
    if Self.same(mine, theirs) { return true }
    // “J. Robert Oppenheimer” and “Robert Oppenheimer”.
    return given.contains { name in other.given.contains { name == $0 && name.utf8.count > 2 } }
  }

  private static func same(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (short, long) = a.utf8.count <= b.utf8.count ? (a, b) : (b, a)
    let bare = short.utf8.last == UInt8(ascii: ".") ? String(short.dropLast()) : short
    if bare.utf8.count == 1 { return long.utf8.starts(with: bare.utf8) }
    return shortForms[long] == short
  }

  /// Usual short forms that do not simply cut the name.
  private static let shortForms: [String: String] = [
    "joseph": "joe", "michael": "mike", "robert": "bob", "william": "bill", "richard": "dick",
    "edward": "ted", "james": "jim", "thomas": "tom", "timothy": "tim", "charles": "chuck",
    "anthony": "tony", "donald": "don", "kenneth": "ken", "stephen": "steve", "steven": "steve",
    "christopher": "chris", "daniel": "dan", "benjamin": "ben", "bernard": "bernie",
    "ronald": "ron", "lawrence": "larry", "samuel": "sam", "matthew": "matt", "jeffrey": "jeff",
    "gregory": "greg", "patrick": "pat", "patricia": "pat", "elizabeth": "liz", "katherine": "kate",
    "margaret": "maggie", "deborah": "debbie", "susan": "sue", "nicholas": "nick",
    "alexander": "alex", "frederick": "fred", "jennifer": "jen", "jacob": "jake", "andrew": "andy",
    "abraham": "abe", "zachary": "zack", "albert": "al", "joshua": "josh", "antony": "tony",
    "david": "dave", "peter": "pete", "douglas": "doug", "philip": "phil", "walter": "walt",
    "vladimir": "volodya", "theodore": "ted", "raymond": "ray", "mitchell": "mitch",
    "willard": "mitt",
  ]

  /// Lower case without accents, with the endings of transliteration made equal.
  static func folded(_ word: String) -> String {
    let lower = word.lowercased()
    if isASCII(lower.utf8Span.span) { return foldedSpelling(lower) }
    var letters: [UInt8] = []
    for scalar in lower.unicodeScalars {
      if scalar.value < 0x80 {
        letters.append(UInt8(scalar.value))
      } else if let plain = plainLetters[scalar] {
        letters.append(contentsOf: plain.utf8)
      } else {
        letters.append(contentsOf: String(scalar).utf8)
      }
    }
    let text = String(decoding: letters, as: UTF8.self)
    return foldedSpelling(text)
  }

  private static func isASCII(_ word: Span<UInt8>) -> Bool {
    for index in word.indices where word[index] >= 0x80 { return false }
    return true
  }

  /// One spelling for the ways of writing a Slavic name in Latin letters.
  private static func foldedSpelling(_ word: String) -> String {
    let letters = word.utf8Span.span
    if let first = firstNames.plain(letters) { return first }
    guard letters.count > 2 else { return word }
    let last = letters[letters.count - 1]
    guard last < 0x80, lastLetters[Int(last)] else { return word }
    for (ending, plain) in endings where letters.count > ending.utf8.count + 1 {
      if ends(letters, with: ending.utf8Span.span) {
        return String(word.dropLast(ending.utf8.count)) + plain
      }
    }
    return word
  }

  private static func ends(_ word: Span<UInt8>, with ending: Span<UInt8>) -> Bool {
    for index in 0..<ending.count
    where word[word.count - ending.count + index] != ending[index] { return false }
    return true
  }

  /// The ending of a Slavic surname in its usual English form: “Zelenskyy” becomes “Zelensky”.
  static func usualSpelling(_ surname: String) -> String {
    for ending in ["skyy", "skyi", "skiy", "skii", "tskyy", "tskiy"] where surname.hasSuffix(ending)
    {
      return String(surname.dropLast(ending.utf8.count)) + (ending.hasPrefix("t") ? "tsky" : "sky")
    }
    return surname
  }

  private static let endings: [(String, String)] = [
    ("skyy", "sky"), ("skyi", "sky"), ("skiy", "sky"), ("skii", "sky"), ("skij", "sky"),
    ("ski", "sky"), ("eyev", "eev"), ("ayev", "aev"), ("iyev", "iev"),
    ("yov", "ev"), ("iy", "y"), ("yi", "y"), ("yy", "y"), ("ii", "y"), ("ij", "y"), ("off", "ov"),
  ]

  /// The last letters of the endings: most words are done with after one look.
  private static let lastLetters = {
    var letters = [Bool](repeating: false, count: 0x80)
    for (ending, _) in endings { ending.utf8.last.map { letters[Int($0)] = true } }
    return letters
  }()

  private static let firstNames: Spellings = [
    "aleksandr": "alexander", "alexandr": "alexander", "oleksandr": "alexander",
    "aleksander": "alexander", "aleksandar": "alexander", "alexandre": "alexander",
    "aleksei": "alexei", "aleksey": "alexei", "alexey": "alexei", "oleksiy": "alexei",
    "oleksii": "alexei", "sergey": "sergei", "serhiy": "sergei", "serhii": "sergei",
    "andrey": "andrei", "andriy": "andrei", "andrii": "andrei", "dmitri": "dmitry",
    "dmitriy": "dmitry", "dmitrii": "dmitry", "dmytro": "dmitry", "yuriy": "yury", "yuri": "yury",
    "yurii": "yury", "evgeny": "yevgeny", "yevgeniy": "yevgeny", "evgeni": "yevgeny",
    "yevhen": "yevgeny", "volodymyr": "vladimir", "wladimir": "vladimir", "mykhailo": "mikhail",
    "mykola": "nikolai", "nikolay": "nikolai", "viktor": "victor", "muhammad": "mohammed",
    "mohammad": "mohammed", "mohamed": "mohammed", "muhammed": "mohammed", "ehud": "ehud",
    "ekaterina": "yekaterina", "elena": "yelena", "hussain": "hussein", "ahmad": "ahmed",
    "qaddafi": "gaddafi", "gadhafi": "gaddafi", "kadhafi": "gaddafi", "qadhafi": "gaddafi",
  ]

  private static let plainLetters: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    let groups = [
      ("áàâäãåāăą", "a"), ("éèêëēėęě", "e"), ("íìîïīįı", "i"), ("óòôöõøōő", "o"),
      ("úùûüūůűų", "u"), ("ýÿ", "y"), ("ñńňņ", "n"), ("çćčċ", "c"), ("šśşș", "s"), ("žźż", "z"),
      ("ğģ", "g"), ("łľļ", "l"), ("ďđ", "d"), ("ťţț", "t"), ("řŕ", "r"), ("ķ", "k"),
      ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"), ("’‘ʼʻ", "'"),
    ]
    for (letters, plain) in groups {
      for letter in letters.unicodeScalars { table[letter] = plain }
    }
    return table
  }()
}

/// Words with the spelling that stands for them.
private struct Spellings: ExpressibleByDictionaryLiteral, Sendable {
  private var words = Vocabulary(capacity: 64)
  private var spellings: [String] = []

  init(dictionaryLiteral elements: (String, String)...) {
    for (word, spelling) in elements {
      _ = words.intern(word)
      spellings.append(spelling)
    }
  }

  /// The spelling of a word, `nil` where it has none of its own here.
  func plain(_ word: Span<UInt8>) -> String? { words.id(of: word).map { spellings[Int($0)] } }
}
