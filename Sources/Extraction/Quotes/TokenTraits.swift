internal import NewsModel

/// What the grammar of statements needs to know of a token.
struct TokenTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let comma = TokenTraits(rawValue: 1 << 0)
  static let fullStop = TokenTraits(rawValue: 1 << 1)
  static let colon = TokenTraits(rawValue: 1 << 2)
  static let semicolon = TokenTraits(rawValue: 1 << 3)
  static let dash = TokenTraits(rawValue: 1 << 4)
  static let bracket = TokenTraits(rawValue: 1 << 5)
  /// A printed quotation mark, double, or single and paired.
  static let mark = TokenTraits(rawValue: 1 << 6)
  static let conjunction = TokenTraits(rawValue: 1 << 7)
  static let that = TokenTraits(rawValue: 1 << 8)
  /// “who”, “which”, “whose”, “whom”.
  static let relative = TokenTraits(rawValue: 1 << 9)
  /// “whether”, “if”, “how”, “why”, “what”, “when”, “where”.
  static let question = TokenTraits(rawValue: 1 << 10)
  /// “while”, “although”, “after” and the like where they open a clause.
  static let subordinator = TokenTraits(rawValue: 1 << 11)
  static let preposition = TokenTraits(rawValue: 1 << 12)
  static let to = TokenTraits(rawValue: 1 << 13)
  static let negation = TokenTraits(rawValue: 1 << 14)
  static let have = TokenTraits(rawValue: 1 << 15)
  static let be = TokenTraits(rawValue: 1 << 16)
  static let `do` = TokenTraits(rawValue: 1 << 17)
  static let modal = TokenTraits(rawValue: 1 << 18)
  /// “he”, “she”, “it”, “they”, “we”, “I”, “you”, “who”.
  static let subjectPronoun = TokenTraits(rawValue: 1 << 19)
  /// “I”, “we”, “you”.
  static let speechPronoun = TokenTraits(rawValue: 1 << 20)
  static let determiner = TokenTraits(rawValue: 1 << 21)
  /// “Tuesday”, “January”, “today”, “week” and the like.
  static let time = TokenTraits(rawValue: 1 << 22)
  static let adverb = TokenTraits(rawValue: 1 << 23)
  static let verb = TokenTraits(rawValue: 1 << 24)
  /// A verb form that a subject may stand before: VBD, VBZ, VBP, MD.
  static let finite = TokenTraits(rawValue: 1 << 25)
  static let noun = TokenTraits(rawValue: 1 << 26)
  /// May stand inside a plain noun phrase.
  static let phrase = TokenTraits(rawValue: 1 << 27)
  static let possessive = TokenTraits(rawValue: 1 << 28)
  static let properNoun = TokenTraits(rawValue: 1 << 29)
  static let pronoun = TokenTraits(rawValue: 1 << 30)
  /// Can attribute a statement as a verb or an adjective, or is “according”.
  static let cue = TokenTraits(rawValue: 1 << 31)

  /// The traits that words have whatever their part of speech, in lower case.
  static let words: [(words: String, traits: TokenTraits)] = [
    (",", .comma),
    (". ? ! … ...", .fullStop),
    (":", .colon),
    (";", .semicolon),
    ("– — -- --- - ― −", .dash),
    ("( ) [ ] { } -lrb- -rrb-", .bracket),
    ("and or but nor yet &", .conjunction),
    ("that", .that),
    ("who which whose whom", .relative),
    ("whether if how why what when where whatever", .question),
    (
      """
      while although though because after before since when as if unless whereas until once even \
      so than lest whenever wherever
      """, .subordinator
    ),
    (
      """
      of in on at for from with by about against to into over under during between among amid \
      through via near inside outside without within toward towards per like despite regarding \
      concerning upon across behind beyond around along following including
      """, .preposition
    ),
    ("to", .to),
    ("not n't never no", .negation),
    ("have has had having 've", .have),
    ("be is are was were been being am 're 'm", .be),
    ("do does did", .do),
    ("is are was were am has does did", [.finite, .verb]),
    ("will would can could may might must shall should wo ca 'll 'd ought", .modal),
    ("he she it they we i you one", [.subjectPronoun, .pronoun]),
    ("who", [.subjectPronoun]),
    ("i we you", .speechPronoun),
    (
      """
      him her them us me himself herself itself themselves this these those everyone everybody \
      someone somebody nobody anyone none others some many most few several both all each
      """, .pronoun
    ),
    ("the a an this these those some any no every each his her its their our my your", .determiner),
    (
      """
      monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays \
      thursdays fridays saturdays sundays january february march april may june july august \
      september october november december jan. feb. aug. sept. oct. nov. dec. today yesterday \
      tomorrow tonight morning afternoon evening night week weekend month year day days weeks \
      months years hours earlier later recently ago last next late early now again midday noon
      """, .time
    ),
    ("'s ’s ‘s ' ’", .possessive),
    ("according", .cue),
  ]
}

/// The traits of every token of an article.
struct TokenTraitColumn {
  /// By token.
  let traits: [TokenTraits]

  /// Computes the traits, one table look-up for each distinct word.
  ///
  /// - Parameters:
  ///   - tokens: The tokens.
  ///   - context: What else is known of the article.
  ///   - cues: Its cues.
  ///   - quotationTokens: The tokens of each quotation, marks included.
  init(
    _ tokens: TokenColumns, _ context: ExtractionContext, _ cues: CueColumns,
    quotationTokens: [Range<Int>]
  ) {
    let lexicon = GrammarWord.lexicon
    let byWord = context.table.grammarWords.map {
      $0 == WordTable.none ? [] : lexicon[$0].traits
    }
    let byTag = PartOfSpeech.allCases.map(Self.traits)
    let us = tokens.vocabulary.id(of: "us")
    var traits = [TokenTraits](repeating: [], count: tokens.count)
    for token in 0..<tokens.count {
      let pos = tokens.partsOfSpeech[token]
      let ofWord = byWord[Int(tokens.lowers[token])]
      let ofTag = byTag[Int(pos.rawValue)]
      // Most words are settled by the two alone; “us” may be the country.
      var trait = ofWord.union(ofTag)
      if !ofWord.isDisjoint(with: Self.doubtful) || ofTag.contains(.verb)
        || ofWord.contains(.pronoun)
      {
        let before = token > 0 ? tokens.partsOfSpeech[token - 1] : .unknown
        if tokens.lowers[token] == us, pos == .prp, token > 0, tokens.words[token] != us {
          // “the US”: the country, whatever the tagger thinks.
          trait = [.noun, .properNoun, .phrase]
        } else {
          trait = Self.traits(of: ofWord, as: pos, ofTag, behind: before)
        }
      }
      traits[token] = trait
    }
    for (quotation, run) in zip(context.quotations, quotationTokens) {
      if let mark = quotation.openingMark {
        for token in run.prefix(while: { Int(tokens.starts[$0]) < mark.end }) {
          traits[token] = .mark
        }
      }
      if let mark = quotation.closingMark {
        for token in run.reversed().prefix(while: { Int(tokens.ends[$0]) > mark.start }) {
          traits[token] = .mark
        }
      }
    }
    if !context.options.cues.isEmpty {
      for token in traits.indices where cues.isTaught(tokens.lowers[token]) {
        traits[token].insert(.cue)
      }
    }
    self.traits = traits
  }

  /// Traits of words that depend on the part of speech.
  private static let doubtful: TokenTraits = [
    .modal, .question, .time, .possessive, .that, .have, .be, .do, .verb,
  ]

  /// The traits of a word, given those of the lexicon and those of its part of speech.
  private static func traits(
    of word: TokenTraits, as pos: PartOfSpeech, _ others: TokenTraits, behind before: PartOfSpeech
  ) -> TokenTraits {
    var trait = word.union(others)
    if pos == .vbp || pos == .vb, before == .dt || before == .prpPossessive || before == .jj {
      // “the call between”: behind an article there is a noun.
      trait.subtract([.verb, .finite])
      trait.formUnion([.noun, .phrase])
    }
    if pos.isNoun || pos == .vb {
      // “may” the month, “will” the testament, “like” the verb.
      trait.subtract([.modal, .question])
    }
    if pos == .md { trait.remove(.time) }
    if trait.contains(.possessive), pos != .pos {
      trait.remove(.possessive)
      if pos.isVerb { trait.insert([.be, .have]) }
    }
    if trait.contains(.that), pos == .dt { trait.insert([.determiner, .pronoun, .phrase]) }
    if !trait.isDisjoint(with: [.have, .be, .do]) { trait.insert(.verb) }
    if trait.contains(.verb) { trait.subtract([.preposition, .subordinator]) }
    return trait
  }

  private static func traits(of pos: PartOfSpeech) -> TokenTraits {
    switch pos {
    case .nn, .nns: [.noun, .phrase]
    case .nnp, .nnps: [.noun, .properNoun, .phrase]
    case .jj, .jjr, .jjs, .cd, .dt, .pdt, .prpPossessive, .pos, .dollar, .hash, .afx, .hyphen,
      .wpPossessive:
      .phrase
    case .prp: [.pronoun]
    case .vbd, .vbz, .vbp, .md: [.verb, .finite]
    case .vb, .vbg, .vbn: [.verb]
    case .rb, .rbr, .rbs: [.adverb]
    default: []
    }
  }
}
