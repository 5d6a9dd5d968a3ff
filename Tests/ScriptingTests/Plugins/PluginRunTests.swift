import NewsModel
import Testing

@testable import Scripting

@Suite("running plugins")
struct PluginRunTests {
  static let head =
    "version = \"1.0\", api = 1, license = \"MIT\", summary = \"A test.\""

  /// A plugin from its text behind the manifest.
  static func plugin(
    _ name: String, _ rules: String, more: String = ""
  ) throws -> SelectedPlugin {
    let source = "plugin { name = \"\(name)\", \(head)\(more) }\n" + rules
    let manifest = try PluginManifest(reading: source, path: "\(name).lua")
    return SelectedPlugin(
      Plugin(manifest: manifest, path: "\(name).lua", source: source, origin: .path))
  }

  static func article(_ text: String) -> Article { Article(id: "7", path: "7", text: text) }

  /// What plugins add to a text, and what came of each.
  static func run(
    _ plugins: [SelectedPlugin], on text: String
  ) throws -> (annotations: [String], outcomes: [String]) {
    let rules = try RuleLoader.load([], plugins: plugins)
    let analysis: Analysis = RuledAnalyser(rules).analyse(article(text))
    var tally = PluginTally(plugins, rules.bundle, failed: rules.pluginFailures)
    tally.add(analysis)
    tally.add(rules.failures)
    return (
      analysis.annotations.map { "\(analysis.article.text[bytes: $0.range]) \($0.type) \($0.by)" },
      tally.results.map { "\($0.plugin): \($0.outcome)" }
    )
  }

  @Test("each plugin has lists of its own, types are common, outcomes are told apart")
  func severalPlugins() throws {
    let force =
      "list \"unit\" { \"troops\" } rule \"count\" { pattern = \"[num] $unit\", emit = \"Q\" }"
    let ships =
      "list \"unit\" { \"ships\" } rule \"count\" { pattern = \"[num] $unit\", emit = \"S\" }"
    let sent = "rule \"sent\" { pattern = \"sent @Q\" }"
    let broken = "rule \"x\" { pattern = \"[lema=x]\" }"
    let found = try Self.run(
      [
        Self.plugin("sent", sent), Self.plugin("force", force), Self.plugin("ships", ships),
        Self.plugin("bad", broken), Self.plugin("worse", "error(\"no\")"),
        Self.plugin("cues", "cue { \"quip\" }"),
      ], on: "They sent 5 troops.")
    #expect(
      found.annotations == [
        "sent 5 troops sent rule sent/sent", "5 troops Q rule force/count",
      ])
    #expect(
      found.outcomes == [
        "sent: ran, 1 found", "force: ran, 1 found", "ships: found nothing",
        """
        bad: failed: bad.lua:2:24: rule 'bad/x': unknown attribute 'lema'
            [lema=x]
             ^^^^
            did you mean 'lemma'?
        """, "worse: failed: worse.lua:2: no", "cues: ran",
      ])
  }

  @Test("a failing action names plugin, rule and article, and stops nothing")
  func failingAction() throws {
    let bad = "rule \"n\" { pattern = \"[num]\", action = function(m) return m.nn end }"
    let found = try Self.run(
      [
        Self.plugin("bad", bad),
        Self.plugin("good", "rule \"n\" { pattern = \"[num]\", layer = \"g\" }"),
      ],
      on: "5 and 6")
    #expect(found.annotations == ["5 n rule good/n", "6 n rule good/n"])
    #expect(
      found.outcomes == [
        "bad: failed: plugin 'bad', rule 'n', article 7: bad.lua:2: a match has no field or method 'nn'",
        "good: ran, 2 found",
      ])
  }

  static let sandbox = [
    "assert(not io and not os and not require and not debug and not package)",
    "assert(not pcall(load, \"\\27Lua\") or not load(\"\\27Lua\"))",
    "list \"x\" { file = \"/etc/hostname\" }", "list \"x\" { file = \"../x.csv\" }",
    "while true do end", "local t = {} while true do t[#t + 1] = (\"x\"):rep(1 << 20) end",
  ]

  @Test("a plugin without grants reads nothing and cannot run for ever", arguments: sandbox)
  func sandboxed(source: String) throws {
    let found = try Self.run([Self.plugin("p", source)], on: "x")
    let isAllowed = source.hasPrefix("assert")
    #expect(found.outcomes.first?.hasPrefix(isAllowed ? "p: ran" : "p: failed") == true)
  }

  @Test("a plugin that needs files reads in its folder, and writes nowhere")
  func grants() throws {
    let folder = try RuleFolder(["list.csv": "name\nHarbury\n", "other.lua": "return { x = 1 }"])
    let source = """
      plugin { name = "p", \(Self.head), needs = { "files" } }
      list "town" { file = "list.csv", column = "name" }
      assert(require("other").x == 1 and io.open("\(folder.path("list.csv"))"))
      assert(not pcall(io.open, "\(folder.path("new.txt"))", "w"))
      rule "town" { pattern = "$town" }
      """
    try folder.write("plugin.lua", source)
    let plugin = SelectedPlugin(try PluginCatalogue.plugin(atPath: folder.path("plugin.lua")))
    let found = try Self.run([plugin], on: "In Harbury it rained.")
    #expect(found.outcomes == ["p: ran, 1 found"])
  }

  @Test("options reach the plugin with their types")
  func options() throws {
    let more = """
      , options = {
        least = { type = "number", default = 3, summary = "n" },
        loud = { type = "boolean", default = true, summary = "b" } }
      """
    let source = """
      assert(options.loud == true and math.type(options.least) == "integer")
      rule "n" { pattern = "n:[num]", action = function(m) return m.n.num >= options.least end }
      """
    var plugin = try Self.plugin("p", source, more: more)
    #expect(try Self.run([plugin], on: "2, 3 and 4").outcomes == ["p: ran, 2 found"])
    try plugin.set("least", to: "4")
    #expect(try Self.run([plugin], on: "2, 3 and 4").outcomes == ["p: ran, 1 found"])
  }

  @Test("the examples of a manifest are checked")
  func manifestExamples() throws {
    let good = try Self.plugin(
      "p", "rule \"n\" { pattern = \"[num]\", matches = { \"5\" } }",
      more: ", examples = { \"<<5>> and <<6>>\", \"none\" }")
    #expect(RuleFileChecker.check(good).isSuccess)
    let bad = try Self.plugin(
      "p", "rule \"n\" { pattern = \"[num]\", matches = { \"5\" } }",
      more: ", examples = { \"<<5>> and 6\", \"<<x\" }")
    #expect(
      RuleFileChecker.check(bad).findings.map(\.description) == [
        """
        p.lua:1: plugin 'p': examples[1] is not marked so
            5 and 6
                  ~ found
        """, "p.lua:1: plugin 'p': examples[2] cannot be read: this '<<' is never closed",
      ])
  }
}
