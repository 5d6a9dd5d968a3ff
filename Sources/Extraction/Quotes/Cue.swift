internal import NewsModel

/// What may follow a verb that attributes a statement.
struct CueFrame: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// A clause, with or without “that”: said (that) it would rain.
  static let clause = CueFrame(rawValue: 1 << 0)
  /// A clause, only with “that” or in quotation marks: emphasised that it would rain.
  static let thatClause = CueFrame(rawValue: 1 << 1)
  /// Direct speech before or after it.
  static let speech = CueFrame(rawValue: 1 << 2)
  /// The person spoken to as an object before the clause: told reporters that it rained.
  static let addressee = CueFrame(rawValue: 1 << 3)
  /// An infinitive: promised to go.
  static let infinitive = CueFrame(rawValue: 1 << 4)
  /// An object and an infinitive: urged them to go.
  static let objectInfinitive = CueFrame(rawValue: 1 << 5)
  /// A gerund: suggested meeting.
  static let gerund = CueFrame(rawValue: 1 << 6)
  /// A noun phrase: denied the report.
  static let nounPhrase = CueFrame(rawValue: 1 << 7)
  /// A question: asked whether it would rain.
  static let question = CueFrame(rawValue: 1 << 8)
  /// An object and what is said of it: called the plan a mistake, accused them of lying.
  static let predication = CueFrame(rawValue: 1 << 9)
  /// A thought, wish or fear, not words.
  static let belief = CueFrame(rawValue: 1 << 10)
  /// Also what things do (“the vote shows that …”): a speaker or a document must be the subject.
  static let needsSpeaker = CueFrame(rawValue: 1 << 11)
  /// Too common in other uses: attributes only what stands in quotation marks.
  static let needsMarks = CueFrame(rawValue: 1 << 12)

  /// The frame that a letter of the table stands for.
  init(letter: UInt8) {
    self =
      switch letter {
      case UInt8(ascii: "c"): .clause
      case UInt8(ascii: "t"): .thatClause
      case UInt8(ascii: "d"): .speech
      case UInt8(ascii: "a"): .addressee
      case UInt8(ascii: "i"): .infinitive
      case UInt8(ascii: "o"): .objectInfinitive
      case UInt8(ascii: "g"): .gerund
      case UInt8(ascii: "n"): .nounPhrase
      case UInt8(ascii: "q"): .question
      case UInt8(ascii: "p"): .predication
      case UInt8(ascii: "b"): .belief
      case UInt8(ascii: "s"): .needsSpeaker
      case UInt8(ascii: "m"): .needsMarks
      default: []
      }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// One entry of the cue lexicon.
struct Cue: Hashable, Sendable {
  /// What may follow.
  var frames: CueFrame
  /// What sort of act it names.
  var act: Quote.Act
  /// How surely the verb attributes something, 0 to 1.
  var strength: Double
  /// Prepositions and particles that belong to the cue where they follow it: called *for*.
  var particles: [String]
  /// How many words behind the verb belong to it: one in “hit back”.
  var rest = 0
}
