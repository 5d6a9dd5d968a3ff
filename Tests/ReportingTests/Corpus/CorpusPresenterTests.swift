import Comparison
import NewsModel
import Reporting
import Store
import Testing

@Suite("CorpusPresenter")
struct CorpusPresenterTests {
  let snapshot: CorpusSnapshot

  init() throws {
    let store = try CorpusStore.inMemory()
    try store.add(Sample.analysis)
    snapshot = try store.snapshot()
  }

  @Test(
    "shows each kind of row in one line with its place",
    arguments: [
      (CorpusTable.articles, "007 Café strike ends"), (.entities, "Zoë Ward (person, 1 article)"),
      (.quotes, "“we agreed.” — Zoë Ward (007:3)"), (.mentions, "“Zoë Ward” = Zoë Ward (007:3)"),
      (.figures, "“agreed” = 47000000000 soldiers (007:3)"),
      (.dates, "“agreed” = not resolved (007:3)"), (.annotations, "Deal: “agreed” (007:3)"),
      (.zones, "title: Café strike ends (007:1)"),
    ])
  func lines(table: CorpusTable, line: String) throws {
    #expect(try CorpusPresenter(snapshot).line(for: table, row: 0) == line)
  }

  @Test("shows rows as a table, with the columns asked for")
  func tables() throws {
    let presenter = CorpusPresenter(snapshot)
    let quotes = try presenter.table(of: .quotes, rows: [1, 0])
    #expect(
      quotes.rendered(as: .csv)
        == "article,line,speaker,kind,text,inferred\r\n007,3,the guild,indirect,it,true\r\n"
        + "007,3,Zoë Ward,direct,“we agreed.”,false\r\n")
    let chosen = try presenter.table(
      of: .quotes, rows: [1], columns: ["nested_in", "cue", "candidates", "entity", "nonsense"])
    #expect(
      chosen.rows == [
        [
          "“we agreed.” — Zoë Ward (007:3)", "denied", ["Harbour Guild"], nil, nil,
        ]
      ])
  }

  @Test("makes a table of every ledger")
  func ledgers() throws {
    let tables = [
      try SpeakerLedger(of: snapshot).table(in: snapshot),
      try VoiceLedger(of: snapshot).table(in: snapshot),
      try UnnamedSourceLedger(of: snapshot).table(in: snapshot),
      try NearDuplicates(of: snapshot).table(in: snapshot),
      try VariantGroups(of: snapshot).table(in: snapshot),
      try AccountComparison(of: snapshot, parties: [["Zoë Ward"]]).table,
      try ArticleLedger(of: snapshot).table,
      try CautionLedger(of: snapshot).table(in: snapshot),
      try HeadlineLedger(of: snapshot).table(in: snapshot),
      try TalkingPoints(of: snapshot).table(in: snapshot),
      try FigureLedger(of: snapshot).table(in: snapshot),
    ]
    #expect(tables.map(\.rows.count) == [1, 1, 0, 0, 0, 1, 1, 2, 0, 0, 1])
    #expect(tables[0].rows[0] == ["Zoë Ward", 0, 1, 0, false, ["007"]])
  }
}
