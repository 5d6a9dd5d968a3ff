import Foundation
import TerminalTestSupport

/// The real program on the real articles, as a user finds them.
enum CommandLine {
  /// The folder of the project; the sources may be reached through a link.
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// An environment in which no setting of whoever runs the tests is felt.
  static let environment = [
    "HOME": "/nowhere", "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    "TERM": "xterm",
    "INPUTRC": "/dev/null",
  ]

  /// Runs `sayso` to its end in the folder of the project.
  static func sayso(_ arguments: String..., input: String = "") throws -> PipedProcess {
    try PipedProcess(
      BuiltProducts.path(of: "sayso"), arguments, input: input, environment: environment,
      folder: root.path)
  }

  /// An empty folder for one test.
  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sayso-command-line-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
