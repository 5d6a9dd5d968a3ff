internal import NewsModel

/// The words of a source, taken apart: what it is about (the head noun), what stands before and after.
///
///     “a spokesman for the ministry”        head “spokesman”
///     “Russia's defence minister, Ivan Oz”  head “minister”, apposition “Ivan Oz”
struct SourcePhrase {
  /// The first conjunct or part, up to its preposition or comma: determiner to head.
  var core: Range<Int>
  /// The rest after the core, up to the next comma: “for the ministry”.
  var complement: Range<Int>
  /// What stands after a comma.
  var apposition: Range<Int>

  /// Takes a source apart.
  init(_ source: Range<Int>, _ view: SpeakerView) {
    let words = view.words
    var token = source.lowerBound
    var coreEnd: Int?
    var partEnd = source.upperBound
    while token < source.upperBound {
      if let mention = view.mention(at: token) {
        // A name is never cut.
        token = max(token + 1, view.mentionTokens[mention].upperBound)
        continue
      }
      if words.isWord(token, words.key.comma), token > source.lowerBound {
        partEnd = token
        break
      }
      if coreEnd == nil, token > source.lowerBound, Self.endsCore(token, source, view) {
        coreEnd = token
      }
      token += 1
    }
    core = source.lowerBound..<min(coreEnd ?? partEnd, partEnd)
    complement = core.upperBound..<partEnd
    apposition = min(partEnd + 1, source.upperBound)..<source.upperBound
    // A mark or bracket at an edge belongs to no name.
    while core.count > 1, words.shape(core.upperBound - 1).isDisjoint(with: [.letter, .digit]),
      !words.isWord(core.upperBound - 1, words.key.closeBracket)
    {
      core = core.lowerBound..<(core.upperBound - 1)
    }
  }

  /// Whether a word ends the part that holds the head: a preposition, a relative pronoun, a verb, a bracket: “Yates
  /// (Labour)” is not her party.
  private static func endsCore(_ token: Int, _ source: Range<Int>, _ view: SpeakerView) -> Bool {
    let words = view.words
    if words.isWord(token, words.key.of) {
      // “Secretary of State”, “Minister of Defence” stay together.
      return
        !(words.flags(token - 1).contains(.titleHead) && words.isCapitalised(token - 1)
        && words.isCapitalised(token + 1) && view.mention(at: token + 1) == nil)
    }
    if words.isWord(token, words.key.openParen) { return true }
    switch words.tag(token) {
    case .in, .to, .wdt, .wp, .wrb, .vbd, .vbz, .vbp, .md, .colon: return true
    case .vbn, .vbg: return token + 1 < source.upperBound && !words.tag(token + 1).isNoun
    default: return false
    }
  }
}
