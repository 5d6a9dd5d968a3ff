import NewsModel
import SaysoTestSupport
import Testing

@testable import Extraction

/// Names in running text: the spans are written in the text, each with the name it stands for.
@Suite("MentionStage")
struct MentionStageTests {
  static func analysis(of text: String) -> Analysis {
    ArticleAnalyser().analyse(Article(id: "t", path: "t.txt", text: text))
  }

  @Test(
    "finds the longest form of each name, titles and possessive endings apart",
    arguments: [
      "Foreign Minister [Ana Kovac|Ana Kovac] met President [Pedro Ruiz|Pedro Ruiz] in "
        + "[Lisbon|Lisbon]. Mr. [Ruiz|Pedro Ruiz] said [Portugal|Portugal]’s offer stood.",
      "The [Portuguese|Portugal] army and [Danes|Denmark] trained near the [Black Sea|Black Sea].",
      "[anti-Russian|Russia] slogans and [Kremlin|Kremlin]-backed media. He left.",
      "A [United States|United States]-[Norway|Norway] summit. Senator [Lars Moe|Lars Moe] of [Ohio|Ohio] spoke.",
      "I said so. [Brussels|Brussels]-based officials met @LarsMoe. THEY WANT MORE.",
      "[US|United States]-[China|China] talks failed, the [U.S.|United States] said.",
      "The [Italian government|Italian government] and [US intelligence|US intelligence] disagree.",
      "[US|United States] intelligence officials disagree with the [Reed administration|Reed administration].",
      "the [\\[Reed\\] administration|Reed administration] was cautious, said Senator [Tom Reed|Tom Reed].",
      "The [western alliance|NATO] and the [group of seven|Group of Seven] met; [NATO|NATO] paid.",
      "On Tuesday officials met in [Geneva|Geneva]. However, nothing was signed in March.",
      "[Volodymyr Hrushevskyy|Volodymyr Hrushevsky] spoke. [Hrushevsky|Volodymyr Hrushevsky] left.",
      "[Kiev|Kyiv] and [Peking|Beijing] are old spellings.",
      "A report by the [Harlow Institute for Peace|Harlow Institute for Peace] was cited. "
        + "The [Harlow Institute|Harlow Institute for Peace] declined to comment.",
      "[Maria de la Cruz|Maria de la Cruz] and [J. K. Holm|J. K. Holm] met [Ahmed bin Said|Ahmed bin Said].",
      "In the [Cold War|Cold War], [Cold War|Cold War]-like terms were used.",
      "They made an offer. Say [Norway|Norway] demanded more. Then [Norwegians|Norway] paid.",
    ])
  func finds(_ marked: String) {
    let text = MarkedText(marked)
    let analysis = Self.analysis(of: text.text)
    let found = analysis.mentions.map { mention in
      "\(analysis.article.text[bytes: mention.range]) = \(analysis.entities[mention.entity].name)"
    }
    #expect(found == text.spans.map { "\(text.text[bytes: $0.range]) = \($0.label)" })
  }

  @Test("a country behind an ordinary word that begins a sentence is a place all over the article")
  func countryBehindOrdinaryWord() {
    let analysis = Self.analysis(of: "They made an offer. Say Norway demanded more. Norway paid.")
    #expect(analysis.entities.map(\.name) == ["Norway"])
    #expect(analysis.entities.map(\.type) == [.place])
  }

  @Test("a letter with an accent is one letter, whether written as one character or two")
  func composedLetters() {
    let text = "The M\u{fc}ller Corporation said so. The Mu\u{308}ller Corporation said no."
    let analysis = Self.analysis(of: text)
    #expect(analysis.mentions.count == 2)
    #expect(analysis.entities.map(\.name) == ["M\u{fc}ller Corporation"])
  }

  @Test("keeps two bearers of one surname apart by title and by who was named last")
  func namesakes() {
    let text =
      "Ambassador Paul Marsh met Carol Marsh, a lawyer. Ms. Marsh left. Ambassador Marsh stayed."
    let analysis = Self.analysis(of: text)
    let names = analysis.mentions.map { analysis.entities[$0.entity].name }
    #expect(names == ["Paul Marsh", "Carol Marsh", "Carol Marsh", "Paul Marsh"])
  }

  @Test("never gives a president's or a man's title to a relative of the same name")
  func relatives() {
    let text =
      "First lady Ana Lopez spoke. President Lopez listened. Carol Marsh left. Mr. Marsh stayed."
    let analysis = Self.analysis(of: text)
    let names = analysis.mentions.map { analysis.entities[$0.entity].name }
    #expect(names == ["Ana Lopez", "Lopez", "Carol Marsh", "Marsh"])
  }

  @Test(
    "tells a city that stands for its government from a place",
    arguments: [
      ("Moscow denied the claim.", "Russia"),
      ("Talks between Washington and Ankara failed.", "United States, Turkey"),
      ("The dead were soldiers, according to Kyiv.", "Ukraine"),
      ("Paris's latest demands were rejected.", "France"),
      ("They called on Tehran to stop.", "Iran"),
      ("He arrived in Moscow from London on Monday.", "-, -"),
      ("Residents of Warsaw said they were tired.", "-"),
      ("London's streets were empty.", "-"),
      ("Berlin is committed to the deal.", "Germany"),
    ])
  func metonyms(_ text: String, _ expected: String) {
    let analysis = Self.analysis(of: text)
    let found = analysis.mentions.map { $0.metonymOf ?? "-" }.joined(separator: ", ")
    #expect(found == expected, "\(text)")
  }

  @Test("collects titles and tells gender from honorifics and first names")
  func titlesAndGender() {
    let analysis = Self.analysis(
      of:
        "White House aide Karen Holt spoke. Norway's defence minister, Lars Berg, nodded. Mr. Vo left."
    )
    let people = analysis.entities.filter { $0.type == .person }
    #expect(people.map(\.name) == ["Karen Holt", "Lars Berg", "Vo"])
    #expect(people.map(\.gender) == [.female, .male, .male])
    #expect(
      people.map(\.titles) == [["White House aide"], ["Norway's defence minister"], ["Mr."]])
  }
}
