import Glibc
import NewsModel

/// Turns bytes of any usual encoding into valid UTF-8.
///
/// In this order: a byte order mark decides; a pattern of NULs means UTF-16; bytes that are valid UTF-8 are
/// UTF-8; a few broken sequences among good ones are replaced by U+FFFD; all else is Windows-1252.
enum TextDecoder {
  /// A text and what was done to get it.
  struct Decoded {
    var text: String
    /// The text's UTF-8.
    var bytes: [UInt8]
    var notes: [Note] = []
  }

  /// Decodes bytes, or says why they are no text.
  static func decode(_ bytes: [UInt8], path: String) -> Result<Decoded, ReadingFailure> {
    if let kind = BinarySignature.kind(of: bytes) {
      return .failure(.notText(path: path, reason: kind))
    }
    if bytes.starts(with: [0xff, 0xfe, 0, 0]) || bytes.starts(with: [0, 0, 0xfe, 0xff]) {
      return .failure(.notText(path: path, reason: "UTF-32 is not supported"))
    }
    if bytes.starts(with: [0xff, 0xfe]) {
      return .success(utf16(bytes, from: 2, isBigEndian: false))
    }
    if bytes.starts(with: [0xfe, 0xff]) {
      return .success(utf16(bytes, from: 2, isBigEndian: true))
    }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      return .success(bytesWithoutNULs(Array(bytes.dropFirst(3))))
    }
    let hasNUL = containsNUL(bytes)
    if hasNUL, let isBigEndian = BinarySignature.utf16WithoutMark(bytes) {
      return .success(utf16(bytes, from: 0, isBigEndian: isBigEndian))
    }
    if let reason = BinarySignature.controlCharacters(in: bytes) {
      return .failure(.notText(path: path, reason: reason))
    }
    return .success(hasNUL ? bytesWithoutNULs(bytes) : utf8OrLegacy(bytes))
  }

  private static func containsNUL(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      // Safe: memchr looks at the bytes of the buffer only, and no byte is read where there is none.
      buffer.baseAddress.map { memchr($0, 0, buffer.count) != nil } ?? false
    }
  }

  /// A string that is text already, its NULs dropped.
  static func decoded(_ text: String) -> Decoded {
    let bytes = Array(text.utf8)
    return containsNUL(bytes) ? bytesWithoutNULs(bytes) : Decoded(text: text, bytes: bytes)
  }

  private static func bytesWithoutNULs(_ bytes: [UInt8]) -> Decoded {
    guard containsNUL(bytes) else { return utf8OrLegacy(bytes) }
    let rest = bytes.filter { $0 != 0 }
    var decoded = utf8OrLegacy(rest)
    decoded.notes.insert(
      Note(.reencoded, nil, "\(bytes.count - rest.count) NUL bytes were dropped"), at: 0)
    return decoded
  }

  private static func utf8OrLegacy(_ bytes: [UInt8]) -> Decoded {
    if let text = String(validating: bytes, as: UTF8.self) {
      return Decoded(text: text, bytes: bytes)
    }
    let (good, bad) = sequences(bytes)
    guard bad <= good else {
      let text = Windows1252.decode(bytes)
      return Decoded(
        text: text, bytes: Array(text.utf8),
        notes: [Note(.reencoded, nil, "read as Windows-1252: it is not UTF-8")])
    }
    return repaired(String(decoding: bytes, as: UTF8.self), what: "bytes that are not UTF-8")
  }

  private static func repaired(_ text: String, what: String) -> Decoded {
    let bytes = Array(text.utf8)
    var ranges: [ByteRange] = []
    var count = 0
    for index in bytes.indices
    where bytes[index] == 0xef && index + 2 < bytes.count && bytes[index + 1] == 0xbf
      && bytes[index + 2] == 0xbd
    {
      count += 1
      if ranges.count < 8 { ranges.append(ByteRange(index, index + 3)) }
    }
    let notes = ranges.enumerated().map { number, range in
      let more = number == 7 && count > 8 ? " (\(count) places in all)" : ""
      return Note(.undecodable, range, "\(what), replaced by U+FFFD\(more)")
    }
    return Decoded(text: text, bytes: bytes, notes: notes)
  }

  /// How many well-formed and how many broken sequences of several bytes there are.
  private static func sequences(_ bytes: [UInt8]) -> (good: Int, bad: Int) {
    var good = 0
    var bad = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      let width = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0
      var length = 1
      while length < width, index + length < bytes.count, bytes[index + length] & 0xc0 == 0x80 {
        length += 1
      }
      if width > 0, length == width { good += 1 } else { bad += 1 }
      index += length
    }
    return (good, bad)
  }

  private static func utf16(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity((bytes.count - start) / 2)
    var index = start
    while index + 1 < bytes.count {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      let unit = isBigEndian ? first << 8 | second : second << 8 | first
      if unit != 0 { units.append(unit) }
      index += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    var decoded = repaired(text, what: "half of a UTF-16 pair")
    decoded.notes.insert(
      Note(.reencoded, nil, "read as UTF-16, \(isBigEndian ? "big" : "little") endian"), at: 0)
    return decoded
  }
}
