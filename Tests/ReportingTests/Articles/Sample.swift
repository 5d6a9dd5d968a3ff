import NewsModel
import SaysoTestSupport

/// One small analysis that has something of everything, with a character of two bytes before it all.
enum Sample {
  static let marked = MarkedText(
    "[Café strike ends|title]\n\n[[Zoë Ward|name], the [mayor|title-word], [said|cue] [“we [agreed|word].”|content]"
      + " The [guild|guild] [denied|cue2] [it|content2]. [Menu|boilerplate]|body]\n")

  static var analysis: Analysis {
    let marked = marked
    func range(_ label: String) -> ByteRange { marked.ranges(label).first ?? ByteRange(0, 0) }
    let article = Article(
      id: "007", path: "inbox/007.txt", text: marked.text, title: "Café strike ends",
      byline: ["Ida Bell"], datelinePlaces: ["Harbourtown"], agencies: ["Reuters"],
      zones: [
        Zone(.title, range("title")), Zone(.body, range("body")),
        Zone(.boilerplate, range("boilerplate"), reason: "navigation"),
      ],
      notes: [Note(.missingDate, nil, "no date is stated")])
    var tokens = TokenColumns()
    for label in ["name", "cue"] {
      let range = range(label)
      tokens.starts.append(UInt32(range.start))
      tokens.ends.append(UInt32(range.end))
      let id = tokens.vocabulary.intern(marked.text[bytes: range])
      tokens.words.append(id)
      tokens.lowers.append(id)
      tokens.lemmas.append(id)
      tokens.partsOfSpeech.append(.vbd)
    }
    tokens.sentenceStarts = [0]
    tokens.paragraphStarts = [0]
    var analysis = Analysis(article: article, tokens: tokens)
    analysis.entities = [
      Entity(
        name: "Zoë Ward", type: .person, aliases: ["Ward"], titles: ["mayor"], gender: .female)
    ]
    analysis.mentions = [Mention(range: range("name"), entity: 0)]
    analysis.quotes = [
      Quote(
        kind: .direct, content: [range("content")], cue: [range("cue")], source: [range("name")],
        speaker: Speaker(name: "Zoë Ward", entity: 0, form: .name),
        relay: Relay(name: "TASS", range: range("guild")), confidence: 0.93456,
        by: "rule subject-verb"),
      Quote(
        kind: .indirect, content: [range("content2")], cue: [range("cue2")],
        source: [range("guild")],
        speaker: Speaker(
          name: "the guild", form: .office, candidates: ["Harbour Guild"],
          isAnalystInference: true),
        nestedIn: 0, status: .negated, act: .denial, confidence: 0.5, by: "model attribution"),
    ]
    analysis.annotations = [
      Annotation(
        type: "Deal", range: range("word"), by: "rule deal",
        attributes: ["sure": .flag(true), "kind": .text("a \"b\""), "count": .number(2)])
    ]
    analysis.figures = [Figure(range: range("word"), kind: .count, value: 47e9, unit: "soldiers")]
    analysis.dates = [
      DateExpression(range: range("word"), kind: .weekday, resolved: nil, reason: "no date")
    ]
    analysis.notes.append(Note(.brokenQuotationMark, range("content"), "closed at the end"))
    return analysis
  }
}
