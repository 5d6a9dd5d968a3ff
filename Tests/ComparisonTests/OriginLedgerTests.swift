import NewsModel
import SaysoTestSupport
import Store
import Testing

@testable import Comparison

@Suite struct OriginLedgerTests {
  @Test("puts agency, copyright holder and outlet in order, each with its evidence")
  func chain() throws {
    let snapshot = try ZonedCorpus.snapshot([
      """
      [Harbour wall falls|title]
      [LARKMOUTH (Tidewire) –|dateline]
      [The harbour wall fell on Monday.|body]
      [Copyright 2021 Larkmouth Broadcasting Company. All rights reserved.|copyright-notice]
      [Back to top button|back-to-top]
      [Related Articles|related-articles]
      """,
      """
      [Library opens|title]
      [The library opened.|body]
      [Source link|source-link]
      [Back to top button|back-to-top]
      [Related Articles|related-articles]
      """,
    ])
    let ledger = try OriginLedger(of: snapshot)
    let chains = ledger.chains.map { $0.map { "\($0.role) \($0.name)" } }
    #expect(
      chains == [
        ["agency Tidewire", "copyright Larkmouth Broadcasting Company", "outlet Island Daily"],
        ["outlet Island Daily"],
      ])
    let evidence = try #require(ledger.chains[0][0].evidence)
    #expect(try snapshot.text(ofArticle: 0, at: evidence) == "Tidewire")
    #expect(ledger.sharedFooters.map { [$0.first, $0.second, $0.lines] } == [[0, 1, 2]])
  }

  @Test("describes what was loaded and what not to trust")
  func overview() throws {
    let snapshot = try ZonedCorpus.snapshot([
      "[Harbour wall falls|title]\n\n[It fell.|body]\n[Nobody knows why.|body]\n\n[Source link|source-link]"
    ])
    let row = try #require(try ArticleLedger(of: snapshot).rows.first)
    #expect(row.bodyLines == 3...4)
    #expect(row.boilerplateReasons == ["source-link"])
    #expect(row.words == 8)
    #expect(!row.repeatsTitle)
    let caution = try CautionLedger(of: snapshot)
    #expect(caution.rows.map(\.kind).contains("missing-date"))
    #expect(caution.rows.first { $0.kind == "missing-date" }?.lines == [])
  }
}

/// Articles written with their zones marked; a label that is no kind of zone is a reason for boilerplate.
enum ZonedCorpus {
  static func snapshot(_ articles: [String]) throws -> CorpusSnapshot {
    let store = try CorpusStore.inMemory()
    for (number, text) in articles.enumerated() {
      let marked = MarkedText(text)
      var article = Article(
        id: "\(number)", path: "\(number).txt", text: marked.text, outlet: "Island Daily")
      if marked.text.contains("Tidewire") { article.agencies = ["Tidewire"] }
      article.zones = marked.spans.map { span in
        let kind = Zone.Kind(rawValue: span.label)
        return Zone(kind ?? .boilerplate, span.range, reason: kind == nil ? span.label : "")
      }
      article.notes = [Note(.missingDate, nil, "no date is stated")]
      try store.add(Analysis(article: article, tokens: TokenColumns()))
    }
    return try store.snapshot()
  }
}
