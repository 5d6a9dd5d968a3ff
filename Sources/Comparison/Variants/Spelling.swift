/// Spellings of one word in British and American English.
enum Spelling {
  /// The form under which two spellings of a word are the same, in lower case: `defence` and `defense`.
  ///
  /// Only for comparison: the result need not be a word.
  static func canonical(_ word: String) -> String {
    let lower = word.lowercased()
    if let known = pairs[lower] { return known }
    var letters = Array(lower.utf8)
    guard letters.count > 4, letters.allSatisfy({ (0x61...0x7a).contains($0) }) else {
      return lower.contains("’") ? lower.replacing("’", with: "'") : lower
    }
    for (british, american) in endings where letters.count > british.count + 2 {
      if letters.suffix(british.count).elementsEqual(british) {
        letters.removeLast(british.count)
        letters += american
        break
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Whether two different words are spellings of one.
  static func isSame(_ a: String, _ b: String) -> Bool { canonical(a) == canonical(b) }

  private static let endings: [(british: [UInt8], american: [UInt8])] = [
    ("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"),
    ("ises", "izes"), ("ise", "ize"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"),
    ("avour", "avor"), ("abour", "abor"), ("olour", "olor"), ("onour", "onor"),
    ("eighbour", "eighbor"), ("eighbours", "eighbors"), ("eighbouring", "eighboring"),
    ("arbour", "arbor"), ("umour", "umor"), ("ehaviour", "ehavior"), ("elled", "eled"),
    ("elling", "eling"), ("eller", "eler"), ("elogue", "elog"), ("alogue", "alog"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let pairs: [String: String] = [
    "defence": "defense", "defences": "defenses", "offence": "offense", "offences": "offenses",
    "licence": "license", "licences": "licenses", "pretence": "pretense", "centre": "center",
    "centres": "centers", "theatre": "theater", "theatres": "theaters", "metre": "meter",
    "metres": "meters", "kilometre": "kilometer", "kilometres": "kilometers", "litre": "liter",
    "litres": "liters", "programme": "program", "programmes": "programs", "cheque": "check",
    "cheques": "checks", "grey": "gray", "judgement": "judgment", "judgements": "judgments",
    "ageing": "aging", "sceptical": "skeptical", "sceptic": "skeptic", "tyre": "tire",
    "tyres": "tires", "plough": "plow", "armour": "armor", "armoured": "armored",
    "towards": "toward",
    "afterwards": "afterward", "amongst": "among", "whilst": "while", "learnt": "learned",
    "favourable": "favorable", "honourable": "honorable", "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers", "skilful": "skillful", "fulfil": "fulfill", "enrol": "enroll",
    "jewellery": "jewelry", "storey": "story", "kerb": "curb", "mould": "mold",
    "smoulder": "smolder",
    "aeroplane": "airplane", "aluminium": "aluminum", "tonne": "ton", "tonnes": "tons",
    "favour": "favor", "labour": "labor", "rumour": "rumor", "vigour": "vigor", "rigour": "rigor",
    "endeavour": "endeavor", "endeavours": "endeavors", "harbour": "harbor", "harbours": "harbors",
    "colour": "color", "colours": "colors", "kyiv": "kiev", "zelenskyy": "zelensky",
    "zelenskiy": "zelensky", "build-up": "buildup", "build-ups": "buildups",
  ]
}
