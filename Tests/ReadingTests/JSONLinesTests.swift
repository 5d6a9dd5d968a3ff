import NewsModel
import Testing

@testable import Reading

@Suite("JSONLines")
struct JSONLinesTests {
  static func outcomes(_ bytes: [UInt8], path: String = "c.jsonl") -> [ReadOutcome] {
    var outcomes: [ReadOutcome] = []
    ArticleReader().read(bytes: bytes, path: path, format: .jsonl) { outcomes.append($0) }
    return outcomes
  }

  @Test("reads records, names bad ones by line and goes on")
  func records() {
    let source = """
      {"id": "a1", "title": "Ferry to start", "text": "Ferry to start\\n\\nThe mayor said yes.", "published": "2021-04-13", "outlet": "Harbour Herald", "url": "https://example.org/a", "byline": "By ANN BELL"}

      {"id": 7, "text": "The mayor said no.", "authors": ["Tom Hart", "Reuters"], "date": "Tue, 13 Apr 2021 08:00:00 GMT"}
      {"id": "a3"
      {"id": "a4", "title": "no text"}
      [1, 2]
      {"html": "<html><body><h1>Ferry to start</h1><p>The mayor said <b>yes</b>.</p></body></html>"}
      {"text": ""}
      """
    let seen = Self.outcomes(Array(source.utf8)).map { outcome -> String in
      switch outcome {
      case .article(let a):
        return
          "\(a.id)|\(a.path)|\(a.title ?? "-")|\(a.published ?? "-")|\(a.outlet ?? "-")|\(a.byline)|\(a.agencies)|\(a.zones.count)"
      case .failure(let failure):
        return failure.description.split(separator: ":").prefix(3).joined(separator: ":")
      }
    }
    #expect(
      seen == [
        "a1|c.jsonl:1|Ferry to start|2021-04-13|Harbour Herald|[\"Ann Bell\"]|[]|2",
        "7|c.jsonl:3|-|2021-04-13|-|[\"Tom Hart\"]|[\"Reuters\"]|1",
        "c.jsonl:4: the line is not a JSON object",
        "c.jsonl:5: the record has neither a \"text\" nor an \"html\" string",
        "c.jsonl:6: the line is not a JSON object",
        "c:7|c.jsonl:7|Ferry to start|-|-|[]|[]|2",
        "c:8|c.jsonl:8|-|-|-|[]|[]|0",
      ])
  }

  @Test("cuts lines alike however the stream is chunked", arguments: [1, 2, 3, 7, 100])
  func chunks(_ size: Int) {
    let bytes = Array("one\ntwo\n\nthree, much longer\nfour".utf8)
    var splitter = LineSplitter(limit: 10)
    var seen: [String] = []
    func note(_ line: LineSplitter.Line, _ number: Int) {
      if case .bytes(let bytes) = line {
        seen.append("\(number) \(String(decoding: bytes, as: UTF8.self))")
      } else {
        seen.append("\(number) too long")
      }
    }
    for start in stride(from: 0, to: bytes.count, by: size) {
      splitter.feed(Array(bytes[start..<min(bytes.count, start + size)]), each: note)
    }
    splitter.finish(each: note)
    #expect(seen == ["1 one", "2 two", "3 ", "4 too long", "5 four"])
  }
}
