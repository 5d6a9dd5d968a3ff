import Testing

@testable import Store

@Suite struct SHA256Tests {
  // The examples of FIPS 180-4 and lengths around the border of a block.
  @Test(
    "gives the digests that sha256sum prints",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1000),
        "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
      ),
    ])
  func knownDigests(text: String, expected: String) {
    #expect(SHA256.hex(Array(text.utf8)) == expected)
  }

  @Test("does not depend on how the bytes come", arguments: [1, 3, 55, 56, 63, 64, 65, 200])
  func pieces(size: Int) {
    let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var digest = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      let piece = Array(bytes[start..<min(start + size, bytes.count)])
      digest.update(piece.span)
    }
    #expect(digest.finish() == SHA256.hex(bytes))
  }
}
