import Foundation

/// A Markdown file whose `console` blocks show commands with what they print, checked by running them.
///
///     ```console
///     $ sayso -e '1 + 1' seeds
///     2
///     $ sayso <<END
///     > no such name
///     > END
///     error: …
///     [1]
///     ```
///
/// `$` begins a command, `>` continues it, `[1]` is its exit code where that is not 0; everything else is
/// what it prints, errors included. With `SAYSO_UPDATE_GOLDEN=1` in the environment the file is rewritten
/// with what is printed now, for somebody to review the difference.
public struct GoldenTranscript {
  /// A command with what it printed.
  public struct Step: Equatable, Sendable {
    /// The command, perhaps of several lines.
    public var command: String
    /// What it printed, and its exit code.
    public var output: String
  }

  /// Whether files are to be rewritten instead of checked.
  public static var isUpdating: Bool {
    ProcessInfo.processInfo.environment["SAYSO_UPDATE_GOLDEN"] == "1"
  }

  private let path: String
  private var lines: [Substring]

  /// Reads a file.
  ///
  /// - Throws: An error of the file system where it cannot be read.
  public init(_ path: String) throws {
    self.path = path
    lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Runs all commands in the shell, in a folder.
  ///
  /// - Parameters:
  ///   - folder: Where they run.
  ///   - environment: What they find in their environment besides a path that begins with the programs
  ///     built with these tests.
  /// - Returns: What is written in the file and what came out now, command by command.
  /// - Throws: An error where the shell cannot be started or the file not rewritten.
  public mutating func run(
    in folder: String, environment: [String: String] = [:]
  ) throws -> [(written: Step, now: Step)] {
    var environment = environment
    let programs = BuiltProducts.path(of: "").dropLast()
    environment["PATH"] = "\(programs):/usr/local/bin:/usr/bin:/bin"
    var results: [(written: Step, now: Step)] = []
    var output: [Substring] = []
    var index = 0
    var isConsole = false
    while index < lines.count {
      let line = lines[index]
      index += 1
      output.append(line)
      if line.hasPrefix("```") { isConsole = line == "```console" }
      guard isConsole, line.hasPrefix("$ ") else { continue }
      var command = [line.dropFirst(2)]
      while index < lines.count, lines[index].hasPrefix(">") {
        command.append(lines[index].dropFirst(lines[index].hasPrefix("> ") ? 2 : 1))
        output.append(lines[index])
        index += 1
      }
      var written: [Substring] = []
      while index < lines.count, !lines[index].hasPrefix("$ "), lines[index] != "```" {
        written.append(lines[index])
        index += 1
      }
      let text = command.joined(separator: "\n")
      let now = try Self.run(text, in: folder, environment: environment)
      results.append((Step(command: text, output: written.joined(separator: "\n")), now))
      if !now.output.isEmpty {
        output += now.output.split(separator: "\n", omittingEmptySubsequences: false)
      }
    }
    if Self.isUpdating {
      try output.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    return results
  }

  private static func run(
    _ command: String, in folder: String, environment: [String: String]
  ) throws -> Step {
    let process = try PipedProcess(
      "/bin/sh", ["-c", "exec 2>&1\n" + command], environment: environment, folder: folder)
    var output = process.output
    // CSV ends its lines with a return and a line feed, which are one character.
    while output.last?.isNewline == true { output.removeLast() }
    if process.exitCode != 0 {
      output += (output.isEmpty ? "" : "\n") + "[\(process.exitCode)]"
    }
    return Step(command: command, output: output)
  }
}
