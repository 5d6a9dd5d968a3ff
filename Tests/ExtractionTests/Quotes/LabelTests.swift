import NewsModel
import Testing

@testable import Extraction

@Suite("Labels in front of quotations")
struct LabelTests {
  private static let opening =
    "Mayor Ann Yates and trader Tom Salt met the Harbour Union on Monday.\n\n"

  @Test(
    "give each quotation to the label directly in front of it",
    arguments: [
      (
        "Yates: “We had no choice.” Salt: “You had every choice.” Yates: “That is not true.”",
        ["Ann Yates", "Tom Salt", "Ann Yates"]
      ),
      ("Mayor Yates: “Do you pay?” Tom Salt: “I do not.”", ["Ann Yates", "Tom Salt"]),
      ("Yates (Harbour Union): “We had no choice.”", ["Ann Yates"]),
      ("Harbour Union: “We had no choice.”", ["Harbour Union"]),
      ("Said Salt: “We will not pay a thing.”", ["Tom Salt"]),
    ], [ExtractionOptions(), ExtractionOptions(model: .none)])
  func labels(_ sample: (text: String, speakers: [String]), _ options: ExtractionOptions) {
    let text = Self.opening + sample.text
    let quotes = Self.quotes(in: text, options)
    #expect(quotes.map { $0.speaker?.name } == sample.speakers)
    #expect(quotes.allSatisfy { $0.content.count == 1 && $0.kind == .direct })
  }

  @Test(
    "make nobody speak who is named by no label",
    arguments: [
      ("Interview: “We will not leave,” says mayor", ["mayor"]),
      ("Opinion: “The bridge is lost,” warns engineer", ["engineer"]),
      ("Exclusive: “The bridge is lost”", []),
      ("Watch: “We will cross it”", []),
    ], [ExtractionOptions(), ExtractionOptions(model: .none)])
  func others(_ sample: (title: String, sources: [String]), _ options: ExtractionOptions) {
    let text = sample.title + "\n\n" + Self.opening + "She was tired."
    let sources = Self.quotes(in: text, options).map { $0.source.map { text[bytes: $0] }.joined() }
    #expect(sources == sample.sources)
  }

  @Test(
    "keep a quotation from whoever spoke before",
    arguments: [ExtractionOptions(), ExtractionOptions(model: .none)])
  func unknown(_ options: ExtractionOptions) {
    let text = Self.opening + "“We waited for it,” Yates said. Bolsen: “They never waited for us.”"
    let contents = Self.quotes(in: text, options).filter { $0.speaker?.name == "Ann Yates" }
      .flatMap { $0.content.map { text[bytes: $0] } }
    #expect(contents == ["“We waited for it,”"])
  }

  private static func quotes(in text: String, _ options: ExtractionOptions) -> [Quote] {
    ArticleAnalyser(options: options).analyse(Article(id: "a", path: "a", text: text)).quotes
  }
}
