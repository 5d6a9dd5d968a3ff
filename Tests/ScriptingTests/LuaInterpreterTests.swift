import Dispatch
import Reporting
import Scripting
import Testing

@Suite("LuaInterpreter")
struct LuaInterpreterTests {
  private func interpreter() throws -> LuaInterpreter {
    try LuaInterpreter(on: SmallCorpus.snapshot())
  }

  /// The text of what an input shows, or how it ended.
  private func shown(_ evaluation: Evaluation) -> String {
    switch evaluation {
    case .incomplete: return "…"
    case .nothing: return ""
    case .value(.text(let text)): return text
    case .value(.table(let table)):
      return table.rendered(as: .csv).split(separator: "\r\n").joined(separator: "|")
    case .failure(let failure): return "! " + failure.message
    }
  }

  @Test(
    "inputs are expressions, statements or patterns",
    arguments: [
      (["1 + 1"], "2"), (["x = 5", "x"], "5"), (["x = 5"], ""), (["nil"], "nil"),
      (["2", "_ * 3"], "6"),
      (["if true then"], "…"), (["corpus:quotes{"], "…"), (["local x = 1 +"], "…"),
      (["x = )"], "! unexpected symbol near ')'"),
      (["corpus.quotes[1]"], "“must stay open” — Ann Ward (001:3)"), (["=1"], "1"),
      (["1, nil, 'x'"], "1\tnil\tx"),
      (
        ["/had denied/"],
        "article,line,before,match,after|002,3,\"Ben Hale said Ann Ward \",had denied,\" the plan.\""
      ),
      (["print('x')"], ""), (["error('no')"], "! no"),
      (["corpus.quotes:take(0)"], "speaker,kind,cue,text,article,line"),
      (["for i = 1, 2 do", "for i = 1, 2 do end"], ""),
      (["quotes"], "nil (did you mean 'corpus.quotes'?)"),
      (["corpse"], "nil (did you mean 'corpus'?)"), (["xylophone_7"], "nil"), (["n"], "nil"),
    ])
  func evaluates(inputs: [String], expected: String) throws {
    let interpreter = try interpreter()
    var last = Evaluation.nothing
    for input in inputs { last = interpreter.evaluate(input) { _ in } }
    #expect(shown(last) == expected)
  }

  @Test(
    "says what was meant by a name that stands for nothing",
    arguments: [
      ("quotes:count()", "did you mean 'corpus.quotes'?"),
      ("corpse.quotes", "did you mean 'corpus'?"),
      ("xylophone.x", nil), ("local quotes; quotes.x = 1", nil),
    ])
  func suggestions(input: String, hint: String?) throws {
    guard case .failure(let failure) = try interpreter().evaluate(input, output: { _ in }) else {
      Issue.record("no failure")
      return
    }
    #expect(failure.hint == hint)
  }

  @Test(
    "completes members and values",
    arguments: [
      ("corpus.quo", "quotes"), ("corpus:quotes{speaker = \"Ann", "Ann Ward\""),
      ("corpus.quotes:count_by 'spea", "speaker'"),
      ("corpus.articles[1].agen", "agencies"), ("corpus:quotes{kind = \"d", "direct\""),
      ("say", "sayso"),
      ("corpus.quotes[1].article.tit", "title"), ("q.spea", ""),
    ])
  func completes(line: String, expected: String) throws {
    let found = try interpreter().completions(for: line, cursor: line.utf8.count).map(\.text)
    #expect(found.joined(separator: ",") == expected)
  }

  @Test("explains, lists notes and helps")
  func explains() throws {
    let interpreter = try interpreter()
    #expect(shown(interpreter.why("corpus.quotes[1]")).contains("|by,rule a|"))
    #expect(shown(interpreter.why("1")).hasPrefix("! '.why' explains one row"))
    #expect(shown(interpreter.notes(article: "")).contains("001,,missing-date,"))
    #expect(shown(interpreter.notes(article: "001")).contains("001,,missing-date,"))
    #expect(!shown(interpreter.notes(article: "002")).contains("001,"))
    #expect(shown(interpreter.notes(article: "9")).hasPrefix("! there is no article '9'"))
    #expect(interpreter.helpNames(beginning: "count_") == ["count_by"])
    #expect(interpreter.helpNames(beginning: "quote.spea").contains("quote.speaker"))
    #expect(interpreter.help("quote.speaker")?.contains("Whose words") == true)
    #expect(interpreter.help("quote.speekar")?.contains("did you mean 'quote.speaker'?") == true)
    #expect(interpreter.summary == "2 articles · 5 quotes · 3 entities · 2 notes")
  }

  @Test("stops what runs, and goes on")
  func interrupts() throws {
    let interpreter = try interpreter()
    // The test's own thread is at work, so that the request comes from another.
    nonisolated(unsafe) let target = interpreter
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + .milliseconds(50), repeating: .milliseconds(20))
    timer.setEventHandler { target.interrupt() }
    timer.resume()
    let evaluation = interpreter.evaluate(
      "for i = 1, 1e12 do corpus.quotes:sort_by('text') end"
    ) { _ in }
    timer.cancel()
    guard case .failure(let failure) = evaluation else {
      Issue.record("it was not stopped")
      return
    }
    #expect(failure.isInterruption)
    #expect(shown(interpreter.evaluate("1 + 1") { _ in }) == "2")
  }

  @Test("of rules that were written again the last one is saved")
  func savesReplacedRules() throws {
    let script = try interpreter().script(
      from: [
        "rule \"boat\" { pattern = [[ boat ]], emit = \"Boat\" }", "list 'ports' { \"Hull\" }",
        "rule \"ship\" { pattern = [[ ship ]], emit = \"Boat\" }",
        "rule(\"boat\", { pattern = [[ boats ]], emit = \"Boat\" })", "#corpus.annotations",
      ], named: "boats")
    #expect(!script.contains("[[ boat ]]"))
    #expect(script.contains("[[ boats ]]"))
    #expect(script.contains("[[ ship ]]"))
    #expect(script.contains("list 'ports'"))
  }

  @Test(
    "a method may follow a pattern between slashes, with or without the last",
    arguments: [
      "/who:[cap] had denied/:by \"who\"", "/who:[cap] had denied :by \"who\"",
      "/who:[cap] had denied/ :by('who'):take(1)",
    ])
  func methodsOfPatterns(input: String) throws {
    let interpreter = try interpreter()
    #expect(shown(interpreter.evaluate(input) { _ in }).contains("Ward"))
    #expect(interpreter.remarks(on: input) == [])
    #expect(
      interpreter.script(from: [input], named: "x").contains(
        "return corpus:find [[who:[cap] had denied]]:by"))
  }

  @Test("saves inputs as a script that runs")
  func saves() throws {
    let interpreter = try interpreter()
    let script = interpreter.script(from: ["x = 1", "1 + 1", "/had denied/"], named: "try")
    #expect(script.hasSuffix("x = 1\n_ = 1 + 1\nreturn corpus:find [[had denied]]\n"))
    #expect(shown(interpreter.evaluate(script) { _ in }).contains("had denied"))
  }
}
