import Language
import NewsModel
import Reporting
import Rules
import Store
import Testing

@Suite("Concordance")
struct ConcordanceTests {
  static let texts = [
    "Old words first. The mayor sent two ships north.\nThey left.",
    "A minister\n  sent one “grey” ship.",
  ]

  let snapshot: CorpusSnapshot

  init() throws {
    let store = try CorpusStore.inMemory()
    for (number, text) in Self.texts.enumerated() {
      let whole = ByteRange(0, text.utf8.count)
      let tokens = LanguageAnalyser().analyse(text, paragraphs: [whole])
      var article = Article(id: "a\(number)", path: "a\(number)", text: text)
      article.zones = [Zone(.body, whole)]
      try store.add(Analysis(article: article, tokens: tokens))
    }
    snapshot = try store.snapshot()
  }

  func pattern(_ source: String) throws -> Pattern {
    try Pattern(
      source,
      in: PatternEnvironment { literal in
        let tokens = Tokeniser().tokenise(literal)
        return (0..<tokens.count).map(tokens.word)
      })
  }

  func written(
    _ source: String, _ format: TableFormat, context: Int? = nil, width: Int? = nil
  ) throws -> String {
    let pattern = try pattern(source)
    let query = try CorpusQuery(pattern, on: snapshot)
    let reader = try ConcordanceReader(snapshot, context: context)
    var output = ""
    var writer = try ConcordanceWriter(
      format, captures: pattern.captures, snapshot: snapshot,
      options: RenderingOptions(width: width)
    ) { output += $0 }
    while let hit = try query.next() { writer.append(try reader.line(of: hit)) }
    writer.finish()
    return output
  }

  @Test(
    "writes each form as if it were one table",
    arguments: [
      (
        TableFormat.csv,
        "article,line,first,last,before,match,after,n\r\n"
          + "a0,1,28,35,The mayor,sent two,ships north.,two\r\n"
          + "a1,2,14,21,A minister,sent one,“grey” ship.,one\r\n"
      ),
      (
        .markdown,
        "| article | line | first | last | before | match | after | n |\n"
          + "| --- | ---: | ---: | ---: | ---: | --- | --- | --- |\n"
          + "| a0 | 1 | 28 | 35 | The mayor | sent two | ships north. | two |\n"
          + "| a1 | 2 | 14 | 21 | A minister | sent one | “grey” ship. | one |\n"
      ),
    ])
  func forms(format: TableFormat, expected: String) throws {
    #expect(try written("sent n:[num]", format) == expected)
  }

  @Test("JSON is one array, empty or not")
  func json() throws {
    #expect(try written("nowhere", .json) == "[]\n")
    let found = try written("sent n:[num]", .json)
    #expect(found.hasPrefix("[\n{") && found.hasSuffix("}\n]\n"))
    #expect(
      found.contains("},\n{") && found.contains("\"n\": \"two\"") || found.contains("\"n\":\"two\"")
    )
    #expect(try written("sent", .jsonl).split(separator: "\n").count == 2)
  }

  @Test("puts the match in one column and keeps to the width of a screen")
  func aligned() throws {
    let lines = try written("[lemma=ship]", .table, width: 60).split(separator: "\n")
    #expect(lines.count == 2)
    let columns = lines.map { line in
      line.distance(from: line.startIndex, to: line.range(of: "ship"))
    }
    #expect(columns[0] == columns[1])
    #expect(lines.allSatisfy { TextWidth.width(of: $0) <= 60 })
    #expect(lines[0].hasPrefix("a0:1") && lines[1].hasPrefix("a1:2"))
  }

  @Test("shows so many words on each side, across sentences")
  func context() throws {
    let query = try CorpusQuery(pattern("mayor"), on: snapshot)
    let hit = try #require(try query.next())
    let line = try ConcordanceReader(snapshot, context: 3).line(of: hit)
    #expect(line.before == "first. The " && line.after == " sent two ships")
    let sentence = try ConcordanceReader(snapshot).line(of: hit)
    #expect(sentence.before == "The " && sentence.after == " sent two ships north.")
  }

  @Test("counts the values of a field, with their articles")
  func counts() throws {
    let pattern = try pattern("what:[lemma=(send|ship|leave)]")
    let query = try CorpusQuery(pattern, on: snapshot)
    var counts = HitCounts(try QueryField("what.lemma", in: pattern))
    while let hit = try query.next() {
      counts.add(hit, in: try snapshot.queryText(ofArticle: hit.article).text)
    }
    #expect(
      counts.table().rendered(as: .csv)
        == "what.lemma,count,articles\r\nsend,2,2\r\nship,2,2\r\nleave,1,1\r\n")
    #expect(counts.table(limit: 1).rows.count == 1)
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Index {
    var place = startIndex
    while place < endIndex, !self[place...].hasPrefix(text) { place = index(after: place) }
    return place
  }

  fileprivate func distance(from start: Index, to place: Index) -> Int {
    self[start..<place].reduce(0) { $0 + TextWidth.width(of: $1) }
  }
}
