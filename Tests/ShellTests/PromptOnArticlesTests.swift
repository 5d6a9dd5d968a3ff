import Foundation
import TerminalTestSupport
import Testing

@Suite("Prompt on articles", .serialized)
struct PromptOnArticlesTests {
  static let prompt = "sayso> "
  let folder: TestFolder
  var home: URL { folder.url }
  let terminal: PseudoTerminal

  init() throws {
    folder = try TestFolder()
    let home = folder.url
    // The sources may be reached through a link; the articles lie beside the real ones.
    let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
    let seeds = tests.deletingLastPathComponent().appendingPathComponent("seeds")
    terminal = try PseudoTerminal(
      BuiltProducts.path(of: "ShellProbe"), [seeds.path],
      environment: [
        "HOME": home.path, "TERM": "xterm", "PATH": "/nowhere", "INPUTRC": "/dev/null",
      ],
      folder: home.path)
    try terminal.expect("5 articles · ", within: 300)
    try terminal.expect(Self.prompt)
  }

  @Test("counts, shows rows with their places, remembers the last value, explains, helps and saves")
  func analysis() throws {
    for (line, answer) in [
      ("corpus.quotes:count_by \"speaker\"", "White House"),
      ("q = corpus.quotes[1]", ""),
      ("q", "(000:"),
      (".why q", "rule"),
      ("_.article.id", "000"),
      ("corpus.quotes:take(3)", "speaker"),
      (".last csv", "speaker,"),
      ("/[num] []{0,2} (troops|soldiers)/", "match"),
      ("for index = 1, 2 do", "   ...> "),
    ] {
      terminal.type(line + "\r")
      try terminal.expect(answer.isEmpty ? "\n" : answer)
      if answer != "   ...> " { try terminal.expect(Self.prompt) }
    }
    terminal.type("print(index) end\r")
    try terminal.expect("1\n2\n")
    try terminal.expect(Self.prompt)
    terminal.type(".save what-i-did\r")
    try terminal.expect("wrote what-i-did.lua")
    try terminal.expect(Self.prompt)
    terminal.type(".load what-i-did.lua\r")
    try terminal.expect(Self.prompt)
    terminal.type("?quote.speaker\r")
    try terminal.expect("Whose words")
  }

  @Test("shows a mistake with what to do, and goes on")
  func mistakes() throws {
    terminal.type("corpus.quotes[1].speekar\r")
    try terminal.expect("error:")
    try terminal.expect("speaker")
    try terminal.expect(Self.prompt)
    terminal.type("1 + 1\r")
    try terminal.expect("\n2\n")
  }

  @Test(
    "stops any script on Ctrl-C, even one that catches errors, and stays usable",
    arguments: [
      "print('running') while true do end",
      "print('running') while true do pcall(function() while true do end end) end",
      "co = coroutine.wrap(function() print('running') while true do end end) co()",
    ])
  func interrupts(script: String) throws {
    terminal.type(script + "\r")
    try terminal.expect("\nrunning\n")
    terminal.type(PseudoTerminal.interrupt)
    try terminal.expect("interrupted")
    try terminal.expect(Self.prompt)
    terminal.type("1 + 1\r")
    try terminal.expect("\n2\n")
  }

  @Test("completes members and values")
  func completion() throws {
    terminal.type("#corpus:quotes{kind = \"dir\t}\r")
    try terminal.expect("\"direct\"}\n")
    try terminal.expect(Self.prompt)
    terminal.type("#corpus.quo\t\r")
    try terminal.expect("#corpus.quotes\n")
  }
}
