import Testing

@testable import Reading

@Suite("PhraseTable")
struct PhraseTableTests {
  static let table = PhraseTable(
    [
      "^the post ... appeared first on {name}$", "sign up", "^the news", "all rights reserved",
      "^copyright © ", "# comments?", "# shares", "photo|image by", "the end$", "sign up today",
    ].map { (Phrase($0), $0) })

  static let cases: [(line: String, phrase: String?)] = [
    (
      "The post Storm hits coast appeared first on Harbour News",
      "^the post ... appeared first on {name}$"
    ),
    ("Please sign up", "sign up"), ("Sign-up today", "sign up"), ("The News at ten", "^the news"),
    ("Read the news", nil), ("This is the end", "the end$"), ("The end is near", nil),
    ("Copyright © 2021", "^copyright © "), ("12 comments", "# comments?"),
    ("12 more", "# comments?"), ("Image by Ann Bell", "photo|image by"),
    ("All rights are reserved", nil), ("", nil),
  ]

  @Test("finds the first phrase of a line", arguments: cases)
  func finds(_ line: String, _ phrase: String?) {
    #expect(Self.table.first(in: LineWords(line)) { _ in true }?.meaning == phrase)
  }

  @Test("passes over what is not accepted")
  func asks() {
    let hit = Self.table.first(in: LineWords("Sign up today")) { $0.match.words.count == 3 }
    #expect(hit?.meaning == "sign up today")
  }

  @Test("hands out the words of a name")
  func names() throws {
    let line = LineWords("The post It rains appeared first on The Harbour News")
    let hit = try #require(Self.table.first(in: line) { _ in true })
    #expect(hit.match == Phrase.Match(words: 0..<10, name: 7..<10))
  }
}
