import NewsModel
import Testing

@testable import Extraction

@Suite("KeyWords")
struct KeyWordsTests {
  @Test("finds those words that an article has, in every article anew")
  func lookUp() {
    var harbour = Vocabulary()
    for word in ["a", "harbour", "the", "said", ",", "earlier"] { _ = harbour.intern(word) }
    var council = Vocabulary()
    for word in ["the", "council", "against"] { _ = council.intern(word) }
    let first = KeyWords(harbour)
    let second = KeyWords(council)
    #expect(first.the == 2 && first.comma == 4 && first.against == WordTable.none)
    #expect(first.articles == [2, 0])
    #expect(first.earlierWords == [5])
    #expect(second.the == 0 && second.comma == WordTable.none && second.against == 2)
    #expect(second.articles == [0] && second.earlierWords.isEmpty)
    #expect(KeyWords(Vocabulary()).articles.isEmpty)
  }
}
