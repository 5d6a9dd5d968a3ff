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

  @Test(
    "tells words of any length apart by each byte, wherever they lie in a text",
    arguments: [1, 2, 3, 7, 8, 9, 12, 15, 16, 17, 23, 24, 25, 40])
  func lengths(length: Int) {
    let plain = [UInt8](repeating: 0x61, count: length)
    var vocabulary = Vocabulary()
    let first = vocabulary.intern(plain.span)
    for index in 0..<length {
      var other = plain
      other[index] = 0x62
      #expect(vocabulary.id(of: other.span) == nil)
      let id = vocabulary.intern(other.span)
      #expect(Int(id) == index + 1)
      // In the middle of a text, and at its very end.
      let middle = [0x63] + other + [UInt8](repeating: 0x64, count: 9)
      #expect(vocabulary.id(of: middle.span, 1..<(length + 1)) == id)
      #expect(vocabulary.id(of: ([0x63, 0x63] + other).span, 2..<(length + 2)) == id)
    }
    #expect(vocabulary.id(of: (plain + [0x61]).span) == nil)
    #expect(vocabulary.id(of: plain.span) == first)
  }

  @Test("finds and takes in single words of another vocabulary")
  func singleWords() {
    var other = Vocabulary()
    let known = other.intern("harbour")
    let unknown = other.intern("an unheard-of harbour")
    var vocabulary = Vocabulary()
    _ = vocabulary.intern("sea")
    let harbour = vocabulary.intern("harbour")
    #expect(other.id(of: known, in: vocabulary) == harbour)
    #expect(other.id(of: unknown, in: vocabulary) == nil)
    #expect(vocabulary.intern(known, of: other) == harbour)
    let new = vocabulary.intern(unknown, of: other)
    #expect(vocabulary[new] == "an unheard-of harbour")
    #expect(vocabulary.count == 3)
  }
}
