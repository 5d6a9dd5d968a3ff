import NewsModel
import Testing

@testable import Extraction

@Suite("A paragraph that the one before it introduces")
struct IntroducedParagraphTests {
  @Test(
    "belongs to whom the introduction names",
    arguments: [
      (
        "Mayor Ana Lopez continued:\n\n“The bridge stays shut until May.”", "Ana Lopez",
        "continued:"
      ),
      (
        "Mayor Ana Lopez released the following statement on Friday:\n\n“We regret the delay.”",
        "Ana Lopez", "released the following statement"
      ),
      ("The Harbour Courier reports:\n\n“Nobody came to the port.”", "Harbour Courier", "reports:"),
      (
        "In a letter to the council, Ana Lopez wrote:\n\nThe bridge is safe and it will open in May.",
        "Ana Lopez", "wrote:"
      ),
    ])
  func introduced(text: String, speaker: String, cue: String) throws {
    let text = "“The port is full,” said Nils Lund.\n\n" + text + "\n\nThe port was built in 1931."
    let quote = try #require(Self.quotes(in: text).last)
    #expect(quote.speaker?.name == speaker)
    #expect(quote.cue.map { text[bytes: $0] } == [cue])
    #expect(quote.content.count == 1)
    #expect(quote.content.first.map { text[bytes: $0].contains("\n") } == false)
  }

  @Test("goes on with the quotation that each of several paragraphs opens anew")
  func continued() throws {
    let text =
      "Mayor Ana Lopez said:\n\n“The bridge stays shut.\n\n“It will open in May.”\n\nNobody replied."
    let quotes = Self.quotes(in: text)
    #expect(quotes.count == 1)
    #expect(quotes.first?.content.count == 2)
  }

  @Test(
    "is nobody's where nothing says who speaks",
    arguments: [
      "Mayor Ana Lopez named three reasons:\n\nCost\n\nTime",
      "The bridge has a new timetable:\n\nThe first boat leaves at nine and the last one waits.",
      "The mayor was expected to say:\n\nThe bridge is safe and it will open in May.",
    ])
  func alone(text: String) {
    #expect(Self.quotes(in: text).allSatisfy { $0.by != "rule introduced-paragraph" })
  }

  private static func quotes(in text: String) -> [Quote] {
    ArticleAnalyser(options: ExtractionOptions(model: .none)).analyse(
      Article(id: "a", path: "a", text: text)
    ).quotes
  }
}
