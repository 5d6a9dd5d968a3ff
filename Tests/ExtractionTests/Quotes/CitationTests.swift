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

  @Test(
    "are not those whom somebody has them from",
    arguments: [
      "The police chief, Ben Lund, put the number of injured at 171, citing hospitals.",
      "The mayor said that the bridge was shut, citing two engineers.",
      "The mayor said that the bridge was shut, citing the airport.",
      "The mayor cited officials.",
    ], [ExtractionOptions(), ExtractionOptions(model: .none)])
  func citing(text: String, _ options: ExtractionOptions) {
    let cues = Self.quotes(in: text, options).flatMap { $0.cue.map { text[bytes: $0] } }
    #expect(!cues.contains { $0.hasPrefix("cit") }, "\(cues)")
  }

  @Test("are the reasons that somebody cites")
  func reasons() {
    let text = "The mayor said that the bridge was shut, citing the rust of the old cables."
    let contents = Self.quotes(in: text, ExtractionOptions(model: .none))
      .flatMap { $0.content.map { text[bytes: $0] } }
    #expect(contents.last == "the rust of the old cables")
  }

  private static func quotes(in text: String, _ options: ExtractionOptions) -> [Quote] {
    ArticleAnalyser(options: options).analyse(Article(id: "a", path: "a", text: text)).quotes
  }
}
