import Foundation
import TerminalTestSupport
import Testing

@Suite("sayso index on a terminal")
struct IndexCommandTests {
  @Test("takes a number of threads, joined to its letter or not, and refuses none")
  func threads() throws {
    let folder = try CommandLine.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let article = folder.appendingPathComponent("a.txt").path
    try "“The bridge is safe,” Ana Lund said.".write(
      toFile: article, atomically: false, encoding: .utf8)
    for option in [["-j1"], ["-j", "2"], ["--jobs", "3"]] {
      let store = folder.appendingPathComponent("\(option.count)\(option[0]).sayso").path
      let built = try PipedProcess(
        BuiltProducts.path(of: "sayso"), ["index", article, "-o", store] + option,
        environment: CommandLine.environment)
      #expect(built.exitCode == 0 && built.errors.contains("1 analysed"), "\(option)")
    }
    let refused = try CommandLine.sayso("index", article, "-o", "\(article).sayso", "-j0")
    #expect(refused.exitCode == 2 && refused.errors.contains("threads from 1 on"))
  }

  @Test("stops at Ctrl-C with code 130, keeps what is done, and goes on where it stopped")
  func interruption() throws {
    let folder = try CommandLine.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let sentence = "“The bridge is safe,” Mayor Ana Lund said on Monday. Jon Berg denied that.\n\n"
    let articles = 150
    for number in 0..<articles {
      try "Bridge number \(number)\n\n\(String(repeating: sentence, count: 12))".write(
        to: folder.appendingPathComponent("\(number).txt"), atomically: false, encoding: .utf8)
    }
    let store = folder.appendingPathComponent("bridges.sayso").path
    let arguments = ["index", folder.path, "-o", store]
    let program = BuiltProducts.path(of: "sayso")
    let terminal = try PseudoTerminal(program, arguments, environment: CommandLine.environment)
    try terminal.expect("/\(articles) · ")
    terminal.type(PseudoTerminal.interrupt)
    #expect(try terminal.exitCode() == 130)

    let second = try PipedProcess(program, arguments, environment: CommandLine.environment)
    #expect(second.exitCode == 0)
    #expect(second.output.isEmpty)
    #expect(second.errors.contains("\(articles) articles in \(store)"))
    let third = try PipedProcess(program, arguments, environment: CommandLine.environment)
    #expect(third.errors.contains("0 analysed · \(articles) unchanged"))
  }
}
