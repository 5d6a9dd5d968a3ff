import Foundation
import TerminalTestSupport
import Testing

/// An analyst teaches Sayso something while looking at articles, saves it, and runs it again.
@Suite("Teaching at the prompt", .serialized)
struct TeachingTests {
  static let prompt = "sayso> "
  let folder: TestFolder
  var home: URL { folder.url }
  let terminal: PseudoTerminal

  init() throws {
    folder = try TestFolder()
    let home = folder.url
    terminal = try Self.open(home)
  }

  private static func open(_ home: URL) throws -> PseudoTerminal {
    // The sources may be reached through a link; the articles lie beside the real ones.
    let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
    let seeds = tests.deletingLastPathComponent().appendingPathComponent("seeds")
    let terminal = try PseudoTerminal(
      BuiltProducts.path(of: "ShellProbe"), [seeds.path],
      environment: [
        "HOME": home.path, "TERM": "xterm", "PATH": "/nowhere", "INPUTRC": "/dev/null",
      ],
      folder: home.path)
    try terminal.expect("5 articles · ", within: 300)
    try terminal.expect(prompt)
    return terminal
  }

  /// Types lines and expects an answer to the last.
  private func type(_ lines: String..., answer: String, on terminal: PseudoTerminal? = nil) throws {
    let terminal = terminal ?? self.terminal
    for line in lines.dropLast() {
      terminal.type(line + "\r")
      try terminal.expect("   ...> ")
    }
    terminal.type((lines.last ?? "") + "\r")
    try terminal.expect(answer)
    try terminal.expect(Self.prompt)
  }

  @Test("an office is given a name for one article, marked as the analyst's inference")
  func alias() throws {
    let statements =
      "for _, q in ipairs(corpus:quotes{speaker=\"Sergei Ryabkov\", status=\"stated\"}) do "
      + "io.write(q.article.id, \" \") end print(\"end\")"
    try type(statements, answer: "\n001 001 001 003 end\n")
    try type(
      "alias { \"Russia's deputy foreign minister\", is = \"Sergei Ryabkov\", article = \"002\" }",
      answer: "changed   002")
    try type(statements, answer: "\n001 001 001 002 003 end\n")
    try type("#corpus:quotes{inferred=true}", answer: "\n1\n")
    try type(".why corpus:quotes{inferred=true}[1]", answer: "inferred")
  }

  @Test("a list of cues finds denials")
  func denials() throws {
    try type(
      "cue { \"deny\", \"reject\", \"dismiss\", \"refute\", act = \"denial\" }", answer: "\n")
    try type(
      "for _, q in ipairs(corpus:quotes{act=\"denial\", status=\"stated\"}) do "
        + "io.write(q.article.id, \":\", q.line, \" \", q.text, \"; \") end print(\"end\")",
      answer: "\n001:54 such plans; 004:21 threats of sanctions; end\n")
  }

  @Test("a rule for the place and time of a meeting is typed, saved, loaded and run again")
  func meetingPlaces() throws {
    let places =
      "for _, a in ipairs(corpus:annotations{type=\"MeetingPlace\"}) do "
      + "io.write(a.article.id, \":\", a.line, \" \", a.text, \"; \") end print(\"end\")"
    let expected =
      "\n000:8 in a third country; 001:15 in a third country; 002:3 in a third country; "
      + "002:7 in a third country; 003:14 in Europe this summer; end\n"
    try type(
      "list \"offer\" { \"propose\", \"suggest\", \"float\", \"offer\" }", answer: "nothing changed"
    )
    try type(
      "rule \"meeting_place\" {",
      "  pattern = [[ [lemma=$offer & pos=/VB.*/] ... [lemma=(summit|meeting|meet)] []{0,8}?",
      "    place:((in (a|an) [pos=/JJ.*/]? country | in @PLACE) time:((this|next) summer)?) ]],",
      "  emit = { type = \"MeetingPlace\", span = \"place\", time = \"time.lower\" },",
      "}", answer: "this summer")
    try type(places, answer: expected)
    try type(".save summit", answer: "wrote summit.lua")

    let again = try Self.open(home)
    try type(places, answer: "\nend\n", on: again)
    try type(".load summit.lua", answer: expected, on: again)
    try type(".rules", answer: "meeting_place", on: again)
    try type(places, answer: expected, on: again)
  }

  @Test("Ctrl-C stops rules that are being put in force, and leaves them out")
  func interrupts() throws {
    terminal.type(
      "rule \"slow\" { pattern = \"[]\", action = function() for i = 1, 100000 do end end }\r")
    Thread.sleep(forTimeInterval: 1.5)
    terminal.type(PseudoTerminal.interrupt)
    try terminal.expect("interrupted", within: 30)
    try terminal.expect(Self.prompt)
    try type("#corpus.annotations", answer: "\n0\n")
  }
}
