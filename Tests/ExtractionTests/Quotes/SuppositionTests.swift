import NewsModel
import Testing

@testable import Extraction

@Suite("Statements that are only supposed or asked for")
struct SuppositionTests {
  @Test(
    "are none",
    arguments: [
      "If the ministry says that the bridge is safe, people will believe it.",
      "Unless Ann Ward denies the report, the council will vote.",
      "Even if Ben Hale says the plan failed, nobody will listen.",
      "Whether or not Ann Ward admitted that the dam was weak, it broke.",
      "In case Ben Hale claims that the money is gone, the bank has kept a copy.",
      "Should Ann Ward say that the dam is weak, people will leave.",
      "Did Ann Ward say that the dam was safe?",
      "If Ann Ward comes and says that the dam will break, people will leave.",
    ], [ExtractionOptions(), ExtractionOptions(model: .none)])
  func supposed(text: String, _ options: ExtractionOptions) {
    #expect(Self.sources(in: text, options) == [])
  }

  @Test(
    "do not keep others from being found",
    arguments: [
      ("If the bridge is safe, Ann Ward said, people will come.", ["Ann Ward"]),
      ("If Ben Hale is right, Ann Ward told the council that the port is shut.", ["Ann Ward"]),
      ("When Ann Ward says that the bridge is safe, people believe it.", ["Ann Ward"]),
      ("Although Ann Ward says that the bridge is safe, nobody uses it.", ["Ann Ward"]),
      ("Ann Ward said that if Ben Hale denies the report, she will go.", ["Ann Ward"]),
      ("“If Ben Hale says that the bridge is safe, I will cross it,” Ann Ward said.", ["Ann Ward"]),
      ("Ben Hale asked whether Ann Ward had said that the port was old.", ["Ben Hale"]),
    ], [ExtractionOptions(), ExtractionOptions(model: .none)])
  func stated(_ sample: (text: String, sources: [String]), _ options: ExtractionOptions) {
    #expect(Self.sources(in: sample.text, options) == sample.sources)
  }

  private static func sources(in text: String, _ options: ExtractionOptions) -> [String] {
    ArticleAnalyser(options: options).analyse(Article(id: "a", path: "a", text: text)).quotes
      .map { $0.source.map { text[bytes: $0] }.joined() }
  }
}
