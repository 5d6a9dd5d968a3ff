import NewsModel
import Testing

@testable import Language

@Suite struct LanguageMemoryTests {
  private static let text =
    "The Minister denied it. “We left,” she told Reuters on Jan. 4; the U.S. envoys’ cars weren't there."

  @Test("finds the same tokens whatever texts were read before")
  func doesNotDependOnTheTextsBefore() {
    let fresh = Self.columns(LanguageAnalyser(), Self.text)
    let used = LanguageAnalyser()
    for other in [
      "Ministers deny. THE LEFT told us.", "", "«Non», a dit le ministre — naïveté ’90s", Self.text,
    ] {
      _ = Self.columns(used, other)
    }
    #expect(Self.columns(used, Self.text) == fresh)
  }

  @Test("numbers every word of a text's vocabulary, lower-case forms and lemmas too")
  func numbersAllWords() {
    var memory = LanguageMemory()
    let paragraph = ByteRange(0, Self.text.utf8.count)
    let tokens = LanguageAnalyser().analyse(Self.text, paragraphs: [paragraph], &memory)
    #expect(memory.words.numbers.count == tokens.vocabulary.count)
    for id in 0..<UInt32(tokens.vocabulary.count) {
      let number = memory.words.numbers[Int(id)]
      #expect(memory.words.vocabulary[number] == tokens.vocabulary[id])
    }
  }

  @Test("begins anew when it holds too many words, and says so")
  func forgets() {
    var memory = LanguageMemory()
    let analyser = LanguageAnalyser()
    let many = (0..<70_000).map { "w\($0)" }.joined(separator: " ")
    _ = analyser.analyse(many, paragraphs: [ByteRange(0, many.utf8.count)], &memory)
    #expect(memory.generation == 0)
    let paragraph = ByteRange(0, Self.text.utf8.count)
    let tokens = analyser.analyse(Self.text, paragraphs: [paragraph], &memory)
    #expect(memory.generation == 1)
    #expect(memory.words.count < 100)
    #expect(Self.rows(tokens) == Self.columns(LanguageAnalyser(), Self.text))
  }

  @Test("serves several threads at the same time")
  func serves() async {
    let analyser = LanguageAnalyser()
    let expected = Self.columns(analyser, Self.text)
    await withTaskGroup(of: [String].self) { group in
      for index in 0..<32 {
        group.addTask {
          _ = Self.columns(analyser, "Paper number \(index) said nothing.")
          return Self.columns(analyser, Self.text)
        }
      }
      for await found in group { #expect(found == expected) }
    }
  }

  private static func columns(_ analyser: LanguageAnalyser, _ text: String) -> [String] {
    rows(analyser.analyse(text, paragraphs: [ByteRange(0, text.utf8.count)]))
  }

  private static func rows(_ tokens: TokenColumns) -> [String] {
    (0..<tokens.count).map { token in
      let range = tokens.range(of: token)
      return
        "\(range.start) \(tokens.word(token)) \(tokens.lower(token)) \(tokens.lemma(token)) \(tokens.partsOfSpeech[token])"
    } + tokens.sentenceStarts.map { "sentence \($0)" }
  }
}
