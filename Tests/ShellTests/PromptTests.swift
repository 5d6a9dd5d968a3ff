import Foundation
import TerminalTestSupport
import Testing

@Suite("Prompt on a terminal", .serialized)
struct PromptTests {
  static let prompt = "sayso> "
  let folder: TestFolder
  var home: URL { folder.url }
  let terminal: PseudoTerminal

  init() throws {
    folder = try TestFolder()
    let home = folder.url
    terminal = try Self.open(home)
    try terminal.expect("probe 1.0 · 2 articles")
    try terminal.expect(Self.prompt)
  }

  static func open(_ home: URL, path: String = "/usr/bin:/bin") throws -> PseudoTerminal {
    try PseudoTerminal(
      BuiltProducts.path(of: "ShellProbe"),
      environment: [
        "HOME": home.path, "TERM": "xterm", "PATH": path, "INPUTRC": "/dev/null",
      ],
      folder: home.path)
  }

  func type(_ line: String, expecting text: String) throws {
    terminal.type(line + "\r")
    try terminal.expect(text)
    try terminal.expect(Self.prompt)
  }

  @Test(
    "answers and asks again",
    arguments: [
      ("hello", "\n= hello\n"), ("say no line end", "\nno line end\n"),
      (".notes", "001: no date is stated"), (".notes 002", "002: no date is stated"),
      (".why q", "because of q"), (".why", "because of _"), (".w", "because of _"),
      ("?corpus.quotes", "Quotes, \"filtered\"."), ("?nonsense", "no documentation of 'nonsense'"),
      (".help", ".quit"), (".help .timer", "how long each input takes"),
      (".nonsense", "there is no command .nonsense"), (".h", ".help or .history"),
      ("rows 7", "… 2 more, .last for all"), (".load x.lua", "loading x.lua"),
      ("fail", "    |     ^\n"), ("fail", "hint: did you mean 'speaker'?"),
      ("fail", "in function 'tally' (count.lua:3)"), (".last", "there is no result yet"),
      (".format nonsense", "there is no format 'nonsense'"), ("größer", "= größer"),
    ])
  func answers(line: String, answer: String) throws {
    try type(line, expecting: answer)
  }

  @Test("keeps Ctrl-C from ending anything but the line, the input or the script")
  func interrupts() throws {
    terminal.type("half a li")
    try terminal.expect("half a li")
    terminal.type(PseudoTerminal.interrupt)
    try terminal.expect("^C\n" + Self.prompt)
    terminal.type("do\r")
    try terminal.expect("   ...> ")
    terminal.type("say never" + PseudoTerminal.interrupt)
    try terminal.expect("^C\n" + Self.prompt)
    terminal.type("loop\r")
    try terminal.expect("looping")
    terminal.type(PseudoTerminal.interrupt)
    try terminal.expect("interrupted")
    try terminal.expect(Self.prompt)
    try type("still here", expecting: "= still here")
  }

  @Test("completes what help knows behind a question mark")
  func helpCompletion() throws {
    terminal.type("?cou\t")
    try terminal.expect("?count_by")
  }

  @Test("stops in the middle of a long result")
  func interruptedOutput() throws {
    let terminal = try Self.open(home, path: "/nowhere")
    try terminal.expect(Self.prompt)
    terminal.type("rows 100000\r")
    try terminal.expect(".last for all")
    try terminal.expect(Self.prompt)
    terminal.type(".last\r")
    try terminal.expect("  7  Å")
    terminal.type(PseudoTerminal.interrupt)
    try terminal.expect(Self.prompt)
    #expect(!terminal.transcript.contains("99999  Å"))
  }

  @Test("leaves on Ctrl-D, but only drops an unfinished input")
  func endOfInput() throws {
    terminal.type("do\r")
    try terminal.expect("   ...> ")
    terminal.type(PseudoTerminal.endOfInput)
    try terminal.expect("dropped")
    try terminal.expect(Self.prompt)
    terminal.type(PseudoTerminal.endOfInput)
    #expect(try terminal.exitCode() == 0)
  }

  @Test("leaves on .quit")
  func quit() throws {
    terminal.type(".quit\r")
    #expect(try terminal.exitCode() == 0)
  }

  @Test("gives the terminal back before a signal ends it")
  func terminated() throws {
    terminal.send(signal: SIGTERM)
    #expect(try terminal.exitCode() == 128 + SIGTERM)
  }

  @Test("runs a paste of five lines once, as one entry of the history")
  func paste() throws {
    terminal.paste("do\nsay 1\nsay 2\nsay 3\nend")
    terminal.type("\r")
    try terminal.expect("block 1 of 5 lines")
    try terminal.expect(Self.prompt)
    try type(".history", expecting: "1  do\n   say 1\n   say 2\n   say 3\n   end\n")
    terminal.type("\u{1b}[A\u{1b}[A\r")
    try terminal.expect("block 2 of 5 lines")
    try terminal.expect(Self.prompt)
  }

  @Test("keeps an input of several lines as one entry of the history, for its owner only")
  func history() throws {
    terminal.type("do\r")
    try terminal.expect("   ...> ")
    terminal.type("end\r")
    try terminal.expect("block 1 of 2 lines")
    try terminal.expect(Self.prompt)
    terminal.type(PseudoTerminal.endOfInput)
    _ = try terminal.exitCode()

    let file = home.path + "/.local/share/sayso/history"
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    let again = try Self.open(home)
    try again.expect(Self.prompt)
    again.type("\u{1b}[A\r")
    try again.expect("block 1 of 2 lines")
  }

  @Test(
    "completes names, members, text with spaces, commands and files",
    arguments: [
      ("ro\t 3", "\n  2  Å\n"), ("corpus.q\t", "= corpus.quotes"),
      ("x \"Ann Wa\t", "= x \"Ann Ward\""),
      (".not\t", "no date is stated"), ("?corpus.q\t", "\"filtered\""),
      (".load scr\t", "loading script.lua"),
      ("\t\u{8}", Self.prompt),
    ])
  func completion(keys: String, answer: String) throws {
    try Data().write(to: home.appendingPathComponent("script.lua"))
    terminal.type(keys + "\r")
    try terminal.expect(answer)
  }

  @Test("lists what it cannot decide, from where they differ")
  func completionList() throws {
    terminal.type("x \"Ann W\t\t")
    try terminal.expect("Ann Ward\"  Ann West\"")
    terminal.type(PseudoTerminal.interrupt)
    try terminal.expect(Self.prompt)
  }

  @Test("keeps the last result whole, shows it in other forms, and writes it into a file")
  func lastResult() throws {
    try type("rows 7", expecting: "… 2 more")
    try type(".last", expecting: "  6  Å\n")
    try type(".last csv", expecting: "6,Å")
    try type(".last json seven.json", expecting: "wrote seven.json")
    let file = try String(contentsOf: home.appendingPathComponent("seven.json"), encoding: .utf8)
    #expect(file.hasSuffix("{\"row\":6,\"name\":\"Å\"}\n]\n"))
    try type(".format md", expecting: "shown as md")
    try type("rows 1", expecting: "| 0 | Å |")
  }

  @Test("saves what ran without errors since the last time, and never over another file")
  func save() throws {
    try type(".save empty", expecting: "nothing ran")
    try type("say one", expecting: "one")
    try type("fail", expecting: "speakr")
    try type("say two", expecting: "two")
    try type(".save mine", expecting: "wrote mine.lua (2 inputs)")
    try type("say three", expecting: "three")
    try type(".save mine.lua", expecting: "choose another name")
    let file = try String(contentsOf: home.appendingPathComponent("mine.lua"), encoding: .utf8)
    #expect(file == "-- mine\nsay one\nsay two\n")
  }

  @Test("shows the time only where it is wanted")
  func timer() throws {
    try type(".timer on", expecting: "the timer is on")
    try type("hello", expecting: " ms")
    try type(".timer", expecting: "the timer is off")
  }
}
