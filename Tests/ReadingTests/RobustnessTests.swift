import NewsModel
import Testing

@testable import Reading

/// Whatever the bytes, reading neither traps nor gives zones that lie.
@Suite("Robustness")
struct RobustnessTests {
  /// A generator with a known start (SplitMix64), so that a failure can be repeated.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }

  static let broken: [[UInt8]] = [
    [0], [0xff], [0xfe], [0xe2, 0x80], [0xc2], [0xf0, 0x9f], [0x80], [0xef, 0xbb, 0xbf],
  ]

  static let pieces: [String] = [
    "\n", "\n\n", "\r", " ", "\u{a0}", ".", "“", "”", "\"", "©", "—", "–", "(", ")", "/", ":", "@",
    "#", "By ",
    "Reuters", "(AP)", "WASHINGTON", "Ann Bell", "and", "Copyright 2020", "All rights reserved.",
    "Related Articles", "Comments", "said", "The mayor said yes.", "Ferry to start in spring",
    "2021", "99999999999999999999", "April",
    "13", "<p>", "</p>", "<div class=ad>", "<h1>", "<!--", "&#146;", "{\"text\":\"", "\"}",
    "\\u0000", "İ", "ß",
    "Москва", "東京。", "e\u{301}", "👩‍👩‍👧", "Sign up for", "Photo by", "FILE",
    "is an automatic aggregator",
  ]

  static let material: [[UInt8]] = pieces.map { Array($0.utf8) } + broken

  static func bytes(_ seed: UInt64) -> [UInt8] {
    var generator = Generator(state: seed)
    var bytes: [UInt8] = []
    let usesNoise = seed % 5 == 0
    for _ in 0..<Int.random(in: 0..<120, using: &generator) {
      if usesNoise {
        bytes.append(UInt8.random(in: 0...255, using: &generator))
      } else if let piece = material.randomElement(using: &generator) {
        bytes += piece
        if Bool.random(using: &generator) { bytes.append(0x20) }
      }
    }
    return bytes
  }

  static func check(_ article: Article) -> String? {
    let count = article.text.utf8.count
    var end = 0
    for zone in article.zones {
      if zone.range.start < end { return "zones overlap or are out of order at \(zone)" }
      if zone.range.isEmpty || zone.range.end > count { return "zone outside the text: \(zone)" }
      let text = article.text[bytes: zone.range]
      if text.utf8.count != zone.range.count { return "zone cuts a character: \(zone)" }
      end = zone.range.end
    }
    for note in article.notes where note.range.map({ $0.end > count }) ?? false {
      return "note outside the text: \(note)"
    }
    return nil
  }

  @Test(
    "gives ordered zones inside the text for any bytes in any format",
    arguments: SourceFile.Format.allCases)
  func anyBytes(_ format: SourceFile.Format) {
    for seed in 0..<UInt64(400) {
      ArticleReader().read(bytes: Self.bytes(seed), path: "x", format: format) { outcome in
        guard case .article(let article) = outcome, let fault = Self.check(article) else { return }
        Issue.record("seed \(seed): \(fault)")
      }
    }
  }

  @Test("reads mutated articles", .enabled(if: !Gold.articles.isEmpty))
  func mutations() throws {
    var generator = Generator(state: 1)
    for gold in Gold.articles {
      let text = try #require(Gold.article(gold)).text
      for _ in 0..<60 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1..<12, using: &generator) {
          let index = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
          case 1: bytes.removeSubrange(index..<min(bytes.count, index + 40))
          case 2:
            bytes.insert(
              contentsOf: Self.material.randomElement(using: &generator) ?? [], at: index)
          default: bytes.removeLast(min(bytes.count - 1, 7))
          }
        }
        ArticleReader().read(bytes: bytes, path: "x", format: .text) { outcome in
          guard case .article(let article) = outcome, let fault = Self.check(article) else {
            return
          }
          Issue.record("\(gold.file): \(fault)")
        }
      }
    }
  }

  @Test(
    "reads numbers of any length where a date may stand",
    arguments: ["PARIS, ", "Sept. ", "Updated ", "By Ana Lund, ", "OSLO, May ", ""])
  func longNumbers(opening: String) {
    let article = Zoned.article("Ferry delayed\n\n\(opening)99999999999999999999 said so.\n")
    #expect(Self.check(article) == nil)
  }

  @Test("reads a very long line in pieces, and says so")
  func longLine() throws {
    let sentence =
      "The mayor of the harbour town said on Monday that the new ferry would start in May. "
    var text = "Ferry to start in spring\n\n"
    for _ in 0..<20_000 { text += sentence }
    let article = Zoned.article(text)
    #expect(Self.check(article) == nil)
    #expect(article.zones.filter { $0.kind == .body }.allSatisfy { $0.range.count <= 1 << 16 })
    #expect(article.notes.map(\.kind) == [.garbledText, .missingDate])
  }

  @Test("takes no quadratic time for long lists of names", .timeLimit(.minutes(1)))
  func manyNames() {
    let names = (0..<8000).map { "Anna Bell" + String(repeating: "a", count: $0 % 7) }
      .joined(separator: "\n")
    let texts = [
      "Ferry to start in spring\n\n" + names + "\nThe mayor said yes to it.",
      "Ferry to start in spring\n\nThe mayor said yes to it.\n© 2020 Herald\n" + names,
    ]
    for text in texts { #expect(Self.check(Zoned.article(text)) == nil) }
  }

  @Test(
    "gives an article with a note for a text without words",
    arguments: ["", "\n \u{a0}\n", "\u{feff}"])
  func empty(_ text: String) {
    let article = Zoned.article(text)
    #expect(article.zones.isEmpty && article.notes.map(\.kind) == [.empty])
  }
}
