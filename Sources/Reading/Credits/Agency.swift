/// A news agency whose copy other outlets print.
struct Agency: Sendable {
  /// The name that articles carry.
  let name: String
  /// Spellings in credits, folded as `LineWords` does; the first is how it signs its datelines.
  let spellings: [String]
}

extension Agency {
  /// The agencies that are known, by their own names.
  static let all: [Agency] = [
    Agency(name: "Reuters", spellings: ["reuters", "thomson reuters", "reuters news agency"]),
    Agency(
      name: "Associated Press", spellings: ["ap", "associated press", "the associated press"]),
    Agency(name: "AFP", spellings: ["afp", "agence france presse", "agence france press"]),
    Agency(name: "TASS", spellings: ["tass", "itar tass"]),
    Agency(name: "Interfax", spellings: ["interfax", "interfax com"]),
    Agency(name: "Interfax-Ukraine", spellings: ["interfax ukraine"]),
    Agency(name: "RIA Novosti", spellings: ["ria novosti", "ria"]),
    Agency(name: "Sputnik", spellings: ["sputnik"]),
    Agency(name: "Ukrinform", spellings: ["ukrinform"]),
    Agency(name: "UNIAN", spellings: ["unian"]),
    Agency(name: "BelTA", spellings: ["belta"]),
    Agency(name: "dpa", spellings: ["dpa", "deutsche presse agentur", "dpa international"]),
    Agency(name: "Xinhua", spellings: ["xinhua", "xinhua news agency"]),
    Agency(name: "PTI", spellings: ["pti", "press trust of india"]),
    Agency(name: "ANI", spellings: ["ani", "asian news international"]),
    Agency(name: "IANS", spellings: ["ians", "indo asian news service"]),
    Agency(name: "UNI", spellings: ["uni", "united news of india"]),
    Agency(name: "UPI", spellings: ["upi", "united press international"]),
    Agency(name: "Bloomberg", spellings: ["bloomberg", "bloomberg news"]),
    Agency(name: "EFE", spellings: ["efe", "agencia efe"]),
    Agency(name: "ANSA", spellings: ["ansa"]),
    Agency(name: "Kyodo", spellings: ["kyodo", "kyodo news"]),
    Agency(name: "Jiji Press", spellings: ["jiji", "jiji press"]),
    Agency(name: "Yonhap", spellings: ["yonhap", "yonhap news agency"]),
    Agency(name: "KCNA", spellings: ["kcna", "korean central news agency"]),
    Agency(name: "CNA", spellings: ["cna", "central news agency"]),
    Agency(name: "Anadolu", spellings: ["aa", "anadolu", "anadolu agency"]),
    Agency(name: "PA Media", spellings: ["pa", "pa media", "press association", "pa news agency"]),
    Agency(name: "AAP", spellings: ["aap", "australian associated press"]),
    Agency(name: "The Canadian Press", spellings: ["the canadian press", "canadian press", "cp"]),
    Agency(name: "APA", spellings: ["apa", "austria presse agentur"]),
    Agency(name: "Keystone-SDA", spellings: ["sda", "keystone sda"]),
    Agency(name: "ANP", spellings: ["anp"]),
    Agency(name: "Belga", spellings: ["belga", "belga news agency"]),
    Agency(name: "Ritzau", spellings: ["ritzau"]),
    Agency(name: "NTB", spellings: ["ntb"]),
    Agency(name: "TT", spellings: ["tt news agency"]),
    Agency(name: "STT", spellings: ["stt"]),
    Agency(name: "BNS", spellings: ["bns", "baltic news service"]),
    Agency(name: "LETA", spellings: ["leta"]),
    Agency(name: "PAP", spellings: ["pap", "polish press agency"]),
    Agency(name: "CTK", spellings: ["ctk", "czech news agency"]),
    Agency(name: "MTI", spellings: ["mti"]),
    Agency(name: "Agerpres", spellings: ["agerpres"]),
    Agency(name: "BTA", spellings: ["bta", "bulgarian news agency"]),
    Agency(name: "Tanjug", spellings: ["tanjug"]),
    Agency(name: "HINA", spellings: ["hina"]),
    Agency(name: "Lusa", spellings: ["lusa", "lusa news agency"]),
    Agency(name: "Europa Press", spellings: ["europa press"]),
    Agency(name: "SPA", spellings: ["spa", "saudi press agency"]),
    Agency(name: "WAM", spellings: ["wam", "emirates news agency"]),
    Agency(name: "QNA", spellings: ["qna", "qatar news agency"]),
    Agency(name: "KUNA", spellings: ["kuna", "kuwait news agency"]),
    Agency(name: "MENA", spellings: ["mena", "middle east news agency"]),
    Agency(name: "SANA", spellings: ["sana", "syrian arab news agency"]),
    Agency(name: "NNA", spellings: ["nna"]),
    Agency(name: "IRNA", spellings: ["irna", "islamic republic news agency"]),
    Agency(name: "ISNA", spellings: ["isna"]),
    Agency(name: "Mehr", spellings: ["mehr news agency", "mna"]),
    Agency(name: "Fars", spellings: ["fars", "fars news agency", "fna"]),
    Agency(name: "Tasnim", spellings: ["tasnim", "tasnim news agency"]),
    Agency(name: "WAFA", spellings: ["wafa"]),
    Agency(name: "APP", spellings: ["app", "associated press of pakistan"]),
    Agency(name: "BSS", spellings: ["bss"]),
    Agency(name: "UNB", spellings: ["unb"]),
    Agency(name: "RSS", spellings: ["rastriya samachar samiti"]),
    Agency(name: "Antara", spellings: ["antara", "antara news"]),
    Agency(name: "Bernama", spellings: ["bernama"]),
    Agency(name: "PNA", spellings: ["pna", "philippine news agency"]),
    Agency(name: "VNA", spellings: ["vna", "vietnam news agency"]),
    Agency(name: "Kazinform", spellings: ["kazinform"]),
    Agency(name: "Trend", spellings: ["trend news agency"]),
    Agency(name: "AZERTAC", spellings: ["azertac"]),
    Agency(name: "Armenpress", spellings: ["armenpress"]),
    Agency(name: "NAN", spellings: ["nan", "news agency of nigeria"]),
    Agency(name: "GNA", spellings: ["gna", "ghana news agency"]),
    Agency(name: "PANA", spellings: ["panapress", "pana"]),
    Agency(name: "Prensa Latina", spellings: ["prensa latina"]),
    Agency(name: "Notimex", spellings: ["notimex"]),
    Agency(name: "Telam", spellings: ["telam"]),
    Agency(name: "Agencia Brasil", spellings: ["agencia brasil"]),
    Agency(name: "McClatchy", spellings: ["mcclatchy", "mcclatchy newspapers"]),
    Agency(name: "Tribune News Service", spellings: ["tns", "tribune news service"]),
    Agency(name: "States Newsroom", spellings: ["states newsroom"]),
    Agency(name: "RNS", spellings: ["rns", "religion news service"]),
    Agency(name: "KHN", spellings: ["khn", "kaiser health news"]),
  ]

  /// The spellings, each leading to the agency's name.
  private static let table = PhraseTable(
    all.flatMap { agency in agency.spellings.map { (Phrase($0), agency.name) } })

  /// The agency that the words of a range spell, all of them, or `nil`.
  static func named(_ words: Range<Int>, of line: LineWords) -> String? {
    guard let hit = longest(at: words.lowerBound, of: line), hit.match.words == words else {
      return nil
    }
    return hit.meaning
  }

  /// The agencies named among the words of a range, the longest spelling first, each once.
  static func names(in words: Range<Int>, of line: LineWords) -> [String] {
    var found: [String] = []
    var index = words.lowerBound
    while index < words.upperBound {
      if let hit = longest(at: index, of: line), hit.match.words.upperBound <= words.upperBound {
        if !found.contains(hit.meaning) { found.append(hit.meaning) }
        index = hit.match.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The longest spelling that starts at a word.
  private static func longest(at index: Int, of line: LineWords) -> PhraseTable<String>.Hit? {
    guard index < line.count, let hit = table.longest(at: index, in: line) else { return nil }
    // "app", "spa" and "nan" are words, too: an agency is never written small, but "dpa".
    let isSmall = line.words[index].shape == .lower
    return isSmall && hit.meaning != "dpa" ? nil : hit
  }
}
