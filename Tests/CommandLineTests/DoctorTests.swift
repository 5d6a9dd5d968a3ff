import TerminalTestSupport
import Testing

@Suite("sayso doctor")
struct DoctorTests {
  @Test("tries each part, and says of each what it found")
  func rows() throws {
    let process = try CommandLine.sayso("doctor")
    let rows = process.output.split(separator: "\n").map { line in
      line.split(separator: "  ", omittingEmptySubsequences: true).map {
        $0.trimmingPrefix(while: \.isWhitespace)
      }
    }
    let checks = [
      "version", "reading", "extraction", "models", "store", "store file", "Lua", "plugins",
      "readline", "terminal",
    ]
    for check in checks {
      let row = rows.first { $0.first == check[...] }
      #expect(row?.count == 3 && row?.dropFirst().first == "ok", "\(check): \(row ?? [])")
    }
    #expect(process.output.contains("  “We open on Monday,” — Ann Lee"))
    #expect(process.output.contains("Lua 5.4, 0 articles"))
    #expect(process.output.contains("money, polls, sanctions"))
    #expect(process.exitCode == 0)
  }
}
