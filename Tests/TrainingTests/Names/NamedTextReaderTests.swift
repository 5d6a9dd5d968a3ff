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

  @Test(
    "a line that cannot be used is refused with its number and the reason",
    arguments: [
      (#"{"text": "Ann""#, "not an object with text, tokens and entities or ner"),
      (#"{"text": "Ann", "tokens": [[0, 3]]}"#, "there are neither entities nor ner"),
      (
        #"{"text": "Ann", "tokens": [[0, 3]], "ner": ["O", "O"]}"#, "ner has 2 labels for 1 tokens"
      ),
      (
        #"{"text": "Ann", "tokens": [[2, 1]], "ner": ["O"]}"#,
        "token 0 is [2, 1], which is not a range of code points"
      ),
      (
        #"{"text": "Ann", "tokens": [[0, 4]], "ner": ["O"]}"#,
        "token 0 is [0, 4], which ends behind the text of 3 code points"
      ),
      (
        #"{"text": "Ann", "tokens": [[0, 3]], "xpos": [], "entities": []}"#,
        "xpos has 0 tags for 1 tokens"
      ),
      (
        #"{"text": "Ann", "tokens": [[0, 3]], "entities": [{"start_tok": 0, "end_tok": 2, "type": "person"}]}"#,
        "entity 0 has the tokens 0 to 2 of 1"
      ),
    ])
  func refusals(_ broken: String, _ reason: String) throws {
    let path = NSTemporaryDirectory() + "names-\(UUID().uuidString).jsonl"
    let sound = #"{"text": "Ann", "tokens": [[0, 3]], "ner": ["PERSON"]}"#
    try (sound + "\n\n" + broken + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: TrainingError.brokenLine(path: path, line: 3, reason: reason)) {
      try NamedTextReader().read(path)
    }
  }
}
