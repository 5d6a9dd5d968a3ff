import NewsModel
import Testing

@testable import Extraction

@Suite struct NameRolesTests {
  @Test("knows what a word does in the other names of an article")
  func roles() {
    let text = "Neela Trask left. Trask joined the Harlow Institute for Peace, and HIP grew."
    let analysis = ArticleAnalyser().analyse(Article(id: "a", path: "a", text: text))
    let context = ExtractionContext(analysis, options: ExtractionOptions())
    let words = context.articleWords(analysis)
    var roles = NameRoles(words: words, bytes: context.bytes)
    func tokens(_ name: String) -> Range<Int> {
      let parts = name.split(separator: " ").map(String.init)
      let first = (0..<words.count).first { start in
        parts.indices.allSatisfy { words.tokens.word(start + $0) == parts[$0] }
      }
      return (first ?? 0)..<((first ?? 0) + parts.count)
    }
    roles.note(tokens("Neela Trask"), isPerson: true)
    roles.note(tokens("Harlow Institute for Peace"), isPerson: false)
    roles.note(tokens("HIP"), isPerson: false)
    #expect(roles.roles(of: tokens("Neela").lowerBound) == .firstOfPerson)
    #expect(roles.roles(of: tokens("Trask").lowerBound) == .lastOfPerson)
    #expect(roles.roles(of: tokens("Harlow").lowerBound) == .firstOfOther)
    #expect(roles.roles(of: tokens("Institute").lowerBound) == .inside)
    #expect(roles.roles(of: tokens("HIP").lowerBound) == [.alone, .acronym])
  }
}
