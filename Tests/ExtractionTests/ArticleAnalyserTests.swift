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
}
