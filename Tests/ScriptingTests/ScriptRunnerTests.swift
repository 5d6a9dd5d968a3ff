import Foundation
import Reporting
import Scripting
import Testing

@Suite("ScriptRunner")
struct ScriptRunnerTests {
  private func run(_ source: String, _ arguments: String...) throws -> (ScriptResult, String) {
    var output = ""
    let result = ScriptRunner(on: try SmallCorpus.snapshot())
      .evaluate(source, arguments: arguments) { output += $0 }
    return (result, output)
  }

  @Test(
    "results become tables",
    arguments: [
      ("corpus.quotes:count_by 'kind'", "kind,count\nindirect,3\ndirect,1\nmixed,1\n"),
      ("return sayso.table({'a', 'b'}, {{a = 1}, {2, 3}})", "a,b\n1,\n2,3\n"),
      ("return {columns = {'x'}, {x = corpus.articles[1]}}", "x\n001\n"),
      ("return {{b = 2, a = 1}}", "a,b\n1,2\n"), ("return {1, 'x'}", "value\n1\nx\n"),
      ("return {k = 'v'}", "key,value\nk,v\n"), ("1 + 1", "value\n2\n"),
      (
        "corpus.articles",
        "id,title,outlet,agencies,words\n001,Harbour talks stall,,Elm Wire,37\n002,Harbour stays open,The Elm,\"\",12\n"
      ),
      ("corpus.quotes:group_by 'kind'", "key,count\nmixed,1\ndirect,1\nindirect,3\n"),
      (
        "corpus.articles:list()",
        "id,title,outlet,agencies,words\n001,Harbour talks stall,,Elm Wire,37\n002,Harbour stays open,The Elm,\"\",12\n"
      ),
      ("return arg[1], arg[2]", "value\nfirst\n"),
      (
        "corpus.quotes:take(1)",
        "speaker,kind,cue,text,article,line\nAnn Ward,mixed,said,“must stay open”,001,3\n"
      ),
      (
        "return {columns = {'q'}, {q = corpus.quotes[1]}}",
        "q,article,line\n“must stay open”,001,3\n"
      ),
    ])
  func tables(source: String, expected: String) throws {
    let (result, _) = try run(source, "first", "second")
    let text = result.table?.rendered(as: .csv).split(separator: "\r\n").map { $0 + "\n" }.joined()
    #expect(text == expected)
  }

  @Test("statements keep their place")
  func spans() throws {
    let (result, _) = try run("return {columns = {'s'}, {s = corpus.quotes[1]}}")
    #expect(result.table?.rows == [[.span(SpanText("“must stay open”", article: "001", line: 3))]])
  }

  @Test("what is printed is not part of the result")
  func output() throws {
    let (result, output) = try run("print('hello', corpus) return 5")
    #expect(output.hasPrefix("hello\t2 articles"))
    #expect(result.value == .text("5"))
    #expect(try run("x = 1").0.value == nil)
  }

  @Test(
    "failures say where and what was meant",
    arguments: [
      ("return corpsu", "", 0), ("return corpsu.quotes", "did you mean 'corpus'?", 1),
      ("error('no')", "", 1), ("local x = {", "", 1),
    ])
  func failures(source: String, hint: String, code: Int32) throws {
    let (result, _) = try run(source)
    #expect(result.exitCode == code)
    #expect((result.failure?.hint ?? "") == hint)
    if code == 1 { #expect(result.failure?.location?.line == 1) }
  }

  @Test(
    "a script ends itself with the exit code that it chooses, whatever catches errors around it",
    arguments: [
      ("print('a') os.exit(3) print('b')", 3), ("print('a') os.exit()", 0),
      ("print('a') pcall(function() pcall(os.exit, 7) print('b') end) print('b')", 7),
      ("print('a') os.exit(false)", 1),
      ("print('a') coroutine.wrap(function() os.exit(4) end)() print('b')", 4),
      ("print('a') corpus.quotes:sort_by(function() os.exit(5) end) print('b')", 5),
    ])
  func exits(source: String, code: Int32) throws {
    let (result, output) = try run(source)
    #expect(result.failure == nil && result.exitCode == code && output == "a\n")
  }

  @Test("an error in a method of a list stands in the script")
  func recordPlaces() throws {
    let failure = try run("local hits = corpus:find('x:[]')\nhits = hits:by('y')").0.failure
    #expect(failure?.message == "there is no field 'y': did you mean 'x'?")
    #expect(failure?.location?.line == 2 && failure?.trace == [])
  }

  @Test("an exit code that no program can have is an error")
  func impossibleExit() throws {
    #expect(try run("os.exit(256)").0.failure?.message.contains("from 0 to 255") == true)
  }

  @Test(
    "the scripts that come with the program run",
    arguments: [
      "what-did-i-load", "who-is-quoted", "two-accounts", "unnamed-sources", "heard-and-unheard",
      "reliability",
    ])
  func shipped(name: String) throws {
    let path = SmallCorpus.root.appendingPathComponent("scripts/\(name).lua").path
    let arguments = name == "two-accounts" ? ["Ann Ward", "Harbour Board"] : []
    let result = ScriptRunner(on: try SmallCorpus.snapshot())
      .run(file: path, arguments: arguments) { _ in }
    #expect(result.failure == nil)
    let rows = result.table?.rendered(as: .csv) ?? ""
    let expected = [
      "what-did-i-load": "001,Harbour talks stall,,Elm Wire,\"\",\"\",,37,0,2",
      "who-is-quoted": "Ann Ward,2,001,",
      "two-accounts": "Harbour Board,002,3,Ben Hale,indirect,said,",
      "unnamed-sources": "001,3,Two officials,indirect,",
      "heard-and-unheard": "Ben Hale,2,1,0,0,001; 002",
      "reliability": "001,3,broken-quotation-mark,“must stay open”,closed at",
    ]
    #expect(rows.contains(expected[name] ?? "?"))
  }

  @Test("scripts have modules beside them and only their folders' files")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "return { name = 'helper' }".write(
      to: folder.appendingPathComponent("helper.lua"), atomically: true, encoding: .utf8)
    let script = folder.appendingPathComponent("main.lua")
    try """
    #!/usr/bin/env -S sayso run
    local helper = require("helper")
    assert(not pcall(io.open, "/etc/hosts"))
    assert(not pcall(require, "../helper"))
    return helper.name, arg[0], ...
    """.write(to: script, atomically: true, encoding: .utf8)
    let result = ScriptRunner(on: try SmallCorpus.snapshot())
      .run(file: script.path, arguments: ["x"]) { _ in }
    #expect(result.failure == nil)
    #expect(result.value == .text("helper"))
    let missing = ScriptRunner(on: try SmallCorpus.snapshot()).run(file: "/nobody.lua") { _ in }
    #expect(missing.exitCode == 1)
  }
}
