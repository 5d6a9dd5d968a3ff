import Foundation
import TerminalTestSupport
import Testing

/// Where results cannot be written, a word says so: nobody takes an empty file for an answer.
@Suite("Writing results")
struct WritingTests {
  /// Runs a command line of the shell, in which `sayso` is the program.
  private func shell(_ line: String, in folder: String? = nil) throws -> PipedProcess {
    try PipedProcess(
      "/bin/sh", ["-c", "sayso() { '\(BuiltProducts.path(of: "sayso"))' \"$@\"; }; \(line)"],
      environment: CommandLine.environment, folder: folder ?? CommandLine.root.path)
  }

  @Test(
    "a full disk is named, with exit code 1",
    arguments: [
      "extract seeds/000*", "seeds/000* -e 1", "find troops seeds", "--help",
      "run scripts/what-did-i-load.lua --on seeds/000*", "export --format csv seeds/000*",
    ])
  func fullDisk(command: String) throws {
    let process = try shell("sayso \(command) > /dev/full")
    #expect(process.exitCode == 1)
    #expect(process.errors == "sayso: cannot write: No space left on device\n")
  }

  @Test("a full disk is named by the prompt in a pipe, too")
  func fullDiskAtThePrompt() throws {
    let process = try shell("echo 1 + 1 | sayso seeds/000* > /dev/full")
    #expect(process.exitCode == 1)
    #expect(process.errors.contains("cannot write: No space left on device"))
  }

  @Test("a closed output is named, and no file that is opened takes its place")
  func closedOutput() throws {
    let process = try shell("sayso seeds/000* -e 1 >&-")
    #expect(process.exitCode == 1)
    #expect(process.errors == "sayso: cannot write: Bad file descriptor\n")
  }

  @Test("a reader that has gone is nothing to speak of")
  func goneReader() throws {
    let process = try shell("(sayso extract seeds; echo $? >&2) | true")
    #expect(["0\n", "141\n"].contains(process.errors))
  }

  @Test("a folder that cannot be written is named in words")
  func export() throws {
    let folder = try CommandLine.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "file")
    try Data().write(to: file)
    let process = try shell("sayso export --format brat seeds/000* -o '\(file.path)/brat'")
    #expect(process.exitCode == 1)
    #expect(process.errors == "sayso: cannot write \(file.path)/brat: Not a directory\n")
  }

  @Test("a path that is given twice is read once, silently")
  func doubles() throws {
    let process = try shell("sayso seeds seeds -e '#corpus.articles'")
    #expect(process.output == "5\n" && process.errors.isEmpty)
  }

  @Test("a script ends the program with its own exit code, after what it printed")
  func exitCodes() throws {
    let process = try shell("sayso -e 'print(1) os.exit(3)'")
    #expect(process.output == "1\n" && process.errors.isEmpty && process.exitCode == 3)
  }

  @Test("a mistyped path is not reported by later runs")
  func mistyped() throws {
    let folder = try CommandLine.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = folder.appending(path: "a.sayso").path
    let first = try shell("sayso index nofile -o '\(store)'")
    #expect(first.exitCode == 1 && first.errors.contains("nofile"))
    let second = try shell("sayso index seeds/000* -o '\(store)'")
    #expect(second.exitCode == 0 && !second.errors.contains("nofile"))
  }
}
