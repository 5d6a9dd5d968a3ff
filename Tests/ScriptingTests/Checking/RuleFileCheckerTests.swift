import Extraction
import Foundation
import NewsModel
import Rules
import Scripting
import Store
import Testing

@Suite struct RuleFileCheckerTests {
  static let military = """
    list "force" { "troops", "soldiers" }
    rule "troop_count" {
      pattern = [[ n:[num] []{0,2} unit:$force ]],
      emit = { type = "Quantity", value = "n.num" },
      matches = { "sent {n:500} {unit:troops} to Harbury",
        "up to <<30,000 American naval support soldiers>> in" },
      rejects = { "the troops of 3 nations", "the <<3 troops" },
      todo = { "a few dozen marines", "5 troops" },
    }
    rule "bare" { pattern = [[ nothing ]] }
    """

  /// The findings of files, without the folder's path.
  static func check(_ files: KeyValuePairs<String, String>) throws -> (
    findings: RuleFindings, words: [String]
  ) {
    let folder = try RuleFolder(files)
    let findings = RuleFileChecker.check(files.map { folder.path($0.key) })
    return (findings, findings.findings.map { folder.shortened($0.description) })
  }

  @Test("names each broken example with its own line, and counts")
  func reports() throws {
    let (findings, words) = try Self.check(["military.lua": Self.military])
    #expect(
      words == [
        """
        military.lua:6: rule 'troop_count': matches[2] does not match
            up to 30,000 American naval support soldiers in
                  ~~~~~~ n        ^ stopped here: []{0,2} is used up, next is unit:$force ("soldiers" is 2 tokens further)
            try []{0,4}
        """,
        """
        military.lua:7: rule 'troop_count': rejects[2] cannot be read: this '<<' is never closed
            the <<3 troops
                ^^
            add >> after the last word
        """,
        """
        military.lua:8: info: rule 'troop_count': todo[1] does not match yet
            a few dozen marines
                  ~~~~~ n      ^ stopped here: the sentence ends, next is unit:$force
        """,
        "military.lua:8: info: rule 'troop_count': todo[2] matches now: move it to matches",
        """
        military.lua:10: warning: rule 'bare' has no examples
            add matches = { … } and rejects = { … }
        """,
      ])
    #expect(!findings.isSuccess)
    #expect(findings.summary == "2 rules · 2 examples as promised · 2 failed · 2 todo")
    let columns = findings.findings.map(\.column)
    #expect(columns == [6, 43, 13, 36, 1])
  }

  static let faulty: [(files: KeyValuePairs<String, String>, findings: [String])] = [
    (
      ["a.lua": "rule \"x\" { pattern = [[ n:[lema=x] ]] }"],
      [
        "a.lua:1: rule 'x': unknown attribute 'lema'\n     n:[lema=x] \n        ^^^^\n    did you mean 'lemma'?"
      ]
    ),
    (
      ["a.lua": "rule \"x\" {", "b.lua": "rule \"y\" { pattern = \"z\", matches = { \"a z\" } }"],
      ["a.lua:1: unexpected symbol near <eof>\n    rule \"x\" {"]
    ),
    (
      [
        "a.lua": "rule \"y\" { pattern = [[ @A x ]], emit = \"B\", matches = { \"x\" } }\n"
          + "rule \"z\" { pattern = [[ @B x ]], emit = \"A\", matches = { \"x\" } }"
      ],
      ["a.lua:1: these rules wait for each other, each reads what another emits: y, z"]
    ),
    (
      [
        "a.lua": "rule \"y\" { pattern = [[ $far ]], matches = { \"{w:away}\" } }",
        "b.lua": "list \"far\" { \"away\" }",
      ],
      [
        "a.lua:1: rule 'y': matches[1] cannot be read: the pattern has no capture 'w'\n    {w:away}\n     ^\n    captures: none"
      ]
    ),
    (
      [
        "a.lua": """
        rule "x" { pattern = "n:[num]", matches = { "{n:5}" }, rejects = { "6" },
          action = function(m) return m.m.num < 6 end }
        """
      ],
      [
        """
        a.lua:1: rule 'x': matches[1] matches, but the action fails: a.lua:2: a match has no field or method 'm'
            5
            ~ n
            ^ matched
        """,
        """
        a.lua:1: rule 'x': rejects[1] matches, and the action fails: a.lua:2: a match has no field or method 'm'
            6
            ~ n
            ^ matched
        """,
      ]
    ),
    (
      [
        "a.lua": """
        rule "short" { pattern = "[num] troops", emit = "Q", matches = { "5 troops left" } }
        rule "long" { pattern = "[num] troops left", emit = "Q", matches = { "5 troops left" } }
        """
      ],
      [
        """
        a.lua:1: rule 'short': matches[1] is taken by rule 'long' (a.lua:2), which matches more words
            5 troops left
            ~~~~~~~~ short
            ^^^^^^^^^^^^^ long
            narrow one of them, give it another priority, or another layer than 'Q'
        """
      ]
    ),
  ]

  @Test("names what is wrong with files, and checks the others", arguments: faulty.indices)
  func faults(index: Int) throws {
    let (findings, words) = try Self.check(Self.faulty[index].files)
    #expect(words == Self.faulty[index].findings)
    #expect(!findings.isSuccess)
  }

  @Test("a file with a manifest is checked as a plugin")
  func pluginFiles() throws {
    let source =
      PluginCatalogueTests.source(
        "p", ", options = { n = { type = \"number\", default = 5, summary = \"n\" } }")
      + "rule \"n\" { pattern = \"[num=\" .. options.n .. \"]\", matches = { \"<<5>> and 6\" }, rejects = { \"5\" } }"
    let (findings, words) = try Self.check([
      "p.lua": source, "q.lua": "plugin { nam = 1 }",
      "r.lua": "rule \"x\" { pattern = \"y\", matches = { \"y\" } }",
    ])
    #expect(
      words == [
        "p.lua:2: rule 'p/n': rejects[1] matches, and must not\n    5\n    ^ matched",
        "q.lua:1: a manifest has no field 'nam'\n    did you mean 'name'?",
      ])
    #expect(findings.passed == 2 && findings.rules == 2)
    let folder = try RuleFolder(["p.lua": source])
    #expect(try RuleFileChecker.why("5", rule: "n", in: [folder.path("p.lua")]).matches)
  }

  @Test("a file or plugin that is named twice counts once")
  func twice() throws {
    let folder = try RuleFolder([
      "a.lua": "rule \"x\" { pattern = \"y\", matches = { \"y\" } }",
      "plugin.lua": PluginCatalogueTests.source("p")
        + "rule \"x\" { pattern = \"z\", matches = { \"z\" } }",
    ])
    let paths = ["a.lua", "./a.lua", "", "/plugin.lua", "../\(folder.url.lastPathComponent)/a.lua"]
      .map { folder.url.path + "/" + $0 }
    let findings = RuleFileChecker.check(paths)
    #expect(findings.findings == [] && findings.rules == 2 && findings.passed == 2)
    #expect(try RuleFileChecker.load(paths).bundle.rules.count == 2)
  }

  @Test(
    "a fault of Lua's syntax has a column",
    arguments: [
      ("rule \"x\" {\n  pattern = = 1 }", 2, 13), ("x = 1 = 2", 1, 7), ("x = = 2", 1, 5),
      ("s = \"=\" y = = s", 1, 13), ("rule \"x\" {", 1, 11), ("é = 1", 1, 1),
      ("x = \"é\" ) y", 1, 9), ("if x then\n\n  end end", 3, 7),
    ])
  func syntax(source: String, line: Int, column: Int) throws {
    let finding = try #require(Self.check(["a.lua": source]).findings.findings.first)
    #expect(finding.line == line && finding.column == column, "\(finding)")
  }

  @Test("an alias for an article that the corpus does not have is remarked on")
  func aliases() throws {
    let store = try CorpusStore.inMemory()
    for id in ["harbury-1", "harbury-2"] {
      try store.add(ArticleAnalyser().analyse(Article(id: id, path: id, text: "The envoy left.")))
    }
    let folder = try RuleFolder([
      "a.lua": """
      alias { "the envoy", is = "Ann Ward", article = "harbury-1" }
      alias { "the envoy", is = "Ben Hale", article = "harbry-2" }
      alias { "the envoy", is = "Ben Hale", article = "042" }
      """
    ])
    let remarks = try RuleFileChecker.remarks([folder.path("a.lua")], on: store.snapshot())
    #expect(
      remarks.map { folder.shortened($0.description) } == [
        """
        a.lua:2: info: alias 'the envoy': there is no article 'harbry-2' in this corpus
            did you mean 'harbury-2'?
        """,
        """
        a.lua:3: info: alias 'the envoy': there is no article '042' in this corpus
            its articles are called such as 'harbury-1'
        """,
      ])
  }

  @Test("a file that is not there is named")
  func missing() {
    let findings = RuleFileChecker.check(["/no/such.lua"])
    #expect(findings.findings.map(\.message) == ["the rule file '/no/such.lua' cannot be read"])
  }

  @Test("examples see names, quotation marks, numbers, and with an empty line the title")
  func pipeline() throws {
    let (findings, words) = try Self.check([
      "a.lua": """
      rule "said" { pattern = [[ who:@PERSON said ]], matches = { "Then <<{who:Angela Merkel} said>> so." } }
      rule "cuts" { pattern = [[ cuts :: within quote ]], matches = { "“No <<cuts>>,” she said." }, rejects = { "cuts" } }
      rule "head" {
        pattern = [[ talks :: within title ]],
        matches = { "Mayor leaves <<talks>> early\\n\\nThe mayor of Harbury left the talks on Monday.\\n\\nNobody said why." },
      }
      """
    ])
    #expect(words == [])
    #expect(findings.passed == 4)
  }

  @Test("says why")
  func why() throws {
    let folder = try RuleFolder(["military.lua": Self.military])
    let paths = [folder.path("military.lua")]
    let found = try RuleFileChecker.why("<<500 troops>> left", rule: "troop_count", in: paths)
    #expect(found.matches)
    #expect(
      found.lines == [
        "500 troops left", "~~~ n", "    ~~~~~~ unit", "^^^^^^^^^^ matches: Quantity",
        "  value = 500",
      ])
    let error = #expect(throws: RuleLoadingError.self) {
      try RuleFileChecker.why("x", rule: "trop_count", in: paths)
    }
    #expect(error?.failure.hint == "did you mean 'troop_count'?")
  }
}
