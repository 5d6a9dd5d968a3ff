import NewsModel
import Testing

@testable import Extraction

/// Statements in articles as scrapers and machine translation leave them.
@Suite("Statements in damaged articles")
struct DamagedArticleTests {
  /// One statement: who is credited, what is said.
  struct Statement: Equatable, CustomStringConvertible {
    var speaker: String?
    var content: String
    var description: String { "\(speaker ?? "nobody"): \(content)" }
  }

  static func statements(_ text: String, zones: [Zone] = []) -> [Statement] {
    let article = Article(id: "a", path: "a", text: text, zones: zones)
    return ArticleAnalyser().analyse(article).quotes.filter { $0.nestedIn == nil }.map { quote in
      Statement(
        speaker: quote.speaker?.name,
        content: quote.content.map { text[bytes: $0] }.joined(separator: " … "))
    }
  }

  @Test("gives a paragraph without a cue, closed by an opening mark, to the speaker before")
  func openingMarkCloses() {
    let text =
      "Andrew Hale, an analyst with the Harbour Institute, said the talks reflected worries in the "
      + "capital.\n\n“There is a need to tell them that what they do is dangerous, even if others "
      + "wait. “\n\nShe called the plan “old”."
    let found = Self.statements(text)
    #expect(found.count >= 2)
    #expect(found.dropFirst().first?.speaker == "Andrew Hale")
    #expect(found.dropFirst().first?.content.hasPrefix("“There is a need") == true)
  }

  @Test("does not let an unclosed quotation swallow the report after it")
  func unclosedSecondPart() {
    let text =
      "“We warn the fleet that it is better to stay away,” said Peter Brandt. “It will be for their "
      + "own good. He called the exercise a provocation."
    #expect(
      Self.statements(text).map(\.content) == [
        "“We warn the fleet that it is better to stay away,” … “It will be for their own good.",
        "the exercise a provocation",
      ])
  }

  @Test("does not invert a paragraph whose first mark is missing")
  func missingOpeningMark() {
    let text =
      "Now is the time to rebuild. The way forward is through patient work,\" Lund said. \"The town "
      + "is ready to go on.\" She said she proposed a meeting in May."
    let found = Self.statements(text).map(\.content)
    #expect(
      found == [
        "Now is the time to rebuild. The way forward is through patient work,\" … \"The town is "
          + "ready to go on.\"",
        "she proposed a meeting in May",
      ])
  }

  @Test("keeps two speakers apart whose quotations touch")
  func adjacentQuotations() {
    let text =
      "Deputy Minister Peter Brandt summoned the ambassador, telling him that the new fees will be "
      + "followed by \"a series of steps.\" \"The town is not looking for a fight,\" Ana Lund said."
    #expect(
      Self.statements(text) == [
        Statement(
          speaker: "Peter Brandt",
          content: "that the new fees will be followed by \"a series of steps.\""),
        Statement(speaker: "Ana Lund", content: "\"The town is not looking for a fight,\""),
      ])
  }

  @Test("reads on where two marks open and none closes")
  func twoOpeningMarks() {
    let text =
      "Ana Lund, in harsh terms, said its “rival “The fleet should keep ships far from the port.\n\n"
      + "“Yes,” he said."
    let first = Self.statements(text).first
    #expect(first?.content == "its “rival “The fleet should keep ships far from the port")
  }

  @Test("hears who is quoted, not who quotes")
  func objectIsSpeaker() {
    let text =
      "“The fleet is our rival and does all it can to hurt us,” local news agencies quoted Deputy "
      + "Foreign Minister Peter Brandt on Tuesday."
    #expect(Self.statements(text).map(\.speaker) == ["Peter Brandt"])
  }

  @Test("leaves an office without a name an office")
  func office() {
    let text =
      "Peter Brandt met Ana Lund. Norway’s deputy foreign minister said on Tuesday that the "
      + "ambassador would return."
    let speakers = Self.statements(text).map(\.speaker)
    #expect(speakers.count == 1)
    #expect(speakers.first?.map { !$0.contains("Brandt") && !$0.contains("Lund") } ?? true)
  }

  @Test("takes the nearest name before “who”")
  func relativePronoun() {
    let text =
      "The recall followed an exchange of insults between Peter Brandt and Ana Lund, who accused "
      + "the minister of being “a liar” in an interview."
    #expect(Self.statements(text).map(\.speaker) == ["Ana Lund"])
  }

  @Test("reads a cue that stands inside the marks")
  func cueInsideMarks() {
    let text = "The ministry said Brandt “made clear” that the port would “act firmly”."
    let article = Article(id: "a", path: "a", text: text)
    let quotes = ArticleAnalyser().analyse(article).quotes
    #expect(quotes.map(\.nestedIn) == [nil, 0])
    #expect(quotes.map { text[bytes: $0.cue[0]] } == ["said", "made clear"])
  }

  @Test("finds no statement in boilerplate, and headlines once")
  func zones() {
    let title = "Lund proposes summit"
    let body = "Ana Lund said the port was safe."
    let footer = "The owners say these articles may not be copied."
    let text = "\(title)\n\(title)\n\(body)\n\(footer)"
    let starts = [0, title.utf8.count + 1, 2 * (title.utf8.count + 1)]
    let bodyEnd = starts[2] + body.utf8.count
    let found = Self.statements(
      text,
      zones: [
        Zone(.title, ByteRange(0, title.utf8.count)),
        Zone(.repeatedTitle, ByteRange(starts[1], starts[1] + title.utf8.count)),
        Zone(.body, ByteRange(starts[2], bodyEnd)),
        Zone(.boilerplate, ByteRange(bodyEnd + 1, text.utf8.count)),
      ])
    #expect(found.map(\.content) == ["summit", "the port was safe"])
  }

  @Test("reads over no-break spaces and opening marks used as apostrophes")
  func oddSpacesAndApostrophes() {
    let text = "The U.S. \u{a0}Senator Ana Lund said Norway‘s port was closed.\u{a0}"
    #expect(Self.statements(text).map(\.content) == ["Norway‘s port was closed"])
  }

  @Test("keeps a quotation that machine translation tore up in one piece")
  func garbled() {
    let text =
      "Brandt noted that since that call, the port has sent its plans and now “in our view, the "
      + "need for about another call that started the next one. talks. ”"
    let found = Self.statements(text)
    #expect(found.count == 1)
    #expect(found.first?.content.hasSuffix("talks. ”") == true)
  }
}
