import Scripting
import Testing

@testable import Shell

@Suite("FailureText")
struct FailureTextTests {
  @Test(
    "words a failure with its place, a caret and what to do",
    arguments: [
      (Failure("it broke"), "error: it broke\n"),
      (Failure("stop", isInterruption: true), "interrupted\n"),
      (
        Failure("it broke", hint: "mend it", location: .init(file: "a.lua", line: 12)),
        "error: it broke (a.lua:12)\nhint: mend it\n"
      ),
      (
        Failure("odd", location: .init(line: 12, column: 4, text: "東京\tx")),
        "error: odd\n  12 | 東京 x\n     |      ^\n"
      ),
      (
        Failure("odd", location: .init(line: 1, column: 99, text: "ab")),
        "error: odd\n  1 | ab\n    |   ^\n"
      ),
      (Failure("two\nlines \u{1b}[31m"), "error: two\nlines \\u{1B}[31m\n"),
      (
        Failure("deep", trace: (0..<10).map { "f\($0)" }),
        "error: deep\n" + (0..<8).map { "  in f\($0)\n" }.joined() + "  … 2 more\n"
      ),
    ])
  func words(failure: Failure, text: String) {
    #expect(FailureText.text(failure, usesColour: false) == text)
  }
}
