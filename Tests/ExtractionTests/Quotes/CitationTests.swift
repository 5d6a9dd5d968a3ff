import NewsModel
import Testing

@testable import Extraction

@Suite("Statements that are quoted or cited")
struct CitationTests {
  @Test(
    "count once where somebody is quoted as saying them",
    arguments: [
      "Ben Lund was quoted as saying that the city was calm.",
      "Ben Lund was quoted by the Harbour Courier as saying that the city was calm.",
      "Ben Lund was cited as saying the city was calm.",
      "The Harbour Courier quoted Ben Lund as saying that the city was calm.",
    ], [ExtractionOptions(), ExtractionOptions(model: .none)])
  func quotedAs(text: String, _ options: ExtractionOptions) {
    #expect(Self.quotes(in: text, options).map { $0.speaker?.name } == ["Ben Lund"])
  }

  private static func quotes(in text: String, _ options: ExtractionOptions) -> [Quote] {
    ArticleAnalyser(options: options).analyse(Article(id: "a", path: "a", text: text)).quotes
  }
}
