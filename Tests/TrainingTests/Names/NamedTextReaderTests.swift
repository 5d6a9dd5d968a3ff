import Foundation
import NewsModel
import Testing

@testable import Training

@Suite struct NamedTextReaderTests {
  /// The names of a text whose words and tags are given as “word/TAG”, with one entity over all of it.
  static func names(_ tagged: String, type: String) throws -> [String] {
    let pairs = tagged.split(separator: " ").map { $0.split(separator: "/") }
    let text = pairs.map { String($0[0]) }.joined(separator: " ")
    var tokens: [[Int]] = []
    var position = 0
    for pair in pairs {
      tokens.append([position, position + pair[0].count])
      position += pair[0].count + 1
    }
    let line: [String: Any] = [
      "text": text, "tokens": tokens, "xpos": pairs.map { String($0[1]) },
      "entities": [["start_tok": 0, "end_tok": pairs.count, "type": type, "named": true]],
    ]
    let path = NSTemporaryDirectory() + "names-\(UUID().uuidString).jsonl"
    try JSONSerialization.data(withJSONObject: line).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let read = try NamedTextReader().read(path)
    return read.flatMap { text in
      text.others.union(text.names.keys).sorted().map { text.text[bytes: $0] }
    }
  }

  @Test(
    "an entity is cut to its proper nouns",
    arguments: [
      ("the/DT Harlow/NNP Bank/NNP in/IN Oslo/NNP", "organization", "Harlow Bank"),
      ("the/DT Gulf/NNP of/IN Arda/NNP area/NN", "place", "Gulf of Arda"),
      (
        "the/DT Institute/NNP for/IN the/DT Study/NNP of/IN Tides/NNPS", "organization",
        "Institute for the Study of Tides"
      ),
      ("Ann/NNP Berg/NNP of/IN Norway/NNP", "person", "Ann Berg"),
      ("the/DT Bank/NNP of/IN last/JJ resort/NN", "organization", "Bank"),
      ("the/DT Long/NNP War/NNP", "event", "Long War"),
    ])
  func cuts(_ tagged: String, _ type: String, _ name: String) throws {
    #expect(try Self.names(tagged, type: type) == [name])
  }

  @Test("times and entities without a proper noun are no names")
  func leavesOut() throws {
    #expect(try Self.names("last/JJ Monday/NNP", type: "time").isEmpty)
    #expect(try Self.names("the/DT bank/NN", type: "organization").isEmpty)
  }
}
