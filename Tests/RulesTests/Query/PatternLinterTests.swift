import NewsModel
import Testing

@testable import Rules

@Suite struct PatternLinterTests {
  static let cases: [(pattern: String, expected: [String])] = [
    ("[lemma=sent] troops", ["8: no token has lemma 'sent': it is a form of 'send'"]),
    ("[lemma=send] [pos=UH]", ["19: no token has pos 'UH'"]),
    ("the trups stayed", ["5: no token is 'trups': did you mean 'troops'?"]),
    ("$force left", []),
    ("$navy left", ["1: words of $navy that occur nowhere: 'frigates', 'submarines'"]),
    ("the [lemma=(stay|xylophone)]", ["18: no token has lemma 'xylophone'"]),
    ("[lemma=$say] that", ["8: words of $say that occur nowhere: 'tell'"]),
    ("@Budget of", ["1: nothing of type @Budget was found in the corpus"]),
    ("troops left", []),
  ]

  static var environment: PatternEnvironment {
    var environment = PatternMatcherTests.environment
    environment.lists["navy"] = ["frigates", "troops", "submarines"]
    environment.types["Budget"] = "Budget"
    return environment
  }

  static func linter() throws -> PatternLinter {
    let texts = CorpusQueryTests.texts + ["They send troops, they stay."]
    return PatternLinter(
      try CorpusCounts(SmallQueryCorpus(texts.map(PatternMatcherTests.text))))
  }

  static func remarks(
    _ source: String, isRule: Bool = false, used: Set<String>? = nil
  ) throws -> [String] {
    let pattern = try Pattern(source, in: environment)
    return try linter().remarks(on: pattern, isRule: isRule, usedCaptures: used).map {
      "\($0.column): \($0.message)" + ($0.hint.isEmpty ? "" : ": \($0.hint)")
    }
  }

  @Test("says which values occur nowhere, and what was meant", arguments: cases)
  func valuesThatDoNotOccur(pattern: String, expected: [String]) throws {
    #expect(try Self.remarks(pattern) == expected)
  }

  @Test("says which captures nothing is made of; a comparison is a use")
  func unusedCaptures() throws {
    #expect(
      try Self.remarks("n:[num] more who:troops", used: ["n"]) == [
        "14: the capture 'who' is never used: drop it, or use it in what the rule emits"
      ])
    #expect(try Self.remarks("n:[num] more :: n.num > 3", used: []) == [])
    #expect(try Self.remarks("n:[num] more") == [])
  }

  @Test("says where a rule begins with nearly anything")
  func frequentStart() throws {
    #expect(try Self.remarks("[] troops", isRule: true).count == 1)
    #expect(try Self.remarks("the? [] troops", isRule: true).count == 1)
    #expect(try Self.remarks("troops []", isRule: true) == [])
    #expect(try Self.remarks("[] troops") == [])
  }
}
