import Foundation
import NewsModel
import Rules
import Scripting
import Testing

@Suite("RuleLoader")
struct RuleLoaderTests {
  static let military = """
    -- Forces and their numbers.
    list "force" { "troops", "soldiers", "police officers", file = "forces.txt" }
    define "about" [[ (about|some)? ]]

    rule "troop_count" {
      pattern = [[ $about n:[num] []{0,2} unit:$force ]],
      emit    = { type = "Quantity", value = "n.num", unit = "unit.lemma", checked = false },
      priority = 10,
      matches = { "sent {n:500} {unit:troops} abroad", "up to <<30,000 more soldiers>> in" },
      rejects = { "the troops of 3 nations" },
      todo    = "a few dozen marines",
    }
    rule "sent" { pattern = [[ sent q:@Quantity ]] }
    cue { "quip", "hit back" }
    cue { "rebuff", act = "denial", noun = true }
    alias { "the envoy", "her deputy", is = "Ann Ward", article = "a" }
    boilerplate [[ <p> sign up for ... newsletter ]]
    """

  private func folder(_ rules: String) throws -> RuleFolder {
    try RuleFolder([
      "military.lua": rules, "forces.txt": "# a remark\nwarships\n\n  marines \n",
      "ranks.csv": "rank,name\r\n1,\"colonel, retired\"\r\n2,major\r\n",
    ])
  }

  @Test("takes down everything that a file declares, with its places")
  func declares() throws {
    let folder = try folder(Self.military)
    let bundle = try RuleLoader.load([folder.path("military.lua")]).bundle
    #expect(
      bundle.lists.map(\.entries)
        == [["troops", "soldiers", "police officers", "warships", "marines"]])
    #expect(bundle.rules.map(\.name) == ["troop_count", "sent"])
    #expect(bundle.rules.map(\.line) == [6, 13])
    #expect(bundle.rules[0].file == folder.path("military.lua"))
    #expect(bundle.rules[0].priority == 10)
    #expect(bundle.rules[0].emission?.type == "Quantity")
    #expect(bundle.rules[1].emission?.type == "sent")
    #expect(bundle.definitions.map(\.place.line) == [3])
    #expect(bundle.cues.map(\.phrase) == ["quip", "hit back", "rebuff"])
    #expect(bundle.cues.map(\.isNoun) == [false, false, true])
    #expect(bundle.aliases.map(\.phrase) == ["the envoy", "her deputy"])
    #expect(bundle.boilerplate.map(\.place.line) == [17])
    let examples = bundle.examples(of: "troop_count")
    #expect(examples.map(\.kind) == [.matches, .matches, .rejects, .todo])
    #expect(examples.map(\.place.line) == [9, 9, 10, 11])
    #expect(examples.map(\.position) == [1, 2, 1, 1])
  }

  @Test("attributes of words come from the script and from two columns of a file")
  func attributes() throws {
    let folder = try RuleFolder([
      "tone.lua": """
      attribute "tone" { words = { hail = "warm", Condemn = "cold" } }
      attribute "score" { file = "scores.csv", word = "word", value = "points", words = { flood = -3 } }
      rule "judged" {
        pattern = [[ act:[tone=cold] ... what:[score<0] ]],
        emit = { type = "Judged", tone = "act.tone", score = "what.score" },
        action = function(m) return { twice = 2 * m.what.score, none = m.act.score == nil } end,
        matches = { "They <<{act:condemned} the {what:floods}>>." },
      }
      """,
      "scores.csv": "word,points\r\nflood,-1\r\nsun,2\r\n",
    ])
    let rules = try RuleLoader.load([folder.path("tone.lua")])
    #expect(
      rules.bundle.attributes.map(\.values) == [
        ["hail": "warm", "condemn": "cold"], ["flood": "-3", "sun": "2"],
      ])
    var article = Article(id: "a", path: "a", text: "They condemned the floods.")
    article.zones = [Zone(.body, ByteRange(0, article.text.utf8.count))]
    let analysis: Analysis = RuledAnalyser(rules).analyse(article)
    #expect(
      analysis.annotations.first?.attributes
        == [
          "tone": .text("cold"), "score": .number(-3), "twice": .number(-6), "none": .flag(true),
        ],
      "\(rules.failures)")
  }

  @Test(
    "says what is wrong with an attribute",
    arguments: [
      ("attribute \"lemma\" { words = { a = 1 } }", "'lemma' cannot be the name of an attribute"),
      ("attribute \"x\" { words = {} }", "the attribute 'x' has no words"),
      (
        "attribute \"x\" { words = { [\"New York\"] = 1 } }",
        "attribute 'x': 'new york' is not one word"
      ),
      ("attribute \"x\" { words = { \"a\" } }", "words is a table of values by word"),
      ("attribute \"x\" { file = \"x.csv\" }", "which columns of 'x.csv'?"),
      ("attribute \"x\" { word = { a = 1 } }", "the attribute 'x' has no words"),
      ("attribute \"x\" { worsd = { a = 1 } }", "an attribute has no field 'worsd'"),
      (
        "attribute \"x\" { words = { a = 1 } }\nrule \"r\" { pattern = \"n:[x=1]\", emit = { type = \"T\", v = \"n.y\" } }",
        "unknown attribute 'y'"
      ),
    ])
  func attributeFaults(rules: String, message: String) throws {
    let folder = try RuleFolder(["a.lua": rules])
    let error = try #require(throws: RuleLoadingError.self) {
      try RuleLoader.load([folder.path("a.lua")])
    }
    #expect(error.description.contains(message), "\(error.description)")
  }

  @Test("runs the whole way from text to results")
  func analyses() throws {
    let folder = try folder(Self.military)
    let analyser = RuledAnalyser(try RuleLoader.load([folder.path("military.lua")]))
    let article = Article(
      id: "a", path: "a",
      text: "Lund quipped that Norway had sent some 30,000 more soldiers home.\n\n"
        + "The envoy hit back that the numbers were wrong.\n\n"
        + "Sign up for our weekly newsletter, Lund said.")
    let analysis: Analysis = analyser.analyse(article)
    #expect(
      analysis.annotations.map { "\($0.type): \(article.text[bytes: $0.range])" } == [
        "sent: sent some 30,000 more soldiers", "Quantity: some 30,000 more soldiers",
        "Alias: The envoy",
      ])
    #expect(
      analysis.annotations[1].attributes == [
        "value": .number(30_000), "unit": .text("soldier"), "checked": .flag(false),
      ])
    #expect(analysis.quotes.map { $0.speaker?.name } == ["Lund", "Ann Ward"])
    #expect(analysis.quotes.map { $0.speaker?.isAnalystInference } == [false, true])
    #expect(analysis.article.zones.map(\.kind) == [.body, .boilerplate])
  }

  static let faults: [(rules: String, message: String)] = [
    (
      "rule \"x\" {\n  pattern = [[ n:[num] [lema=troop] ]],\n}",
      """
      military.lua:2:25: rule 'x': unknown attribute 'lema'
           n:[num] [lema=troop]\u{20}
                    ^^^^
          did you mean 'lemma'?
      """
    ),
    (
      "list \"force\" { \"troops\" }\nrule \"x\" { pattern = \"[num] $forces\" }",
      """
      military.lua:2:29: rule 'x': no list or pattern $forces
          [num] $forces
                ^^^^^^^
          did you mean $force?
      """
    ),
    (
      "rule \"a\" { pattern = \"@b x\", emit = \"a\" }\nrule \"b\" { pattern = \"@a x\" }",
      "military.lua:1:1: these rules wait for each other, each reads what another emits: a, b"
    ),
    (
      "rule \"a\" { pattern = \"x\" }\n\nrule \"a\" { pattern = \"y\" }",
      "military.lua:3:1: there is a rule 'a' already\n    declared at military.lua:1"
    ),
    (
      "rule \"a\" { pattern = \"n:[num]\", emit = { value = \"m.num\", unit = \"n.unit\" } }",
      """
      military.lua:1:1: rule 'a': unit = "n.unit": unknown attribute 'unit'
          attributes: word lower lemma pos ent num shape len text
      military.lua:1:1: rule 'a': no capture 'm' in its pattern
          captures: n
      """
    ),
    (
      "rule \"a b\" { pattern = \"x\" }",
      "military.lua:1:1: rule 'a b': 'a b' cannot be the type of"
    ),
    ("rule \"a\" { patern = \"x\" }", "military.lua:1: a rule has no field 'patern'"),
    ("\nrule \"a\" { }", "military.lua:2: rule 'a' has no pattern"),
    (
      "list \"a\" { file = \"none.txt\" }",
      "military.lua:1: there is no file 'none.txt' for the list"
    ),
    (
      "list \"a\" { file = \"/etc/passwd\" }",
      "military.lua:1: the file '/etc/passwd' may not be read"
    ),
    (
      "list \"a\" { file = \"ranks.csv\", column = \"nam\" }",
      "military.lua:1: 'ranks.csv' has no column 'nam'\n    did you mean 'name'?"
    ),
    ("list \"a\" { }", "military.lua:1:1: the list $a is empty"),
    ("list \"a\"\n  { 1 }", "military.lua:1: each entry of a list is a string; this is a number"),
    (
      "cue { \"x\", act = \"denail\" }",
      "military.lua:1: there is no act 'denail'\n    did you mean"
    ),
    ("alias { \"x\" }", "military.lua:1: an alias needs a phrase and a name"),
    ("boilerplate [[ ( ]]", "military.lua:1:18: boilerplate: expected a word"),
    ("rule \"a\" {", "military.lua:1: unexpected symbol near <eof>"),
    ("error \"no\"", "military.lua:1: no"),
    ("rule \"a\" { pattern = 1 }", "military.lua:1: the pattern of rule 'a' is a number"),
    (
      "rule \"a\" { pattern = \"x\", action = 1 }",
      "military.lua:1: the action of rule 'a' is a number"
    ),
  ]

  @Test("names file, line and column of what is wrong", arguments: faults)
  func complains(rules: String, message: String) throws {
    let folder = try folder(rules)
    let error = #expect(throws: RuleLoadingError.self) {
      try RuleLoader.load([folder.path("military.lua")])
    }
    let text = folder.shortened(error.map(\.description) ?? "")
    #expect(text.hasPrefix(message), "\(text)")
  }

  @Test("names a file that is not there, or is no text")
  func unreadable() throws {
    let folder = try RuleFolder([:])
    let missing = #expect(throws: RuleLoadingError.self) { try RuleLoader.load(["none.lua"]) }
    #expect(missing?.description == "the rule file 'none.lua' cannot be read")
    try Data([0xff, 0xfe, 0x00]).write(to: folder.url.appending(path: "x.lua"))
    #expect(throws: RuleLoadingError.self) { try RuleLoader.load([folder.path("x.lua")]) }
  }

  @Test("files see each other's lists, and the second names the first where both use a name")
  func severalFiles() throws {
    let folder = try RuleFolder([
      "a.lua": "rule \"r\" { pattern = \"$force\" }", "b.lua": "list \"force\" { \"troops\" }",
      "c.lua": "rule \"r\" { pattern = \"x\" }",
    ])
    let bundle = try RuleLoader.load([folder.path("a.lua"), folder.path("b.lua")]).bundle
    #expect(bundle.rules.count == 1)
    let error = #expect(throws: RuleLoadingError.self) {
      try RuleLoader.load([folder.path("a.lua"), folder.path("c.lua"), folder.path("b.lua")])
    }
    #expect(
      folder.shortened(error?.description ?? "")
        == "c.lua:1:1: there is a rule 'r' already\n    declared at a.lua:1")
  }

  @Test("reads a column of a CSV file")
  func csv() throws {
    let folder = try folder("list \"rank\" { file = \"ranks.csv\", column = \"name\" }")
    let bundle = try RuleLoader.load([folder.path("military.lua")]).bundle
    #expect(bundle.lists.first?.entries == ["colonel, retired", "major"])
  }

  @Test("a built pattern is the same as a written one")
  func builder() throws {
    let folder = try folder(
      """
      list "force" { "troops" }
      rule "built" { pattern = P.seq{
        P.num:as "n", P.any{0, 2}, P.either{ P.list "force", P.seq{ "police", "officers" } }:as "unit",
        P.token "pos=/IN/":optional(), P.seq{ P.word "a", P.cap:times(1, 3) }:not_ahead(),
      } }
      rule "written" {
        pattern = [[ n:[num] []{0,2} unit:($force | "police" "officers") [pos=/IN/]? (?! "a" [cap]{1,3}) ]]
      }
      """)
    let rules = try RuleLoader.load([folder.path("military.lua")]).bundle.rules
    #expect(rules.count == 2)
    let text = Article(id: "a", path: "a", text: "They sent 500 police officers of the town.")
    let analysis: Analysis = RuledAnalyser(try RuleLoader.load([folder.path("military.lua")]))
      .analyse(text)
    #expect(analysis.annotations.count == 2)
    #expect(analysis.annotations[0].range == analysis.annotations[1].range)
  }
}
