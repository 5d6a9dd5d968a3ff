import NewsModel
import SaysoTestSupport
import Testing

@testable import Training

@Suite struct AttributionScoresTests {
  static let text = """
    “I will win,” said Ann Lee of Ohio.
    Bob thinks taxes are “too high” now. Rain fell.
    """

  static func range(_ part: String) -> ByteRange {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return ByteRange(start, start + wanted.count)
  }

  static func attribution(_ source: String?, _ cue: String, _ content: String)
    -> AnnotatedArticle.Attribution
  {
    AnnotatedArticle.Attribution(
      source: source.map { [range($0)] } ?? [], cue: [range(cue)], content: [range(content)])
  }

  /// Words and single marks, as a plain tokeniser cuts them.
  static func article() -> AnnotatedArticle {
    var tokens: [ByteRange] = []
    var offset = 0
    var start: Int?
    for scalar in text.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      if !isLetter, let first = start {
        tokens.append(ByteRange(first, offset))
        start = nil
      }
      let length = String(scalar).utf8.count
      if isLetter, start == nil { start = offset }
      if !isLetter, scalar != " ", scalar != "\n" {
        tokens.append(ByteRange(offset, offset + length))
      }
      offset += length
    }
    return AnnotatedArticle(
      id: "a", text: text,
      attributions: [
        attribution("Ann Lee of Ohio", "said", "“I will win,”"),
        attribution("Bob", "thinks", "taxes are “too high” now"),
      ], tokens: tokens)
  }

  static func scores(_ predicted: [AnnotatedArticle.Attribution]) -> AttributionScores {
    var scores = AttributionScores()
    scores.add(predicted, for: article())
    return scores
  }

  @Test("what was annotated scores one hundred everywhere")
  func perfect() {
    let scores = Self.scores(Self.article().attributions)
    for measure in AttributionScores.Measure.allCases where measure != .indirect {
      #expect(scores[measure].f1 == 100, "\(measure)")
    }
    #expect(scores[.indirect].predictions == 0)
  }

  @Test("nothing predicted scores nothing")
  func nothing() {
    let scores = Self.scores([])
    #expect(scores[.whoSaidWhat].f1 == 0 && scores[.cue].recall == 0 && scores.articles == 1)
  }

  @Test("a border off by a word is not exact but still says who said what")
  func border() {
    let scores = Self.scores([
      Self.article().attributions[0],
      Self.attribution("Bob", "thinks", "taxes are “too high”"),
    ])
    #expect(scores[.content].f1 == 50 && scores[.whoSaidWhat].f1 == 100)
  }

  @Test("a source must hold the head of the annotated one")
  func heads() {
    let content = "“I will win,”"
    #expect(Self.scores([Self.attribution("Ann Lee", "said", content)])[.whoSaidWhat].found == 1)
    #expect(Self.scores([Self.attribution("Ohio", "said", content)])[.whoSaidWhat].found == 0)
    #expect(Self.scores([Self.attribution(nil, "said", content)])[.whoSaidWhat].found == 0)
    #expect(Self.scores([Self.attribution("Ohio", "said", content)])[.what].found == 1)
  }

  @Test("one prediction cannot stand for two statements")
  func oneToOne() {
    let all = Self.article().attributions
    let scores = Self.scores(all + [all[1]])
    #expect(scores[.whoSaidWhat].rightPredictions == 2 && scores[.whoSaidWhat].predictions == 3)
  }

  @Test("a span over a paragraph border is cut in two")
  func cut() {
    let whole = ByteRange(0, Self.text.utf8.count)
    let scores = Self.scores([AnnotatedArticle.Attribution(content: [whole])])
    #expect(scores[.content].predictions == 2)
  }
}
