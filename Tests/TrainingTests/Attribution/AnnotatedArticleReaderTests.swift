import Foundation
import NewsModel
import Testing

@testable import Training

@Suite struct AnnotatedArticleReaderTests {
  static func read(_ lines: String) throws -> [AnnotatedArticle] {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("articles-\(UUID().uuidString).jsonl")
    try Data(lines.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    do {
      return try AnnotatedArticleReader().read(path.path)
    } catch TrainingError.brokenLine(_, let line, let reason) {
      throw TrainingError.brokenLine(path: "file", line: line, reason: reason)
    } catch TrainingError.noArticles {
      throw TrainingError.noArticles(path: "file")
    }
  }

  static let good = """
    {"id":"a","text":"“Né,” said Zoë.","attributions":\
    [{"source":[[11,14]],"cue":[[6,10]],"content":[[0,5]]}],"tokens":[[0,1],[1,3]]}
    """

  @Test("offsets in code points become bytes")
  func offsets() throws {
    let articles = try Self.read(
      Self.good + "\n\n" + Self.good.replacing("\"a\"", with: "\"b\"") + "\n")
    #expect(articles.count == 2)
    let article = articles[0]
    let attribution = try #require(article.attributions.first)
    #expect(attribution.content.map { article.text[bytes: $0] } == ["“Né,”"])
    #expect(attribution.cue.map { article.text[bytes: $0] } == ["said"])
    #expect(attribution.source.map { article.text[bytes: $0] } == ["Zoë"])
    #expect(article.tokens.map { article.text[bytes: $0] } == ["“", "Né"])
  }

  @Test("output of the extraction is read, nested statements left out")
  func quotes() throws {
    let line = """
      {"id":"a","text":"x y z","quotes":[{"content":[[0,1]],"nested_in":null},\
      {"content":[[2,3]],"nested_in":"q1"}]}
      """
    #expect(try Self.read(line)[0].attributions.count == 1)
  }

  @Test("keys of the annotators' own are let pass")
  func otherKeys() throws {
    let articles = try Self.read(
      """
      {"id":"a","annotator":"x","text":"x y z","attributions":[{"id":"E1","nested":false,"kind":"direct",\
      "source":[[0,1]],"cue":[[2,3]],"content":[[4,5]]}]}
      """)
    #expect(articles.first?.attributions.count == 1)
  }

  static let broken: [(String, String)] = [
    ("{\"id\":\"a\"", "this is not a JSON object"),
    ("{\"text\":\"x\",\"attributions\":[]}", "“id” is missing"),
    ("{\"id\":7,\"text\":\"x\"}", "a value of another type was expected at “id”"),
    ("{\"id\":\"b\",\"text\":\"x\"}", "article “b”: there are neither “attributions” nor “quotes”"),
    ("{\"id\":\"b\"}", "article “b”: there is no “text”"),
    ("{\"id\":\"a\",\"text\":\"x\",\"attributions\":[]}", "article “a”: line 1 has the same id"),
    (
      "{\"id\":\"b\",\"text\":\"x\",\"attributions\":[{\"sorce\":[[0,1]]}]}",
      "article “b”: an attribution has no “sorce”: there is source, cue, content, nested_in"
    ),
    (
      "{\"id\":\"b\",\"text\":\"xyz\",\"attributions\":[{\"cue\":[[1,9]]}]}",
      "article “b”: cue [1, 9] ends behind the text of 3 code points"
    ),
    (
      "{\"id\":\"b\",\"text\":\"xyz\",\"attributions\":[{\"source\":[[2,1]]}]}",
      "article “b”: source [2, 1] is not a range of code points"
    ),
    (
      "{\"id\":\"b\",\"text\":\"xyz\",\"attributions\":[],\"tokens\":[[0,1]],\"paragraphs\":[[0,2]]}",
      "article “b”: paragraph [0, 2] is not a run of tokens"
    ),
  ]

  @Test("a broken line is refused with its number and the reason", arguments: broken)
  func refusal(_ line: String, _ reason: String) {
    #expect(throws: TrainingError.brokenLine(path: "file", line: 2, reason: reason)) {
      try Self.read(Self.good + "\n" + line)
    }
  }

  @Test("files without articles and files that are not there are refused")
  func nothing() {
    #expect(throws: TrainingError.noArticles(path: "file")) { try Self.read("\n\n") }
    #expect(
      throws: TrainingError.unreadable(path: "/no/such/file.gz", reason: "the file cannot be read")
    ) { try AnnotatedArticleReader().read("/no/such/file.gz") }
  }
}
