import Extraction
import Foundation
import Reading
import Reporting
import Scripting
import Store
import Testing

/// The rule files to copy, on the articles that come with Sayso.
@Suite("Example rules on articles")
struct ExampleRulesOnArticlesTests {
  static let snapshot = Result {
    let store = try CorpusStore.inMemory()
    let indexer = Indexer(store: store, options: "") { ArticleAnalyser().analyse($0) }
    try indexer.index([SmallCorpus.root.appendingPathComponent("seeds").path])
    return try store.snapshot()
  }

  @Test(
    "find what they are for, and nothing else",
    arguments: [
      (
        "troop-figures", "Quantity",
        [
          "000:18 tens of thousands of troops", "001:38 thousands of combat-ready troops",
          "001:50 two armies", "001:50 three paratrooper units", "001:52 40,000 soldiers",
          "001:52 15,000 weapons and equipment", "004:7 an estimated 100,000 troops",
        ]
      ),
      (
        "summit-places", "MeetingPlace",
        [
          "000:8 in a third country", "001:15 in a third country", "002:3 in a third country",
          "002:7 in a third country", "003:14 in Europe this summer",
        ]
      ),
      ("denial-cues", "Denial", ["001:54 denies", "004:21 denied"]),
    ])
  func exact(file: String, type: String, expected: [String]) throws {
    var runner = ScriptRunner(on: try Self.snapshot.get())
    runner.rules = [
      SmallCorpus.root.appendingPathComponent("examples/rules/\(file).lua").path
    ]
    let result = runner.evaluate(
      "corpus:annotations{type=\"\(type)\"}:map(function(a) "
        + "return a.article.id:sub(1, 3) .. \":\" .. a.line .. \" \" .. a.text end)"
    ) { _ in }
    #expect(result.failure == nil)
    let rows = result.table?.rendered(as: .csv).split(separator: "\r\n").dropFirst().map {
      $0.split(separator: "\"", omittingEmptySubsequences: true).joined()
    }
    #expect(rows.map(Array.init) == expected)
  }

  @Test("figures have values where they are exact, and say how they are not")
  func values() throws {
    var runner = ScriptRunner(on: try Self.snapshot.get())
    runner.rules = [
      SmallCorpus.root.appendingPathComponent("examples/rules/troop-figures.lua").path
    ]
    let result = runner.evaluate(
      "corpus:annotations{type=\"Quantity\"}:table{ \"value\", \"unit\", \"approximation\" }"
    ) { _ in }
    #expect(
      result.table?.rendered(as: .csv).split(separator: "\r\n").dropFirst().map(String.init) == [
        ",troops,tens of thousands", ",troops,thousands", "2,armies,", "3,units,",
        "40000,soldiers,", "15000,weapons and equipment,", "100000,troops,an estimated",
      ])
  }
}
