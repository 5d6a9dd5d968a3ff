import Foundation
import NewsModel
import Synchronization
import Testing

@testable import Store

@Suite struct IndexerTests {
  @Test("indexes a folder in order and does nothing the second time")
  func idempotent() throws {
    let folder = try TemporaryFolder()
    for name in ["b/2.txt", "a/1.txt", "a/3.txt"] { try folder.write("Text \(name)", to: name) }
    let store = try CorpusStore.inMemory()
    let calls = Calls()
    let first = try calls.indexer(store).index([folder.path])
    #expect(first.analysed == 3)
    #expect(calls.take() == ["1", "3", "2"])
    #expect(first.bytes == first.totalBytes)
    let second = try calls.indexer(store).index([folder.path])
    #expect(second.analysed == 0)
    #expect(second.unchanged == 3)
    #expect(calls.take() == [])
    #expect(try store.snapshot().articles.id.values == ["1", "3", "2"])
  }

  @Test("analyses again what changed, keeps names and places, drops what is gone")
  func incremental() throws {
    let folder = try TemporaryFolder()
    for name in ["1.txt", "2.txt", "3.txt"] { try folder.write("Text of \(name)", to: name) }
    let store = try CorpusStore.inMemory()
    let calls = Calls()
    try calls.indexer(store).index([folder.path])
    _ = calls.take()
    try folder.write("Text of 1.txt", to: "1.txt", daysOld: 0)
    try folder.write("Another text", to: "2.txt", daysOld: 0)
    try folder.write("New", to: "0.txt")
    try folder.remove("3.txt")
    let result = try calls.indexer(store).index([folder.path])
    #expect(result.analysed == 2)
    #expect(result.unchanged == 1)
    #expect(result.removed == 1)
    #expect(Set(calls.take()) == ["0", "2"])
    let snapshot = try store.snapshot()
    #expect(try snapshot.articles.id.values == ["1", "2", "0"])
    #expect(try snapshot.text(ofArticle: 1) == "Another text")
    #expect(try snapshot.search("another").map(\.article) == [1])
    #expect(try snapshot.search("text of").map(\.article) == [0])
    #expect(try snapshot.entities.name.values == ["Text", "New", "Another"])
    try store.checkInvariants()
  }

  @Test("knows the records of a JSONL file by what they say, not by their lines")
  func records() throws {
    let folder = try TemporaryFolder()
    func line(_ id: String, _ text: String) -> String { #"{"id":"\#(id)","text":"\#(text)"}"# }
    let old = [line("a", "First text"), line("b", "Second text"), line("c", "Third text")]
    try folder.write(old.joined(separator: "\n"), to: "in.jsonl")
    let store = try CorpusStore.inMemory()
    let calls = Calls()
    #expect(try calls.indexer(store).index([folder.path]).analysed == 3)
    _ = calls.take()
    let new = [line("n", "New text"), old[0], line("b", "Changed text"), "no record", old[0]]
    try folder.write(new.joined(separator: "\n"), to: "in.jsonl", daysOld: 0)
    let result = try calls.indexer(store).index([folder.path])
    #expect(Set(calls.take()) == ["n", "b", "in:5"])
    #expect(result.unchanged == 1)
    #expect(result.removed == 1)
    #expect(result.failed == 1)
    let articles = try store.snapshot().articles
    #expect(articles.id.values == ["a", "b", "n", "in:5"])
    #expect(articles.path[0] == folder.path + "/in.jsonl:2")
    #expect(try store.failures().map(\.path) == [folder.path + "/in.jsonl:4"])
    try store.checkInvariants()
    let again = try calls.indexer(store).index([folder.path])
    #expect(again.analysed == 0)
    #expect(again.unchanged == 4)
  }

  @Test("leaves alone what lies under a path that cannot be read now")
  func missingFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("Text", to: "disk/1.txt")
    try folder.write("Text", to: "2.txt")
    let store = try CorpusStore.inMemory()
    let paths = [folder.path + "/disk", folder.path + "/2.txt"]
    try Calls().indexer(store).index(paths)
    try folder.remove("disk")
    let result = try Calls().indexer(store).index(paths)
    #expect(result.removed == 0)
    #expect(result.failed == 1)
    #expect(try store.articleCount() == 2)
    try store.checkInvariants()
  }

  @Test("analyses everything again under other options, in place")
  func otherOptions() throws {
    let folder = try TemporaryFolder()
    for name in ["1.txt", "2.txt"] { try folder.write("Text of \(name)", to: name) }
    let store = try CorpusStore.inMemory()
    let calls = Calls()
    try calls.indexer(store).index([folder.path])
    let result = try calls.indexer(store, options: "2").index([folder.path])
    #expect(result.analysed == 2)
    #expect(try store.snapshot().articles.id.values == ["1", "2"])
    #expect(try store.meta()["options"] == "2")
  }

  @Test("reports what cannot be read and goes on")
  func failures() throws {
    let folder = try TemporaryFolder()
    try folder.write("Fine", to: "1.txt")
    try folder.write("%PDF-1.4\u{0}\u{1}\u{2}", to: "2.txt")
    try folder.write("Fine too", to: "3.txt")
    let store = try CorpusStore.inMemory()
    let missing = folder.path + "/none.txt"
    let calls = Calls()
    let result = try calls.indexer(store).index([folder.path, missing])
    #expect(result.analysed == 2)
    #expect(result.failed == 2)
    #expect(try store.failures().map(\.path) == [folder.path + "/2.txt", missing])
    let again = try calls.indexer(store).index([folder.path])
    #expect(again.unchanged == 2)
    #expect(again.failed == 1)
  }

  @Test(
    "forgets a path of an earlier run that leads nowhere, and keeps what is there but unreadable")
  func mistypedPath() throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    try folder.write("Fine", to: "1.txt")
    try other.write("%PDF-1.4\u{0}\u{1}\u{2}", to: "2.txt")
    let store = try CorpusStore.inMemory()
    let calls = Calls()
    try calls.indexer(store).index([other.path, folder.path + "x"])
    #expect(try store.failures().count == 2)
    try calls.indexer(store).index([folder.path])
    #expect(try store.failures().map(\.path) == [other.path + "/2.txt"])
    #expect(try store.failures(under: [folder.path]).isEmpty)
    #expect(try store.failures(under: [other.path]).count == 1)
  }

  @Test("keeps what was finished when it is cancelled")
  func cancellation() throws {
    let folder = try TemporaryFolder()
    for number in 0..<60 { try folder.write("Text \(number)", to: "\(100 + number).txt") }
    let store = try CorpusStore.inMemory()
    let calls = Calls()
    let result = try calls.indexer(store, workers: 1)
      .index([folder.path], isCancelled: { calls.count >= 10 })
    #expect(result.isCancelled)
    #expect(result.analysed < 60)
    #expect(try store.articleCount() == result.analysed)
    let done = calls.take().prefix(result.analysed)
    let rest = try calls.indexer(store).index([folder.path])
    #expect(rest.analysed == 60 - done.count)
    #expect(Set(calls.take()).isDisjoint(with: done))
  }

  @Test("lets one indexer at a time write to a file")
  func locking() throws {
    let folder = try TemporaryFolder()
    try folder.write("Text", to: "1.txt")
    let store = try CorpusStore.open(path: folder.path + "/c.sayso")
    do {
      let lock = try IndexLock(store: folder.path + "/c.sayso")
      defer { withExtendedLifetime(lock) {} }
      let holder = "process \(getpid())"
      #expect(throws: StoreError.busy(path: folder.path + "/c.sayso", holder: holder)) {
        try Calls().indexer(store).index([folder.path])
      }
    }
    #expect(try Calls().indexer(store).index([folder.path]).analysed == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/c.sayso-lock"))
  }

  @Test("can be read while it writes")
  func readersWhileIndexing() throws {
    let folder = try TemporaryFolder()
    for number in 0..<40 { try folder.write("Text \(number)", to: "\(100 + number).txt") }
    let store = try CorpusStore.open(path: folder.path + "/c.sayso")
    let other = try CorpusStore.openReadOnly(path: folder.path + "/c.sayso")
    var counts: [Int] = []
    try Calls().indexer(store).index([folder.path]) { _ in
      counts.append((try? other.snapshot().articles.count) ?? -1)
    }
    #expect(counts.first == 0)
    #expect(counts.last == 40)
    #expect(counts == counts.sorted())
  }
}

/// A cheap analysis that remembers for which articles it was called.
final class Calls: Sendable {
  private let names = Mutex<[String]>([])

  var count: Int { names.withLock { $0.count } }

  /// The calls since the last time, in order.
  func take() -> [String] {
    names.withLock { names in
      defer { names = [] }
      return names
    }
  }

  func indexer(_ store: CorpusStore, options: String = "1", workers: Int? = nil) -> Indexer {
    Indexer(store: store, options: options, workers: workers) { [self] article in
      names.withLock { $0.append(article.id) }
      return Self.analysis(of: article)
    }
  }

  /// One entity and one statement, taken from the first words.
  static func analysis(of article: Article) -> Analysis {
    var analysis = Analysis(
      article: article, tokens: SampleAnalysis.tokens(of: article.text))
    guard analysis.tokens.count > 0 else { return analysis }
    let first = analysis.tokens.range(of: 0)
    analysis.entities = [Entity(name: analysis.tokens.word(0), type: .other)]
    analysis.mentions = [Mention(range: first, entity: 0)]
    analysis.quotes = [
      Quote(
        kind: .indirect, content: [ByteRange(0, article.text.utf8.count)],
        speaker: Speaker(name: analysis.tokens.word(0), entity: 0, form: .name), by: "rule test")
    ]
    return analysis
  }
}
