import NewsModel
import Store
import Testing

@testable import Comparison

@Suite struct LedgerTests {
  private let articles = [
    """
    [Mayor Olsen|Olsen] said [“the wall will stand”|by Olsen]. [Lind|Lind] said [that [Ek|Ek] promised \
    [to pay|by Ek]|by Lind].
    """,
    """
    [A port official|x] said [the wall leaks|by A port official unnamed]. [The official|x] added [“badly”|by The official unnamed]. \
    [Olsen|Olsen] denied [it|by Olsen]. [Berg|Berg] was not asked.
    """,
  ]

  @Test("counts statements, quotations and words by source and by principal")
  func speakers() throws {
    let snapshot = try InventedCorpus.snapshot(articles)
    let ledger = try SpeakerLedger(of: snapshot)
    let rows = ledger.rows.map {
      "\($0.name) \($0.statements) \($0.quoted) \($0.quotedWords) \($0.articles)"
    }
    #expect(
      rows == ["A port official 2 1 1 [1]", "Olsen 2 1 4 [0, 1]", "Lind 1 0 0 [0]"])
    let principals = try SpeakerLedger(of: snapshot, view: .principal)
    #expect(principals.rows.map(\.name) == ["A port official", "Olsen", "Ek"])
  }

  @Test("takes a bare description for the one before it, within an article")
  func unnamed() throws {
    let ledger = try UnnamedSourceLedger(of: InventedCorpus.snapshot(articles + articles))
    #expect(ledger.sources.map(\.description) == ["A port official", "A port official"])
    #expect(ledger.sources.map(\.article) == [1, 3])
    #expect(ledger.statements == 4)
  }

  @Test("sets mentions against statements")
  func voices() throws {
    let ledger = try VoiceLedger(of: InventedCorpus.snapshot(articles))
    let rows = ledger.rows.map { "\($0.name) \($0.mentions) \($0.statements) \($0.reported)" }
    #expect(
      rows == [
        "Olsen 2 2 0", "x 2 0 0", "Lind 1 1 0", "Berg 1 0 0", "Ek 1 0 1",
      ])
    #expect(ledger.unheard.map(\.name) == ["x", "Berg", "Ek"])
  }

  @Test("puts two accounts side by side")
  func accounts() throws {
    let snapshot = try InventedCorpus.snapshot([
      "[Olsen|Olsen] said [the harbour wall was repaired|by Olsen].",
      "[Lind|Lind] said [the harbour wall was neglected for years|by Lind].",
    ])
    let accounts = try AccountComparison(of: snapshot, parties: [["the olsen"], ["Lind", "Ek"]])
    #expect(accounts.parties.map(\.quotes) == [[0], [1]])
    #expect(accounts.sharedWords == ["harbor", "wall"])
    #expect(accounts.parties.map(\.ownWords) == [["repair"], ["neglect", "year"]])
  }

  @Test("finds copies, shortened ones too, and no others")
  func copies() throws {
    let story = """
      The harbour wall of the old town was rebuilt by hand in nine weeks, after two storms had carried \
      away half of it, while the council argued about the price of stone and the colour of the lamps.
      """
    let snapshot = try InventedCorpus.snapshot([
      story, story + " Nobody was hurt, the mayor wrote to the islands.",
      String(story.prefix(110)),
      "The library of the old town was rebuilt, the mayor wrote to the islands.",
    ])
    let ledger = try NearDuplicates(of: snapshot)
    let copies = ledger.copies.map { [$0.first, $0.second] }
    #expect(Set(copies) == [[0, 1], [0, 2], [1, 2]])
    #expect(ledger.pairs.contains { $0.first == 1 && $0.second == 3 && !$0.isCopy })
  }
}
