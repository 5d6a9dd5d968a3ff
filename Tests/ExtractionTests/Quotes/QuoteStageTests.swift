import NewsModel
import SaysoTestSupport
import Testing

@testable import Extraction

/// Marks: `s` source, `c` cue, `q` content, with the number of the statement.
@Suite("QuoteStage")
struct QuoteStageTests {
  /// One statement as text: source | cue | content.
  static func lines(_ quotes: [Quote], in text: String) -> [String] {
    quotes.map { quote in
      [quote.source, quote.cue, quote.content]
        .map { ranges in ranges.map { text[bytes: $0] }.joined(separator: " … ") }
        .joined(separator: " | ")
    }.sorted()
  }

  /// The statements that a marked text asks for.
  static func expected(_ marked: MarkedText) -> [String] {
    let numbers = Set(marked.spans.compactMap { $0.label.last })
    return numbers.map { number in
      ["s", "c", "q"].map { role in
        marked.ranges("\(role)\(number)").map { marked.text[bytes: $0] }.joined(separator: " … ")
      }.joined(separator: " | ")
    }.sorted()
  }

  static func analyse(_ text: String, title: String? = nil) -> Analysis {
    ArticleAnalyser().analyse(Article(id: "a", path: "a", text: text))
  }

  private func check(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    let marked = MarkedText(text)
    let found = Self.lines(Self.analyse(marked.text).quotes, in: marked.text)
    #expect(found == Self.expected(marked), sourceLocation: location)
  }

  @Test(
    "finds source, cue and content before and after each other",
    arguments: [
      "[Mayor Ana Lund|s1] [said|c1] [that the bridge would open in May|q1].",
      "[The council|s1] [said|c1] [the bridge was safe|q1].",
      "[The bridge is safe|q1], [officials|s1] [said|c1].",
      "[The bridge will open in May|q1], [said|c1] [Ana Lund|s1].",
      "[“We will open the bridge in May,”|q1] [Lund|s1] [said|c1].",
      "[“We will open the bridge in May,”|q1] [said|c1] [Lund|s1].",
      "[Lund|s1] [said:|c1] [“We will open the bridge in May.”|q1]",
      "[“Will it hold?”|q1] [he|s1] [asked|c1].",
      "[Lund|s1] [said|c1] in a statement on Tuesday [that the bridge was safe|q1].",
      "[Lund|s1] [told|c1] reporters [that the bridge was safe|q1].",
      "[Lund|s1] [told|c1] Olsen [he was wrong|q1].",
      "But [the company|s1] [said|c1] [it had paid the workers|q1].",
      "[Ana Lund|s1][:|c1] [‘We will not sign it’|q1]",
      "[Two officials familiar with the plan|s1] [said|c1] [it had failed|q1].",
      "[Prices will fall|q1], [Ola Dahl, the bank's chief economist|s1], [said|c1] on Monday.",
      "After the storm, [the ministry|s1] [warned|c1] [that more rain would come|q1].",
    ])
  func orders(text: String) { check(text) }

  @Test(
    "joins split quotations and keeps two speakers apart",
    arguments: [
      "[“We are ready,”|q1] [she|s1] [said|c1]. [“We have waited for years.”|q1]",
      "[“We are ready,”|q1] [Lund|s1] [said|c1], [“and we have waited for years.”|q1]",
      "[Berg|s1] [said|c1] [the town would face \"a hard winter.\"|q1] "
        + "[\"We are not afraid of snow,\"|q2] [Lund|s2] [said|c2]. [\"We want roads.\"|q2]",
    ])
  func split(text: String) { check(text) }

  @Test(
    "finds what a speaker asks, accuses, promises or names",
    arguments: [
      "[Lund|s1] [called on|c1] the company [to pay the workers|q1].",
      "[Lund|s1] [urged|c1] farmers [to leave their land|q1].",
      "[The union|s1] [accused|c1] [the company of hiding its debts|q1].",
      "[Lund|s1] [called|c1] [the plan a mistake|q1].",
      "[The union|s1] [called for|c1] [a strike in June|q1].",
      "[The company|s1] [denied|c1] [the report|q1].",
      "[The company|s1] [refused|c1] [to open its books|q1].",
      "[The ministry|s1] [proposed|c1] [a meeting in Oslo|q1].",
      "[The group|s1] [condemned|c1] [the attack on the village|q1].",
      "[The king|s1] [welcomed|c1] [the result|q1].",
      "[Lund|s1] [made it clear|c1] [that she would not resign|q1].",
      "[Lund|s1] [expressed|c1] [concern about the flood|q1].",
      "[The government|s1] [announced|c1] [that schools would close|q1].",
    ])
  func acts(text: String) { check(text) }

  @Test(
    "shares the speaker among coordinated verbs and participles",
    arguments: [
      "[Lund|s1] [said|c1] [the town wanted peace|q1], but [also called for|c2] [new roads|q2]."
        .replacingSource(),
      "[“We took measures,”|q1] [Mr. Berg|s1] [said|c1], [adding|c2] [the work would end in June|q2]."
        .replacingSource("Mr. Berg"),
      "[Berg|s1] [argued|c1] [it was the company that had lied|q1], [saying|c2] [its books were false|q2]."
        .replacingSource("Berg"),
    ])
  func shared(item: SharedCase) {
    let found = Self.lines(Self.analyse(item.marked.text).quotes, in: item.marked.text)
    let expected = Self.expected(item.marked).map { line in
      line.hasPrefix(" |") ? item.source + line : line
    }.sorted()
    #expect(found == expected)
  }

  @Test(
    "gives “according to” its scope",
    arguments: [
      "[According to|c1] [the ministry|s1], [two bridges fell|q1].",
      "[Two bridges fell|q1], [according to|c1] [the ministry|s1].",
      "[The men|q1], [according to|c1] [police|s1], [fled|q1] .",
      "Snow fell in the north, and roads were closed in [a storm that killed 12 people|q1], "
        + "[according to|c1] [Oslo|s1].",
    ])
  func accordingTo(text: String) { check(text) }

  @Test("hears the object of “quoted”, and takes the subject for the relay")
  func objectSpeaker() throws {
    let text =
      "“The dam is our enemy and does all it can to hurt us,” Norwegian news agencies quoted "
      + "Deputy Mayor Jon Berg on Tuesday."
    let quote = try #require(Self.analyse(text).quotes.first)
    #expect(quote.source.map { text[bytes: $0] } == ["Deputy Mayor Jon Berg"])
    #expect(quote.relay.map { text[bytes: $0.range] } == "Norwegian news agencies")
    #expect(quote.relay?.name == "Norwegian news agencies")
  }

  @Test("credits a purpose to whoever spoke last, not to the first subject of the sentence")
  func purpose() {
    let text =
      "Berg and city officials left for Oslo after Mayor Ana Lund called Jon Dahl to warn that the "
      + "dam was weak."
    let warnings = Self.analyse(text).quotes.filter {
      $0.cue.map { text[bytes: $0] }.joined().contains("warn")
    }
    #expect(warnings.map { $0.speaker?.name } == ["Ana Lund"])
  }

  @Test("takes a verb that leads to a verb of saying for a part of its cue")
  func leadingVerb() {
    let text =
      "As Berg prepares for talks with Lund, the city council has also sought to highlight its wish for "
      + "safety and that it is committed to the dam."
    let quotes = Self.analyse(text).quotes
    #expect(quotes.map { $0.cue.map { text[bytes: $0] } } == [["has also sought to highlight"]])
    #expect(quotes.first?.nestedIn == nil)
  }

  @Test("takes an agency behind a named speaker for a relay, an official for the source")
  func relays() throws {
    let relayed = "“We took measures,” Mr. Berg said, according to the TASS news service."
    let quote = try #require(Self.analyse(relayed).quotes.first)
    #expect(quote.relay.map { relayed[bytes: $0.range] } == "the TASS news service")
    let told = "Berg told state television that the dam was safe."
    #expect(Self.analyse(told).quotes.first?.relay == nil)
  }

  @Test(
    "finds statements inside statements",
    arguments: [
      "The White House said Berg made clear that the port would close.",
      "“Mayor Lund made clear that the port would close,” the city said in a statement.",
      "Lund urged calm and peace in the town, according to a senior official.",
      "The readout said Berg emphasised that the port would close.",
    ])
  func nested(text: String) {
    let quotes = Self.analyse(text).quotes
    #expect(quotes.count == 2)
    #expect(quotes.map(\.nestedIn) == [nil, 0], "\(Self.lines(quotes, in: text))")
  }

  @Test("gives a paragraph that is one quotation to the speaker before it")
  func quotationParagraph() throws {
    let text =
      "Jon Berg, an analyst with the Harbour Institute, said the port was old.\n\n"
      + "“There is a need to rebuild the walls, even if it takes years.”"
    let quotes = Self.analyse(text).quotes
    try #require(quotes.count == 2)
    #expect(quotes[1].cue.isEmpty)
    #expect(quotes[1].source == quotes[0].source)
    #expect(quotes[1].confidence < 0.6)
    #expect(quotes[1].kind == .direct)
  }

  @Test("joins the paragraphs of one quotation")
  func paragraphs() throws {
    let text = "Lund said: “We waited.\n\n“We waited for years.\n\n“Now we act.”"
    let quotes = Self.analyse(text).quotes
    #expect(quotes.map(\.content.count) == [3])
  }

  @Test(
    "tells direct, mixed and indirect apart",
    arguments: [
      ("“We will open the bridge,” Lund said.", Quote.Kind.direct),
      ("Lund said the bridge was “very old”.", .mixed),
      ("Lund said the bridge was old.", .indirect),
      ("The city said Lund “made clear” that the port would close.", .mixed),
    ])
  func kinds(text: String, kind: Quote.Kind) {
    #expect(Self.analyse(text).quotes.first?.kind == kind)
  }

  @Test(
    "says when a statement was not made, is to be made or is a thought",
    arguments: [
      ("The city has not said whether Lund would come.", Quote.Status.negated),
      ("Lund will tell the council that the port is closed.", .prospective),
      ("Lund is expected to emphasize that the port is closed.", .prospective),
      ("Lund feared that the port would close.", .belief),
      ("Lund has said that the port would close.", .stated),
    ])
  func status(text: String, status: Quote.Status) {
    #expect(Self.analyse(text).quotes.first?.status == status)
  }

  @Test(
    "takes no narration for a statement",
    arguments: [
      "His remarks suggest that the old order is gone.",
      "The fall of the town shows that the army is weak.",
      "The two sides are expected to meet soon.",
      "The town's alleged attempts failed.",
      "Lund called Berg on Tuesday.",
      "The port is said to be old.",
      "That is what they said.",
    ])
  func narration(text: String) {
    #expect(Self.lines(Self.analyse(text).quotes, in: text) == [])
  }

  @Test("notes words in quotation marks that nobody is credited with")
  func unattributed() {
    let analysis = Self.analyse("The envoy was called home for “talks” last week.")
    #expect(analysis.notes.map(\.kind) == [.unattributedQuotation])
  }

  @Test("takes the name behind an office for the speaker, not another holder of such an office")
  func nameBehindOffice() {
    let text =
      "The firm's other lawyer, Mark Feld, came too.\n\n"
      + "“We will win,” vowed the firm's lawyer, Jane Moss, adding that the deal was fair."
    let article = Article(id: "a", path: "a", text: text)
    for options in [ExtractionOptions(), ExtractionOptions(model: .none)] {
      let quotes = ArticleAnalyser(options: options).analyse(article).quotes
      #expect(quotes.map(\.speaker?.name) == ["Jane Moss", "Jane Moss"])
      #expect(quotes.first?.content.map { text[bytes: $0] } == ["“We will win,”"])
    }
  }

  @Test("learns a cue at run time")
  func addedCue() {
    let text = "Lund blurbed that the bridge was safe."
    let article = Article(id: "a", path: "a", text: text)
    #expect(ArticleAnalyser().analyse(article).quotes.isEmpty)
    let options = ExtractionOptions(cues: ["blurb"])
    #expect(ArticleAnalyser(options: options).analyse(article).quotes.count == 1)
  }

  @Test(
    "never traps and stays inside the text",
    arguments: [
      "", "said", "said said said", "“said", "according to", "According to.", ", said he, said, ",
      "“”” said “", "he said she said he", "said: “", "- said - he -", "that that that said that",
      "told told him to to", "“a” “b” “c” said", "quoted as saying", "It was said by",
      "as X put it",
    ])
  func odd(text: String) {
    for quote in Self.analyse(text).quotes {
      for range in quote.content + quote.cue + quote.source {
        #expect(range.end <= text.utf8.count)
      }
    }
  }
}

/// A marked text whose statements without a source share one.
struct SharedCase: CustomTestStringConvertible, Sendable {
  var marked: MarkedText
  var source: String
  var testDescription: String { marked.text }
}

extension String {
  fileprivate func replacingSource(_ source: String = "Lund") -> SharedCase {
    SharedCase(marked: MarkedText(self), source: source)
  }
}
