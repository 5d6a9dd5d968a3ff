import Extraction
import Language
import NewsModel
import SaysoTestSupport
import Testing

@testable import Training

@Suite struct AttributionTrainerTests {
  /// Invented articles of a few sentences, always built alike.
  static func articles(_ count: Int, seed: UInt64) -> [AnnotatedArticle] {
    let names = ["Ann Berg", "Tom Hill", "the mayor", "Eve Stone", "a spokesman", "Jo Park"]
    let verbs = ["said", "insisted", "announced", "warned"]
    let facts = [
      "the bridge would open", "prices rose again", "no decision was made",
      "the school needs a roof",
    ]
    let fillers = ["Rain fell all day.", "The square was empty.", "A band played in the park."]
    var random = SplitMix64(seed: seed)
    func pick(_ list: [String]) -> String { list[Int(random.next() >> 33) % list.count] }
    return (0..<count).map { number in
      var text = ""
      var attributions: [AnnotatedArticle.Attribution] = []
      for _ in 0..<4 {
        let form = Int(random.next() >> 33) % 3
        let (name, verb, fact) = (pick(names), pick(verbs), pick(facts))
        let line =
          switch form {
          case 0: "[“We know that \(fact),”|content] [\(name)|source] [\(verb)|cue]."
          case 1: "[\(name)|source] [\(verb)|cue] [that \(fact)|content]."
          default: pick(fillers)
          }
        let marked = MarkedText(line)
        let start = text.utf8.count
        func ranges(_ label: String) -> [ByteRange] {
          marked.spans.filter { $0.label == label }.map {
            ByteRange($0.range.start + start, $0.range.end + start)
          }
        }
        if form < 2 {
          attributions.append(
            AnnotatedArticle.Attribution(
              source: ranges("source"), cue: ranges("cue"), content: ranges("content")))
        }
        text += marked.text + "\n"
      }
      var article = AnnotatedArticle(id: "\(number)", text: text, attributions: attributions)
      let tokens = AttributionInput(article.article, language: LanguageAnalyser()).tokens
      article.tokens = (0..<tokens.count).map { tokens.range(of: $0) }
      return article
    }
  }

  static func options() -> AttributionTrainer.Options {
    var options = AttributionTrainer.Options()
    options.folds = 2
    options.firstEpochs = 3
    options.secondEpochs = 3
    options.bucketBits = 12
    return options
  }

  @Test("learns who said what and gives the same bytes again")
  func learns() throws {
    let training = Self.articles(40, seed: 3)
    var steps: [String] = []
    let bytes = AttributionTrainer(options: Self.options()).train(on: training) {
      steps.append($0)
    }
    #expect(steps.count > 9)
    let scores = try AttributionEvaluation().score(
      model: bytes, on: Self.articles(20, seed: 77))
    for measure in [AttributionScores.Measure.source, .cue, .content, .whoSaidWhat] {
      #expect(scores[measure].f1 > 85, "\(measure): \(scores[measure].f1)")
    }
    let again = AttributionTrainer(options: Self.options()).train(on: training)
    #expect(again == bytes)
  }

  @Test("a model file that was cut short or trained otherwise is refused")
  func refusals() {
    let training = Self.articles(4, seed: 1)
    var options = Self.options()
    let bytes = AttributionTrainer(options: options).train(on: training)
    #expect(throws: ModelFileError.self) {
      try AttributionEvaluation().score(model: Array(bytes.dropLast(9)), on: training)
    }
    #expect(throws: ModelFileError.notAModel(expected: "SaysoAtt")) {
      try AttributionEvaluation().score(model: [1, 2, 3], on: training)
    }
    options.groupsLeftOut = ["quotes"]
    let other = AttributionTrainer(options: options).train(on: training)
    #expect(throws: ModelFileError.invalid(field: "feature signature")) {
      try AttributionEvaluation().score(model: other, on: training)
    }
  }

  @Test("where spans overlap, the one that begins first or is shorter wins")
  func labels() {
    let text = "Ann said he knew it."
    let tokens = LanguageAnalyser().analyse(text, paragraphs: [ByteRange(0, 20)])
    let labels = AttributionCorpus.labels(
      [
        .init(source: [ByteRange(0, 3)], cue: [ByteRange(4, 8)], content: [ByteRange(9, 19)]),
        .init(source: [ByteRange(9, 11)], cue: [ByteRange(12, 16)], content: [ByteRange(17, 19)]),
      ], tokens)
    #expect(labels == [1, 3, 1, 5, 6, 0])
  }
}
