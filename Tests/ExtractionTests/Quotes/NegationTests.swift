import NewsModel
import Testing

@testable import Extraction

@Suite("Negation in and around statements")
struct NegationTests {
  @Test(
    "keeps the “not” of what somebody asks or promises",
    arguments: [
      ("Mayor Ben Hale told residents not to drink the water.", "not to drink the water"),
      ("Judge Amy Otis warned the jury not to read newspapers.", "not to read newspapers"),
      ("Ben Hale promised not to raise taxes.", "not to raise taxes"),
      ("Ben Hale vowed never to return.", "never to return"),
      ("Ben Hale ordered staff never to open the gates.", "never to open the gates"),
      ("Ben Hale promised to lower taxes.", "to lower taxes"),
    ], [ExtractionOptions(), ExtractionOptions(model: .none)])
  func infinitives(_ sample: (text: String, content: String), _ options: ExtractionOptions) {
    let quotes = Self.quotes(in: sample.text, options)
    #expect(quotes.map { $0.content.map { sample.text[bytes: $0] } } == [[sample.content]])
  }

  @Test(
    "credits nobody with what nobody said",
    arguments: [
      "Neither Ben Hale nor Ann Ward said that the water was bad.",
      "Nobody said that the gates were open.",
      "No official said that the gates were shut.",
      "“We will not sue,” neither of them said.",
      "It was not Ann Ward who said that the dam was safe.",
    ], [ExtractionOptions(), ExtractionOptions(model: .none)])
  func nobody(text: String, _ options: ExtractionOptions) {
    #expect(Self.quotes(in: text, options).isEmpty)
  }

  @Test("takes a name that only looks like a negation for a speaker")
  func names() {
    let text = "No 10 said that the talks would go on."
    #expect(Self.quotes(in: text, ExtractionOptions(model: .none)).count == 1)
  }

  private static func quotes(in text: String, _ options: ExtractionOptions) -> [Quote] {
    ArticleAnalyser(options: options).analyse(Article(id: "a", path: "a", text: text)).quotes
  }
}
