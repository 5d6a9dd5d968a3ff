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
    #expect(script.split(separator: "load_rules").count == 2)
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
