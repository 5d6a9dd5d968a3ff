import Foundation
import NewsModel
import Testing

@testable import Store

@Suite struct KilledIndexerTests {
  @Test("loses nothing finished and repeats nothing when it is killed again and again")
  func killedAtRandomMoments() async throws {
    let folder = try TemporaryFolder()
    for number in 0..<200 {
      try folder.write("Text \(number) of \(number % 7) words", to: "in/\(1000 + number).txt")
    }
    let path = folder.path
    var kept: Set<String> = []
    // Every run gets as long as several batches take, and dies in the middle of one.
    for milliseconds in [350, 90, 610, 420, 777] {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, milliseconds = milliseconds as Int] in
        Thread.detachNewThread {
          usleep(UInt32(milliseconds) * 1000)
          kill(getpid(), SIGKILL)
        }
        try index(path)
        // A run that had the time to end dies all the same.
        sleep(10)
      }
      let analysed = try log(path)
      #expect(kept.isDisjoint(with: analysed), "what was kept is not done again")
      kept = try articles(path)
    }
    #expect(!kept.isEmpty)
    try index(path)
    #expect(kept.isDisjoint(with: try log(path)))

    let whole = try CorpusStore.open(path: path + "/whole.sayso")
    try Indexer(store: whole, options: "1") { Calls.analysis(of: $0) }.index([path + "/in"])
    let killed = try CorpusStore.openReadOnly(path: path + "/c.sayso")
    #expect(try description(of: killed) == description(of: whole))
  }

  /// All that a store holds, in words.
  private func description(of store: CorpusStore) throws -> [String] {
    let snapshot = try store.snapshot()
    var lines: [String] = []
    for table in CorpusTable.allCases {
      for column in try snapshot.columns(of: table).columns {
        lines.append("\(table).\(column.name): \(column.values)")
      }
    }
    for article in 0..<(try snapshot.articles.count) {
      lines.append("\(try snapshot.analysis(ofArticle: article))")
    }
    return lines
  }

  private func articles(_ path: String) throws -> Set<String> {
    guard CorpusStore.isStore(atPath: path + "/c.sayso") else { return [] }
    let store = try CorpusStore.openReadOnly(path: path + "/c.sayso")
    return Set(try store.snapshot().articles.id.values)
  }

  /// The articles analysed since the last call.
  private func log(_ path: String) throws -> Set<String> {
    let file = path + "/log"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    try? FileManager.default.removeItem(atPath: file)
    return Set(text.split(separator: "\n").map(String.init))
  }
}

/// Indexes slowly, with one line in a log for each article analysed.
private func index(_ path: String) throws {
  let store = try CorpusStore.open(path: path + "/c.sayso")
  try Indexer(store: store, options: "1", workers: 2) { article in
    usleep(5000)
    let line = Array((article.id + "\n").utf8)
    let log = open(path + "/log", O_WRONLY | O_CREAT | O_APPEND, 0o644)
    _ = write(log, line, line.count)
    close(log)
    return Calls.analysis(of: article)
  }.index([path + "/in"])
}
