import Foundation
import TerminalTestSupport
import Testing

/// The commands of `docs/rules-walkthrough.md` do what the page shows, with the files that it shows.
@Suite("the walk-through of rules")
struct WalkthroughTests {

  /// CSV ends its lines as its standard says, which a page does not show.
  private static func withoutReturns(_ text: String) -> String {
    var bytes = text.utf8.filter { $0 != UInt8(ascii: "\r") }
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("does what it shows")
  func walkthrough() throws {
    let page = HouseTests.root.appending(path: "docs/rules-walkthrough.md")
    var lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    let folder = FileManager.default.temporaryDirectory.appending(path: "walk-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var commands = 0
    var line = 0
    while line < lines.count {
      guard lines[line].hasPrefix("```") else {
        line += 1
        continue
      }
      let title = lines[line].dropFirst(3).split(separator: " ")
      let end = try #require(lines[(line + 1)...].firstIndex(of: "```"))
      let block = lines[line...end].joined(separator: "\n") + "\n"
      if title.count == 2 {
        let file = folder.appending(path: String(title[1]))
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let text = lines[(line + 1)..<end].joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: file)
        line = end + 1
      } else if title == ["console"] {
        let part = folder.appending(path: "part.md").path
        try Data(block.utf8).write(to: URL(filePath: part))
        var transcript = try GoldenTranscript(part)
        let environment = ["HOME": folder.path, "NO_COLOR": "1"]
        for step in try transcript.run(in: folder.path, environment: environment) {
          commands += 1
          if GoldenTranscript.isUpdating { continue }
          #expect(step.written.command == step.now.command)
          #expect(step.written.output == Self.withoutReturns(step.now.output))
        }
        let written = Self.withoutReturns(try String(contentsOfFile: part, encoding: .utf8))
          .components(separatedBy: "\n")
        lines.replaceSubrange(line...end, with: written)
        line += written.count
        try FileManager.default.removeItem(atPath: part)
      } else {
        line = end + 1
      }
    }
    #expect(commands > 8)
    if GoldenTranscript.isUpdating {
      try Data(lines.joined(separator: "\n").utf8).write(to: page)
    }
  }
}
