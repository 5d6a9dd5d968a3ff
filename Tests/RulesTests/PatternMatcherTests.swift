import Language
import NewsModel
import SaysoTestSupport
import Testing

@testable import Rules

@Suite struct PatternMatcherTests {
  static let environment = PatternEnvironment(
    lists: ["force": ["troops", "police officers"], "say": ["say", "tell"]],
    types: ["Quantity"],
    tokenise: { $0.split(separator: " ").map(String.init) }
  )

  /// Analyses a marked text: `[Ann Lee|PERSON]` is a mention, `["No"|quoted]` a quotation.
  static func text(_ marked: String) -> MatchText {
    let marked = MarkedText(marked)
    var paragraphs: [ByteRange] = []
    var start = 0
    for line in marked.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty { paragraphs.append(ByteRange(start, start + line.utf8.count)) }
      start += line.utf8.count + 1
    }
    let tokens = LanguageAnalyser().analyse(marked.text, paragraphs: paragraphs)
    var article = Article(id: "a", path: "a", text: marked.text)
    article.zones = paragraphs.map { Zone(.body, $0) }
    var analysis = Analysis(article: article, tokens: tokens)
    for (label, range) in marked.spans {
      let type: EntityType? =
        ["PERSON": .person, "ORGANISATION": .organisation, "PLACE": .place][label]
      if let type {
        analysis.entities.append(Entity(name: marked.text[bytes: range], type: type))
        analysis.mentions.append(Mention(range: range, entity: analysis.entities.count - 1))
      } else if label == "quoted" {
        analysis.quotations.append(range)
      } else {
        analysis.annotations.append(Annotation(type: label, range: range, by: "test"))
      }
    }
    return MatchText(analysis)
  }

  /// The matched words with captures in braces: `{n:500} {unit:troops}`.
  static func written(_ match: PatternMatch, in text: MatchText) -> String {
    match.tokens.map { token in
      var word = text.tokens.word(token)
      for capture in match.captures {
        if capture.tokens.lowerBound == token { word = "{\(capture.name):" + word }
        if capture.tokens.upperBound == token + 1 { word += "}" }
      }
      return word
    }.joined(separator: " ")
  }

  static let cases: [(pattern: String, text: String, expected: [String])] = [
    (
      "n:[num] []{0,2} unit:$force", "They sent 500 more troops and 3 police officers.",
      ["{n:500} more {unit:troops}", "{n:3} {unit:police officers}"]
    ),
    ("united | united states", "The United States acted.", ["United States"]),
    ("a ... b", "a x b x b", ["a x b"]),
    ("x:[]{1,3} b", "a a b b", ["{x:a a b} b"]),
    ("[cap]+ said", "Then Ann Mary Lee said so.", ["Then Ann Mary Lee said"]),
    (
      "who:@PERSON [lemma=$say]", "[Ann Lee|PERSON] said [Bob|PERSON] told us.",
      ["{who:Ann Lee} said", "{who:Bob} told"]
    ),
    (
      "@PERSON of @PLACE", "[Ann Lee|PERSON] of [Ohio|PLACE] met [Bob|PERSON] of Rome.",
      ["Ann Lee of Ohio"]
    ),
    (
      "(?<! no|without ) evidence that", "There is no evidence that. We have evidence that it is.",
      ["evidence that"]
    ),
    ("troops (?= in [cap] )", "troops in June and troops in camps", ["troops"]),
    ("troops (?! in )", "troops in June and troops at sea", ["troops"]),
    ("<s> [num]", "Two came. He saw two.", ["Two"]),
    ("said </s> []", "He said", []),
    ("[pos=/VB.*/ & !lemma=be]", "It was said.", ["said"]),
    (
      "a:[] and b:[] :: a.lemma = b.lemma", "again and again, up and down",
      ["{a:again} and {b:again}"]
    ),
    ("n:[num] million :: n.num >= 100", "90 million and 100 million", ["{n:100} million"]),
    ("[num & num>=18 & num<=99]", "17, 18, ninety, 100", ["18", "ninety"]),
    ("cuts :: !within quote", "cuts and [“deep cuts”|quoted]", ["cuts"]),
    ("deep cuts :: within quote", "deep cuts and [“deep cuts”|quoted]", ["deep cuts"]),
    (
      "<quote> [quoted]{1,9} </quote> :: containing @PLACE",
      "[“no”|quoted] and [“in [Rome|PLACE]”|quoted]", ["“ in Rome ”"]
    ),
    ("[ent=ORGANIZATION]", "The [UN|ORGANISATION] met.", ["UN"]),
    ("[word='US']", "US and us", ["US"]),
    ("[shape=Xxx]", "Ann iPad NATO", ["Ann"]),
    ("one ... two :: within p", "One here. Then two.", ["One here . Then two"]),
    ("one ... two", "One here. Then two.", []),
    ("q:@Quantity of", "[a lot|Quantity] of it", ["{q:a lot} of"]),
    ("(a|b)+ c", "a b a c b c", ["a b a c", "b c"]),
    ("[]{0,2}? end", "x y end", ["x y end"]),
    ("\"(\" [caps] \")\"", "(AP) reports (ap)", ["( AP )"]),
  ]

  @Test("finds what the manual says", arguments: cases)
  func finds(pattern: String, text: String, expected: [String]) throws {
    let text = Self.text(text)
    let matcher = try PatternMatcher([Pattern(pattern, in: Self.environment)])
    #expect(matcher.matches(in: text).map { Self.written($0, in: text) } == expected)
  }

  @Test("gives each of many rules what it finds alone, on one text after another")
  func rulesAreIndependent() throws {
    let patterns = try Self.cases.map { try Pattern($0.pattern, in: Self.environment) }
    let together = try PatternMatcher(patterns)
    for (_, marked, _) in Self.cases {
      let text = Self.text(marked)
      let found = together.matches(in: text)
      for (rule, pattern) in patterns.enumerated() {
        let alone = try PatternMatcher([pattern]).matches(in: text).map(\.tokens)
        #expect(found.filter { $0.rule == rule }.map(\.tokens) == alone)
      }
    }
  }

  @Test("takes no exponential time on patterns that hang a backtracking matcher")
  func isLinear() throws {
    let words = Array(repeating: "a", count: 400).joined(separator: " ")
    let text = Self.text(words)
    for source in ["(a+)+ b", "(a|a)* b", "(a? a?)* b", "a* a* a* a* a* b", "... ... ... b"] {
      let matcher = try PatternMatcher([Pattern(source, in: Self.environment)])
      #expect(matcher.matches(in: text).isEmpty)
    }
  }
}

/// A small generator of random patterns and words (Steele, Lea, Flood 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  mutating func word() -> String {
    ["a", "b", "c", "[a b|PERSON]", "[c|PLACE]", "a.", "7"][below(7)]
  }

  mutating func pattern(depth: Int) -> String {
    let leaves = ["a", "b", "c", "[]", "@PERSON", "[num]", "[word!=a]", "@PLACE"]
    if depth == 0 { return leaves[below(leaves.count)] }
    switch below(8) {
    case 0, 1: return pattern(depth: depth - 1) + " " + pattern(depth: depth - 1)
    case 2: return "(" + pattern(depth: depth - 1) + "|" + pattern(depth: depth - 1) + ")"
    case 3:
      let counts = ["?", "*", "+", "{0,2}", "{2}", "{1,3}", "*?", "+?", "{0,3}?"]
      return "(" + pattern(depth: depth - 1) + ")" + counts[below(counts.count)]
    case 4:
      return ["(?=", "(?!", "(?<=", "(?<!"][below(4)] + " " + pattern(depth: 0) + " ) "
        + pattern(depth: depth - 1)
    case 5: return "x:(" + pattern(depth: depth - 1) + ")"
    case 6: return ["<s> ", "<doc> "][below(2)] + pattern(depth: depth - 1)
    default: return pattern(depth: depth - 1)
    }
  }
}
