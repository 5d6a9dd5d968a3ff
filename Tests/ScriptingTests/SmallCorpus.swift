import Extraction
import Foundation
import NewsModel
import Reading
import SaysoTestSupport
import Scripting
import Store

/// Two invented articles with everything that scripts can ask for, made by hand.
enum SmallCorpus {
  static let first = MarkedText(
    """
    [Harbour talks stall|title]

    [[Mayor|t] [Ann Ward|ward] of [Port Elm|elm] [said|cue1] on [Tuesday|date] that the harbour [“must stay open”|q1] to all. \
    [[“We will not pay [40,000 crowns|figure],”|q2] [she|she] [added|cue2].|s2] [Two officials|officials] [said|cue3] \
    [talks with [Ben Hale|hale] would resume|q3].|body]
    """)
  static let second = MarkedText(
    """
    [Harbour stays open|title]

    [[Ben Hale|hale] [said|cue1] [[Ann Ward|ward] had [denied|cue2] [the plan|q2]|q1].|body]

    [Sign up for our newsletter|boilerplate]
    """)

  static func snapshot() throws -> CorpusSnapshot {
    let store = try CorpusStore.inMemory()
    try store.add(one())
    try store.add(two())
    return try store.snapshot()
  }

  private static func analysis(_ id: String, _ text: MarkedText) -> Analysis {
    var article = Article(id: id, path: "\(id).txt", text: text.text)
    article.zones = [Zone(.title, text.ranges("title")[0]), Zone(.body, text.ranges("body")[0])]
    article.title = text.text[bytes: text.ranges("title")[0]]
    for range in text.ranges("boilerplate") {
      article.zones.append(Zone(.boilerplate, range, reason: "newsletter-sign-up"))
    }
    var analysis = ArticleAnalyser().analyse(article)
    analysis.entities = []
    analysis.mentions = []
    analysis.quotes = []
    analysis.figures = []
    analysis.dates = []
    analysis.notes = []
    return analysis
  }

  private static func one() -> Analysis {
    func range(_ label: String) -> ByteRange { first.ranges(label)[0] }
    var analysis = analysis("001", first)
    analysis.article.agencies = ["Elm Wire"]
    analysis.entities = [
      Entity(
        name: "Ann Ward", type: .person, aliases: ["Ward"], titles: ["Mayor"], gender: .female),
      Entity(name: "Port Elm", type: .place), Entity(name: "Ben Hale", type: .person),
    ]
    analysis.mentions = [
      Mention(range: range("ward"), entity: 0), Mention(range: range("elm"), entity: 1),
      Mention(range: range("hale"), entity: 2),
    ]
    analysis.quotes = [
      Quote(
        kind: .mixed, content: [range("q1")], cue: [range("cue1")], source: [range("ward")],
        speaker: Speaker(name: "Ann Ward", entity: 0, form: .name), by: "rule a"),
      Quote(
        kind: .direct, content: [range("q2")], cue: [range("cue2")], source: [range("she")],
        speaker: Speaker(name: "Ann Ward", entity: 0, form: .pronoun), confidence: 0.75,
        by: "rule b"),
      Quote(
        kind: .indirect, content: [range("q3")], cue: [range("cue3")], source: [range("officials")],
        speaker: Speaker(name: "Two officials", form: .unnamed), by: "rule c"),
    ]
    analysis.figures = [
      Figure(range: range("figure"), kind: .money, value: 40_000, unit: "crowns")
    ]
    analysis.dates = [
      DateExpression(
        range: range("date"), kind: .weekday, resolved: nil, reason: "no date is stated")
    ]
    analysis.notes = [
      Note(.missingDate, nil, "no publication date is stated"),
      Note(.brokenQuotationMark, range("q1"), "closed at the end of the sentence"),
    ]
    return analysis
  }

  private static func two() -> Analysis {
    func range(_ label: String) -> ByteRange { second.ranges(label)[0] }
    var analysis = analysis("002", second)
    analysis.article.outlet = "The Elm"
    analysis.entities = [
      Entity(name: "Ben Hale", type: .person, titles: ["Harbour Board chairman"]),
      Entity(name: "Ann Ward", type: .person),
    ]
    analysis.mentions = [
      Mention(range: range("hale"), entity: 0), Mention(range: range("ward"), entity: 1),
    ]
    analysis.quotes = [
      Quote(
        kind: .indirect, content: [range("q1")], cue: [range("cue1")], source: [range("hale")],
        speaker: Speaker(name: "Ben Hale", entity: 0, form: .name), by: "rule a"),
      Quote(
        kind: .indirect, content: [range("q2")], cue: [range("cue2")], source: [range("ward")],
        speaker: Speaker(name: "Ann Ward", entity: 1, form: .name), nestedIn: 0, act: .denial,
        by: "rule a"),
    ]
    return analysis
  }

  /// The top of the repository, also where the tests are compiled through a link.
  static var root: URL {
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }
}
