import Reporting
import Testing

@Suite("TextTableRenderer")
struct TextTableRendererTests {
  static let counts = Table(
    columns: ["speaker", "quotes", "share"],
    rows: [["Ann Ward", 12, 0.5], ["東京都庁", 7, 0.25], [nil, 105, 1]])

  @Test("aligns text left, numbers right, and decimal points below one another")
  func alignment() {
    #expect(
      Self.counts.rendered(as: .table) == """
        speaker   quotes  share
        ────────  ──────  ─────
        Ann Ward      12   0.50
        東京都庁       7   0.25
        –            105   1.00

        """)
  }

  @Test("gives numbers among words no digits that they do not need")
  func numbersAmongWords() {
    var table = Table(columns: ["what", "value"])
    table.append([.text("line"), .integer(29)])
    table.append([.text("confidence"), .number(0.8532)])
    table.append([.text("words"), .number(7)])
    table.append([.text("kind"), .text("direct")])
    let lines = table.rendered(as: .table).split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.dropFirst(2).compactMap(\.last) == ["29", "0.8532", "7", "direct"])
  }

  @Test("counts the rows it leaves out")
  func bounded() {
    let table = Table(columns: ["n"], rows: (0..<12_433).map { [.integer($0)] })
    let text = table.rendered(as: .table, options: RenderingOptions(maximumRows: 2))
    #expect(text == "n\n─\n0\n1\n… 12,431 more, .last for all\n")
  }

  @Test("wraps the widest column to fit the screen")
  func wraps() {
    let table = Table(
      columns: ["speaker", "text"],
      rows: [
        ["Ann Ward", "The harbour will stay open, whatever the weather brings."],
        ["Bo", "No."],
      ])
    #expect(
      table.rendered(as: .table, options: RenderingOptions(width: 30)) == """
        speaker   text
        ────────  ────────────────────
        Ann Ward  The harbour will
                  stay open, whatever
                  the weather brings.
        Bo        No.

        """)
    #expect(
      table.rendered(as: .table, options: RenderingOptions(width: 30, maximumLines: 2)) == """
        speaker   text
        ────────  ────────────────────
        Ann Ward  The harbour will
                  stay open, whatever…
        Bo        No.

        """)
  }

  @Test("shows rows as lists where the columns would be too narrow to read")
  func records() {
    let table = Table(
      columns: ["article", "speaker", "source", "cue", "text"],
      rows: [
        ["001", "Ann Ward", "the mayor of the town", "said", "It stays open for everybody."],
        ["002", nil, "", "wrote", "No."],
      ])
    #expect(
      table.rendered(as: .table, options: RenderingOptions(width: 34, maximumRows: 3)) == """
        ─── 1 ────────────────────────────
        article  001
        speaker  Ann Ward
        source   the mayor of the town
        cue      said
        text     It stays open for
                 everybody.
        … 1 more, .last for all

        """)
  }

  @Test("keeps the words next to a hit")
  func concordance() {
    let table = Table(
      columns: [
        Column("left", alignment: .right, overflow: .shortenStart),
        "hit", Column("right", overflow: .shortenEnd),
      ],
      rows: [["the mayor of the town has", "said that", "nothing will change before May"]])
    #expect(
      table.rendered(as: .table, options: RenderingOptions(width: 40)) == """
                 left  hit        right
        ─────────────  ─────────  ──────────────
        …the town has  said that  nothing will…

        """)
  }

  @Test("never writes spaces at the end of a line, nor control characters from an article")
  func clean() {
    let table = Table(
      columns: ["text", "note"], rows: [["a\u{1b}[2Jb", nil], [.list(["x", "y"]), ""]])
    let text = table.rendered(as: .table)
    #expect(!text.contains("\u{1b}"))
    #expect(!text.contains(" \n"))
    #expect(text.contains("x; y"))
  }

  @Test("shows where a span stands, differences with marks, and remarks at the end")
  func spansAndRuns() {
    let table = Table(
      title: "Wordings", columns: ["quote", "change"],
      rows: [
        [
          .span(SpanText("“Yes”", article: "001", line: 29)),
          .runs([TextRun("we "), TextRun("can", .deleted), TextRun("will", .inserted)]),
        ]
      ], remarks: ["1 article has no date"])
    #expect(
      table.rendered(as: .table) == """
        Wordings
        quote           change
        ──────────────  ──────────────────
        “Yes” (001:29)  we [-can-]{+will+}
        1 article has no date

        """)
  }

  @Test("paints only where colour is wanted")
  func colour() {
    let table = Table(columns: ["x"], rows: [["y"]])
    let painted = table.rendered(as: .table, options: RenderingOptions(usesColour: true))
    #expect(painted.hasPrefix("\u{1b}[1mx\u{1b}[0m\n"))
  }

  @Test("says so when there is nothing")
  func empty() {
    #expect(Table(columns: ["x"]).rendered(as: .table) == "x\n─\n(no rows)\n")
  }
}
