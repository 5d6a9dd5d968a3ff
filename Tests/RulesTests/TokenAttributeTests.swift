import NewsModel
import Testing

@testable import Rules

@Suite("TokenAttribute")
struct TokenAttributeTests {
  static let environment: PatternEnvironment = {
    var environment = PatternMatcherTests.environment
    environment.attributes = [
      TokenAttribute(
        name: "tone",
        values: ["hail": "warm", "condemn": "cold", "condemning": "sour", "Rome": "old"]),
      TokenAttribute(name: "weight", values: ["troops": "2", "tank": "10.5", "police": "-1"]),
    ]
    return environment
  }()

  static let cases: [(pattern: String, text: String, expected: [String])] = [
    ("[tone=warm]", "They hailed it. Hail it!", ["hailed", "Hail"]),
    ("[tone=(warm|cold)] it", "They hailed it and condemned it.", ["hailed it", "condemned it"]),
    // What is said of a word counts before what is said of its dictionary form.
    ("[tone=cold]", "Condemning it, they condemned us.", ["condemned"]),
    ("[tone=/s.*/]", "Condemning it, they condemned us.", ["Condemning"]),
    ("they [tone!=cold]", "they condemned, they hailed, they left", ["they hailed", "they left"]),
    ("[weight>1]", "Troops, police and tanks.", ["Troops", "tanks"]),
    ("[weight>100]", "Troops, police and tanks.", []),
    ("[tone=/x.*/] troops | [weight=2]", "Hail the troops.", ["troops"]),
    ("[weight<0 & !cap]", "Police met police.", ["police"]),
    ("a:[cap] b:[tone=old]", "Old Rome.", ["{a:Old} {b:Rome}"]),
    (
      "a:[] and b:[] :: a.tone = b.tone", "hail and hailed, hail and condemn, we and you",
      ["{a:hail} and {b:hailed}"]
    ),
    ("a:[tone=/.*/] :: a.tone = cold", "They hail what we condemn.", ["{a:condemn}"]),
    (
      "a:[weight>\"-9\"] :: a.weight >= 2", "Troops, police and tanks.",
      ["{a:Troops}", "{a:tanks}"]
    ),
  ]

  @Test("is asked for in brackets and conditions", arguments: cases)
  func matches(pattern: String, text: String, expected: [String]) throws {
    let text = PatternMatcherTests.text(text)
    let matcher = try PatternMatcher([Pattern(pattern, in: Self.environment)])
    #expect(matcher.matches(in: text).map { PatternMatcherTests.written($0, in: text) } == expected)
  }

  @Test(
    "is looked up in the index",
    arguments: [("[tone=warm]", 2), ("[weight>100]", 0), ("[weight>1] [tone=cold]", 1)])
  func isLookedUp(pattern: String, count: Int) throws {
    let texts = ["They hailed the troops.", "Tanks condemned, and nothing else did.", "Hail!"]
    let corpus = SmallQueryCorpus(texts.map(PatternMatcherTests.text))
    let query = try CorpusQuery(Pattern(pattern, in: Self.environment), on: corpus)
    #expect(query.plan.anchor != nil)
    #expect(try query.count() == count)
  }

  @Test("is a field of a hit, and a value of an annotation")
  func isAValue() throws {
    let pattern = try Pattern("who:[]{1,2} act:[tone=/.*/]", in: Self.environment)
    let text = PatternMatcherTests.text("The troops condemned it.")
    let match = try #require(PatternMatcher([pattern]).matches(in: text).first)
    #expect(try QueryField("act.tone", in: pattern).value(of: match, in: text) == "cold")
    #expect(try QueryField("who.weight", in: pattern).value(of: match, in: text) == "2")
    #expect(try QueryField("act.weight", in: pattern).value(of: match, in: text) == nil)
    let sources = ["tone": "act.tone", "weight": "who.weight", "none": "act.weight"].mapValues {
      Emission.source($0, captures: pattern.captures, attributes: pattern.attributes)
    }
    let rule = Rule(
      name: "judged", pattern: pattern, emission: Emission(type: "J", attributes: sources))
    var analysis = RuleEngineTests.analysis("The troops condemned it.")
    try RuleEngine([rule]).run(on: &analysis)
    #expect(
      analysis.annotations.first?.attributes == ["tone": .text("cold"), "weight": .number(2)])
  }

  @Test(
    "what was not declared is an error",
    arguments: [
      ("[tone=wram]", "7: no word has tone 'wram': did you mean 'warm'?"),
      ("[tone>1]", "7: 'tone' has values that are no numbers: one is 'cold'"),
      ("[weight>many]", "9: expected a number, found 'many': "),
      ("[tune=warm]", "2: unknown attribute 'tune': did you mean 'tone'?"),
      ("[tone]", "2: 'tone' needs a value: [tone=...]"),
      ("a:[] :: a.tone = blue", "18: no word has tone 'blue': values: cold old sour warm"),
    ])
  func errors(pattern: String, expected: String) throws {
    let error = try #require(throws: PatternError.self) {
      try Pattern(pattern, in: Self.environment)
    }
    #expect("\(error.column): \(error.message): \(error.hint)" == expected)
  }
}
