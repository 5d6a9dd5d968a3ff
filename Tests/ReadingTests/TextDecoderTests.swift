import NewsModel
import Testing

@testable import Reading

@Suite("TextDecoder")
struct TextDecoderTests {
  static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    var units = Array(text.utf16)
    if mark { units.insert(0xfeff, at: 0) }
    return units.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xff), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  static let encoded: [([UInt8], String, [Note.Kind])] = {
    let plain = "A plain line of text"
    let french = "“Ça va” — oui"
    var cut = Array("“Ça va, ça va”".utf8)
    cut += [0xe2, 0x80]
    return [
      (Array(french.utf8), french, []),
      ([0xef, 0xbb, 0xbf] + Array("Ça".utf8), "Ça", []),
      (utf16(french, bigEndian: false, mark: true), french, [.reencoded]),
      (utf16(french, bigEndian: true, mark: true), french, [.reencoded]),
      (utf16(plain, bigEndian: false, mark: false), plain, [.reencoded]),
      (utf16(plain, bigEndian: true, mark: false), plain, [.reencoded]),
      ([0x93, 0xc7, 0x61, 0x94, 0x20, 0x80], "“Ça” €", [.reencoded]),
      (cut, "“Ça va, ça va”\u{fffd}", [.undecodable]),
      (Array("one\0 two three four five six".utf8), "one two three four five six", [.reencoded]),
      ([], "", []),
    ]
  }()

  @Test("reads the usual encodings", arguments: encoded)
  func encodings(_ bytes: [UInt8], _ text: String, _ notes: [Note.Kind]) throws {
    let decoded = try TextDecoder.decode(bytes, path: "a").get()
    #expect(decoded.text == text && decoded.bytes == Array(text.utf8))
    #expect(decoded.notes.map(\.kind) == notes)
  }

  static let noText: [[UInt8]] = [
    Array("%PDF-1.4 …".utf8), [0x50, 0x4b, 3, 4, 0, 0], [0x1f, 0x8b, 8], [0x89, 0x50, 0x4e, 0x47],
    (0..<2000).map { UInt8($0 * 7 % 31) },
  ]

  @Test("refuses what is no text, with the reason", arguments: noText)
  func binaries(_ bytes: [UInt8]) {
    guard case .failure(let failure) = TextDecoder.decode(bytes, path: "a/b.bin") else {
      Issue.record("it was taken for text")
      return
    }
    #expect(failure.description.hasPrefix("a/b.bin: it is not text: "))
  }
}
