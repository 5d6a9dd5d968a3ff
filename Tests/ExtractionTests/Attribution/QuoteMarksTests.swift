import Language
import NewsModel
import SaysoTestSupport
import Testing

@testable import Extraction

@Suite struct QuoteMarksTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var marked: String
    /// A letter for each token: out, open, in, close.
    var states: String
    var endsOpen: [Bool]
    var testDescription: String { marked }
  }

  static let cases = [
    Case(marked: "He left.", states: "...", endsOpen: [false]),
    Case(marked: "[“No,”|q] he said.", states: "(ii)...", endsOpen: [false]),
    Case(marked: "He said: [“No [“way”|q] out.”|q]", states: "...(iiiiii)", endsOpen: [false]),
    Case(
      marked: "[“One.|q]\n[“Two.”|q]", states: "(ii(ii)", endsOpen: [true, false]),
    Case(marked: "[“One.\nTwo.”|q]", states: "(iiii)", endsOpen: [true, false]),
    Case(marked: "[Never,”|q] he said.", states: "ii)...", endsOpen: [false]),
  ]

  @Test("tokens know what they are to the marks around them", arguments: cases)
  func states(_ example: Case) {
    let marked = MarkedText(example.marked)
    var paragraphs: [ByteRange] = []
    var start = 0
    for line in marked.text.split(separator: "\n", omittingEmptySubsequences: false) {
      paragraphs.append(ByteRange(start, start + line.utf8.count))
      start += line.utf8.count + 1
    }
    let tokens = LanguageAnalyser().analyse(marked.text, paragraphs: paragraphs)
    let marks = QuoteMarks(tokens: tokens, quotations: marked.spans.map(\.range))
    let letters: [QuoteMarks.State: Character] = [
      .outside: ".", .opens: "(", .inside: "i", .closes: ")",
    ]
    #expect(String(marks.states.compactMap { letters[$0] }) == example.states)
    #expect(marks.endsOpen == example.endsOpen)
  }
}
