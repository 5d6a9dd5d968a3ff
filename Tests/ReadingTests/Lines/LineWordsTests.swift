import NewsModel
import Testing

@testable import Reading

@Suite("LineWords")
struct LineWordsTests {
  static func spellings(_ text: String) -> [String] {
    let line = LineWords(text)
    return line.words.indices.map { String(decoding: line.spelling($0), as: UTF8.self) }
  }

  static let cases: [(text: String, words: [String])] = [
    ("Sign-Up, now »", ["sign", "up", "now"]),
    ("Don’t miss O'Brien's “news”", ["don't", "miss", "o'brien's", "news"]),
    ("the speakers' corner 'quoted'", ["the", "speakers", "corner", "quoted"]),
    ("Q&A © 2021 @desk", ["q", "and", "a", "©", "2021", "@", "desk"]),
    (
      "ÉCOLE Žižek straße",
      ["École", "Žižek", "straße"]
    ),
    (
      "counterrevolutionaries, internationalisation's",
      [
        "counterrevolutionaries", "internationalisation's",
      ]
    ),
    ("", []), (" – … ", []), ("a", ["a"]), ("exactly8 characters", ["exactly8", "characters"]),
  ]

  @Test("folds words and drops what stands between them", arguments: cases)
  func folds(_ text: String, _ words: [String]) {
    #expect(Self.spellings(text) == words)
  }

  @Test("gives a word the hash of its folded spelling", arguments: cases)
  func hashes(_ text: String, _ words: [String]) {
    let line = LineWords(text)
    #expect(line.words.map(\.hash) == words.map { LineWords.hash($0.utf8Span.span) })
    #expect(words.indices.allSatisfy { line.isWord($0, words[$0].utf8Span.span) })
    #expect(!words.indices.contains { line.isWord($0, "another") })
  }

  @Test("sees how a word is written")
  func shapes() {
    let line = LineWords("the Mayor of NATO met 12th Élan ÉTÉ é X B2 McDONALD’S © 東京")
    #expect(
      line.words.map(\.shape) == [
        .lower, .capitalised, .lower, .upper, .lower, .number, .capitalised, .capitalised, .lower,
        .upper, .upper, .capitalised, .sign, .caseless,
      ])
  }

  @Test("reads the words of any part of a text, no further than its end and the limit")
  func parts() {
    let bytes = Array("one twofold threefold fourfold".utf8)
    var line = LineWords()
    line.fill(bytes, ByteRange(4, 16))
    #expect(line.words.map(\.range) == [ByteRange(4, 11), ByteRange(12, 16)])
    #expect(line.spelling(1) == Array("thre".utf8))
    #expect(!line.isCut)
    line.fill(bytes, ByteRange(4, 30), limit: 10)
    #expect(line.words.map(\.range) == [ByteRange(4, 11), ByteRange(12, 14)])
    #expect(line.isCut)
  }
}

@Suite("SpellingHash")
struct SpellingHashTests {
  @Test("is the same however a spelling is handed over")
  func pieces() {
    let spelling = Array("counterrevolutionaries".utf8)
    for size in 1...8 {
      var hash = SpellingHash()
      for start in stride(from: 0, to: spelling.count, by: size) {
        let count = min(size, spelling.count - start)
        hash.add(EightBytes(spelling.span, at: start).prefix(count).number, count: count)
      }
      #expect(hash.finish() == LineWords.hash(spelling.span), "in pieces of \(size)")
    }
  }
}

@Suite("WordList")
struct WordListTests {
  @Test("holds what stands between its separators, without spaces in front")
  func reads() {
    let list = WordList(
      "abu dhabi, accra\n , aden", separators: [UInt8(ascii: ","), UInt8(ascii: "\n")])
    #expect(["abu dhabi", "accra", "aden"].allSatisfy(list.contains))
    #expect(!["abu", "dhabi", " accra", "Aden", ""].contains(where: list.contains))
  }
}
