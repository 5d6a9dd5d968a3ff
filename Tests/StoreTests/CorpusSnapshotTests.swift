import NewsModel
import Testing

@testable import Store

@Suite struct CorpusSnapshotTests {
  private func snapshot() throws -> CorpusSnapshot {
    let store = try CorpusStore.inMemory()
    try store.add(SampleAnalysis.make())
    try store.add(SampleAnalysis.make(id: "b", path: "news/b.txt"))
    return try store.snapshot()
  }

  @Test("holds every table as columns of one length")
  func columns() throws {
    let snapshot = try snapshot()
    let counts = try CorpusTable.allCases.map { try snapshot.columns(of: $0).count }
    #expect(counts == [2, 6, 2, 4, 2, 2, 4, 2, 10])
    for table in CorpusTable.allCases {
      let columns = try snapshot.columns(of: table)
      for column in columns.columns {
        #expect(length(of: column.values) == columns.count, "\(table) \(column.name)")
      }
    }
  }

  @Test("derives lines, zones, depths and quoted words")
  func derivedColumns() throws {
    let quotes = try snapshot().quotes
    #expect(quotes.line.prefix(3) == [5, 5, 5])
    #expect(quotes.depth == [0, 0, 1, 0, 0, 1])
    #expect(quotes.nestedIn == [-1, -1, 1, -1, -1, 4])
    #expect(quotes.quotedWords.prefix(3) == [8, 0, 0])
    #expect(quotes.words.prefix(3) == [8, 6, 3])
    #expect(quotes.zone[0] == "body")
    #expect(quotes.speaker[1] == "A spokesman")
    #expect(quotes.unnamed == [false, true, false, false, true, false])
    #expect(quotes.entity == [0, -1, 0, 0, -1, 0])
    #expect(quotes.table.rows(inArticle: 1) == 3..<6)
  }

  @Test("gathers what articles say of an entity")
  func entities() throws {
    let entities = try snapshot().entities
    #expect(entities.name.values == ["Mira Olsen", "Larkmouth"])
    #expect(entities.aliases[0] == ["Olsen"])
    #expect(entities.titles[0] == ["Mayor"])
    #expect(entities.aliases[1] == [])
    #expect(try entities.table.text("gender")[0] == "female")
    #expect(try entities.table.integer("articles") == [2, 2])
  }

  @Test("links figures and dates to the innermost statement that holds them")
  func linksFigures() throws {
    let snapshot = try snapshot()
    #expect(try snapshot.columns(of: .figures).row("quote") == [0, 3])
    #expect(try snapshot.columns(of: .dates).row("quote") == [-1, -1])
  }

  @Test("reads texts of articles and spans on demand")
  func texts() throws {
    let snapshot = try snapshot()
    #expect(try snapshot.text(of: .quotes, row: 5) == "it was ready")
    #expect(try snapshot.text(of: .quotes, row: 5, column: "cue") == "claimed")
    #expect(try snapshot.text(of: .mentions, row: 0) == "Mira Olsen")
    #expect(try snapshot.text(of: .notes, row: 0) == nil)
    #expect(try snapshot.article(named: "b") == 1)
    #expect(try snapshot.article(named: "c") == nil)
  }

  @Test("filters, groups, counts and sorts by a column")
  func queries() throws {
    let snapshot = try snapshot()
    let quotes = try snapshot.columns(of: .quotes)
    let kind = try #require(quotes["kind"])
    let candidates = try #require(quotes["candidates"])
    #expect(quotes.rows(where: kind, equals: .text("direct")) == [0, 3])
    #expect(quotes.rows([1, 2], where: kind, equals: .text("direct")) == [])
    #expect(quotes.rows(where: candidates, equals: .text("Bo Lind")) == [1, 4])
    #expect(quotes.rows(where: candidates, equals: .absent) == [0, 2, 3, 5])
    let counts = quotes.counts(by: kind)
    #expect(counts.map(\.value) == [.text("indirect"), .text("direct")])
    #expect(counts.map(\.count) == [4, 2])
    let words = try #require(quotes["words"])
    #expect(quotes.sorted(by: words) == [2, 5, 1, 4, 0, 3])
    #expect(quotes.sorted(by: words, descending: true) == [0, 3, 1, 4, 2, 5])
    let via = try #require(quotes["via"])
    #expect(quotes.sorted(by: via, descending: true) == [0, 3, 1, 2, 4, 5])
  }

  @Test("refuses to mix two states of a corpus in memory")
  func staysConsistent() throws {
    let store = try CorpusStore.inMemory()
    try store.add(SampleAnalysis.make())
    let snapshot = try store.snapshot()
    _ = try snapshot.articles
    try store.add(SampleAnalysis.make(id: "b"))
    #expect(throws: StoreError.changedSinceSnapshot) { try snapshot.quotes }
    #expect(try store.snapshot().articles.count == 2)
  }

  private func length(of values: Column.Values) -> Int {
    switch values {
    case .text(let column): column.count
    case .integer(let column), .row(let column, _): column.count
    case .number(let column): column.count
    case .flag(let column): column.count
    case .list(let column): column.count
    case .spans(let column): column.count
    }
  }
}
