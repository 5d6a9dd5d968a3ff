import Foundation
import Testing

@testable import Reporting

@Suite("JSONWriter")
struct JSONWriterTests {
  static func written(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(capacity: 1)
    write(&writer)
    return writer.text
  }

  @Test("writes whole numbers of every length")
  func integers() {
    var numbers = [0, 7, -7, Int.max, Int.min, 99_999_999, 100_000_000, 123_456_789_012]
    var power = 1
    for _ in 0..<18 {
      numbers += [power - 1, power, power + 1, -power]
      power *= 10
    }
    for number in numbers + Array(0..<1200) {
      #expect(Self.written { $0.value(number) } == String(number))
    }
    #expect(Self.written { $0.value(12, 3456) } == "[12,3456]")
  }

  @Test("writes the shortest form of a number, and null for none")
  func numbers() {
    for thousandths in stride(from: 1, to: 20_000, by: 7) {
      let number = Double(thousandths) / 1000
      #expect(Self.written { $0.value(number) } == NumberText.shortest(number))
    }
    for number in [0, -0.0, 1, 1e9, 123_456_789.125, 0.1 + 0.2, 1e-7, 4.5e300, -2.25, 1e22] {
      #expect(Self.written { $0.value(number) } == NumberText.shortest(number))
    }
    #expect(Self.written { $0.value(Double.nan) } == "null")
  }

  @Test("escapes what must be escaped and nothing else, at every place")
  func strings() throws {
    for length in 0..<20 {
      for mark in ["\"", "\\", "\n", "\t", "\u{1}", "\u{1f}", " ", "é", "“", "/", "\u{7f}"] {
        for place in 0...length {
          let text =
            String(repeating: "a", count: place) + mark
            + String(repeating: "b", count: length - place)
          let json = Self.written { $0.value(text) }
          let isRead =
            try JSONDecoder().decode([String].self, from: Data("[\(json)]".utf8)) == [text]
          let escape = ["\"": 1, "\\": 1, "\n": 1, "\t": 1, "\u{1}": 5, "\u{1f}": 5][mark] ?? 0
          #expect(isRead && json.utf8.count == text.utf8.count + 2 + escape, "\(json)")
        }
      }
    }
  }

  @Test("puts commas between the values of arrays and objects")
  func commas() {
    let text = Self.written { writer in
      writer.beginObject()
      writer.key("none")
      writer.null()
      writer.pair("kind", plain: "quotation")
      writer.key(text: "a \"key\"")
      writer.values(["x", "yy"])
      writer.key("flags")
      writer.beginArray()
      writer.value(true)
      writer.value(1.5)
      writer.beginArray()
      writer.endArray()
      writer.endArray()
      writer.endObject()
      writer.newline()
    }
    #expect(
      text == #"{"none":null,"kind":"quotation","a \"key\"":["x","yy"],"flags":[true,1.5,[]]}"#
        + "\n")
  }
}
