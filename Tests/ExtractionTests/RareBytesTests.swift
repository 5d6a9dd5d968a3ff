import Testing

@testable import Extraction

@Suite("RareBytes")
struct RareBytesTests {
  @Test(
    "finds every place of its bytes, in order, and no other",
    arguments: [
      "", "\n", "none", "a\nb", "12345678\n", "1234567\n9", "\r\n\r\n\r\n\r\n\r\n",
      "“Twelve” é \n ½ ø\r\n and so on, for longer\nthan sixteen bytes",
      "\u{b}\u{9}\u{e}\u{c}\n\u{8a}",
    ])
  func places(text: String) {
    let bytes = Array(text.utf8)
    let expected = bytes.indices.filter { bytes[$0] == 0x0a || bytes[$0] == 0x0d }
    #expect(places(in: bytes, 0..<bytes.count) == expected)
  }

  @Test("keeps to its range")
  func range() {
    let bytes = Array("\n12\n4567890\n2345\n".utf8)
    for start in 0..<bytes.count {
      for end in start...bytes.count {
        let expected = (start..<end).filter { bytes[$0] == 0x0a }
        guard places(in: bytes, start..<end) != expected else { continue }
        Issue.record("another result in \(start)..<\(end)")
      }
    }
  }

  private func places(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var found: [Int] = []
    RareBytes([0x0a, 0x0d]).forEach(in: bytes.span, range) { found.append($0) }
    return found
  }
}
