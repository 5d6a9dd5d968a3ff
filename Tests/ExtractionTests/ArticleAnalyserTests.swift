import NewsModel
import Testing

@testable import Extraction

@Suite("ArticleAnalyser")
struct ArticleAnalyserTests {
  @Test("cuts zones at line ends into paragraphs without outer white space")
  func paragraphs() {
    let text = "A title\n\n  First line. \r\n\nSecond line.\nSign up"
    let article = Article(
      id: "a", path: "a", text: text,
      zones: [Zone(.title, ByteRange(0, 7)), Zone(.body, ByteRange(11, text.utf8.count))])
    let found = ArticleAnalyser.paragraphs(of: article).map { text[bytes: $0] }
    #expect(found == ["A title", "First line.", "Second line.", "Sign up"])
  }

  @Test("takes the whole text for a body where no zone is known", arguments: ["", "\n\n", "One."])
  func withoutZones(text: String) {
    let article = Article(id: "a", path: "a", text: text)
    let expected = text == "One." ? [ByteRange(0, 4)] : []
    #expect(ArticleAnalyser.paragraphs(of: article) == expected)
  }

  @Test("finds the same in an article whatever articles were analysed before it")
  func remembersWordsOnly() {
    let text =
      "Ana Lopez, the mayor of Oslo, said “no deal” on Friday. “We wait,” she told Reuters. Lopez denied it."
    let article = Article(id: "a", path: "a", text: text)
    let used = ArticleAnalyser(options: ExtractionOptions(model: .none))
    for other in ["ana LOPEZ Said; Oslo: said the Mayor.", "", "5 million mayors waited in March."]
    {
      _ = used.analyse(Article(id: "b", path: "b", text: other))
    }
    let found = used.analyse(article)
    let fresh = ArticleAnalyser(options: ExtractionOptions(model: .none)).analyse(article)
    #expect(found.mentions == fresh.mentions)
    #expect(found.entities == fresh.entities)
    #expect(found.quotes == fresh.quotes)
    #expect(found.figures == fresh.figures)
    #expect(found.dates == fresh.dates)
    #expect(found.quotes.count >= 3)
  }

  @Test("keeps taught cues to the analyser that was taught")
  func taughtCues() {
    let text = "Ana Lopez blurbed that nobody had asked her about the harbour."
    let article = Article(id: "a", path: "a", text: text)
    var options = ExtractionOptions(model: .none)
    options.cues = ["blurb"]
    #expect(ArticleAnalyser(options: options).analyse(article).quotes.count == 1)
    #expect(
      ArticleAnalyser(options: ExtractionOptions(model: .none)).analyse(article).quotes.isEmpty)
  }
}
