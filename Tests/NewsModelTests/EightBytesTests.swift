import NewsModel
import Testing

@Suite("EightBytes")
struct EightBytesTests {
  static func eight(_ bytes: [UInt8]) -> EightBytes { EightBytes(bytes.span, at: 0) }

  /// The numbers of the marked bytes.
  static func places(_ marks: UInt64) -> [Int] {
    (0..<8).filter { marks & (0x80 << UInt64($0 * 8)) != 0 }
  }

  @Test("reads a text from any place, with zeros behind its end")
  func reads() {
    let text = Array("newspapers".utf8)
    let bytes = EightBytes(text.span, at: 2)
    #expect((0..<8).map { bytes[$0] } == Array("wspapers".utf8))
    let end = EightBytes(text.span, at: 7)
    #expect((0..<8).map { end[$0] } == Array("ers".utf8) + [0, 0, 0, 0, 0])
    #expect(EightBytes(text.span, at: 10).number == 0)
    #expect((0..<8).map { bytes.prefix(3)[$0] } == Array("wsp".utf8) + [0, 0, 0, 0, 0])
    #expect(bytes.prefix(8).number == bytes.number)
  }

  @Test("tells of each byte what it is, whatever stands beside it")
  func classes() {
    for byte in UInt8.min...UInt8.max {
      for filler in [UInt8(0), 0x20, 0x61, 0x80, 0xff] {
        var bytes = [UInt8](repeating: filler, count: 8)
        bytes[3] = byte
        let eight = Self.eight(bytes)
        let isLetter = (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
        let isRight =
          Self.places(eight.letters).contains(3) == isLetter
          && Self.places(eight.digits).contains(3) == (0x30...0x39).contains(byte)
          && Self.places(eight.continuations).contains(3) == (byte & 0xc0 == 0x80)
          && eight.hasByte(below: 0x20) == (byte < 0x20 || filler < 0x20)
          && eight.contains(0x22) == (byte == 0x22)
        #expect(isRight, "\(byte) beside \(filler)")
      }
    }
  }

  @Test("counts the bytes of a word up to what ends it")
  func countsFirst() {
    func length(_ text: String) -> Int {
      EightBytes.countOfFirst(Self.eight(Array(text.utf8)).letters)
    }
    #expect(["", " no", "no way", "capitals", "all fine"].map(length) == [0, 0, 2, 8, 3])
  }
}
