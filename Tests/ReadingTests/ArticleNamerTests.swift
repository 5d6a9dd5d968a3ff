import NewsModel
import Testing

@testable import Reading

@Suite("ArticleNamer")
struct ArticleNamerTests {
  @Test(
    "shortens a scraper's file name to its number",
    arguments: [
      ("seeds/000_bcd6d25323019ef1.txt", "000"), ("news/summit.html", "summit"),
      ("a/2021_report.txt", "2021_report"), ("corpus.jsonl:7", "corpus:7"), ("-", "stdin"),
      ("-:3", "stdin:3"), ("a/.b", ".b"), ("a/b.c.txt", "b.c"),
    ])
  func shortNames(_ path: String, _ name: String) {
    #expect(ArticleNamer.shortName(ofPath: path) == name)
  }

  @Test("gives the full stem to the second of a name, then numbers")
  func collisions() {
    var namer = ArticleNamer()
    let paths = [
      "a/000_bcd6d25323019ef1.txt", "b/000_00d6d25323019ef1.txt", "c/000_00d6d25323019ef1.txt",
      "d/x.txt", "e/x.txt", "f/x.txt",
    ]
    let names = paths.map {
      namer.uniqueID(for: Article(id: ArticleNamer.shortName(ofPath: $0), path: $0, text: ""))
    }
    #expect(names == ["000", "000_00d6d25323019ef1", "000_00d6d25323019ef1~2", "x", "x~2", "x~3"])
  }
}
