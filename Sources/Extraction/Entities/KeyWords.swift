internal import NewsModel

/// The vocabulary ids of the few words that rules test for by name.
struct KeyWords: Sendable {
  let the, a, an, of, and, or, by, between, with, on, against, to, from, for_, in_, at, near: UInt32
  let after, since, over, comma, stop, colon, semicolon, possessive, apostrophe: UInt32
  let openBracket, closeBracket, openParen, closeParen, slash, dash, ampersand: UInt32
  let according, state, staff, general, who, which, where_, that, jr, administration: UInt32
  let he, she, it, they, him, her, his, its, their, them, we, i, not, called, call: UInt32
  let president, leader, but, as_, amid, toward, towards, into, around, via: UInt32

  /// Looks the words up in an article's vocabulary.
  init(_ vocabulary: Vocabulary) {
    func id(_ word: String) -> UInt32 { vocabulary.id(of: word) ?? WordTable.none }
    the = id("the")
    a = id("a")
    an = id("an")
    of = id("of")
    and = id("and")
    or = id("or")
    by = id("by")
    between = id("between")
    with = id("with")
    on = id("on")
    against = id("against")
    to = id("to")
    from = id("from")
    for_ = id("for")
    in_ = id("in")
    at = id("at")
    near = id("near")
    after = id("after")
    since = id("since")
    over = id("over")
    comma = id(",")
    stop = id(".")
    colon = id(":")
    semicolon = id(";")
    possessive = id("'s")
    apostrophe = id("'")
    openBracket = id("[")
    closeBracket = id("]")
    openParen = id("(")
    closeParen = id(")")
    slash = id("/")
    dash = id("–")
    ampersand = id("&")
    according = id("according")
    state = id("state")
    staff = id("staff")
    general = id("general")
    who = id("who")
    which = id("which")
    where_ = id("where")
    that = id("that")
    jr = id("jr.")
    administration = id("administration")
    he = id("he")
    she = id("she")
    it = id("it")
    they = id("they")
    him = id("him")
    her = id("her")
    his = id("his")
    its = id("its")
    their = id("their")
    them = id("them")
    we = id("we")
    i = id("i")
    not = id("not")
    called = id("called")
    call = id("call")
    president = id("president")
    leader = id("leader")
    but = id("but")
    as_ = id("as")
    amid = id("amid")
    toward = id("toward")
    towards = id("towards")
    into = id("into")
    around = id("around")
    via = id("via")
  }
}
