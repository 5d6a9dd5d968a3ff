import NewsModel
import SaysoTestSupport

/// A small article with one of everything, invented for the tests.
enum SampleAnalysis {
  static let marked = """
    [Harbour plan divides Larkmouth|title]

    [By Ada Quill|byline]

    [[LARKMOUTH (Tidewire)|dateline] – Mayor [Mira Olsen|person] [said|cue] \
    [[“the harbour will cost us |content][40 million crowns|figure]”|end] on [Tuesday|date]. \
    [A spokesman|unnamed] [denied|denial] [that [she|pronoun] [claimed|claim] [it was ready|inner]|outer].|body]

    [Sign up for our newsletter!|boilerplate]
    """

  static func make(id: String = "000", path: String = "news/000.txt") -> Analysis {
    let marked = MarkedText(Self.marked)
    func range(_ label: String) -> ByteRange {
      marked.ranges(label).first ?? ByteRange(0, 0)
    }
    var article = Article(
      id: id, path: path, text: marked.text, title: "Harbour plan divides Larkmouth",
      byline: ["Ada Quill"], datelinePlaces: ["Larkmouth"], agencies: ["Tidewire", "“Quoted” \\"])
    article.zones = [
      Zone(.title, range("title")), Zone(.byline, range("byline")),
      Zone(.dateline, range("dateline")),
      Zone(.body, ByteRange(range("dateline").end + 1, range("body").end)),
      Zone(.boilerplate, range("boilerplate"), reason: "newsletter-sign-up"),
    ]
    article.notes = [
      Note(.missingDate, nil, "no date is stated"), Note(.empty, nil, "only of the reading"),
    ]
    var analysis = Analysis(article: article, tokens: tokens(of: marked.text))
    analysis.notes = [
      article.notes[0], Note(.garbledText, range("inner"), "a sentence without a subject"),
    ]
    analysis.entities = [
      Entity(
        name: "Mira Olsen", type: .person, aliases: ["Olsen"], titles: ["Mayor"], gender: .female),
      Entity(name: "Larkmouth", type: .place),
    ]
    analysis.mentions = [
      Mention(range: range("person"), entity: 0),
      Mention(range: range("pronoun"), entity: 1, metonymOf: "Larkmouth"),
    ]
    let quotation = ByteRange(range("content").start, range("end").end)
    analysis.quotations = [quotation]
    analysis.quotes = [
      Quote(
        kind: .direct, content: [quotation], cue: [range("cue")], source: [range("person")],
        speaker: Speaker(name: "Mira Olsen", entity: 0, form: .name),
        relay: Relay(name: "Tidewire", range: range("dateline")), confidence: 0.75,
        by: "rule subject-verb"),
      Quote(
        kind: .indirect, content: [range("outer")], cue: [range("denial")],
        source: [range("unnamed")],
        speaker: Speaker(
          name: "A spokesman", form: .unnamed, candidates: ["Bo Lind", "Ann \"A\" Ek"]),
        act: .denial, by: "model attribution"),
      Quote(
        kind: .indirect, content: [range("inner")], cue: [range("claim")],
        source: [range("pronoun")],
        speaker: Speaker(name: "Mira Olsen", entity: 0, form: .pronoun, isAnalystInference: true),
        nestedIn: 1, status: .negated, act: .claim, by: "rule that-clause"),
    ]
    analysis.figures = [
      Figure(range: range("figure"), kind: .money, value: 40_000_000, unit: "crowns")
    ]
    analysis.dates = [
      DateExpression(
        range: range("date"), kind: .weekday, resolved: nil, reason: "no publication date")
    ]
    analysis.annotations = [
      Annotation(
        type: "Project", range: range("inner"), by: "rule harbour",
        attributes: ["cost": .number(40), "sure": .flag(true), "who": .text("Mira “O”\n")])
    ]
    return analysis
  }

  /// One token for each run of bytes without white space, three words a sentence.
  static func tokens(of text: String) -> TokenColumns {
    var tokens = TokenColumns()
    var start: Int?
    for (offset, byte) in (Array(text.utf8) + [0x20]).enumerated() {
      if byte > 0x20 {
        start = start ?? offset
      } else if let from = start {
        let word = text[bytes: ByteRange(from, offset)]
        if tokens.count % 3 == 0 { tokens.sentenceStarts.append(UInt32(tokens.count)) }
        if tokens.count % 9 == 0 { tokens.paragraphStarts.append(UInt32(tokens.count)) }
        tokens.starts.append(UInt32(from))
        tokens.ends.append(UInt32(offset))
        tokens.words.append(tokens.vocabulary.intern(word))
        tokens.lowers.append(tokens.vocabulary.intern(word.lowercased()))
        tokens.lemmas.append(tokens.vocabulary.intern(String(word.lowercased().prefix(4))))
        tokens.partsOfSpeech.append(PartOfSpeech(rawValue: UInt8(tokens.count % 50)) ?? .unknown)
        start = nil
      }
    }
    return tokens
  }
}
