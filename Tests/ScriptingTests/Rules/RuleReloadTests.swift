import Foundation
import Rules
import Scripting
import Testing

@Suite("Reloading rules")
struct RuleReloadTests {
  private func boats(_ pattern: String) -> String {
    "rule \"craft\" { pattern = [[ \(pattern) ]] }\n"
  }

  @Test("a file that changes is loaded again before the next input, with what that changed")
  func automatic() throws {
    let folder = try RuleFolder(["craft.lua": boats("[num] boats")])
    let interpreter = try LuaInterpreter(
      on: TaughtCorpus.snapshot(), rules: [folder.path("craft.lua")])
    func shown(_ input: String) -> (String, output: String) {
      var output = ""
      let value = TaughtCorpus.shown(interpreter.evaluate(input) { output += $0 })
      return (value, folder.shortened(output))
    }
    #expect(shown("#corpus.annotations") == ("1", ""))
    try folder.write("craft.lua", boats("[num] (boats|firefighters)"))
    let after = shown("#corpus.annotations")
    #expect(after.0 == "3")
    #expect(after.output.hasPrefix("craft.lua changed: 2 appeared\n"))
    #expect(after.output.contains("500 firefighters"))
    #expect(
      TaughtCorpus.shown(interpreter.changes())
        == "appeared,a,1,craft,500 firefighters,,rule craft|appeared,b,1,craft,30 firefighters,,rule craft"
    )
    #expect(shown("#corpus.annotations") == ("3", ""))

    try folder.write("craft.lua", boats("[nmu] boats") + "-- longer")
    let faulty = shown("#corpus.annotations")
    #expect(faulty.0 == "3")
    #expect(faulty.output.hasPrefix("the rules stay as they were: craft.lua:1:30: rule 'craft'"))
    #expect(shown("#corpus.annotations") == ("3", ""))

    try folder.write("craft.lua", boats("twenty boats"))
    let gone = shown("#corpus.annotations")
    #expect(gone.0 == "0")
    #expect(gone.output.hasPrefix("craft.lua changed: 3 went\n"))
  }

  @Test(".reload loads all files in a new state and shows what changed")
  func manual() throws {
    let folder = try RuleFolder([
      "craft.lua": "n = (n or 0) + 1\n" + boats("[num] boats"), "other.lua": boats("[num] boats"),
    ])
    let interpreter = try LuaInterpreter(
      on: TaughtCorpus.snapshot(), rules: [folder.path("craft.lua")])
    #expect(
      TaughtCorpus.shown(interpreter.reload { _ in }) == "nothing changed in the articles")
    #expect(TaughtCorpus.shown(interpreter.evaluate("n") { _ in }) == "nil")
    let plain = try LuaInterpreter(on: TaughtCorpus.snapshot())
    #expect(TaughtCorpus.shown(plain.reload { _ in }) == "! no rule file is loaded")
    #expect(throws: RuleLoadingError.self) {
      try LuaInterpreter(
        on: TaughtCorpus.snapshot(), rules: [folder.path("craft.lua"), folder.path("other.lua")])
    }
  }

  @Test("a file that is loaded again takes the place of itself")
  func loadsTwice() throws {
    let folder = try RuleFolder(["craft.lua": boats("[num] boats")])
    let interpreter = try LuaInterpreter(on: TaughtCorpus.snapshot())
    for _ in 0..<2 { _ = interpreter.load(folder.path("craft.lua")) { _ in } }
    #expect(TaughtCorpus.shown(interpreter.evaluate("#corpus.annotations") { _ in }) == "1")
    try folder.write("craft.lua", "-- nothing")
    #expect(
      TaughtCorpus.shown(interpreter.load(folder.path("craft.lua")) { _ in })
        == "went,a,1,craft,20 boats,,rule craft")
  }

  @Test("a file that is loaded again under another spelling of its path is the same file")
  func loadsTwiceUnderTwoNames() throws {
    let folder = try RuleFolder(["craft.lua": boats("[num] boats")])
    let interpreter = try LuaInterpreter(on: TaughtCorpus.snapshot())
    let name = "craft_\(UUID().uuidString).lua"
    defer { try? FileManager.default.removeItem(atPath: name) }
    try FileManager.default.copyItem(atPath: folder.path("craft.lua"), toPath: name)
    let spelled = "./../\(URL(fileURLWithPath: ".").lastPathComponent)/\(name)"
    let loaded = interpreter.evaluate("load_rules \"\(spelled)\"") { _ in }
    #expect(TaughtCorpus.shown(loaded).hasPrefix("1"))
    let shown = TaughtCorpus.shown(interpreter.load(name) { _ in })
    #expect(!shown.hasPrefix("!"), "\(shown)")
    #expect(TaughtCorpus.shown(interpreter.evaluate("#corpus.annotations") { _ in }) == "1")
    let script = interpreter.script(from: [], named: "x")
    #expect(script.split(separator: "load_script").count == 2)
  }

  /// A script as `.save` writes it: rules, and questions to the corpus.
  private static let script = """
    _ = rule "craft" { pattern = [[ [num] boats ]] }
    town = corpus.quotes[1].speaker
    return corpus:find "[num] boats"
    """

  @Test("a loaded script with rules is run again by .reload and when it changes")
  func reloadsScripts() throws {
    let folder = try RuleFolder(["teach.lua": Self.script])
    let interpreter = try LuaInterpreter(on: TaughtCorpus.snapshot())
    func shown(_ evaluation: Evaluation) -> String { TaughtCorpus.shown(evaluation) }
    #expect(shown(interpreter.load(folder.path("teach.lua")) { _ in }).contains("20 boats"))
    #expect(shown(interpreter.reload { _ in }) == "nothing changed in the articles")
    #expect(shown(interpreter.evaluate("#_") { _ in }) == "1")
    #expect(shown(interpreter.evaluate("#corpus.annotations") { _ in }) == "1")

    let changed = Self.script.replacing("[[ [num] boats", with: "[[ [num] (boats|firefighters)")
    try folder.write("teach.lua", changed)
    var output = ""
    #expect(shown(interpreter.evaluate("#corpus.annotations") { output += $0 }) == "3")
    #expect(folder.shortened(output).hasPrefix("teach.lua changed: 2 appeared"))

    let faulty = "rule \"craft\" { pattern = \"north\" }\nprint(#corpus.annotations)\nnone.x = 1"
    try folder.write("teach.lua", faulty)
    #expect(shown(interpreter.reload { _ in }).contains("teach.lua:3: attempt to index a nil"))
    #expect(shown(interpreter.evaluate("#corpus.annotations") { _ in }) == "3")
    #expect(shown(interpreter.changes()).contains("appeared") == true)
  }

  @Test("a session that loaded a script is saved so that it runs again", arguments: [true, false])
  func savesScripts(hasRules: Bool) throws {
    let text = hasRules ? Self.script : Self.script.replacing(#/_ = rule.*\n/#, with: "")
    let folder = try RuleFolder(["teach.lua": text])
    let interpreter = try LuaInterpreter(on: TaughtCorpus.snapshot())
    _ = interpreter.load(folder.path("teach.lua")) { _ in }
    let inputs = ["last = _:take(1)", "town .. #last .. #corpus.annotations"]
    for input in inputs { _ = interpreter.evaluate(input) { _ in } }
    let script = interpreter.script(from: inputs, named: "x")
    #expect(script.contains("\nload_script \"\(folder.path("teach.lua"))\"\n"))
    try folder.write("saved.lua", script)
    let result = ScriptRunner(on: try TaughtCorpus.snapshot()).run(
      file: folder.path("saved.lua")
    ) { _ in }
    #expect(result.failure == nil)
    #expect(result.value == .text(hasRules ? "Ann Ward11" : "Ann Ward10"))
  }

  @Test("load_script tells where a script fails, and a script cannot load itself")
  func failingScripts() throws {
    let load = "load_script \"teach.lua\""
    let folder = try RuleFolder(["teach.lua": "\nnone.x = 1", "saved.lua": load])
    func failure() throws -> String {
      let runner = ScriptRunner(on: try TaughtCorpus.snapshot())
      let result = runner.run(file: folder.path("saved.lua")) { _ in }
      return folder.shortened(result.failure?.message ?? "")
    }
    #expect(try failure().hasPrefix("teach.lua:2: attempt to index a nil value"))
    try folder.write("teach.lua", load)
    #expect(try failure().contains("the script 'teach.lua' is running already"))
  }

  @Test("a rule file that uses the corpus is told that it sees none")
  func corpusInRuleFile() throws {
    let folder = try RuleFolder(["teach.lua": Self.script])
    do {
      _ = try LuaInterpreter(on: TaughtCorpus.snapshot(), rules: [folder.path("teach.lua")])
      Issue.record("it was loaded")
    } catch let error as RuleLoadingError {
      #expect(error.failure.hint?.hasPrefix("a rule file has no corpus") == true)
    }
  }

  @Test("a saved session writes no rule file again, and nothing for a look at the last value")
  func savesWithoutSaveRule() throws {
    let interpreter = try LuaInterpreter(on: TaughtCorpus.snapshot())
    let inputs = [
      "2 + 2", "_", "save_rule(\"x\", \"[num] boats\")", "=_", "print(save_rule(\"x\", \"boats\"))",
      "=_ + 1",
    ]
    let script = interpreter.script(from: inputs, named: "x")
    #expect(script.hasSuffix("\n_ = 2 + 2\nreturn _ + 1\n"))
    #expect(!script.contains("save_rule"))
    let declared = interpreter.script(from: ["1 + 1", "cue { \"quip\" }", "_"], named: "x")
    #expect(declared.hasSuffix("_ = 1 + 1\ncue { \"quip\" }\nreturn _\n"))
    #expect(
      interpreter.script(from: ["1 + 1", "_"], named: "x").hasSuffix("_ = 1 + 1\nreturn _\n"))
  }

  @Test("a rule file can be written from a pattern, with places where it matches as examples")
  func savesRules() throws {
    let name = "saved_rule_\(UUID().uuidString.filter { $0 != "-" })"
    defer { try? FileManager.default.removeItem(atPath: name + ".lua") }
    let interpreter = try LuaInterpreter(on: TaughtCorpus.snapshot())
    let input = "save_rule(\"\(name)\", \"[num] firefighters\")"
    #expect(TaughtCorpus.shown(interpreter.evaluate(input) { _ in }) == name + ".lua")
    let bundle = try RuleLoader.load([name + ".lua"]).bundle
    #expect(
      bundle.examples(of: name).map(\.text) == [
        "Mayor Ann Ward said the town had sent <<500 firefighters>> and 20 boats north.",
        "The deputy mayor of Port Elm said on Monday that <<30 firefighters>> had left.",
      ])
    #expect(
      TaughtCorpus.shown(interpreter.evaluate(input) { _ in })
        == "! there is a file '\(name).lua' already")
  }
}
