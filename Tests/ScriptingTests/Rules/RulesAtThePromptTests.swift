import Foundation
import Scripting
import Testing

@Suite("Rules at the prompt")
struct RulesAtThePromptTests {
  private func interpreter() throws -> LuaInterpreter {
    try LuaInterpreter(on: TaughtCorpus.snapshot())
  }

  /// What the last of several inputs shows.
  private func last(_ inputs: String...) throws -> String {
    let interpreter = try interpreter()
    var shown = ""
    for input in inputs { shown = TaughtCorpus.shown(interpreter.evaluate(input) { _ in }) }
    return shown
  }

  private static let count = """
    rule "crew" { pattern = [[ n:[num] unit:[lemma=(firefighter|boat)] ]],
      emit = { type = "Quantity", value = "n.num", unit = "unit.lemma" } }
    """

  @Test("a rule takes effect at once and shows what it found")
  func ruleAtOnce() throws {
    #expect(
      try last(Self.count)
        == "appeared,a,1,Quantity,500 firefighters,\"unit = firefighter, value = 500\",rule crew"
        + "|appeared,a,1,Quantity,20 boats,\"unit = boat, value = 20\",rule crew"
        + "|appeared,b,1,Quantity,30 firefighters,\"unit = firefighter, value = 30\",rule crew")
  }

  @Test(
    "what rules emit can be asked for",
    arguments: [
      ("#corpus.annotations", "3"),
      ("corpus:annotations{type=\"Quantity\", unit=\"boat\"}[1].text", "20 boats"),
      ("corpus:annotations{type=\"Quantity\"}:sum \"value\"", "550"),
      ("corpus.annotations[1].by", "rule crew"),
      ("corpus.annotations[1].attributes.value", "500"),
      ("corpus.annotations[1].valeu", "! an annotation has no field or method 'valeu'"),
      ("corpus.annotations:count_by \"unit\"", "firefighter,2|boat,1"),
      ("#corpus:find \"@Quantity north\"", "1"),
      (
        "corpus:find \"@Quantty\"",
        "! query:1:1: unknown type 'Quantty'\n    @Quantty\n    ^^^^^^^^"
      ),
      (
        "/20 [lema=boat]/",
        "! query:1:5: unknown attribute 'lema'\n    20 [lema=boat]\n        ^^^^"
      ),
      ("#corpus:query(\"@Quantity north\"):next().match", "14"),
    ])
  func queries(input: String, expected: String) throws {
    #expect(try last(Self.count, input) == expected)
  }

  @Test("a rule and a question in one input, and a rule that reads another's type")
  func together() throws {
    #expect(try last(Self.count + "\nreturn #corpus.annotations") == "3")
    #expect(
      try last(Self.count, "rule \"north\" { pattern = \"@Quantity north\" }")
        == "appeared,a,1,north,20 boats north,,rule north")
  }

  @Test("a rule that is typed again takes the place of the first, and takes away what it found")
  func replaces() throws {
    #expect(
      try last(Self.count, "rule \"crew\" { pattern = [[ n:[num] boats ]], emit = \"Quantity\" }")
        == "went,a,1,Quantity,500 firefighters,\"unit = firefighter, value = 500\",rule crew"
        + "|changed,a,1,Quantity,20 boats,\"unit = boat, value = 20 → \",rule crew"
        + "|went,b,1,Quantity,30 firefighters,\"unit = firefighter, value = 30\",rule crew")
  }

  @Test("cues, phrases of them too, feed the extraction")
  func cues() throws {
    #expect(
      try last("cue { \"blurb\" }")
        == "changed,a,3,quote,that the plan was doomed,deputy mayor → deputy mayor,"
        + "rule subject-verb")
    #expect(
      try last("cue { \"flarp back\" }", "corpus:quotes{article=\"c\"}:map \"cue\"")
        == "flarped back")
    #expect(try last("#corpus:quotes{article=\"c\"}") == "0")
  }

  @Test("an alias resolves a speaker and says whose inference it is")
  func aliases() throws {
    let alias = "alias { \"the deputy mayor\", is = \"Ben Hale\", article = \"a\" }"
    #expect(
      try last("cue { \"blurb\" }", alias, "corpus:quotes{inferred=true}[1].speaker")
        == "Ben Hale")
    #expect(
      try last("cue { \"blurb\" }", alias, "corpus:quotes{inferred=true}[1]")
        == "that the plan was doomed — Ben Hale, your inference (a:3)")
    #expect(try last(alias, "corpus.annotations[1].entity") == "Ben Hale")
    #expect(try last(alias, "corpus.annotations[1].by") == "analyst alias")
  }

  @Test("boilerplate takes away what was found there")
  func boilerplate() throws {
    let boilerplate = "boilerplate [[ <p> get our ... letter ]]"
    #expect(try last("#corpus:quotes{article=\"b\"}") == "2")
    #expect(try last(boilerplate, "#corpus:quotes{article=\"b\"}") == "1")
    #expect(try last(boilerplate, "corpus:zones{kind=\"boilerplate\"}[1].reason") == "rule")
    #expect(
      try last(boilerplate, "boilerplate [[ <p> no such words ]]", "#corpus:quotes{article=\"b\"}")
        == "1")
  }

  @Test("rules emit names, statements and figures")
  func products() throws {
    let name = """
      rule "letter" { pattern = [[ weekly letter ]], emit = { type = "OTHER", name = "The Letter" } }
      """
    #expect(try last(name, "corpus:entity(\"The Letter\").type") == "other")
    #expect(try last(name, "#corpus:find [[ @OTHER \":\" @PERSON ]]") == "1")
    let quote = """
      rule "thunder" {
        pattern = [[ source:(the deputy mayor) cue:blurbed that content:([]+) "." ]], emit = "QUOTE" }
      """
    #expect(
      try last(quote, "corpus:quotes{by=\"rule thunder\"}[1]")
        == "the plan was doomed — The deputy mayor (a:3)")
    let figure = """
      rule "boats" { pattern = [[ n:[num] boats ]], emit = { type = "FIGURE", value = "n.num", unit = "craft" } }
      """
    #expect(try last(figure, "#corpus:figures{unit=\"craft\"}") == "0")
    #expect(
      try last(name, name.split(separator: "\"letter\"").joined(separator: "\"other\""), "1") == "1"
    )
  }

  @Test("rows from before a change are refused, not taken for others")
  func stale() throws {
    #expect(
      try last("q = corpus.quotes[1]", "cue { \"blurb\" }", "q.speaker")
        == "! this quote is from before the corpus changed")
    #expect(
      try last("q = corpus.quotes", "cue { \"blurb\" }", "#q")
        == "! this quote is from before the corpus changed")
    #expect(try last("a = corpus.articles[1]", "cue { \"blurb\" }", "a.id") == "a")
    #expect(try last("q = corpus.quotes[1]", Self.count, "q.speaker") == "Ann Ward")
  }

  @Test(
    "faults name the place and leave the rules as they were",
    arguments: [
      (
        "rule \"x\" { pattern = [[ [lema=go] ]] }",
        "! prompt:1:26: rule 'x': unknown attribute 'lema'\n     [lema=go] \n      ^^^^\n    did you mean 'lemma'?"
      ),
      (
        "rule \"x\" { pattern = \"$nothing\" }",
        "! prompt:1:23: rule 'x': no list or pattern $nothing"
      ),
      (
        "rule \"crew2\" { pattern = \"@z\", emit = \"z\" }",
        "! prompt:1:1: these rules wait for each"
      ),
      ("rule \"x\" { patern = \"a\" }", "! a rule has no field 'patern'"),
      ("list \"l\" { file = \"no.txt\" }", "! there is no file 'no.txt' for the list"),
    ])
  func faults(input: String, message: String) throws {
    let interpreter = try interpreter()
    _ = interpreter.evaluate(Self.count) { _ in }
    let shown = TaughtCorpus.shown(interpreter.evaluate(input) { _ in })
    #expect(shown.hasPrefix(message), "\(shown)")
    #expect(TaughtCorpus.shown(interpreter.evaluate("#corpus.annotations") { _ in }) == "3")
    let rules = TaughtCorpus.shown(interpreter.rules())
    #expect(rules == "rule,crew,Quantity,prompt:1")
  }

  @Test("an action that fails is named with rule and article; the others count")
  func actions() throws {
    let interpreter = try interpreter()
    var output = ""
    let shown = interpreter.evaluate(
      """
      rule "crew" { pattern = [[ n:[num] unit:[lemma=(firefighter|boat)] ]],
        action = function(m) if m.n.num == 20 then error "twenty" end return { n = m.n.num } end }
      """
    ) { output += $0 }
    #expect(
      TaughtCorpus.shown(shown)
        == "appeared,a,1,crew,500 firefighters,n = 500,rule crew|appeared,b,1,crew,30 firefighters,n = 30,rule crew"
    )
    #expect(output == "action failed: rule 'crew', article a: prompt:2: twenty\n")
  }

  @Test("an endless action is stopped by its budget")
  func endless() throws {
    let interpreter = try interpreter()
    var output = ""
    _ = interpreter.evaluate(
      "rule \"x\" { pattern = \"[num]\", action = function() while true do end end }"
    ) { output += $0 }
    #expect(output.contains("rule 'x', article a: its action does not end"))
    #expect(TaughtCorpus.shown(interpreter.evaluate("1 + 1") { _ in }) == "2")
  }

  @Test("lists and definitions can be searched for between slashes")
  func names() throws {
    let names = "list \"gear\" { \"boats\", \"ladders\" }\ndefine \"counted\" \"n:[num] $gear\""
    #expect(try last(names, "corpus:find(\"$counted north\")[1].n") == "20")
    #expect(try last(names, "print(plan \"$counted\")") == "")
    #expect(
      try last(names, "/$geer/")
        == "! query:1:1: no list or pattern $geer\n    $geer\n    ^^^^^")
  }

  @Test("attributes of words can be asked for and counted, and typed again")
  func attributes() throws {
    let first = "attribute \"craft\" { words = { boat = \"water\", firefighter = \"land\" } }"
    let second = "attribute \"craft\" { words = { boat = \"lake\" } }"
    let count = "corpus:find(\"x:[craft=/.*/]\"):by \"x.craft\""
    #expect(try last(first, count) == "land,2|water,1")
    #expect(try last(first, second, count) == "lake,1")
    #expect(
      try last(first, "/[craft=lnad]/")
        == "! query:1:8: no word has craft 'lnad'\n    [craft=lnad]\n           ^^^^")
    let rule =
      "rule \"wet\" { pattern = \"[num] what:[craft=water]\", emit = { type = \"Wet\", how = \"what.craft\" } }"
    #expect(try last(first, rule) == "appeared,a,1,Wet,20 boats,how = water,rule wet")
    let third = "attribute \"craft\" { words = { boat = \"water\", fire = \"hot\" } }"
    #expect(try last(first, rule, third) == "nothing changed in the articles")
    #expect(try last(first, rule, second).hasPrefix("! prompt:1:"))
  }

  @Test("says what is odd about a pattern between slashes, and nothing about the rest")
  func remarks() throws {
    let interpreter = try interpreter()
    #expect(
      interpreter.remarks(on: "/[lemma=said]/")
        == [
          "query:1:8: no token has lemma 'said'\n    [lemma=said]\n           ^^^^\n    it is a form of 'say'"
        ])
    #expect(interpreter.remarks(on: "/said/") == [])
    #expect(interpreter.remarks(on: "1 + 1") == [])
    #expect(interpreter.remarks(on: "/[lema=x]/") == [])
  }

  @Test("explains what a rule makes of a text")
  func why() throws {
    let stopped = try last(Self.count, "why(\"the 20 old boats\", \"crew\")")
    #expect(stopped.contains("the 20 old boats") && stopped.contains("stopped here"), "\(stopped)")
    let matched = try last(Self.count, "why(\"the {n:20} boats\", \"crew\")")
    #expect(matched.contains("value = 20"), "\(matched)")
    #expect(try last(Self.count, "why(\"x\", \"crow\")") == "! there is no rule 'crow'")
  }

  /// A plugin with an option.
  private static let plugin = """
    plugin {
      name = "boats", version = "1", api = 1, license = "MIT", summary = "A test.",
      options = { minimum = { type = "number", default = 0, summary = "The least number." } },
    }
    rule "count" {
      pattern = "n:[num] boats", emit = { type = "Boats", value = "n.num" },
      action = function(m) return m.n.num >= options.minimum end,
    }
    """

  @Test("a plugin is loaded by its path or name, with options, and saved with the session")
  func plugins() throws {
    let folder = try RuleFolder(["boats.lua": Self.plugin])
    let interpreter = try interpreter()
    var output = ""
    func load(_ argument: String) -> String {
      output = ""
      return TaughtCorpus.shown(interpreter.load(argument) { output += $0 })
    }
    let path = folder.path("boats.lua")
    #expect(load(path) == "appeared,a,1,Boats,20 boats,value = 20,rule boats/count")
    #expect(output == "plugin 'boats': ran, 1 found\n")
    #expect(load(path + ":minimum=30") == "went,a,1,Boats,20 boats,value = 20,rule boats/count")
    #expect(output == "plugin 'boats': found nothing\n")
    #expect(load(path + ":minimun=30").contains("did you mean 'minimum'?"))
    #expect(load("money:currency=EUR") == "" && output == "plugin 'money': found nothing\n")
    let script = interpreter.script(from: ["#corpus.annotations"], named: "boats")
    #expect(
      script.contains("load_plugin \"\(path):minimum=30\"\nload_plugin \"money:currency=EUR\""))
    try folder.write("saved.lua", script)
    let result = ScriptRunner(on: try TaughtCorpus.snapshot()).run(
      file: folder.path("saved.lua")
    ) { _ in }
    #expect(result.failure == nil && result.value == .text("0"))
    #expect(result.plugins.map(\.plugin) == ["boats", "money"])
  }

  @Test("a plugin that does not exist is named, with what was meant")
  func unknownPlugins() throws {
    guard case .failure(let failure) = try interpreter().load("monye", output: { _ in }) else {
      Issue.record("it was loaded")
      return
    }
    #expect(failure.hint == "did you mean the plugin 'money'?")
    #expect(try last("load_plugin \"monye\"").contains("there is no plugin 'monye'"))
    #expect(try last("load_plugin \"money\"") == "found nothing")
    #expect(try interpreter().pluginNames == ["money", "polls", "sanctions"])
  }

  @Test("an alias for an article that is not there is remarked on, once")
  func unknownArticle() throws {
    let interpreter = try interpreter()
    var output = ""
    for input in ["alias { \"the envoy\", is = \"Ann Ward\", article = \"d\" }", Self.count] {
      _ = interpreter.evaluate(input) { output += $0 }
    }
    #expect(
      output == """
        info: alias 'the envoy': there is no article 'd' in this corpus
            its articles are called such as 'a'

        """)
  }

  @Test("a saved session keeps its rules, typed and loaded")
  func saves() throws {
    let folder = try RuleFolder(["boats.lua": "rule \"boats\" { pattern = \"[num] boats\" }"])
    let interpreter = try interpreter()
    #expect(
      TaughtCorpus.shown(interpreter.load(folder.path("boats.lua")) { _ in })
        == "appeared,a,1,boats,20 boats,,rule boats")
    let inputs = [Self.count, "#corpus.annotations"]
    for input in inputs { _ = interpreter.evaluate(input) { _ in } }
    let script = interpreter.script(from: inputs, named: "crew")
    #expect(script.contains("load_script \"\(folder.path("boats.lua"))\""))
    try folder.write("saved.lua", script)
    let result = ScriptRunner(on: try TaughtCorpus.snapshot()).run(
      file: folder.path("saved.lua")
    ) { _ in }
    #expect(result.failure == nil)
    #expect(result.value == .text("4"))
  }
}
