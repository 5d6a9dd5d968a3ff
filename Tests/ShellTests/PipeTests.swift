import TerminalTestSupport
import Testing

@Suite("Prompt in a pipe")
struct PipeTests {
  @Test(
    "runs its input without prompt, banner or colour, and stops at a failure",
    arguments: [
      ("hello\n", "= hello\n", "", 0), ("do\nx\nend", "block 1 of 3 lines\n", "", 0),
      ("rows 7\n", "row  name\n───  ────\n" + (0..<7).map { "  \($0)  Å\n" }.joined(), "", 0),
      (
        "say a\nfail\nsay b\n", "a\n",
        "error: a quote has no field 'speakr'\n  1 | fail\n    |     ^\n"
          + "  in function 'tally' (count.lua:3)\nhint: did you mean 'speaker'?\n", 1
      ),
      (
        "do\n", "",
        "error: the input ends in the middle of a statement\nhint: something is not closed\n", 1
      ),
      (".quit\nhello\n", "", "", 0), (".format csv\nrows 1\n", "row,name\r\n0,Å\r\n", "", 0),
      ("", "", "", 0), ("\n\n", "", "", 0), (".timer on\nhello", "= hello\n", "", 0),
    ])
  func runs(input: String, output: String, errors: String, code: Int32) throws {
    let process = try PipedProcess(BuiltProducts.path(of: "ShellProbe"), input: input)
    #expect(process.output == output)
    #expect(process.errors == errors)
    #expect(process.exitCode == code)
  }
}
