import GRDB
import NewsModel
import Testing

@testable import Store

@Suite struct StoreViewTests {
  @Test("an older store gets the views of today, which tell an analyst's inferences apart")
  func inferences() throws {
    let queue = try DatabaseQueue()
    try StoreSchema.migrator.migrate(queue, upTo: "3 structure of segments")
    try queue.write { database in
      try database.execute(
        sql: """
          DROP VIEW voices;
          CREATE VIEW voices AS SELECT 1 AS speaker;
          """)
    }
    try StoreSchema.migrator.migrate(queue)
    let store = CorpusStore(temporary: queue)
    var analysis = SampleAnalysis.make()
    for index in analysis.quotes.indices {
      analysis.quotes[index].nestedIn = nil
      analysis.quotes[index].status = .stated
      analysis.quotes[index].speaker = Speaker(
        name: "Ben Hale", form: .office, isAnalystInference: index == 0)
    }
    try store.add(analysis)
    let counts = try queue.read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT speaker, inferred, (SELECT sum(inferred) FROM quote) AS all_of FROM voices")
    }
    #expect(counts.map { $0["speaker"] } == ["Ben Hale"])
    #expect(counts.map { $0["inferred"] } == [1])
    #expect(counts.map { $0["all_of"] } == [1])
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 4)
  }
}
