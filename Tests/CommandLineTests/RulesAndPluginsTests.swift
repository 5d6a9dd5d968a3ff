import Foundation
import TerminalTestSupport
import Testing

/// `sayso rules` and `sayso plugin` as programs: output, errors, exit codes.
@Suite("rules and plugins on the command line")
struct RulesAndPluginsTests {
  /// Runs commands in a folder with files, with the plugins of a data folder in it.
  private func run(_ files: [String: String], _ command: String) throws -> PipedProcess {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cli-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let programs = BuiltProducts.path(of: "").dropLast()
    return try PipedProcess(
      "/bin/sh", ["-c", command],
      environment: [
        "PATH": "\(programs):/usr/bin:/bin", "HOME": folder.path,
        "XDG_DATA_HOME": folder.path + "/data", "NO_COLOR": "1",
      ], folder: folder.path)
  }

  private static let rule =
    "rule \"n\" { pattern = \"n:[num] troops\", emit = { type = \"Q\", value = \"n.num\" }, matches = { \"{n:5} troops\" } }\n"
  private static let failing =
    "rule \"n\" { pattern = \"[num] troops\", matches = { \"5 big troops\" } }\n"

  private static func plugin(_ name: String, _ more: String = "", api: Int = 1) -> String {
    "plugin { name = \"\(name)\", version = \"1\", api = \(api), license = \"MIT\", summary = \"A test.\"\(more) }\n"
  }

  @Test("check exits with 0 or 1, and speaks to editors")
  func check() throws {
    let good = try run(["a.lua": Self.rule], "sayso rules check a.lua")
    #expect(good.exitCode == 0 && good.output == "")
    #expect(good.errors == "1 rule · 1 example as promised\n")
    let bad = try run(["a.lua": Self.failing], "sayso rules check a.lua")
    #expect(bad.exitCode == 1 && bad.output.hasPrefix("a.lua:1: rule 'n': matches[1] does not"))
    let json = try run(["a.lua": Self.failing], "sayso rules check --format json a.lua")
    let findings = try JSONDecoder().decode([Finding].self, from: Data(json.output.utf8))
    #expect(
      findings == [
        Finding(
          file: "a.lua", line: 1, column: 51, severity: "error",
          message: "rule 'n': matches[1] does not match")
      ])
    #expect(json.exitCode == 1)
    #expect(try run([:], "sayso rules check").exitCode == 2)
  }

  @Test("check says what is odd about patterns in view of a corpus, and does not fail for it")
  func remarks() throws {
    let files = [
      "a.txt": "They said that 5 troops had come. Six troops left.\n",
      "a.lua": """
      list "force" { "troops", "sailors" }
      rule "n" { pattern = "n:[num] $force", emit = "Q", matches = { "5 troops" } }
      rule "said" { pattern = "[lemma=said] @Q", matches = { "no <<said>>" } }
      """,
    ]
    let text = try run(files, "sayso rules check a.lua --on a.txt")
    let expected = """
      a.lua:2: info: rule 'n': the capture 'n' is never used
          n:[num] $force
          ^
          drop it, or use it in what the rule emits
      a.lua:2: info: rule 'n': words of $force that occur nowhere: 'sailors'
          n:[num] $force
                  ^^^^^^
      a.lua:3: info: rule 'said': no token has lemma 'said'
          [lemma=said] @Q
                 ^^^^
          it is a form of 'say'

      """
    #expect(text.output.hasSuffix(expected), "\(text.output)")
    #expect(text.errors.contains("1 failed · 3 remarks"))
    let json = try run(files, "sayso rules check a.lua --on a.txt --format json")
    let findings = try JSONDecoder().decode([Finding].self, from: Data(json.output.utf8))
    #expect(
      findings.last
        == Finding(
          file: "a.lua", line: 3, column: 33, severity: "info",
          message: "rule 'said': no token has lemma 'said'"))
    let good = try run(
      ["a.txt": "At last 5 troops had come home.", "a.lua": Self.rule],
      "sayso rules check a.lua --on a.txt")
    #expect(good.exitCode == 0 && good.output == "", "\(good.output)")
  }

  private struct Finding: Decodable, Equatable {
    var file: String
    var line: Int
    var column: Int
    var severity: String
    var message: String
  }

  @Test("why exits with 1 where nothing matches, and reads standard input")
  func why() throws {
    let found = try run(["a.lua": Self.rule], "echo 'sent 5 troops' | sayso rules why a.lua n")
    #expect(found.exitCode == 0)
    #expect(
      found.output
        == "sent 5 troops\n     ~ n\n     ^^^^^^^^ matches: Q\n  value = 5\n")
    let missed = try run(["a.lua": Self.rule], "sayso rules why a.lua n 'sent 5 big troops'")
    #expect(missed.exitCode == 1 && missed.output.contains("try []{0,1} before troops"))
    let unknown = try run(["a.lua": Self.rule], "sayso rules why a.lua m 'x'")
    #expect(unknown.exitCode == 1 && unknown.errors.contains("rules: n"))
  }

  @Test("list names broken plugins and leaves them out")
  func list() throws {
    let listed = try run(
      [
        ".sayso/plugins/mine.lua": Self.plugin("mine"),
        "data/sayso/plugins/theirs/plugin.lua": Self.plugin("theirs"),
        "data/sayso/plugins/new.lua": Self.plugin("new", api: 9),
        "data/sayso/plugins/money.lua": Self.plugin("money"),
      ], "sayso plugin list --format csv | cut -d, -f1,2,3")
    #expect(listed.exitCode == 0)
    #expect(
      listed.output.split(whereSeparator: \.isNewline) == [
        "name,version,from", "mine,1,project", "money,1,user", "polls,1.0,built-in",
        "sanctions,1.0,built-in", "theirs,1,user",
      ])
    #expect(listed.errors.contains("new.lua:1:45: the plugin needs level 9"))
    #expect(listed.errors.contains("money.lua hides built-in/money.lua"))
  }

  @Test("a shell completes the names of plugins and of their options")
  func completion() throws {
    func completions(_ word: String) throws -> [Substring] {
      let place = "--plugin 3 \(word.utf8.count)"
      let request = "sayso ---completion find -- \(place) sayso find --plugin '\(word)'"
      return try run([".sayso/plugins/mine.lua": Self.plugin("mine")], request).output
        .split(separator: "\n")
    }
    #expect(try completions("") == ["mine", "money", "polls", "sanctions"])
    #expect(try completions("money:") == ["money:currency=", "money:minimum="])
  }

  @Test("a run goes on where a plugin fails, and says so")
  func failingPlugin() throws {
    let ran = try run(
      [
        "a.txt": "They sent 5 troops to Harbury.\n",
        ".sayso/plugins/bad.lua": Self.plugin("bad") + "error(\"no\")",
        ".sayso/plugins/good.lua": Self.plugin("good") + Self.rule,
      ],
      "sayso --plugin bad --plugin good -e 'corpus.annotations:count_by \"type\"' --format csv a.txt"
    )
    #expect(ran.exitCode == 0)
    #expect(ran.output.split(whereSeparator: \.isNewline) == ["type,count", "Q,1"])
    #expect(ran.errors.contains("plugin 'bad': failed: .sayso/plugins/bad.lua:2: no"))
    #expect(ran.errors.contains("plugin 'good': ran, 1 found"))
    #expect(ran.errors.contains("plugins 'money', 'polls', 'sanctions': not selected"))
  }

  @Test(
    "what does not exist is wrong usage",
    arguments: [
      ("--plugin mony", "did you mean 'money'?"),
      ("--plugin money:minimun=3", "did you mean 'minimum'?"),
      ("--plugin money:minimum=much", "it is a number"),
      ("--plugin ./none.lua", "cannot be read"),
      ("--plugin =", "is no plugin"),
    ])
  func usage(options: String, message: String) throws {
    let ran = try run(["a.txt": "A text.\n"], "sayso \(options) -e 1 a.txt")
    #expect(ran.exitCode == 2 && ran.errors.contains(message), "\(ran.errors)")
  }

  @Test(
    "plugins work with every command that reads articles",
    arguments: [
      ("sayso extract a.txt --plugin money", "\"type\":\"Money\""),
      (
        "sayso index a.txt -o s.sayso --plugin money && sayso -e 'corpus.annotations[1].type' s.sayso",
        "Money"
      ),
      (
        "echo 'return corpus.annotations' > s.lua && sayso run s.lua --on a.txt --plugin money",
        "$5 million"
      ),
      ("echo 'corpus.annotations' | sayso a.txt --plugin money", "$5 million"),
      ("sayso find 'cost @Money' a.txt --plugin money", "cost $5 million"),
      ("sayso export a.txt --format brat -o b --plugin money && cat b/*", "Bridge"),
    ])
  func commands(command: String, expected: String) throws {
    let ran = try run(["a.txt": "Bridge opens\n\nThe bridge cost $5 million.\n"], command)
    #expect(ran.exitCode == 0 && ran.output.contains(expected), "\(ran.output)\(ran.errors)")
    #expect(ran.errors.contains("plugin 'money': ran, 1 found"))
  }
}
