import Testing

@testable import Shell

@Suite("DotCommandLine")
struct DotCommandLineTests {
  @Test(
    "tells commands and questions from what the interpreter should see",
    arguments: [
      (".last", DotCommandLine(name: "last", argument: "")),
      (".save  who is  ", DotCommandLine(name: "save", argument: "who is")),
      (".why q\n.notes", DotCommandLine(name: "why", argument: "q", rest: ".notes")),
      ("..x", nil), (".5 + 1", nil), (".", nil), ("x.y", nil), ("", nil),
    ])
  func commands(text: String, line: DotCommandLine?) {
    #expect(DotCommandLine(text) == line)
  }

  @Test(
    "reads a question as a wish for help",
    arguments: [
      ("?corpus.quotes", DotCommandLine(name: "help", argument: "corpus.quotes")),
      ("? ", DotCommandLine(name: "help", argument: "")), ("x?", nil),
    ])
  func questions(text: String, line: DotCommandLine?) {
    #expect(QuestionLine.command(text) == line)
  }

  @Test(
    "keeps the history where the XDG directories say",
    arguments: [
      (["XDG_DATA_HOME": "/d", "HOME": "/h"], "/d/sayso/history"),
      (["XDG_DATA_HOME": "relative", "HOME": "/h"], "/h/.local/share/sayso/history"),
      (["HOME": ""], nil), ([:], nil),
    ])
  func historyPath(environment: [String: String], path: String?) {
    #expect(History.defaultPath { environment[$0] } == path)
  }
}
