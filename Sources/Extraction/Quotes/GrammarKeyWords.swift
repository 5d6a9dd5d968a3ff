internal import NewsModel

/// Words that the grammar of statements tests for again and again.
enum GrammarKeyWord: Int, CaseIterable {
  case according, amid, `as`, during, `in`, it, neither, no, nobody, none, nor, nothing

  /// The words as they are written, in the order of the cases.
  static let spellings = "according amid as during in it neither no nobody none nor nothing"
}

/// The vocabulary ids of such words in one article.
struct GrammarKeyWords: Sendable {
  /// By raw value; `.max`, which is no token's word, where the article does not hold a word.
  private let ids: [UInt32]
  /// “if”, “while”: what opens a clause in front of another one.
  let subordinators: [UInt32]
  /// “both”, “not”: in front of the subject.
  let quantifiers: [UInt32]
  /// “it”, “which”: pronouns for things rather than people.
  let neuters: [UInt32]
  /// “if”, “whether”: what follows is supposed or asked.
  let suppositions: [UInt32]
  /// “case”, “event”: behind “in” they suppose as well.
  let supposedCases: [UInt32]
  /// “that”, “or not”: may stand between such a word and the subject.
  let supposingLinks: [UInt32]

  /// Looks the words up in an article's vocabulary.
  init(_ vocabulary: Vocabulary) {
    ids = Self.words.ids(in: vocabulary)
    subordinators = Self.subordinatorWords.ids(in: vocabulary)
    quantifiers = Self.quantifierWords.ids(in: vocabulary)
    neuters = Self.neuterWords.ids(in: vocabulary)
    suppositions = Self.suppositionWords.ids(in: vocabulary)
    supposedCases = Self.supposedCaseWords.ids(in: vocabulary)
    supposingLinks = Self.supposingLinkWords.ids(in: vocabulary)
  }

  /// The id of a word.
  subscript(word: GrammarKeyWord) -> UInt32 { ids[word.rawValue] }

  private static let words = vocabulary(GrammarKeyWord.spellings)
  private static let subordinatorWords = vocabulary(
    "if when while although unless though despite once until")
  private static let quantifierWords = vocabulary("neither both either not")
  private static let neuterWords = vocabulary("it this that these those which")

  private static let suppositionWords = vocabulary(
    "if unless whether provided providing assuming supposing suppose")
  private static let supposedCaseWords = vocabulary("case event")
  private static let supposingLinkWords = vocabulary("that or not")

  private static func vocabulary(_ words: String) -> Vocabulary {
    var vocabulary = Vocabulary(capacity: 16)
    let text = words.utf8Span.span
    text.forEachField(in: 0..<text.count) { _ = vocabulary.intern(text, $0) }
    return vocabulary
  }
}
