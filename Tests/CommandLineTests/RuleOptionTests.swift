import Foundation
import TerminalTestSupport
import Testing

/// `--rules FILE` on the command line: what rules find is in every output, and no store is written but by
/// `index`.
@Suite("--rules")
struct RuleOptionTests {
  let temporary: TestFolder
  var folder: URL { temporary.url }

  init() throws {
    temporary = try TestFolder()
    let folder = temporary.url
    try Data("Mayor Ann Ward said 500 firefighters had left. The envoy said so too.".utf8)
      .write(to: folder.appending(path: "a.txt"))
    try Data(
      """
      rule "crew" { pattern = [[ n:[num] firefighters ]], emit = { type = "Crew", value = "n.num" } }
      alias { "the envoy", is = "Ben Hale" }
      """.utf8
    ).write(to: folder.appending(path: "crew.lua"))
    try Data("rule \"x\" {\n  pattern = [[ [lema=go] ]],\n}\n".utf8)
      .write(to: folder.appending(path: "faulty.lua"))
  }

  @Test(
    "Ctrl-C while a rule file runs ends the command with code 130",
    arguments: [
      "check loop.lua", "check --format json loop.lua", "list loop.lua", "why loop.lua x y",
    ])
  func interruption(command: String) throws {
    try Data("io.open(\"started\", \"w\"):close()\nwhile true do end".utf8)
      .write(to: folder.appending(path: "loop.lua"))
    let process = try PipedProcess(
      "/bin/sh",
      [
        "-c",
        """
        '\(BuiltProducts.path(of: "sayso"))' rules \(command) & pid=$!
        until [ -e started ] || ! kill -0 $pid; do sleep 0.1; done
        kill -INT $pid; wait $pid
        """,
      ], folder: folder.path)
    #expect(process.exitCode == 130)
    #expect(process.errors.contains("interrupted") && !process.output.contains("error"))
  }

  private func sayso(_ arguments: String...) throws -> PipedProcess {
    try PipedProcess(BuiltProducts.path(of: "sayso"), arguments, folder: folder.path)
  }

  @Test("what rules find is in extracts, exports and answers, with who made it")
  func outputs() throws {
    let extract = try sayso("extract", "a.txt", "--rules", "crew.lua")
    #expect(extract.output.contains("\"by\":\"rule crew\""))
    #expect(extract.output.contains("analyst alias") && extract.output.contains("Ben Hale"))
    #expect(extract.exitCode == 0)
    let export = try sayso("export", "--format", "csv", "a.txt", "--rules", "crew.lua")
    #expect(export.output.contains("Ben Hale") && export.output.contains("true"))
    let answer = try sayso(
      "-e", "corpus:annotations{type=\"Crew\"}:sum \"value\"", "a.txt", "--rules", "crew.lua")
    #expect(answer.output == "500\n")
    #expect(try sayso("-e", "#corpus.annotations", "a.txt").output == "0\n")
  }

  @Test("a speaker that an alias names is marked as inferred")
  func inferences() throws {
    func answer(_ arguments: String...) throws -> String {
      let process = try PipedProcess(
        BuiltProducts.path(of: "sayso"), arguments + ["--rules", "crew.lua"], folder: folder.path)
      return process.output.replacing("\r\n", with: "\n")
    }
    func script(_ name: String, _ arguments: String...) throws -> String {
      let path = CommandLine.root.appending(path: "scripts/\(name).lua").path
      let process = try PipedProcess(
        BuiltProducts.path(of: "sayso"),
        ["run", path] + arguments + ["--on", "a.txt", "--format", "csv", "--rules", "crew.lua"],
        folder: folder.path)
      return process.output.replacing("\r\n", with: "\n")
    }
    #expect(try answer("-e", "corpus.quotes", "a.txt").contains("Ben Hale (inferred)"))
    let rows = try answer("-e", "corpus.quotes", "a.txt", "--format", "csv").split(separator: "\n")
    #expect(rows.first == "speaker,kind,cue,text,article,line,inferred")
    #expect(rows.contains { $0.hasPrefix("Ben Hale,") && $0.hasSuffix(",a,1,true") })
    #expect(rows.contains { $0.hasPrefix("Ann Ward,") && $0.hasSuffix(",a,1,false") })
    #expect(
      try answer("export", "--format", "conllu", "a.txt")
        .contains("# inferred_speaker = q2 Ben Hale\n"))
    let sides = try script("two-accounts", "Ann Ward", "Ben Hale").split(separator: "\n")
    #expect(sides.first == "side,article,line,speaker,kind,cue,statement,inferred")
    #expect(sides.last?.hasSuffix(",true") == true)
    #expect(try script("two-accounts", "Ann Ward", "Nobody").contains("inferred") == false)
    #expect(try script("heard-and-unheard").hasPrefix("person,mentions,"))
    #expect(try script("who-is-quoted") == "speaker,quotes,articles,words\n")
    try Data("Mayor Ann Ward said yes. “It rained,” the envoy said.".utf8)
      .write(to: folder.appending(path: "a.txt"))
    #expect(
      try script("who-is-quoted")
        == "speaker,quotes,articles,words,inferred\nBen Hale,1,a,2,1\n")
  }

  @Test("index writes what rules find into the store, and other rules mean a new analysis")
  func index() throws {
    let first = try sayso("index", "a.txt", "-o", "s.sayso", "--rules", "crew.lua")
    #expect(first.errors.contains("1 analysed"))
    #expect(
      try sayso("index", "a.txt", "-o", "s.sayso", "--rules", "crew.lua").errors
        .contains("0 analysed"))
    #expect(try sayso("-e", "#corpus:quotes{inferred=true}", "s.sayso").output == "1\n")
    let before = try Data(contentsOf: folder.appending(path: "s.sayso"))
    let more = try PipedProcess(
      BuiltProducts.path(of: "sayso"), ["s.sayso"],
      input: "rule \"left\" { pattern = \"@Crew had\" }\n#corpus.annotations\n",
      folder: folder.path)
    #expect(more.output.hasSuffix("\n3\n"))
    #expect(try Data(contentsOf: folder.appending(path: "s.sayso")) == before)
    #expect(try sayso("index", "a.txt", "-o", "s.sayso").errors.contains("1 analysed"))
    #expect(try sayso("-e", "#corpus.annotations", "s.sayso").output == "0\n")
  }

  @Test(
    "a faulty file ends the command with its place",
    arguments: [
      ["-e", "1"], ["extract"], ["export", "--format", "csv"], ["index", "-o", "t.sayso"],
    ])
  func faults(command: [String]) throws {
    let process = try PipedProcess(
      BuiltProducts.path(of: "sayso"), command + ["a.txt", "--rules", "faulty.lua"],
      folder: folder.path)
    #expect(process.exitCode == 1)
    #expect(process.errors.contains("faulty.lua:2:17: rule 'x': unknown attribute 'lema'"))
    #expect(process.output == "")
    let missing = try sayso("-e", "1", "a.txt", "--rules", "none.lua")
    #expect(missing.exitCode == 1)
    #expect(missing.errors == "error: the rule file 'none.lua' cannot be read\n")
  }

  @Test("a model beside rules finds the statements of all articles, with every command")
  func models() throws {
    let seeds = CommandLine.root.appending(path: "seeds").path
    let none = try sayso("extract", seeds, "--model", "none").output
    #expect(none != (try sayso("extract", seeds).output))
    // All articles have a word of the cue, so that all are analysed again; it is known, so nothing changes.
    try Data("rule \"x\" { pattern = \"zyzzyva\" }\ncue { \"say\" }\n".utf8)
      .write(to: folder.appending(path: "idle.lua"))
    #expect(try sayso("extract", seeds, "--model", "none", "--rules", "idle.lua").output == none)
    let count = "#corpus:quotes{by=\"model attribution\"}"
    try Data("return \(count)".utf8).write(to: folder.appending(path: "count.lua"))
    let some = try sayso("-e", count, seeds, "--rules", "idle.lua")
    #expect(some.exitCode == 0 && some.output != "0\n")
    let beside = ["--model", "none", "--rules", "idle.lua"]
    for command in [["-e", count, seeds], ["run", "count.lua", "--on", seeds], [seeds]] {
      let process = try PipedProcess(
        BuiltProducts.path(of: "sayso"), command + beside, input: count + "\n", folder: folder.path)
      #expect(process.exitCode == 0 && process.output.hasSuffix("0\n"), "\(command)")
    }
    let found = try sayso(
      "export", "--format", "csv", seeds, "--model", "none", "--rules", "idle.lua")
    #expect(found.exitCode == 0 && !found.output.contains("model attribution"))
  }

  @Test("a store remembers its model, which articles are analysed with again")
  func modelOfStore() throws {
    let seeds = CommandLine.root.appending(path: "seeds").path
    try Data("cue { \"say\" }\n".utf8).write(to: folder.appending(path: "say.lua"))
    let count = "#corpus:quotes{by=\"model attribution\"}"
    _ = try sayso("index", seeds, "-o", "none.sayso", "--model", "none")
    #expect(try sayso("-e", count, "none.sayso", "--rules", "say.lua").output == "0\n")
    #expect(try sayso("-e", count, "none.sayso", "--model", "none").output == "0\n")
    _ = try sayso("index", "a.txt", "-o", "own.sayso")
    let refused = try sayso("-e", count, "own.sayso", "--model", "none")
    #expect(refused.exitCode == 2 && refused.errors.contains("was built with another model"))
  }
}
