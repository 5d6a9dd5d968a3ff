import Extraction
import Foundation
import NewsModel
import SaysoTestSupport
import Testing

@testable import Training

@Suite struct NameTrainerTests {
  /// Invented names: people end in “burk”, bodies in “ium”, places in “holt”, and what ends in “ly” is none.
  static func texts(_ count: Int, seed: UInt64) -> [NamedText] {
    var random = SplitMix64(seed: seed)
    func pick(_ list: [String]) -> String { list[Int(random.next() >> 33) % list.count] }
    let starts = ["Tan", "Vor", "Mul", "Kre", "Bas", "Nid", "Sul", "Ped", "Gor", "Lim"]
    let kinds = [("burk", "person"), ("ium", "organisation"), ("holt", "place"), ("ly", "none")]
    let frames = ["They saw # again.", "In May # was old.", "Nobody knew # then."]
    return (0..<count).map { _ in
      var text = NamedText(text: "")
      text.isByHand = true
      for _ in 0..<6 {
        let (ending, label) = kinds[Int(random.next() >> 33) % kinds.count]
        let name = pick(starts) + pick(["a", "e", "o"]) + ending
        let line = pick(frames).replacingOccurrences(of: "#", with: "[\(name)|\(label)]")
        let marked = MarkedText(line)
        for span in marked.spans {
          let start = text.text.utf8.count
          let range = ByteRange(span.range.start + start, span.range.end + start)
          if let type = EntityType(rawValue: span.label) { text.names[range] = type }
        }
        text.text += marked.text + "\n"
      }
      return text
    }
  }

  static var options: NameTrainer.Options {
    var options = NameTrainer.Options()
    options.bucketBits = 12
    options.l1 = 0
    return options
  }

  static func types(_ text: String, _ file: [UInt8]) throws -> [String: EntityType] {
    var model = StatementModel.none
    model.names = try NameModel(bytes: file)
    let analysis = ArticleAnalyser(options: ExtractionOptions(model: model)).analyse(
      Article(id: "a", path: "a", text: text))
    return Dictionary(
      analysis.entities.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("learns what it is shown and judges names that it has not seen by it")
  func learns() throws {
    var errors: [Double] = []
    let file = NameTrainer.train(Self.texts(40, seed: 5), options: Self.options) {
      errors.append($1)
    }
    #expect(errors.count == Self.options.epochs)
    #expect(try #require(errors.last) < 0.05)
    let found = try Self.types(
      "They saw Zirkoburk again. Nobody knew Wexium then. In May Yafaholt was old. "
        + "They saw Quefely again.", file)
    #expect(found == ["Zirkoburk": .person, "Wexium": .organisation, "Yafaholt": .place])
  }

  @Test("writes the same bytes from the same texts, others from another seed")
  func isReproducible() {
    let texts = Self.texts(8, seed: 5)
    let file = NameTrainer.train(texts, options: Self.options)
    #expect(NameTrainer.train(texts, options: Self.options) == file)
    var other = Self.options
    other.seed = 2
    #expect(NameTrainer.train(texts, options: other) != file)
  }

  @Test("a spelling is what most of its occurrences are, other borders count half, none is no name")
  func labels() {
    let marked = MarkedText(
      "[Professor Tulvar|person] met [Tulvar|place] and [Tulvar|place]. The [Wexium|] fell.")
    var text = NamedText(text: marked.text)
    for span in marked.spans {
      if let type = EntityType(rawValue: span.label) { text.names[span.range] = type }
    }
    let examples = NameExample.examples(of: text)
    let labels = examples.map { example in
      "\(text.text[bytes: example.candidate.ranges[0]]): \(example.label) \(example.weight)"
    }
    #expect(labels == ["Tulvar: place 1.0", "Wexium: noName 0.5"])
  }
}
