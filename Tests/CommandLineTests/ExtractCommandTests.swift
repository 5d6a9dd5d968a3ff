import Foundation
import TerminalTestSupport
import Testing

/// `sayso extract` writes the same whatever the number of threads, and can always be stopped.
@Suite("sayso extract")
struct ExtractCommandTests {
  @Test("one thread and several write the same, and name the file that cannot be read")
  func threads() throws {
    let one = try CommandLine.sayso("extract", "-j1", "--model", "none", "seeds", "/nowhere")
    let several = try CommandLine.sayso("extract", "-j3", "--model", "none", "seeds", "/nowhere")
    #expect(one.output == several.output)
    #expect(one.output.split(separator: "\n").count == 5)
    #expect(one.errors == several.errors && one.errors.contains("/nowhere: there is no such file"))
    #expect(one.exitCode == 1 && several.exitCode == 1)
  }

  @Test("Ctrl-C ends it with code 130 after a whole line", arguments: [1, 2])
  func interruption(jobs: Int) throws {
    let folder = try CommandLine.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let sentence = "“The bridge is safe,” Mayor Ana Lund said on Monday. Jon Berg denied that. "
    let record = #"{"text": "\#(String(repeating: sentence, count: 40))"}"# + "\n"
    try String(repeating: record, count: 3000).write(
      to: folder.appendingPathComponent("bridges.jsonl"), atomically: false, encoding: .utf8)
    let process = try PipedProcess(
      "/bin/sh",
      [
        "-c",
        """
        '\(BuiltProducts.path(of: "sayso"))' extract -j\(jobs) --model none bridges.jsonl > out & pid=$!
        until [ -s out ] || ! kill -0 $pid; do sleep 0.1; done
        kill -INT $pid; wait $pid
        """,
      ], environment: CommandLine.environment, folder: folder.path)
    #expect(process.exitCode == 130)
    let written = try Data(contentsOf: folder.appendingPathComponent("out"))
    #expect(written.last == UInt8(ascii: "\n"))
    #expect(written.count(where: { $0 == UInt8(ascii: "\n") }) < 3000)
  }
}
