import NewsModel
import Testing

@testable import Extraction

@Suite("GrammarKeyWords")
struct GrammarKeyWordsTests {
  @Test("spells its words in the order of their cases")
  func spellings() {
    let spellings = GrammarKeyWord.spellings.split(separator: " ").map(String.init)
    #expect(spellings == GrammarKeyWord.allCases.map { "\($0)" })
  }

  @Test("finds the words that an article holds, and takes no other for them")
  func words() {
    var vocabulary = Vocabulary()
    for word in ["nobody", "if", "the", "during"] { _ = vocabulary.intern(word) }
    let key = GrammarKeyWords(vocabulary)
    #expect(key[.nobody] == 0)
    #expect(key[.during] == 3)
    #expect(key[.according] == .max)
    #expect(key.subordinators.contains(1))
    #expect(!key.quantifiers.contains { $0 < 4 })
  }
}
