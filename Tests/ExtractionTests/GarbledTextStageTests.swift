import NewsModel
import Testing

@testable import Extraction

@Suite("GarbledTextStage")
struct GarbledTextStageTests {
  static func garbled(_ text: String) -> [String] {
    let article = Article(id: "t", path: "t.txt", text: text)
    return ArticleAnalyser().analyse(article).notes.filter { $0.kind == .garbledText }
      .compactMap { $0.range.map { text[bytes: $0] } }
  }

  @Test(
    "notes passages that no sound prose shows",
    arguments: [
      ("The plan affects them. . It went on.", [". ."]),
      ("They ended the long strike. rely on.", ["rely on."]),
      ("The mayor spoke, officials said. know.", ["know."]),
      ("They meet in the town. March. It rains.", ["March."]),
      (
        "He left the official behind. Briefly with reporters before the call.",
        ["Briefly with reporters before the call."]
      ),
      ("It was the the end.", ["the the"]),
      ("It\u{e2}\u{20ac}\u{2122}s late.", ["It\u{e2}\u{20ac}\u{2122}s"]),
    ])
  func notes(_ text: String, _ expected: [String]) {
    #expect(Self.garbled(text) == expected, "\(text)")
  }

  @Test(
    "leaves sound prose alone",
    arguments: [
      "The U.S. has left. No. 10 said so. Why? Because.",
      "He waited . . . and left. “Why now?” she asked. “now is late,” he said.",
      "Buy an iPhone. eBay sells it. It is what it is. He had had enough.",
      "Mr. Reed of Acme Inc. said so. They met at 5 p.m. on Monday.",
    ])
  func silence(_ text: String) {
    #expect(Self.garbled(text) == [], "\(text)")
  }
}
