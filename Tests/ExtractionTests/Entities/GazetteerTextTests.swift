import Testing

@testable import Extraction

@Suite("GazetteerText")
struct GazetteerTextTests {
  private func words(_ name: String) -> [String] {
    let text = GazetteerText(name)
    var words: [String] = []
    text.forEachToken(of: text.range) { text, range in
      words.append(String(decoding: text.bytes[range], as: UTF8.self))
    }
    return words
  }

  @Test(
    "cuts a name where the tokeniser does",
    arguments: [
      ("Elm Wire", ["Elm", "Wire"]), ("Reporters’ Guild", ["Reporters", "'", "Guild"]),
      ("Mayor's Office", ["Mayor", "'s", "Office"]), ("Oslo, Norway", ["Oslo", ",", "Norway"]),
      ("O'Neill  Trust", ["O'Neill", "Trust"]), ("", []),
    ])
  func tokens(name: String, expected: [String]) {
    #expect(words(name) == expected)
  }

  @Test("gives a line's columns without the space around them, absent ones empty")
  func columns() {
    let text = GazetteerText("Elmland| Elm Land , Elmia |Elmish+\nOakland")
    var lines: [[String]] = []
    text.forEachLine { line in
      let columns = text.columns(of: line)
      lines.append(
        [columns.name, columns.others, columns.forms, columns.capitals].map {
          String(decoding: text.bytes[$0], as: UTF8.self)
        })
    }
    #expect(lines == [["Elmland", "Elm Land , Elmia", "Elmish+", ""], ["Oakland", "", "", ""]])
  }

  @Test("gives the fields that hold something")
  func fields() {
    let text = GazetteerText(" Elm Land ,, Elmia,")
    var fields: [String] = []
    text.forEachField(of: text.range) {
      fields.append(String(decoding: text.bytes[$0], as: UTF8.self))
    }
    #expect(fields == ["Elm Land", "Elmia"])
  }
}
