internal import NewsModel

/// The vocabulary ids of words that the grammar of statements tests for again and again; `nil` where an article
/// does not hold a word.
struct GrammarKeyWords: Sendable {
  let according, amid, `as`, during, `in`, it, neither, no, nobody, none, nor, nothing: UInt32?

  /// “if”, “while”: what opens a clause in front of another one.
  let subordinators: [UInt32]
  /// “both”, “not”: in front of the subject.
  let quantifiers: [UInt32]
  /// “it”, “which”: what things are called as well.
  let neuters: [UInt32]

  /// Looks the words up in an article's vocabulary.
  init(_ vocabulary: Vocabulary) {
    func id(_ word: String) -> UInt32? { vocabulary.id(of: word) }
    according = id("according")
    amid = id("amid")
    `as` = id("as")
    during = id("during")
    `in` = id("in")
    it = id("it")
    neither = id("neither")
    no = id("no")
    nobody = id("nobody")
    none = id("none")
    nor = id("nor")
    nothing = id("nothing")
    let clauses = [
      "if", "when", "while", "although", "unless", "though", "despite", "once", "until",
    ]
    subordinators = clauses.compactMap(id)
    quantifiers = ["neither", "both", "either", "not"].compactMap(id)
    neuters = ["it", "this", "that", "these", "those", "which"].compactMap(id)
  }
}
