import NewsModel
import Testing

@testable import Store

@Suite struct SearchTests {
  @Test(
    "makes a query that FTS5 understands of anything typed",
    arguments: [
      ("harbour cost", "\"harbour\" \"cost\""), ("U.S. troops", "\"U.S.\" \"troops\""),
      ("\"harbour plan\" OR mayor", "\"harbour plan\" OR \"mayor\""),
      ("OR AND mayor NOT", "\"mayor\""), ("harb*", "\"harb\"*"), ("“the plan", "\"the plan\""),
      ("a:b (c) -d ^e", "\"a:b\" \"(c)\" \"-d\" \"^e\""), ("* \" ( ) ", nil), ("", nil),
    ])
  func queries(text: String, expected: String?) {
    #expect(SearchQuery.fts5(text) == expected)
  }

  @Test("finds articles and statements with the words that matched")
  func hits() throws {
    let store = try CorpusStore.inMemory()
    try store.add(SampleAnalysis.make())
    let snapshot = try store.snapshot()
    let article = try #require(try snapshot.search("COST harbour").first)
    #expect(article.line == 1)
    #expect(article.excerpt == "Harbour plan divides Larkmouth")
    #expect(article.matches.map { article.excerpt[bytes: $0] } == ["Harbour"])
    let quote = try #require(try snapshot.search("million crown*", in: .quotes).first)
    #expect(quote.quote == 0)
    #expect(quote.line == 5)
    #expect(quote.matches.map { quote.excerpt[bytes: $0] } == ["million", "crowns"])
    #expect(try snapshot.search("olsen", in: .quotes).compactMap(\.quote).sorted() == [0, 2])
    #expect(try snapshot.search("nowhere") == [])
    #expect(throws: StoreError.self) { try snapshot.search("***") }
  }
}
