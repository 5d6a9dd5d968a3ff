import Foundation
import TerminalTestSupport
import Testing

@Suite("sayso find")
struct FindCommandTests {
  private static let article = """
    Crews go north

    Mayor Ann Ward said 500 firefighters had left. The envoy said so too. Twenty boats went with them for $5 million.

    Sign up for our weekly newsletter
    """
  private static let rules = """
    list "gear" { "boats", "ladders" }
    define "counted" [[ n:[num] $gear ]]
    rule "crew" { pattern = [[ n:[num] firefighters ]], emit = { type = "Crew", value = "n.num" } }
    alias { "the envoy", is = "Ben Hale" }
    boilerplate [[ <p> sign up for ... newsletter ]]
    """

  /// Runs `sayso` in a folder with an article and rules for it.
  private func run(_ command: String) throws -> PipedProcess {
    let folder = try CommandLine.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.article.utf8).write(to: folder.appending(path: "a.txt"))
    try Data(Self.rules.utf8).write(to: folder.appending(path: "crew.lua"))
    var environment = CommandLine.environment
    environment["PATH"] = "\(BuiltProducts.path(of: "").dropLast()):/usr/bin:/bin"
    return try PipedProcess(
      "/bin/sh", ["-c", command], environment: environment, folder: folder.path)
  }

  @Test(
    "a pattern may name what rules declare",
    arguments: [
      ("@Crew had", "500 firefighters had"), ("$counted", "Twenty boats"),
      ("a:@Alias said", "The envoy said"),
      ("newsletter :: within boilerplate", "newsletter"),
      ("who:@Crew :: who.num > 400", "500 firefighters"),
    ])
  func names(pattern: String, expected: String) throws {
    let found = try run("sayso find '\(pattern)' a.txt --rules crew.lua --format csv | cut -d, -f6")
    #expect(found.output.split(whereSeparator: \.isNewline) == ["match", expected[...]])
    // A store that has what the rules find needs no rules for its types.
    let store = "sayso index a.txt -o s.sayso --rules crew.lua 2> errors"
    let kept = try run("\(store); sayso find '\(pattern)' s.sayso --rules crew.lua --total")
    #expect(kept.output == "1\n", "\(kept.errors)")
  }

  @Test("a store tells its types, and a plugin brings its own")
  func types() throws {
    let store = "sayso index a.txt -o s.sayso --rules crew.lua 2> errors"
    #expect(try run("\(store); sayso find '@Crew' s.sayso --total").output == "1\n")
    let plugin = try run("sayso find 'for @Money' a.txt --total --plugin money")
    #expect(plugin.output == "1\n" && plugin.errors.contains("plugin 'money': ran, 1 found"))
  }

  @Test(
    "what nobody declares is wrong usage, said before anything is read",
    arguments: [
      ("@Krew' nowhere --rules crew.lua", "query:1:1: unknown type 'Krew'\n    @Krew\n    ^^^^^\n"),
      ("@Crew' a.txt", "query:1:1: unknown type 'Crew'\n    @Crew\n    ^^^^^\n"),
      ("x $geer' nowhere --rules crew.lua", "query:1:3: no list or pattern $geer\n"),
      ("@Crew' nowhere --rules crew.lua --sort who", "no capture 'who'"),
    ])
  func errors(command: String, expected: String) throws {
    let process = try run("sayso find '\(command)")
    #expect(process.exitCode == 2 && process.output == "")
    #expect(process.errors.contains(expected), "\(process.errors)")
  }

  @Test("a plugin that fails is named where its type is missed")
  func failingPlugin() throws {
    let plugin =
      "plugin { name = \"p\", version = \"1\", api = 1, license = \"MIT\", summary = \"A.\" }\nerror(\"no\")"
    let found = try run("echo '\(plugin)' > p.lua; sayso find '@Lot' a.txt --plugin ./p.lua")
    #expect(found.exitCode == 2)
    #expect(
      found.errors.hasPrefix("sayso: plugin 'p': ./p.lua:2: no\nquery:1:1: unknown type 'Lot'"))
  }

  @Test("faulty rules end the command")
  func faultyRules() throws {
    let process = try run("sayso find 'x' a.txt --rules none.lua")
    #expect(process.exitCode == 1)
    #expect(process.errors == "error: the rule file 'none.lua' cannot be read\n")
  }

  @Test(
    "options of which one would be without effect are wrong usage",
    arguments: ["--total", "--sort who"])
  func contradictions(option: String) throws {
    let process = try run("sayso find 'who:@PERSON said' a.txt --count who \(option)")
    #expect(process.exitCode == 2 && process.output == "")
    #expect(
      process.errors.contains("--count and \(option.prefix { $0 != " " }) exclude each other: "))
  }

  @Test("stops at Ctrl-C with code 130")
  func interruption() throws {
    let folder = try CommandLine.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let sentence = "Mayor Ana Lund said on Monday that the bridge was safe. Jon Berg denied that. "
    let articles = (0..<400).map { number in
      "{\"id\": \"a\(number)\", \"text\": \"\(String(repeating: sentence, count: 3))\"}\n"
    }
    let file = folder.appending(path: "bridges.jsonl")
    try Data(articles.joined().utf8).write(to: file)
    // The terminal takes a small part of so many hits, so that the program cannot have ended before.
    let terminal = try PseudoTerminal(
      BuiltProducts.path(of: "sayso"), ["find", "[]", file.path],
      environment: CommandLine.environment)
    try terminal.expect("a0:1 ")
    terminal.type(PseudoTerminal.interrupt)
    #expect(try terminal.exitCode() == 130)
    #expect(!terminal.transcript.contains("a399:1 "))
  }
}
