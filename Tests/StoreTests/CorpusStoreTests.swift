import NewsModel
import Testing

@testable import Store

@Suite struct CorpusStoreTests {
  @Test("gives an analysis back as it was")
  func roundTrip() throws {
    let store = try CorpusStore.inMemory()
    let first = SampleAnalysis.make()
    let second = SampleAnalysis.make(id: "001", path: "news/001.txt")
    try store.add(first)
    try store.add(second)
    let snapshot = try store.snapshot()
    for (row, expected) in [first, second].enumerated() {
      let found = try snapshot.analysis(ofArticle: row)
      #expect(found.article == expected.article)
      #expect(found.notes == expected.notes)
      #expect(found.entities == expected.entities)
      #expect(found.mentions == expected.mentions)
      #expect(found.quotes == expected.quotes)
      #expect(found.quotations == expected.quotations)
      #expect(found.figures == expected.figures)
      #expect(found.dates == expected.dates)
      #expect(found.annotations == expected.annotations)
      #expect(TokenDescription(found.tokens) == TokenDescription(expected.tokens))
    }
  }
}

/// All that two sets of token columns can differ in.
struct TokenDescription: Equatable {
  let numbers: [[UInt32]]
  let words: [String]
  let partsOfSpeech: [PartOfSpeech]

  init(_ tokens: TokenColumns) {
    numbers = [
      tokens.starts, tokens.ends, tokens.words, tokens.lowers, tokens.lemmas,
      tokens.sentenceStarts, tokens.paragraphStarts,
    ]
    words = (0..<UInt32(tokens.vocabulary.count)).map { tokens.vocabulary[$0] }
    partsOfSpeech = tokens.partsOfSpeech
  }
}
