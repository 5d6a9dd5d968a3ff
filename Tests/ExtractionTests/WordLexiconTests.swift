import NewsModel
import Testing

@testable import Extraction

@Suite("WordLexicon")
struct WordLexiconTests {
  @Test("adds a word once and changes what is known of it")
  func update() {
    var lexicon = WordLexicon(unknown: 1, capacity: 4)
    lexicon.update("one two  three\n two") { $0 *= 3 }
    var words = Vocabulary()
    let values = ["one", "two", "three", "four", ""].map { word in
      lexicon.number(of: words.intern(word), in: words).map { lexicon[$0] }
    }
    #expect(values == [3, 9, 3, nil, nil])
  }

  @Test(
    "cuts a table into lines and fields",
    arguments: [
      ("", []), ("a", [["a"]]), ("a b\nc", [["a", "b"], ["c"]]),
      ("\n\n say  told \n\nfelt\n", [["say", "told"], ["felt"]]),
    ] as [(String, [[String]])])
  func fields(text: String, expected: [[String]]) {
    let span = text.utf8Span.span
    let bytes = Array(text.utf8)
    var found: [[String]] = []
    span.forEachLine { line in
      var fields: [String] = []
      span.forEachField(in: line) { fields.append(String(decoding: bytes[$0], as: UTF8.self)) }
      found.append(fields)
    }
    #expect(found == expected)
  }
}
