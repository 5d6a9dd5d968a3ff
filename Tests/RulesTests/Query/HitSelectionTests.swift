import NewsModel
import Testing

@testable import Rules

@Suite struct HitSelectionTests {
  static let texts = [
    "b troops z 30.", "A troops y 4.", "c troops X nine.", "b troops w 200.", "a troops w 7.",
  ]

  static func articles(
    order: String? = nil, sample: Int? = nil, seed: UInt64 = 1, limit: Int? = nil
  ) throws -> [Int] {
    let corpus = SmallQueryCorpus(texts.map(PatternMatcherTests.text))
    let pattern = try Pattern("who:[] troops [] n:[num]", in: PatternMatcherTests.environment)
    let selection = HitSelection(
      order: try order.map { try HitSelection.Order($0, in: pattern) }, sample: sample, seed: seed,
      limit: limit)
    var found: [Int] = []
    try selection.forEach(of: CorpusQuery(pattern, on: corpus), on: corpus) {
      found.append($0.article)
    }
    return found
  }

  @Test(
    "sorts by what is asked for; equal ones stay in corpus order",
    arguments: [
      (nil, [0, 1, 2, 3, 4]), ("match", [4, 1, 3, 0, 2]), ("who", [1, 4, 0, 3, 2]),
      ("n.num", [1, 4, 2, 0, 3]), ("right", [0, 1, 2, 3, 4]), ("left", [0, 1, 2, 3, 4]),
    ] as [(String?, [Int])])
  func sorts(order: String?, expected: [Int]) throws {
    #expect(try Self.articles(order: order) == expected)
  }

  @Test("draws the same hits for the same number, in corpus order")
  func samples() throws {
    let drawn = try Self.articles(sample: 3, seed: 7)
    #expect(drawn.count == 3)
    #expect(drawn == drawn.sorted())
    #expect(try Self.articles(sample: 3, seed: 7) == drawn)
    let others = try (0..<20).map { try Self.articles(sample: 3, seed: UInt64($0)) }
    #expect(Set(others).count > 4)
    #expect(try Self.articles(sample: 9) == [0, 1, 2, 3, 4])
    #expect(try Self.articles(sample: 0) == [])
  }

  @Test("gives no more than the limit, after sorting")
  func limits() throws {
    #expect(try Self.articles(limit: 2) == [0, 1])
    #expect(try Self.articles(order: "who", limit: 2) == [1, 4])
  }

  @Test(
    "names what a field cannot be",
    arguments: [
      ("whu", "no capture 'whu' in this pattern", "did you mean 'who'?"),
      ("who.lema", "unknown attribute 'lema'", "did you mean 'lemma'?"),
    ])
  func wrongFields(name: String, message: String, hint: String) throws {
    let pattern = try Pattern("who:[] troops", in: PatternMatcherTests.environment)
    #expect {
      try QueryField(name, in: pattern)
    } throws: { error in
      (error as? PatternError)?.message == message && (error as? PatternError)?.hint == hint
    }
  }
}
