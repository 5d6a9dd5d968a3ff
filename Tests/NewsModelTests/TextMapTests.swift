import NewsModel
import Testing

@Suite("TextMap")
struct TextMapTests {
  static let texts = [
    "", "a", "é", "\n", "one\ntwo\n", "Zoë said “no”.\n\nShe left.\n",
    String(repeating: "plain words and no more\n", count: 12),
    String(repeating: "“Žižek”, café 😀\n", count: 30),
    String(repeating: "é", count: 64), String(repeating: "x", count: 64) + "é",
  ]

  @Test("counts code points before every byte", arguments: texts)
  func codePoints(_ text: String) {
    let map = TextMap(text)
    var expected: [Int] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
      // A byte inside a character lies behind its start.
      expected.append(index)
      for _ in 1..<max(1, UTF8.width(scalar)) { expected.append(index + 1) }
    }
    expected.append(text.unicodeScalars.count)
    #expect((0...text.utf8.count).map { map.codePoint(at: $0) } == expected)
    #expect(map.codePoint(at: text.utf8.count + 5) == text.unicodeScalars.count)
  }

  @Test("finds the line of every byte and the bytes of every line", arguments: texts)
  func lines(_ text: String) {
    let map = TextMap(text)
    let bytes = Array(text.utf8)
    var line = 1
    var expected: [Int] = []
    for byte in bytes {
      expected.append(line)
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
    #expect(bytes.indices.map { map.line(at: $0) } == expected)
    #expect(map.lineCount == line)
    let lines = (1...line).map { Array(bytes[map.range(ofLine: $0).range]) }
    #expect(Array(lines.joined(separator: [UInt8(ascii: "\n")])) == bytes)
  }
}
