import NewsModel
import Testing

@Suite struct VocabularyTests {
  @Test("gives each distinct word one id and finds it again after growing")
  func internsOnce() {
    var vocabulary = Vocabulary(capacity: 4)
    let words = (0..<5000).map { "word\($0)" }
    let ids = words.map { vocabulary.intern($0) }
    #expect(ids == Array(0..<5000))
    #expect(words.map { vocabulary.intern($0) } == ids)
    #expect(ids.map { vocabulary[$0] } == words)
    #expect(vocabulary.id(of: "word4999") == 4999)
    #expect(vocabulary.id(of: "never seen") == nil)
  }

  @Test("keeps spellings apart that Unicode calls equal")
  func comparesBytes() {
    var vocabulary = Vocabulary()
    #expect(vocabulary.intern("caf\u{e9}") != vocabulary.intern("cafe\u{301}"))
  }

  @Test("finds all its words in another vocabulary at once")
  func findsInAnother() {
    var small = Vocabulary()
    var large = Vocabulary()
    for number in 0..<300 { _ = large.intern("a rather long word \(number * 3)") }
    for number in 0..<100 { _ = small.intern("a rather long word \(number)") }
    let expected = (0..<100).map { $0 % 3 == 0 ? UInt32($0 / 3) : UInt32.max }
    #expect(small.ids(in: large) == expected)
    #expect(Vocabulary().ids(in: large).isEmpty)
  }

  @Test("takes in all words of another vocabulary at once")
  func internsAnother() {
    var all = Vocabulary(capacity: 4)
    for number in 0..<50 { _ = all.intern("a rather long word \(number)") }
    var other = Vocabulary()
    for number in 40..<4000 { _ = other.intern("a rather long word \(number)") }
    let ids = all.intern(other)
    #expect(ids == Array(40..<4000))
    #expect(all.count == 4000)
    #expect(ids.indices.allSatisfy { all[ids[$0]] == other[UInt32($0)] })
    #expect(all.id(of: "a rather long word 3999") == 3999)
  }
}
