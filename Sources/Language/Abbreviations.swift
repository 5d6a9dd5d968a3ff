internal import NewsModel

/// Words that keep the full stop after them, and what that stop says about the sentence.
enum Abbreviations {
  /// When a word keeps its full stop.
  enum Rule: Sendable {
    /// A title or the like: another word follows, a sentence never ends here.
    case leading
    /// May stand at the end of a sentence: `Inc.`, `p.m.`
    case trailing
    /// Only before a number: `No. 10`.
    case beforeNumber
    /// Only after a number or before one: `5 ft. 2`.
    case besideNumber
    /// Only after a comma, a bracket or a hyphen: `Boston, Mass.`, `R-Ky.`
    case afterComma
  }

  /// The rule for a word as written without its full stop, or `nil` for an ordinary word.
  static func rule(of text: Span<UInt8>, _ word: Range<Int>) -> Rule? {
    table.words.id(of: text, word).map { table.rules[Int($0)] }
  }

  private static let table: (words: Vocabulary, rules: [Rule]) = {
    var words = Vocabulary(capacity: 256)
    var rules: [Rule] = []
    func add(_ rule: Rule, _ list: StaticString) {
      let parts = list.withUTF8Buffer { $0.split(separator: UInt8(ascii: " ")) }
      for word in parts {
        let id = Int(words.intern(Array(word).span))
        if id < rules.count { rules[id] = rule } else { rules.append(rule) }
      }
    }
    add(
      .leading,
      """
      Mr Mrs Ms Messrs Mmes Dr Drs Prof Profs Rev Fr Hon Pres Gov Govs Sen Sens Rep Reps Gen Lt Col \
      Maj Sgt Capt Cpl Pvt Cmdr Cdr Adm Brig Ald Amb Atty Supt Det Insp Msgr St Ste Mt Ft Dir Asst \
      Cllr Cpt Mlle Mme Dep Lieut Ph vs Vs Rs Spc Pfc cf viz Jos Wm Chas Geo Thos Pte \
      MR MRS MS DR GEN SEN REP GOV LT COL CAPT PROF REV ST
      """)
    add(
      .trailing,
      """
      Jr Sr Inc Corp Co Cos Ltd Bros Assn Plc Mfg Intl Natl Dept Dist Univ Ave Blvd Rd Hwy Bldg Esq \
      INC CORP LTD CO JR SR Jan Feb Apr Aug Sept Sep Oct Nov Dec Thurs Tues Weds \
      etc al approx est dept govt misc incl resp Calif Penn Cal Conn Fla Okla Ariz Mich Minn Tenn \
      Wisc Nev Neb Ala Ark Colo Del Ky Md Mo Pa Va Vt Wis Wyo Kans Mont Ore Tex
      """)
    add(.afterComma, "Mass Miss Ill Wash Ind Ga La Kan Ont Que Alta Sask Me")
    add(
      .beforeNumber,
      """
      No Nos no nos Art Sec Fig Figs Vol vol pp Ch ch Mar Jun Jul Mon Tue Wed Thu Fri Sat Sun art \
      sec fig
      """)
    add(.besideNumber, "ft lb lbs oz sq hr hrs yr yrs mos")
    return (words, rules)
  }()

  /// The ends of host names that tell `example.com` from a full stop without a space.
  static let hostEndings: Set<String> = [
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "eu", "uk", "ru", "ua", "de",
    "fr", "es", "nl", "pl", "ca", "au", "nz", "cn", "jp", "ir", "il", "tr", "kz", "ch", "se", "fi",
    "dk", "ie", "br", "mx", "za", "io", "tv", "news", "media", "online", "site", "html", "htm",
    "php", "aspx", "pdf",
  ]

  /// Words that begin a sentence far more often than they follow an abbreviation as its name.
  static let sentenceStarters: Set<String> = [
    "The", "A", "An", "He", "She", "It", "They", "We", "You", "I", "His", "Her", "Its", "Their",
    "Our", "My", "Your", "This", "That", "These", "Those", "There", "Here", "In", "On", "At", "By",
    "For", "From", "With", "But", "And", "Or", "So", "Yet", "If", "When", "While", "As", "After",
    "Before", "Since", "Although", "Though", "Because", "However", "Meanwhile", "What", "Who",
    "Why", "How", "Where", "Some", "Many", "Most", "Both", "Each", "Every", "No", "Not", "Now",
    "Then", "Also", "Earlier", "Last", "Under", "During", "Despite", "According", "Asked", "Such",
    "Once", "Still", "Even", "Only", "Just", "To", "Of", "Is", "Are", "Was", "Were", "Do", "Does",
    "Did", "Will", "Would", "Can", "Could", "Should", "Has", "Have", "Had", "Let", "Other",
    "Others", "Another", "Nor", "Among", "Until", "Unless", "Whether", "Over",
  ]
}
