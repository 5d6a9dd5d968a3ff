import Extraction
import Foundation
import GRDB
import Language
import NewsModel
import Rules
import Testing

@testable import Store

/// Queries over a stored corpus find what a matcher finds that reads every article.
@Suite struct QueryIndexTests {
  static let patterns = [
    "[] troops", "n:[num] []{0,2} [lemma=(troop|soldier)]", "who:@PERSON [lemma=say]",
    "[pos=/NNP.*/]+ said", "@PLACE", "(?<! the ) [pos=NNS]", "[cap]+ :: within quote",
    "<s> []{1,3} </s>", "/.*ed/ ... [punct]", "nowhere to be found",
  ]

  static let environment = PatternEnvironment { literal in
    let tokens = Tokeniser().tokenise(literal)
    return (0..<tokens.count).map(tokens.word)
  }

  static func article(_ number: Int) -> String {
    """
    Talks in Rome \(number)

    Ann Lee said \(number + 2) troops left Rome. “They walked \(number) miles,” Bob Reed said on Monday.

    The soldiers counted \(number) trucks. Nobody said more.

    """
  }

  static func indexer(_ store: CorpusStore) -> Indexer {
    let analyser = ArticleAnalyser()
    return Indexer(store: store, options: "1", workers: 2) { analyser.analyse($0) }
  }

  /// Compares every query with reading everything, and gives the number of hits.
  @discardableResult
  static func check(_ snapshot: CorpusSnapshot) throws -> Int {
    var total = 0
    for source in patterns {
      let pattern = try Pattern(source, in: environment)
      let matcher = try PatternMatcher([pattern])
      var expected: [QueryHit] = []
      for row in 0..<(try snapshot.articleCount()) {
        let text = MatchText(try snapshot.analysis(ofArticle: row))
        expected += matcher.matches(in: text).map { QueryHit(article: row, match: $0) }
      }
      // The words of few articles are read one by one, those of many come from the index.
      for articlesWorthASegment in [0, 1000] {
        let query = try CorpusQuery(
          pattern, on: snapshot, articlesWorthASegment: articlesWorthASegment)
        var found: [QueryHit] = []
        while let hit = try query.next() { found.append(hit) }
        #expect(found == expected, "\(source): \(query.plan.description)")
        #expect(try query.count() == expected.count)
      }
      total += expected.count
    }
    return total
  }

  @Test("a corpus in memory is indexed when it is queried")
  func inMemory() throws {
    let folder = try TemporaryFolder()
    for number in 0..<5 { try folder.write(Self.article(number), to: "\(number).txt") }
    let store = try CorpusStore.inMemory()
    try Self.indexer(store).index([folder.path])
    #expect(try Self.check(store.snapshot()) > 40)
  }

  @Test("a store's index follows articles that are added, changed and removed")
  func follows() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/corpus.sayso"
    let articles = folder.path + "/articles"
    try FileManager.default.createDirectory(
      atPath: articles, withIntermediateDirectories: true)
    for number in 0..<6 {
      try folder.write(Self.article(number), to: "articles/\(number).txt")
    }
    let store = try CorpusStore.open(path: path)
    try Self.indexer(store).index([articles])
    let first = try Self.check(store.snapshot())

    try folder.write(Self.article(7), to: "articles/7.txt")
    try Self.indexer(store).index([articles])
    #expect(try Self.check(store.snapshot()) > first)

    try folder.write("Nothing at all. Ann Lee said so.\n", to: "articles/1.txt", daysOld: 0)
    try FileManager.default.removeItem(atPath: articles + "/3.txt")
    try Self.indexer(store).index([articles])
    #expect(try Self.check(store.snapshot()) < first)
    #expect(try Self.check(CorpusStore.openReadOnly(path: path).snapshot()) < first)

    // Few segments are left, and every article is in one of them.
    let (segments, loose) = try store.read { database in
      (
        try Int.fetchOne(database, sql: "SELECT count(*) FROM posting_segment") ?? 0,
        try Int.fetchOne(
          database,
          sql: "SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM posting_article)"
        ) ?? 0
      )
    }
    #expect(segments == 1)
    #expect(loose == 0)
    try store.checkInvariants()
  }

  @Test("articles that no segment holds are found too, and get one when the store is next updated")
  func olderStore() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/corpus.sayso"
    try folder.write(Self.article(1), to: "1.txt")
    try folder.write(Self.article(2), to: "2.txt")
    let store = try CorpusStore.open(path: path)
    try Self.indexer(store).index([folder.path + "/1.txt", folder.path + "/2.txt"])
    let before = try Self.check(store.snapshot())
    try store.write { try $0.execute(sql: "DELETE FROM posting_segment") }
    #expect(try Self.check(store.snapshot()) == before)
    try Self.indexer(store).index([folder.path + "/1.txt", folder.path + "/2.txt"])
    let covered = try store.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM posting_article") ?? 0
    }
    #expect(covered == 2)
    #expect(try Self.check(store.snapshot()) == before)
  }

  @Test("a damaged index is named, not trusted")
  func damaged() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.article(1), to: "1.txt")
    let store = try CorpusStore.open(path: folder.path + "/corpus.sayso")
    try Self.indexer(store).index([folder.path + "/1.txt"])
    try store.write { try $0.execute(sql: "UPDATE posting_segment SET words = x'ff'") }
    let snapshot = try store.snapshot()
    let pattern = try Pattern("troops", in: Self.environment)
    #expect(throws: StoreError.damaged(what: "the index over the words")) {
      try CorpusQuery(pattern, on: snapshot)
    }
  }
}
