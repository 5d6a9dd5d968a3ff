internal import NewsModel

/// The vocabulary ids of the few words that naming rules test for by name.
///
/// A class, so that reading one word does not copy all.
final class KeyWords: Sendable {
  let the, of, and, between, with, to, from, comma, stop, colon: UInt32
  let possessive, openBracket, closeBracket, openParen, closeParen: UInt32
  let state, who, administration, by, according, ampersand: UInt32
  let on, upon, against, back, intelligence: UInt32
  /// “a”, “an”, “the”.
  let articles: [UInt32]
  /// Opening quotation marks and brackets.
  let openingMarks: [UInt32]
  /// “'s” and the bare apostrophe of plurals.
  let possessives: [UInt32]
  /// “in”, “at”, “near”: a place follows.
  let placePrepositions: [UInt32]
  /// “against”, “on”, “with”: what a relation goes to.
  let relationPrepositions: [UInt32]
  /// Forms of “have”, “will”, “would”: between a subject and its verb.
  let auxiliaries: [UInt32]
  /// Forms of “be”.
  let copulas: [UInt32]
  /// “not”, “n't”, “never”.
  let negations: [UInt32]
  /// Forms of “call”, as in “called on”.
  let callForms: [UInt32]
  /// What a government can be: “committed”, “ready”.
  let willing: [UInt32]
  /// “he”, “him”; “she”; “it”; “they”; “who”.
  let masculine, feminine, neuter, plural, relatives: [UInt32]
  /// “its”, “their”, “his”, “her”: in front of what belongs to somebody just named.
  let pronounOwners: [UInt32]
  /// “where”, “when”, “which”: a relative clause begins.
  let relativeAdverbs: [UInt32]
  /// “from”, “by”: in front of whoever made a text.
  let authorPrepositions: [UInt32]
  /// “I”, “we”: whoever is quoted.
  let speakersOwn: [UInt32]
  /// What people say to each other: “I”, “you”, a question.
  let talk: [UInt32]
  /// “video”, “update”: labels in front of what no speaker says.
  let notices: [UInt32]
  /// Lemmas of “release”, “publish”.
  let publishingVerbs: [UInt32]
  /// “deputy”, “former”: they make an office another one.
  let restrictingModifiers: Set<UInt32>
  /// Lemmas of “leader”, “president”, “prime”.
  let leader, president, prime: UInt32
  let dozen, than, per, cent, old, one: UInt32
  /// “p.m.”, “o'clock”; “No.”, “page”.
  let clockWords, labelWords: [UInt32]
  /// “than”, “an”, “at”: inside an approximation.
  let approximationLinks: [UInt32]
  /// “%”, “percent”.
  let percent: [UInt32]
  /// “aged”; “and”, “or”; “above”, “older”.
  let ageWords, joiners, ageBounds: [UInt32]
  /// “in (2014)”, “since (2014)”.
  let yearPrepositions: [UInt32]
  /// “last”, “next”, “this”: in front of a unit of time.
  let shiftWords, lastWords, nextWords: [UInt32]
  /// “recent”, “coming”: no exact time.
  let vagueWords: [UInt32]
  /// “morning”, “night” behind a weekday.
  let partsOfDay: [UInt32]
  /// “may”, “march”, “august”.
  let ambiguousMonths: [UInt32]
  /// “in”, “on”, “since” before a date.
  let datePrepositions: [UInt32]
  /// “within”, “for”, “over” before a length of time.
  let durationPrepositions: [UInt32]
  /// “past”, “last”, “next” inside a length of time.
  let pastWords: [UInt32]
  /// “earlier”, “later”.
  let earlierWords: [UInt32]
  /// “ago”, “later”, “earlier” behind a length of time.
  let agoWords: [UInt32]
  /// “second”: a unit only behind a number.
  let notUnits: [UInt32]
  /// “will”, “would”, “expected”.
  let futureWords: [UInt32]
  /// Small words that nobody writes twice in a row.
  let doubledWords: [UInt32]
  let ago, day, same, yesterday, tomorrow: UInt32
  /// Lemmas of “ministers”, “secretaries-general”: high offices that lead no state.
  let ministers: [UInt32]
  /// Prepositions that open a clause: “since Moscow captured …”.
  let clauseOpeners: [UInt32]

  /// Looks the words up in an article's vocabulary.
  convenience init(_ vocabulary: Vocabulary) {
    var reader = KeyWordReader(vocabulary)
    self.init(&reader)
  }

  fileprivate init(_ reader: inout KeyWordReader) {
    func id(_ word: StaticString) -> UInt32 { reader.id(word) }
    func ids(_ words: StaticString) -> [UInt32] { reader.ids(words) }
    the = id("the")
    of = id("of")
    and = id("and")
    between = id("between")
    with = id("with")
    to = id("to")
    from = id("from")
    comma = id(",")
    stop = id(".")
    colon = id(":")
    possessive = id("'s")
    openBracket = id("[")
    closeBracket = id("]")
    openParen = id("(")
    closeParen = id(")")
    state = id("state")
    who = id("who")
    administration = id("administration")
    by = id("by")
    according = id("according")
    ampersand = id("&")
    on = id("on")
    upon = id("upon")
    against = id("against")
    back = id("back")
    intelligence = id("intelligence")
    articles = ids("the a an")
    openingMarks = ids("“ ‘ `` \" ( [")
    possessives = ids("'s ' ’s ’ ‘s")
    placePrepositions = ids("in at near outside inside across throughout around into")
    relationPrepositions = ids("with against on to toward towards for from upon by")
    auxiliaries = ids(
      "has have had will would could should can may might must shall 'd 'll does did do")
    copulas = ids("is was are were be been 's")
    negations = ids("not n't never")
    callForms = ids("call calls called calling")
    willing = ids(
      "committed ready willing prepared unwilling determined eager keen reluctant adamant open concerned worried opposed interested afraid convinced set likely unlikely due able unable wary angry furious serious responsible behind guilty aware hopeful confident"
    )
    masculine = ids("he him himself")
    feminine = ids("she herself")
    neuter = ids("it itself")
    plural = ids("they them themselves")
    relatives = ids("who which that")
    pronounOwners = ids("its their his her")
    relativeAdverbs = ids("where when which whereupon")
    authorPrepositions = ids("from by")
    speakersOwn = ids("i we me us you")
    talk = ids("i we you me us my our your ?")
    notices = ids(
      "video photo image clip audio note notes update correction watch read related more source graphic caption"
    )
    publishingVerbs = ids(
      "release publish issue submit write send file produce sign post circulate present unveil")
    restrictingModifiers = Set(ids("deputy vice former ex-president assistant acting then ex late"))
    dozen = id("dozen")
    than = id("than")
    per = id("per")
    cent = id("cent")
    old = id("old")
    one = id("one")
    clockWords = ids("p.m. a.m. pm am o'clock p.m a.m gmt est edt et cet utc :")
    labelWords = ids(
      "no. no number page chapter article section flight route room line channel : phase")
    approximationLinks = ids("than an a at as many much to of the")
    percent = ids("% percent pct pct.")
    ageWords = ids("aged age ages")
    joiners = ids("and or")
    ageBounds = ids("above over older under younger up below")
    yearPrepositions = ids(
      "in since by before after until till from during of early late mid mid- through circa")
    shiftWords = ids("last next this past coming previous following")
    lastWords = ids("last past previous")
    nextWords = ids("next coming following")
    vagueWords = ids("recent coming past previous following")
    partsOfDay = ids("morning afternoon evening night")
    ambiguousMonths = ids("may march august mar. dec")
    datePrepositions = ids(
      "in on since by before after until till from during of early late mid around over for")
    durationPrepositions = ids("within for over in during after")
    pastWords = ids("past last next coming first final")
    earlierWords = ids("earlier later")
    agoWords = ids("ago earlier later")
    notUnits = ids("second seconds quarter")
    futureWords = ids(
      "will would shall 'll expected scheduled due plans plan planned upcoming set to-be should")
    doubledWords = ids("the a an of and to in for with at from by")
    ministers = ids("minister secretary-general chancellor commissioner")
    ago = id("ago")
    day = id("day")
    same = id("same")
    yesterday = id("yesterday")
    tomorrow = id("tomorrow")
    leader = id("leader")
    president = id("president")
    prime = id("prime")
    clauseOpeners = ids(
      "that since after before because if although though while whether until as than when what which"
    )
  }
}

/// Looks up lists of words that are asked for in the same order for every article.
///
/// What the lists say is read once; an article's words are compared with all of them at one go.
private struct KeyWordReader {
  /// All words of the lists.
  private var words = Vocabulary()
  /// The lists in order, as ids of `words`.
  private var lists: [[UInt32]] = []
  /// The ids that the words have in the article; `nil` while the lists are read.
  private var found: [UInt32]?
  private var next = 0

  private static let prepared: KeyWordReader = {
    var reader = KeyWordReader()
    _ = KeyWords(&reader)
    return reader
  }()

  private init() {}

  /// Prepares to look words up in an article's vocabulary.
  init(_ vocabulary: Vocabulary) {
    self = Self.prepared
    found = words.ids(in: vocabulary)
  }

  /// The id of a word, `none` if the article does not have it.
  mutating func id(_ word: StaticString) -> UInt32 {
    guard let found else { return ids(word).first ?? WordTable.none }
    defer { next += 1 }
    return found[Int(lists[next][0])]
  }

  /// The ids of those words of a list that the article has.
  mutating func ids(_ list: StaticString) -> [UInt32] {
    guard let found else {
      let parts = list.withUTF8Buffer { $0.split(separator: UInt8(ascii: " ")) }
      lists.append(parts.map { words.intern(Array($0).span) })
      return []
    }
    defer { next += 1 }
    var ids: [UInt32] = []
    for word in lists[next] where found[Int(word)] != .max { ids.append(found[Int(word)]) }
    return ids
  }
}
