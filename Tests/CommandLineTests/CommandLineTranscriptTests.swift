import Foundation
import TerminalTestSupport
import Testing

@Suite("Transcripts of the command line")
struct CommandLineTranscriptTests {
  @Test("are what the commands do", arguments: ["scripts.md", "commands.md"])
  func transcript(name: String) throws {
    let path = CommandLine.root.appendingPathComponent("Tests/Transcripts/\(name)").path
    var transcript = try GoldenTranscript(path)
    var environment = CommandLine.environment
    let folder = try CommandLine.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    environment["SCRATCH"] = folder.path
    let steps = try transcript.run(in: CommandLine.root.path, environment: environment)
    for step in steps where !GoldenTranscript.isUpdating { #expect(step.written == step.now) }
  }

  @Test("the reference page is what the declarations say")
  func reference() throws {
    let path = CommandLine.root.appendingPathComponent("docs/lua.md")
    let now = try CommandLine.sayso("stubs", "--format", "markdown").output
    if GoldenTranscript.isUpdating { try now.write(to: path, atomically: true, encoding: .utf8) }
    #expect(
      try String(contentsOf: path, encoding: .utf8) == now,
      "write docs/lua.md anew: SAYSO_UPDATE_GOLDEN=1 swift test --filter CommandLineTranscriptTests"
    )
  }

  @Test("the manual page is what the help of the commands says")
  func manual() throws {
    let path = CommandLine.root.appendingPathComponent("docs/sayso.1")
    let help = try CommandLine.sayso("--experimental-dump-help").output
    let maker = CommandLine.root.appendingPathComponent(".ci/make-manual").path
    let made = try PipedProcess(maker, [], input: help, environment: CommandLine.environment)
    #expect(made.exitCode == 0, "\(made.errors)")
    if GoldenTranscript.isUpdating {
      try made.output.write(to: path, atomically: true, encoding: .utf8)
    }
    #expect(made.output.contains(".Ss sayso rules check"))
    #expect(
      try String(contentsOf: path, encoding: .utf8) == made.output,
      "write docs/sayso.1 anew: SAYSO_UPDATE_GOLDEN=1 swift test --filter CommandLineTranscriptTests"
    )
  }

  @Test("a polite kill stops a script that does not end")
  func polite() throws {
    let program = BuiltProducts.path(of: "sayso")
    // The kill is sent once the script runs, which its first line tells.
    let folder = try CommandLine.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let told = folder.path + "/told"
    let commands = """
      '\(program)' -e 'print("on") while true do end' seeds > '\(told)' & pid=$!
      (sleep 60; kill -KILL $pid) > /dev/null 2>&1 & watchdog=$!
      until [ -s '\(told)' ] || ! kill -0 $pid; do sleep 0.1; done
      kill -TERM $pid; wait $pid; code=$?; kill $watchdog; exit $code
      """
    let ended = try PipedProcess(
      "/bin/sh", ["-c", commands], environment: CommandLine.environment,
      folder: CommandLine.root.path)
    #expect(ended.exitCode == 130)
    #expect(ended.errors.contains("interrupted"))
  }

  @Test("every command explains itself with an example")
  func help() throws {
    let overview = try CommandLine.sayso("--help")
    #expect(overview.exitCode == 0 && overview.output.contains("EXAMPLES"))
    let lines = overview.output.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("SUBCOMMANDS") })
    let commands = lines[(start + 1)...].filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands.count >= 10)
    for command in commands {
      let help = try CommandLine.sayso(command, "--help").output
      #expect(help.contains("EXAMPLES") || help.contains("SUBCOMMANDS"), "\(command)")
    }
  }
}
