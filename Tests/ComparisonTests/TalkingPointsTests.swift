import NewsModel
import SaysoTestSupport
import Store
import Testing

@testable import Comparison

@Suite struct TalkingPointsTests {
  @Test("finds a formula in either order, from several speakers, and leaves names out")
  func formula() throws {
    let snapshot = try InventedCorpus.snapshot([
      "[Olsen|Olsen] said [the island wants a calm and friendly harbour|by Olsen].",
      "[Lind|Lind] said [“our aim is a harbour that is friendly and calm”|by Lind].",
      "[Ek|Ek] hopes for [a calm, friendly relationship with [Larkmouth|Larkmouth]|by Ek].",
      "[Berg|Berg] said [nothing was calm|by Berg].",
    ])
    let phrases = try TalkingPoints(of: snapshot).phrases
    #expect(phrases.map(\.words) == [["calm", "friendly"]])
    #expect(phrases.first?.articles == [0, 1, 2])
    #expect(phrases.first?.speakers == ["Olsen", "Lind", "Ek"])
    let uses = try phrases.first?.uses.map {
      try snapshot.text(ofArticle: $0.article, at: $0.range)
    }
    #expect(uses == ["calm and friendly", "friendly and calm", "calm, friendly"])
  }
}

@Suite(.enabled(if: GoldCorpus.isPresent)) struct GoldTalkingPointsTests {
  @Test("finds the formulas that were found by hand")
  func formulas() throws {
    let phrases = try TalkingPoints(of: GoldCorpus.snapshot()).phrases
    #expect(
      phrases.contains {
        Set($0.words).isSuperset(of: ["stable", "predictable"]) && $0.articles == [0, 1, 2, 3]
      })
    #expect(
      phrases.contains {
        Set($0.words).isSuperset(of: ["sovereignty", "territorial", "integrity"])
          && $0.articles == [0, 1, 2, 4]
      })
  }
}
