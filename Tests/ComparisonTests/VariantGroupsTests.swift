import NewsModel
import SaysoTestSupport
import Store
import Testing

@testable import Comparison

@Suite struct VariantGroupsTests {
  @Test("joins reports of one utterance and keeps a talking point of others apart")
  func joins() throws {
    let snapshot = try InventedCorpus.snapshot([
      "[Mayor Olsen|Olsen] said [“The harbour wall will be rebuilt before the autumn storms arrive.”|by Olsen]",
      "[The mayor|Olsen] said the [harbour wall would be rebuilt “before the autumn storms”|by Olsen]",
      "[Mr Lind|Lind] said [“No harbour wall was ever rebuilt before the autumn storms.”|by Lind]",
      "[Ms Ek|Ek] said [the library will open late on Thursdays and Fridays|by Ek]",
    ])
    let groups = try VariantGroups(of: snapshot).groups
    #expect(groups.map(\.articles) == [[0, 1]])
    #expect(groups.first?.conflictingSources == [])
  }

  @Test("shows who is credited with a long quotation printed word for word")
  func conflicts() throws {
    let words =
      "“every ferry between the islands shall carry doctors, teachers and nurses without charge”"
    let snapshot = try InventedCorpus.snapshot([
      "[The council|Council] promised [\(words)|by Council]",
      "[Mr Lind|Lind] promised [\(words)|by Lind]",
    ])
    let groups = try VariantGroups(of: snapshot).groups
    #expect(groups.map(\.articles) == [[0, 1]])
    #expect(groups.first?.conflictingSources == ["Council", "Lind"])
  }

  @Test(
    "names each difference by the mildest kind that explains it",
    arguments: [
      (
        "“we will defend the harbour and its defence works this winter”",
        "“we will defend the harbor and its defense works this winter”",
        ["spelling: harbour > harbor", "spelling: defence > defense"]
      ),
      (
        "“the island needs ferries, doctors and teachers this winter”",
        "“the island needs a ferry, doctors and teachers next winter”",
        ["dropped-word!: > a", "number!: ferries > ferry", "wording!: this > next"]
      ),
      (
        "“the island needs ferries, doctors and teachers”",
        "“the island needs ferries doctors and teachers”",
        ["punctuation: ferries, doctors > ferries doctors"]
      ),
      (
        "the island “needs ferries, doctors and teachers”",
        "the island needs “ferries, doctors and teachers”",
        ["quotation-extent: needs ferries, doctors and teachers > ferries, doctors and teachers"]
      ),
      (
        "the island “needs ferries and teachers” this cold winter",
        "the island needs ferries and teachers this winter",
        ["dropped-word: cold >", "quotation-status: needs ferries and teachers >"]
      ),
      (
        "after the long winter storms the island needs ferries, doctors and many teachers",
        "the island needs ferries, doctors and many teachers after the long winter storms",
        ["order: after the long winter storms > after the long winter storms"]
      ),
    ])
  func differences(first: String, second: String, expected: [String]) throws {
    let snapshot = try InventedCorpus.snapshot([
      "[Mayor Olsen|Olsen] said that [\(first)|by Olsen]",
      "[Mayor Olsen|Olsen] said that [\(second)|by Olsen]",
    ])
    let quotes = try snapshot.quotes
    let members = try (0..<2).map { row in
      VariantGroups.Member(
        quote: row, article: row, range: try #require(quotes.content.hull(of: row)))
    }
    let found = try VariantGroups.differences(between: members[0], and: members[1], in: snapshot)
    let lines = found.map { difference in
      let words = [difference.from, ">", difference.to].filter { !$0.isEmpty }
      return difference.kind.rawValue + (difference.isAlteredQuotation ? "!" : "") + ": "
        + words.joined(separator: " ")
    }
    #expect(lines == expected)
  }
}
