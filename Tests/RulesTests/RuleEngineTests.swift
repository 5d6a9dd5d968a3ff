import NewsModel
import Testing

@testable import Rules

@Suite struct RuleEngineTests {
  static func rule(
    _ name: String, _ source: String, emits type: String? = nil,
    attributes: [String: Emission.Source] = [:], priority: Int = 0, layer: String? = nil
  ) throws -> Rule {
    var environment = PatternMatcherTests.environment
    environment.types["Person"] = "Person"
    let pattern = try Pattern(source, in: environment)
    return Rule(
      name: name, pattern: pattern,
      emission: type.map { Emission(type: $0, attributes: attributes) }, priority: priority,
      layer: layer)
  }

  static func analysis(_ marked: String) -> Analysis {
    let text = PatternMatcherTests.text(marked)
    let article = Article(id: "a", path: "a", text: marked)
    return Analysis(article: article, tokens: text.tokens)
  }

  @Test("adds an annotation with values from captures")
  func emits() throws {
    let rule = try Self.rule(
      "troop_count", "n:[num] []{0,2} unit:$force", emits: "Quantity",
      attributes: [
        "value": .capture("n", .num), "unit": .capture("unit", .lemma), "who": .captureText("n"),
      ])
    var analysis = Self.analysis("They sent 30,000 more troops home.")
    try RuleEngine([rule]).run(on: &analysis)
    let annotation = try #require(analysis.annotations.first)
    #expect(analysis.annotations.count == 1)
    #expect(annotation.type == "Quantity")
    #expect(annotation.by == "rule troop_count")
    #expect(analysis.article.text[bytes: annotation.range] == "30,000 more troops")
    #expect(
      annotation.attributes
        == ["value": .number(30_000), "unit": .text("troop"), "who": .text("30,000")])
  }

  @Test(
    "gives “tens of thousands” its least value and says that it is no exact one",
    arguments: [
      ("They sent tens of thousands of troops.", 10_000, true),
      ("They sent hundreds of thousands more troops.", 100_000, true),
      ("They sent thousands of troops.", 1_000, true),
      ("They sent two hundred thousand troops.", 200_000, false),
      ("They sent 3.2 million troops.", 3_200_000, false),
    ])
  func approximate(text: String, value: Double, isApproximate: Bool) throws {
    let rule = try Self.rule(
      "troop_count", "n:[num]+ []{0,2} unit:$force", emits: "Quantity",
      attributes: ["value": .capture("n", .num)])
    var analysis = Self.analysis(text)
    try RuleEngine([rule]).run(on: &analysis)
    let attributes = try #require(analysis.annotations.first).attributes
    #expect(attributes["value"] == .number(value))
    #expect(attributes["approx"] == (isApproximate ? .flag(true) : nil))
  }

  @Test("runs a rule after all that emit what it reads, whatever the order in the file")
  func infersStages() throws {
    let reader = try Self.rule("sent", "sent q:@Quantity", emits: "Movement")
    let writer = try Self.rule("count", "[num] troops", emits: "Quantity")
    var analysis = Self.analysis("They sent 30,000 troops.")
    try RuleEngine([reader, writer]).run(on: &analysis)
    #expect(analysis.annotations.map(\.type) == ["Movement", "Quantity"])
  }

  @Test("names the rules of a circle")
  func refusesCircles() throws {
    var environment = PatternMatcherTests.environment
    environment.types = ["A": "A", "B": "B"]
    let first = Rule(
      name: "first", pattern: try Pattern("@B x", in: environment), emission: Emission(type: "A"))
    let second = Rule(
      name: "second", pattern: try Pattern("@A x", in: environment), emission: Emission(type: "B"))
    #expect(throws: RuleSetError.cycle(names: ["first", "second"])) {
      try RuleEngine([first, second])
    }
    #expect(throws: RuleSetError.duplicate(name: "first")) { try RuleEngine([first, first]) }
  }

  static let contests: [(priorities: [Int], patterns: [String], winner: String)] = [
    ([0, 0], ["a b", "b c d"], "1"),
    ([1, 0], ["a b", "b c d"], "0"),
    ([0, 0], ["b c", "a b"], "1"),
    ([0, 0], ["a b", "a []"], "0"),
  ]

  @Test("lets one rule win by priority, length, start, file order", arguments: contests)
  func competes(priorities: [Int], patterns: [String], winner: String) throws {
    let rules = try patterns.enumerated().map { index, pattern in
      try Self.rule("\(index)", pattern, emits: "T", priority: priorities[index])
    }
    var analysis = Self.analysis("a b c d")
    let run = try RuleEngine(rules).run(on: &analysis)
    #expect(analysis.annotations.map(\.by) == ["rule \(winner)"])
    #expect(run.hits.filter { $0.beatenBy != nil }.count == 1)
  }

  @Test("keeps both matches where layers differ")
  func layersDoNotCompete() throws {
    let rules = [
      try Self.rule("one", "a b", emits: "T"), try Self.rule("two", "b c", emits: "U"),
    ]
    var analysis = Self.analysis("a b c")
    try RuleEngine(rules).run(on: &analysis)
    #expect(analysis.annotations.map(\.type) == ["T", "U"])
  }

  @Test("an action drops a match, adds attributes, or fails without stopping the run")
  func actions() throws {
    var rules = [
      try Self.rule("drop", "a", emits: "A"), try Self.rule("add", "b", emits: "B"),
      try Self.rule("fail", "c", emits: "C"),
    ]
    for index in rules.indices { rules[index].action = index }
    var analysis = Self.analysis("a b c")
    let run = try RuleEngine(rules).run(on: &analysis) { rule, _, _ in
      [.drop, .keep(["x": .flag(true)]), .failed("no such field")][rule]
    }
    #expect(analysis.annotations.map(\.type) == ["B"])
    #expect(analysis.annotations.first?.attributes == ["x": .flag(true)])
    #expect(run.hits.compactMap(\.failure) == ["no such field"])
  }
}
