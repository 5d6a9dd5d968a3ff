import NewsModel
import Testing

@testable import Language

@Suite struct SentenceSplitterTests {
  /// One paragraph a line; `|` marks the borders between sentences.
  static let cases: [String] = """
    He left. |She stayed.
    Gen. Lee met Mr. Smith. |They talked.
    The U.S. President spoke.
    He flew to the U.S. |The visit was short.
    It opened at 5 p.m. |Doors closed late.
    It opened at 5 p.m. Monday.
    J. K. Rowling wrote it. |George W. Bush read it.
    “We will go,” he said. |“It is time.” |He left.
    “We must act. |It is time,” he said.
    “Why?” she asked.
    “Why now?” Anna Berg asked. |Nobody knew.
    “Why now?” |Anna Berg left.
    He said it would stop. |(It did not.) |Then it rained.
    The crisis goes on. |depend on.
    The call goes on. |talks. ”
    They met in the approx. middle of it.
    The policy affects them. . |Then they left.
    Wait... he said. |… And then nothing.
    I think... I know... |But then it rained.
    He called it “a shame”. |The others agreed.
    He called it 'a shame.' |The others agreed.
    "We are ready." |"So are we," she said.
    "It is over." |He left. |"Is it?" she asked.
    It is for our own good. “
    1. The first point. |2. The second.
    Yahoo! said so. |It was wrong!
    He works for Example Inc. in Ohio.
    It cost $3.5 million. |That was a lot.
    “Stop!” – he cried.
    He asked [...] The answer came.
    """.split(separator: "\n").map(String.init)

  @Test("finds where sentences begin", arguments: cases)
  func splits(_ marked: String) {
    let expected = marked.split(separator: "|").map { String($0.filter { $0 != " " }) }
    let text = String(marked.filter { $0 != "|" })
    let columns = LanguageAnalyser().analyse(text, paragraphs: [ByteRange(0, text.utf8.count)])
    let found = (0..<columns.sentenceCount).map { sentence in
      columns.sentence(sentence).map { columns.word($0) }.joined()
    }
    #expect(found == expected)
  }

  @Test("never lets a sentence cross a paragraph")
  func keepsParagraphs() {
    let columns = LanguageAnalyser().analyse(
      "One line\nAnother line. More", paragraphs: [ByteRange(0, 8), ByteRange(9, 27)])
    #expect(columns.paragraphStarts == [0, 2])
    #expect(columns.sentenceStarts == [0, 2, 5])
  }
}
