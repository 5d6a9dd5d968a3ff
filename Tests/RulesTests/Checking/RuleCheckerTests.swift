import Language
import NewsModel
import Testing

@testable import Rules

@Suite struct RuleCheckerTests {
  static let environment = PatternEnvironment(
    lists: [
      "force": ["troops", "soldiers", "police officers"], "say": ["say", "tell"],
      "title": ["President", "Sen."],
    ],
    definitions: ["official": "title:$title who:[cap]+"], types: ["Quantity"]
  ) { literal in
    let tokens = Tokeniser().tokenise(literal)
    return (0..<tokens.count).map(tokens.word)
  }

  /// Paragraphs, tokens and quotation marks, as far as these tests need them.
  static func analyse(_ text: String) -> Analysis {
    var paragraphs: [ByteRange] = []
    var start = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      if !line.isEmpty { paragraphs.append(ByteRange(start, start + line.count)) }
      start += line.count + 1
    }
    var article = Article(id: "example", path: "example", text: text)
    article.zones = paragraphs.map { Zone(.body, $0) }
    let tokens = LanguageAnalyser().analyse(text, paragraphs: paragraphs)
    return Analysis(article: article, tokens: tokens)
  }

  static func rule(
    _ pattern: String, name: String = "r", emits: String? = nil, priority: Int = 0,
    layer: String? = nil, matches: [String] = [], rejects: [String] = [], todo: [String] = [],
    line: Int = 9
  ) throws -> Rule {
    Rule(
      name: name, pattern: try Pattern(pattern, in: environment),
      emission: emits.map { Emission(type: $0) }, priority: priority, layer: layer,
      matches: matches, rejects: rejects, wishes: todo, file: "rules/military.lua", line: line)
  }

  typealias Action = (Int, PatternMatch, MatchText) -> ActionOutcome

  /// A checker whose pipeline is these tests' analysis and the rules.
  static func checker(
    _ rules: [Rule], environment: PatternEnvironment = environment,
    action: @escaping Action = { _, _, _ in .keep([:]) }
  ) throws -> RuleChecker {
    let engine = try RuleEngine(rules)
    return RuleChecker(rules, environment: environment) { text in
      var analysis = analyse(text)
      let run = engine.run(on: &analysis, action: action)
      return (analysis, run)
    }
  }

  static func report(
    _ rules: Rule..., action: @escaping Action = { _, _, _ in .keep([:]) }
  ) throws -> RuleReport {
    try checker(rules, action: action).report(on: rules.flatMap(examples))
  }

  /// The examples of a rule, all at its own place.
  static func examples(of rule: Rule) -> [RuleExample] {
    let kinds: [(RuleExample.Kind, [String])] = [
      (.matches, rule.matches), (.rejects, rule.rejects), (.todo, rule.wishes),
    ]
    return kinds.flatMap { kind, texts in
      texts.enumerated().map { index, text in
        RuleExample(
          rule: rule.name, kind: kind, position: index + 1, text: text,
          place: RulePlace(file: rule.file, line: rule.line))
      }
    }
  }

  @Test("explains a failure as the manual shows it")
  func explainsLikeTheManual() throws {
    let rule = try Self.rule(
      "n:[num] []{0,2} unit:$force", name: "troop_count",
      matches: [
        "sent {n:500} {unit:troops} to Syria",
        "up to <<30,000 American naval support soldiers>> in",
      ])
    let report = try Self.report(rule)
    #expect(report.checks.map(\.verdict) == [.passed, .failed])
    #expect(
      report.checks.last?.description == """
        rules/military.lua:9: rule 'troop_count': matches[2] does not match
            up to 30,000 American naval support soldiers in
                  ~~~~~~ n        ^ stopped here: []{0,2} is used up, next is unit:$force ("soldiers" is 2 tokens further)
            try []{0,4}
        """)
  }

  static let failures: [(pattern: String, example: String, lines: [String])] = [
    (
      "n:[num] unit:$force", "some troops left",
      [
        "some troops left",
        "^ stopped here: next is n:[num] (\"some\" is not, and none follows)",
      ]
    ),
    (
      "n:[num] unit:$force", "sent 500 more troops",
      [
        "sent 500 more troops",
        "     ~~~ n",
        "         ^ stopped here: next is unit:$force (\"troops\" is 1 token further)",
        "try []{0,1} before unit:$force",
      ]
    ),
    (
      "n:[num] unit:$force", "3 police dogs",
      [
        "3 police dogs", "~ n",
        "  ~~~~~~ unit",
        "         ^ stopped here: next is the rest of unit:$force (\"dogs\" is not, and none follows)",
      ]
    ),
    (
      "who:[cap]+ cue:[lemma=$say] that", "Then Ann Lee announced that it was so",
      [
        "Then Ann Lee announced that it was so",
        "~~~~~~~~~~~~ who",
        "             ^ stopped here: next is cue:[lemma=$say] (\"announced\" has lemma \"announce\")",
      ]
    ),
    (
      "$official said", "President Lee left",
      [
        "President Lee left",
        "~~~~~~~~~ title",
        "          ~~~ who",
        "              ^ stopped here: next is said (\"left\" is not, and none follows)",
      ]
    ),
    (
      "imposed ... sanctions", "they imposed new rules",
      [
        "they imposed new rules",
        "                      ^ stopped here: the sentence ends, next is sanctions",
      ]
    ),
    (
      "imposed ... (sanctions | tariffs)", "they imposed new rules",
      [
        "they imposed new rules",
        "                      ^ stopped here: the sentence ends, next is (sanctions | tariffs)",
      ]
    ),
    (
      "according to who:(@PERSON | the [pos=/NN.*/])", "according to him",
      [
        "according to him",
        "             ^ stopped here: next is who:(@PERSON | the [pos=/NN.*/]) (\"him\" is not, and none follows)",
      ]
    ),
    (
      "troops (?! in [cap])", "troops in June",
      [
        "troops in June",
        "       ^ stopped here: next is (?! in [cap]) (\"in\" is not, and none follows)",
      ]
    ),
    (
      "said </s>", "he said so",
      ["he said so", "        ^ stopped here: next is </s> (\"so\" is not, and none follows)"]
    ),
    (
      "n:[num] [lemma=troop] :: n.num >= 100", "sent 90 troops",
      [
        "sent 90 troops",
        "     ~~ n",
        "     ^^^^^^^^^ matches here, but n.num >= 100 does not hold: n.num is 90",
      ]
    ),
    (
      "a:[] and b:[] :: a.lemma = b.lemma & !within quote", "up and down",
      [
        "up and down",
        "~~ a   ~~~~ b",
        "^^^^^^^^^^^ matches here, but a.lemma = b.lemma does not hold: a.lemma is \"up\"",
      ]
    ),
    (
      "said so :: containing never", "he said so",
      ["he said so", "   ^^^^^^^ matches here, but containing never does not hold"]
    ),
    (
      "said so :: within quote", "he said so",
      ["he said so", "   ^^^^^^^ matches here, but within quote does not hold"]
    ),
    (
      "n:[num] unit:$force", "Mine.\nThen 5 more.\nThe end.",
      [
        "Then 5 more.", "     ~ n",
        "       ^ stopped here: next is unit:$force (\"more\" is not, and none follows)",
      ]
    ),
  ]

  @Test(
    "says what matched, where it stopped, what is needed and what would help", arguments: failures)
  func explains(pattern: String, example: String, lines: [String]) throws {
    let report = try Self.report(Self.rule(pattern, matches: [example]))
    #expect(report.checks.first?.message == "does not match")
    #expect(report.checks.first?.details == lines)
  }

  static let verdicts: [(pattern: String, example: String, isMatch: Bool, message: String)] = [
    ("n:[num] []{0,2} unit:$force", "sent {n:500} {unit:troops} to Syria", true, "matches"),
    ("n:[num] []{0,2} unit:$force", "sent <<500 troops>> to Syria", true, "matches"),
    ("n:[num] []{0,2} unit:$force", "<<5 troops>> and <<6 soldiers>>", true, "matches"),
    ("n:[num] []{0,2} unit:$force", "sent 500 troops", true, "matches"),
    (
      "n:[num] []{0,2} unit:$force", "<<5 troops>> and 6 soldiers", true,
      "also matches where nothing is marked"
    ),
    ("n:[num] []{0,2} unit:$force", "sent <<500 troops home>>", true, "matches other words"),
    (
      "n:[num] []{0,2} unit:$force", "{n:sent} 500 {unit:troops}", true,
      "matches, but capture n is \"500\""
    ),
    ("n:[num] x:(big)? $force", "5 {x:troops}", true, "matches, but capture x took no part"),
    ("[num] unit:$force", "5 {unit:troop}s", true, "cannot match: a mark cuts the word \"troops\""),
    (
      "[num] unit:$force", "5 {unti:troops}", true,
      "cannot be read: the pattern has no capture 'unti'"
    ),
    ("[num] unit:$force", "5 <<troops", true, "cannot be read: this '<<' is never closed"),
    ("[num] unit:$force", "the troops of 3 nations", false, "does not match"),
    ("[num] unit:$force", "the 3 troops", false, "matches, and must not"),
    ("[num] unit:$force", "3 troops, not <<5 armies>>", false, "does not match"),
    ("[num] unit:$force", "<<3 troops>>, not 5 armies", false, "matches, and must not"),
  ]

  @Test("judges examples exactly", arguments: verdicts)
  func judges(pattern: String, example: String, isMatch: Bool, message: String) throws {
    let rule = try Self.rule(
      pattern, matches: isMatch ? [example] : [], rejects: isMatch ? [] : [example])
    let check = try #require(try Self.report(rule).checks.first)
    #expect(check.message == message)
    let isFine = message == (isMatch ? "matches" : "does not match")
    #expect(check.verdict == (isFine ? .passed : .failed))
    #expect(check.details.isEmpty == isFine)
  }

  @Test("reports a todo either way and never fails for it")
  func wishes() throws {
    let rule = try Self.rule("[num] $force", todo: ["a few dozen marines", "5 troops"])
    let report = try Self.report(rule)
    #expect(report.checks.map(\.verdict) == [.pending, .granted])
    #expect(report.checks.map(\.message) == ["does not match", "matches now: move it to matches"])
    #expect(report.isSuccess)
  }

  @Test("reports a rule that takes another's example away, and why it wins")
  func shadowing() throws {
    let count = try Self.rule("[num] $force", name: "count", emits: "Q", matches: ["5 troops left"])
    let longer = try Self.rule("[num] $force left", name: "left", emits: "Q", line: 20)
    let stronger = try Self.rule("$force", name: "force", emits: "Q", priority: 3, line: 30)
    let check = try #require(try Self.report(count, longer).checks.first)
    #expect(
      check.description == """
        rules/military.lua:9: rule 'count': matches[1] is taken by rule 'left' (rules/military.lua:20), \
        which matches more words
            5 troops left
            ~~~~~~~~ count
            ^^^^^^^^^^^^^ left
            narrow one of them, give it another priority, or another layer than 'Q'
        """)
    let other = try #require(try Self.report(count, stronger).checks.first)
    #expect(other.message.hasSuffix("which has priority 3"))
    let apart = try Self.rule("$force", name: "apart", emits: "Other")
    #expect(try Self.report(count, apart).isSuccess)
  }

  @Test("counts what the rules' actions decide")
  func actions() throws {
    var rule = try Self.rule(
      "[num] $force", emits: "Q", matches: ["5 troops"], rejects: ["6 troops"])
    rule.action = 1
    let report = try Self.report(rule) { _, match, text in
      text.tokens.word(match.tokens.lowerBound) == "6" ? .drop : .failed("no field 'x'")
    }
    #expect(report.checks.map(\.verdict) == [.failed, .passed])
    #expect(report.checks.first?.message == "matches, but the action fails: no field 'x'")
  }

  @Test("sees what other rules emit")
  func readsEmissions() throws {
    let writer = try Self.rule("[num] $force", name: "count", emits: "Quantity")
    let reader = try Self.rule(
      "sent q:@Quantity", name: "sent", matches: ["they sent {q:5 troops}"])
    #expect(try Self.report(reader, writer).isSuccess)
    let alone = try #require(try Self.report(reader).checks.first)
    #expect(alone.details.last?.contains("next is q:@Quantity") == true)
  }

  @Test("names rules without examples")
  func bareRules() throws {
    #expect(try Self.report(Self.rule("[num]")).rulesWithoutExamples == ["r"])
  }

  @Test("says why a text matches, loses or does not match")
  func why() throws {
    let rules = [
      try Self.rule("n:[num] u:$force", name: "count", emits: "Q"),
      try Self.rule("[num] $force left", name: "left", emits: "Q"),
    ]
    let checker = try Self.checker(rules)
    let found = checker.why("sent 5 troops", rule: 0)
    #expect(found.matches)
    #expect(
      found.lines == ["sent 5 troops", "     ~ n", "       ~~~~~~ u", "     ^^^^^^^^ matches: Q"])
    let beaten = checker.why("5 troops left", rule: 0)
    #expect(!beaten.matches)
    #expect(beaten.lines.last == "^^^^^^^^ matches, but rule 'left' of layer 'Q' wins here")
    #expect(!checker.why("nothing", rule: 0).matches)
    #expect(!checker.why("", rule: 0).matches)
  }

  @Test("never traps on random patterns and texts, and advice always helps")
  func survivesAnything() throws {
    var random = SplitMix(seed: 99)
    for _ in 0..<400 {
      let source = random.pattern(depth: 3)
      guard let pattern = try? Pattern(source, in: PatternMatcherTests.environment) else {
        continue
      }
      let words = (0..<random.below(9)).map { _ in ["a", "b", "c", "7", "."][random.below(5)] }
      let text = words.joined(separator: " ")
      let rule = Rule(name: "r", pattern: pattern, matches: [text])
      let report = try Self.checker([rule], environment: PatternMatcherTests.environment)
        .report(on: Self.examples(of: rule))
      #expect(report.checks.count == 1)
    }
  }
}
