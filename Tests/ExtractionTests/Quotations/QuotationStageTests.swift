import Language
import NewsModel
import SaysoTestSupport
import Testing

@testable import Extraction

@Suite("QuotationStage")
struct QuotationStageTests {
  /// The quotations of a text and how many repairs it took.
  static func read(_ text: String) -> (quotations: [String], repairs: [String]) {
    let article = Article(id: "a", path: "a", text: text)
    var analysis = Analysis(
      article: article,
      tokens: LanguageAnalyser().analyse(
        text, paragraphs: ArticleAnalyser.paragraphs(of: article)))
    let context = ExtractionContext(analysis, options: .init())
    QuotationStage().run(&analysis, context)
    return (
      analysis.quotations.map { text[bytes: $0] },
      analysis.notes.filter { $0.kind == .brokenQuotationMark }.map(\.text)
    )
  }

  @Test(
    "pairs sound marks without a note",
    arguments: [
      ("“We will go,” she said.", ["“We will go,”"]),
      ("\"We will go,\" she said. \"Soon.\"", ["\"We will go,\"", "\"Soon.\""]),
      ("``We will go,'' she said.", ["``We will go,''"]),
      ("«Nous irons», she said.", ["«Nous irons»"]),
      ("„Wir gehen“, she said, „bald“.", ["„Wir gehen“", "„bald“"]),
      ("He saw “a ‘lost’ city” there.", ["“a ‘lost’ city”", "‘lost’"]),
      (
        "“He told us “go” and left,” she said.",
        ["“He told us “go” and left,”", "“go”"]
      ),
      ("Mayor urges ‘calm on streets’ after floods", ["‘calm on streets’"]),
      ("'I know,' he said. 'Trust me.'", ["'I know,'", "'Trust me.'"]),
      ("Norway‘s plan, the teachers’ union and the ’90s aren't quoted.", []),
      ("“It's the farmers’ land,” he said.", ["“It's the farmers’ land,”"]),
      ("She is 5'10\" tall and said \"no\" twice.", ["\"no\""]),
      (
        "by \"a string of strikes.\" \"We are open,\" Lund said.",
        ["\"a string of strikes.\"", "\"We are open,\""]
      ),
      ("”Same mark twice,” she said. ”Again.”", ["”Same mark twice,”", "”Again.”"]),
      (
        "“The first part goes on.\n\n“The second ends it.”",
        ["“The first part goes on.", "“The second ends it.”"]
      ),
    ])
  func sound(text: String, expected: [String]) {
    let found = Self.read(text)
    #expect(found.quotations == expected)
    #expect(found.repairs == [])
  }

  @Test(
    "repairs broken marks and says how",
    arguments: [
      // A closing mark printed as an opening one, at the end of a paragraph.
      (
        "“There is a need to rebuild the bridge, even if others wait. “\n\nThe “old” bridge”s end.",
        "“There is a need to rebuild the bridge, even if others wait. “", "printed as an opening"
      ),
      // The second part of a quotation is never closed.
      (
        "“We ask them to leave,” said Brandt. “It is for their own good. He called the march a joke.",
        "“It is for their own good.", "closed at the end of the sentence"
      ),
      // The first mark is missing, and naive pairing would quote the attribution.
      (
        "Now we build. The way is open,\" Lund said. \"We are ready.\" He said he would wait.",
        "Now we build. The way is open,\"", "opening mark missing"
      ),
      // Two opening marks and no closing one.
      (
        "The port, in harsh words, said its “rival “The city should keep away from “its” harbour.",
        "“rival “", "printed as an opening"
      ),
      (
        "“We will not pay, Lund said. “We cannot pay.”", "“We will not pay,",
        "closed at the comma"
      ),
    ])
  func broken(text: String, quotation: String, reason: String) {
    let found = Self.read(text + "\n\nHe said “yes” to it.")
    #expect(found.quotations.contains(quotation), "\(found)")
    #expect(found.repairs.contains { $0.contains(reason) }, "\(found.repairs)")
  }

  @Test(
    "never traps and stays inside the text",
    arguments: [
      "\"", "“", "”", "''", "“”", "\"\"\"", "‘", "’’’", "“ ” “ “", "\u{a0}“\u{a0}", "é\"é",
    ])
  func odd(text: String) {
    for quotation in Self.read(text).quotations { #expect(text.contains(quotation)) }
  }
}
