import NewsModel
import Testing

@testable import Training

@Suite struct PartOfSpeechTrainerTests {
  /// A few invented sentences, their tokens apart by spaces, each with its tag.
  static let sentences = [
    "The/DT minister/NN spoke/VBD ./.", "A/DT spokesman/NN left/VBD ./.",
    "The/DT old/JJ minister/NN left/VBD ./.", "She/PRP spoke/VBD to/IN the/DT spokesman/NN ./.",
    "The/DT plan/NN failed/VBD ./.", "They/PRP plan/VBP to/TO leave/VB ./.",
  ]

  static var texts: [TaggedText] {
    sentences.map { sentence in
      var text = ""
      var tokens: [ByteRange] = []
      var tags: [String] = []
      for item in sentence.split(separator: " ") {
        let halves = item.split(separator: "/")
        if !text.isEmpty { text += " " }
        let start = text.utf8.count
        text += halves[0]
        tokens.append(ByteRange(start, text.utf8.count))
        tags.append(String(halves[1]))
      }
      return TaggedText(text: text, tokens: tokens, tags: tags)
    }
  }

  static var options: PartOfSpeechTrainer.Options {
    var options = PartOfSpeechTrainer.Options()
    options.bucketBits = 9
    options.l1 = 0
    options.epochs = 8
    options.rarest = 1
    return options
  }

  @Test("learns what it is shown")
  func learns() {
    let file = PartOfSpeechTrainer.train(Self.texts, options: Self.options)
    let evaluation = PartOfSpeechEvaluation(Self.texts, file: file)
    #expect(evaluation.tokens == 28)
    #expect(evaluation.accuracy > 0.9)
  }

  @Test("writes the same bytes from the same texts, others from another seed")
  func isReproducible() {
    let file = PartOfSpeechTrainer.train(Self.texts, options: Self.options)
    #expect(PartOfSpeechTrainer.train(Self.texts, options: Self.options) == file)
    var other = Self.options
    other.seed = 2
    #expect(PartOfSpeechTrainer.train(Self.texts, options: other) != file)
  }

  @Test("counts tokens with other borders as missed, hyphenated words not at all")
  func countsMissedTokens() {
    let text = "a well-known cannot"
    let tokens = [
      ByteRange(0, 1), ByteRange(2, 6), ByteRange(6, 7), ByteRange(7, 12), ByteRange(13, 19),
    ]
    let tagged = TaggedText(text: text, tokens: tokens, tags: ["DT", "RB", "HYPH", "VBN", "MD"])
    #expect(tagged.missedTokens == 1)
    #expect(tagged.tags == [.dt, .unknown, .unknown, .unknown])
  }
}
