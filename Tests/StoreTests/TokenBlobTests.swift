import NewsModel
import Testing

@testable import Store

@Suite struct TokenBlobTests {
  @Test(
    "unpacks what it packed",
    arguments: ["", "one", "Naïve “words” said so. Said so again, twice.\n\nNew paragraph here"])
  func roundTrip(_ text: String) throws {
    let tokens = SampleAnalysis.tokens(of: text)
    let (words, _, columns) = TokenBlob.encode(tokens)
    #expect(
      TokenDescription(try TokenBlob.decode(columns, words: words)) == TokenDescription(tokens))
  }

  @Test("leaves out words that no token uses")
  func compacts() throws {
    var tokens = SampleAnalysis.tokens(of: "a b c")
    tokens.words = [2, 2, 2].map { tokens.words[$0] }
    tokens.lowers = tokens.words
    tokens.lemmas = tokens.words
    let (words, _, columns) = TokenBlob.encode(tokens)
    #expect(words == ["c"])
    #expect(try TokenBlob.decode(columns, words: words).word(1) == "c")
  }

  @Test("refuses damaged bytes instead of trapping")
  func damaged() throws {
    let (words, _, columns) = TokenBlob.encode(
      SampleAnalysis.tokens(of: "some words to pack, and some more words"))
    for cut in 0..<columns.count {
      #expect(throws: StoreError.self) {
        try TokenBlob.decode(Array(columns.prefix(cut)), words: words)
      }
    }
    for index in columns.indices {
      var changed = columns
      changed[index] ^= 0xff
      _ = try? TokenBlob.decode(changed, words: words)
    }
  }
}
