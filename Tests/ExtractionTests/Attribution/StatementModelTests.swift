import Language
import NewsModel
import Testing

@testable import Extraction

@Suite struct StatementModelTests {
  static let text = "The council had assured Ann Berg that the bridge was safe."

  static func quotes(_ model: StatementModel, _ text: String = Self.text) -> [Quote] {
    ArticleAnalyser(options: ExtractionOptions(model: model)).analyse(
      Article(id: "a", path: "a", text: text)
    ).quotes
  }

  @Test("without a model the rules decide alone")
  func none() {
    let quotes = Self.quotes(.none, "Ann Berg said that the bridge was safe.")
    #expect(quotes.map(\.by) == ["rule subject-verb"])
    #expect(StatementModel.none != .embedded)
  }

  @Test("bytes that are no model are refused with the reason")
  func refusal() {
    #expect(throws: ModelFileError.notAModel(expected: "SaysoAtt")) {
      try StatementModel(bytes: Array("plain text".utf8))
    }
  }

  @Test("every statement has a confidence between nothing and certainty")
  func confidence() {
    for quote in Self.quotes(.embedded) {
      #expect(quote.confidence > 0 && quote.confidence < 1)
    }
  }

  @Test("a named speaker's plain statement is surer than what a thing is said to suggest")
  func order() throws {
    let sure = try #require(
      Self.quotes(.embedded, "“The bridge is safe,” Mayor Ann Berg said on Monday.").first)
    #expect(sure.confidence > 0.85)
    #expect(Self.quotes(.embedded, "The storm suggests that the bridge is old.").isEmpty)
  }
}
