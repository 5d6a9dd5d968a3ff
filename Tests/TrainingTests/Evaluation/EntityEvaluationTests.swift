import Foundation
import NewsModel
import Testing

@testable import Training

@Suite struct EntityEvaluationTests {
  static func file(_ text: String) throws -> String {
    let path = NSTemporaryDirectory() + "entities-\(UUID().uuidString).jsonl"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("compares names with labels of words and with entities marked by hand")
  func names() throws {
    let words = #""text": "Ann Berg left Norway.", "tokens": [[0,3],[4,8],[9,13],[14,20],[20,21]]"#
    let path = try Self.file(
      "{" + words + #", "ner": ["PERSON", "PERSON", "O", "LOCATION", "O"]}"# + "\n{" + words
        + #", "xpos": ["NNP", "NNP", "VBD", "NNP", "."], "entities": ["#
        + #"{"start_tok": 0, "end_tok": 2, "type": "person", "named": true}, "#
        + #"{"start_tok": 3, "end_tok": 4, "type": "place", "named": true}]}"#)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let evaluation = try EntityEvaluation(path)
    #expect(evaluation.spans.annotated == 4)
    #expect(evaluation.spans.found == 4)
    #expect(evaluation.typed == evaluation.spans)
    #expect(evaluation.types[.place]?.found == 2)
  }

  @Test("a file without texts is refused", arguments: ["", "\n\n"])
  func nothing(text: String) throws {
    let path = try Self.file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: TrainingError.noArticles(path: path)) { try EntityEvaluation(path) }
  }

  @Test("a span with another type is right as a span only")
  func types() throws {
    let path = try Self.file(
      #"{"text": "Ann Berg left.", "tokens": [[0,3],[4,8],[9,13],[13,14]], "#
        + #""ner": ["LOCATION", "LOCATION", "O", "O"]}"#)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let evaluation = try EntityEvaluation(path)
    #expect(evaluation.spans.found == 1)
    #expect(evaluation.typed.found == 0)
    #expect(evaluation.types[.person]?.precision == 0)
  }

  @Test("a line whose labels do not fit its words is refused with its number")
  func refusal() throws {
    let path = try Self.file(#"{"text": "Ann", "tokens": [[0,3]], "ner": []}"#)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: TrainingError.self) { try EntityEvaluation(path) }
  }
}
