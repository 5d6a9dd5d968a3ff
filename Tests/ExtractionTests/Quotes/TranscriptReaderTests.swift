import NewsModel
import Testing

@testable import Extraction

@Suite("TranscriptReader")
struct TranscriptReaderTests {
  private static let opening =
    "Mayor Ana Lopez of Oslo told reporter Nils Lund on Friday that the bridge stays shut.\n\n"

  @Test("gives each turn to the person whom its label names")
  func interview() {
    let text =
      Self.opening + """
        LUND: Why did you wait so long?

        LOPEZ: I had no choice. The old cables were rusty.

        LUND: Will it open this year?

        LOPEZ: We hope so.
        """
    let turns = Self.turns(in: text)
    #expect(turns.map(\.speaker) == ["Nils Lund", "Ana Lopez", "Nils Lund", "Ana Lopez"])
    #expect(turns[1].content == ["I had no choice. The old cables were rusty."])
    #expect(turns[1].cue == ":")
  }

  @Test("reads turns that each open a quotation mark which nobody closes")
  func inMarks() {
    let text =
      Self.opening + """
        “LUND: Why did you wait so long?

        “LOPEZ: I had no choice. The old cables were rusty.

        “They still are, and we will replace them.

        “LUND: Thank you.”

        The bridge was built in 1931.
        """
    let turns = Self.turns(in: text)
    #expect(turns.map(\.speaker) == ["Nils Lund", "Ana Lopez", "Nils Lund"])
    #expect(
      turns[1].content == [
        "I had no choice. The old cables were rusty.", "They still are, and we will replace them.",
      ])
    #expect(turns.allSatisfy { $0.kind == .direct })
    #expect(turns[2].content == ["Thank you."])
  }

  @Test("reads questions and answers, and names with titles")
  func otherLabels() {
    let interview = Self.turns(
      in: "Q: Are you tired?\n\nA: I am, a little.\n\nQ: Why?\n\nA: We worked all night.")
    #expect(interview.map(\.source) == ["Q", "A", "Q", "A"])
    let debate = Self.turns(
      in: Self.opening + "Nils Lund: Do you swim?\n\nMayor Ana Lopez: I do.\n\nNils Lund: Often?")
    #expect(debate.map(\.speaker) == ["Nils Lund", "Ana Lopez", "Nils Lund"])
  }

  @Test("finds what a speaker reports inside a turn, but not what they say of themselves")
  func nested() throws {
    let text =
      Self.opening + """
        LUND: Who told you?

        LOPEZ: The governor said that the cables were safe. I think that he was wrong.
        """
    let quotes = ArticleAnalyser(options: ExtractionOptions(model: .none)).analyse(
      Article(id: "a", path: "a", text: text)
    ).quotes
    let outer = try #require(quotes.firstIndex { text[bytes: $0.source[0]] == "LOPEZ" })
    let inner = quotes.filter { $0.nestedIn == outer }
    #expect(inner.map { text[bytes: $0.source[0]] } == ["The governor"])
  }

  @Test(
    "leaves labels alone that begin no talk",
    arguments: [
      "LOPEZ: I had no choice.",
      "LOPEZ: 1,200 votes.\n\nLUND: 900 votes.",
      "Ana Lopez: The favourite.\n\nNils Lund: He must win the north.",
      "UPDATE: We have heard from the mayor.\n\nNOTE: You can write to us.",
      "OSLO: 12 degrees.\n\nBERGEN: Do you need an umbrella? Yes.",
      "BRIDGES: How we build them\n\nThe harbour was busy.\n\nThe ferries ran.\n\nThe mayor left.\n\n"
        + "Nobody came.\n\nTUNNELS: Why we dig them",
    ])
  func noTranscript(text: String) {
    #expect(Self.turns(in: Self.opening + text).isEmpty)
  }

  @Test("passes over clips and other notices between turns")
  func notices() {
    let text =
      Self.opening
      + "LUND: What did you see?\n\nVIDEO: We see you there.\n\nLOPEZ: I saw nothing."
    #expect(Self.turns(in: text).map(\.speaker) == ["Nils Lund", "Ana Lopez"])
  }

  private struct Turn {
    var speaker: String?
    var source, cue: String
    var content: [String]
    var kind: Quote.Kind
  }

  /// The turns that an analysis of a text finds, with and without the model alike.
  private static func turns(in text: String) -> [Turn] {
    let article = Article(id: "a", path: "a", text: text)
    func found(_ options: ExtractionOptions) -> [Turn] {
      ArticleAnalyser(options: options).analyse(article).quotes
        .filter { $0.by == RuleProposer.speakerLabel }
        .map { quote in
          Turn(
            speaker: quote.speaker?.name, source: quote.source.map { text[bytes: $0] }.joined(),
            cue: quote.cue.map { text[bytes: $0] }.joined(),
            content: quote.content.map { text[bytes: $0] }, kind: quote.kind)
        }
    }
    let turns = found(ExtractionOptions(model: .none))
    #expect(found(ExtractionOptions()).map(\.content) == turns.map(\.content))
    return turns
  }
}
