internal import NewsModel

/// The JSON arrays that the store keeps in text columns: names, and spans as pairs of numbers.
///
/// Written and read by hand because a general decoder costs more than the whole row.
enum JSONArrays {
  /// Writes texts: `["Reuters","AFP"]`.
  static func text(_ texts: [String]) -> String {
    if texts.isEmpty { return "[]" }
    var output: [UInt8] = []
    for text in texts {
      output.append(output.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
      append(text, to: &output)
    }
    output.append(UInt8(ascii: "]"))
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes spans: `[[12,40],[61,88]]`.
  static func text(_ ranges: [ByteRange]) -> String {
    if ranges.isEmpty { return "[]" }
    return "[" + ranges.map { "[\($0.start),\($0.end)]" }.joined(separator: ",") + "]"
  }

  /// Writes one text as a JSON string.
  static func append(_ text: String, to output: inout [UInt8]) {
    let hexadecimal = Array("0123456789abcdef".utf8)
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(hexadecimal[Int(byte >> 4)])
        output.append(hexadecimal[Int(byte & 15)])
      default:
        output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Reads texts; whatever is not a string in a JSON array is passed over.
  static func texts(_ json: String) -> [String] {
    if json.utf8.count <= 2 { return [] }
    var texts: [String] = []
    var bytes = json.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "\"") { texts.append(string(&bytes)) }
    }
    return texts
  }

  /// Reads spans; a pair that runs backward is passed over.
  static func ranges(_ json: String) -> [ByteRange] {
    if json.utf8.count <= 2 { return [] }
    var ranges: [ByteRange] = []
    var start: Int?
    var number: Int?
    for byte in json.utf8 {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        number = (number ?? 0) &* 10 &+ Int(byte - UInt8(ascii: "0"))
      } else if let complete = number {
        if let from = start {
          if from <= complete, from >= 0 { ranges.append(ByteRange(from, complete)) }
          start = nil
        } else {
          start = complete
        }
        number = nil
      }
    }
    return ranges
  }

  /// Reads the rest of a string whose opening mark was read.
  private static func string(_ bytes: inout String.UTF8View.Iterator) -> String {
    var units: [UInt8] = []
    while let byte = bytes.next(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\") else {
        units.append(byte)
        continue
      }
      guard let escape = bytes.next() else { break }
      switch escape {
      case UInt8(ascii: "n"): units.append(0x0a)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0d)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0c)
      case UInt8(ascii: "u"):
        // Neither this code nor SQLite escapes anything but control characters.
        var value: UInt32 = 0
        for _ in 0..<4 {
          let digit = bytes.next().flatMap { Character(Unicode.Scalar($0)).hexDigitValue } ?? 0
          value = value << 4 | UInt32(digit)
        }
        units.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{fffd}").utf8)
      default: units.append(escape)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }
}
