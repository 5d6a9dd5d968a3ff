import Foundation
import NewsModel
import Testing

@testable import Store

@Suite struct StoreFileTests {
  @Test(
    "tells other files from a store", arguments: ["", "hello", String(repeating: "x", count: 500)])
  func otherFiles(contents: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(contents, to: "corpus.sayso")
    #expect(throws: StoreError.notAStore(path: path)) { try CorpusStore.openReadOnly(path: path) }
    #expect(!CorpusStore.isStore(atPath: path))
  }

  @Test("names a missing file, a folder, and a store of a later sayso")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path + "/none"
    #expect(throws: StoreError.missing(path: missing)) {
      try CorpusStore.openReadOnly(path: missing)
    }
    #expect(throws: StoreError.notAStore(path: folder.path)) {
      try CorpusStore.open(path: folder.path)
    }
    let path = folder.path + "/later.sayso"
    try makeStore(path)
    try patch(path, at: 60, with: [0, 0, 0, 99])
    #expect(throws: StoreError.newerSchema(path: path, found: 99, known: StoreSchema.version)) {
      try CorpusStore.open(path: path)
    }
    try patch(path, at: 68, with: [1, 2, 3, 4])
    #expect(throws: StoreError.notAStore(path: path)) { try CorpusStore.open(path: path) }
  }

  @Test("reads a store that may not be written, in a folder that may not either")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a folder?/"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try makeStore(path + "c.sayso")
    chmod(path + "c.sayso", 0o444)
    chmod(path, 0o555)
    defer { chmod(path, 0o755) }
    let store = try CorpusStore.openReadOnly(path: path + "c.sayso")
    #expect(try store.snapshot().quotes.count == 3)
    #expect(throws: StoreError.self) { try store.add(SampleAnalysis.make(id: "x")) }
    // Root may write everywhere, so the way for others is tried by name.
    #expect(try CorpusStore.openUnchanging(path + "c.sayso").snapshot().quotes.count == 3)
  }

  @Test("keeps a snapshot as it was while others write")
  func snapshotIsolation() throws {
    let folder = try TemporaryFolder()
    let store = try CorpusStore.open(path: folder.path + "/c.sayso")
    try store.add(SampleAnalysis.make())
    let snapshot = try store.snapshot()
    try store.add(SampleAnalysis.make(id: "b"))
    #expect(try snapshot.articles.count == 1)
    #expect(try snapshot.quotes.count == 3)
    #expect(try store.snapshot().quotes.count == 6)
  }

  private func makeStore(_ path: String) throws {
    let store = try CorpusStore.open(path: path)
    try store.add(SampleAnalysis.make())
  }

  private func patch(_ path: String, at offset: Int, with bytes: [UInt8]) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    data.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    try data.write(to: URL(fileURLWithPath: path))
  }
}
