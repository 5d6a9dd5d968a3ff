import NewsModel
import Store
import Testing

@testable import Comparison

/// The figures that an analyst counted by hand, from the annotation by hand.
@Suite(.enabled(if: GoldCorpus.isPresent)) struct GoldLedgerTests {
  @Test("ranks the sources as counted by hand")
  func whoIsQuoted() throws {
    let snapshot = try GoldCorpus.snapshot()
    let names = try snapshot.articles.id.values
    let ledger = try SpeakerLedger(of: snapshot)
    let top = ledger.rows.prefix(5).map { row in
      "\(row.name) \(row.quoted) \(row.quotedWords) "
        + row.quotedArticles.map { names[$0] }.joined(separator: "+")
    }
    #expect(
      top == [
        "White House 9 138 000+001+002", "Joe Biden 6 82 000+002+003",
        "Sergei Ryabkov 3 53 001+003", "Sergei Shoigu 3 26 000+002", "Dmitry Peskov 2 47 004",
      ])
    #expect(ledger.rows.reduce(0) { $0 + $1.statements } == 87)
    let principals = try SpeakerLedger(of: snapshot, view: .principal)
    let first = try #require(principals.rows.first)
    #expect(first.name == "Joe Biden")
    #expect(first.quoted == 17)
  }

  @Test("lists the unnamed sources")
  func unnamed() throws {
    let ledger = try UnnamedSourceLedger(of: GoldCorpus.snapshot())
    #expect(ledger.statements == 9)
    #expect(ledger.sources.count == 7)
  }

  @Test("tells who is talked about and who is heard")
  func voices() throws {
    let ledger = try VoiceLedger(of: GoldCorpus.snapshot())
    let rows = ledger.rows.prefix(2).map {
      [$0.mentions, $0.statements, $0.quoted, $0.quotedWords]
    }
    #expect(rows == [[42, 18, 6, 82], [34, 1, 0, 0]])
    #expect(
      ledger.unheard.map(\.name).sorted() == [
        "Anatoly Antonov", "Barack Obama", "John Sullivan", "Lloyd Austin", "Volodymyr Zelensky",
      ])
  }

  @Test("finds the utterances that several articles report")
  func variants() throws {
    let snapshot = try GoldCorpus.snapshot()
    let names = try snapshot.articles.id.values
    let groups = try VariantGroups(of: snapshot).groups
    let found = groups.map { group in
      group.articles.map { names[$0] }.joined(separator: "+") + " "
        + group.conflictingSources.joined(separator: "/")
    }
    #expect(
      found == [
        "000+001+002 ", "000+001+002 ", "000+002 Jen Psaki/White House",
        "000+001+002 Jen Psaki/White House",
      ])
    let last = try #require(groups.last)
    let (a, b, c) = (last.members[0], last.members[1], last.members[2])
    let spelling = try VariantGroups.differences(between: a, and: c, in: snapshot)
    #expect(
      Set(spelling.map(\.kind)).isSuperset(of: [.spelling, .number, .punctuation, .quotationExtent])
    )
    #expect(spelling.filter(\.isAlteredQuotation).map(\.to) == ["interests"])
    let wording = try VariantGroups.differences(between: a, and: b, in: snapshot)
    #expect(wording.filter { $0.kind == .order }.count == 1)
    #expect(
      Set(wording.filter { $0.kind == .wording }.map(\.to)).isSuperset(of: [
        "measures", "tampering",
      ])
    )
  }

  @Test("finds no copies among articles that only quote the same source")
  func copies() throws {
    let ledger = try NearDuplicates(of: GoldCorpus.snapshot())
    #expect(ledger.copies.isEmpty)
    let best = try #require(ledger.pairs.first)
    #expect([best.first, best.second] == [0, 2])
    #expect((0.025...0.04).contains(best.jaccard))
  }
}
