import Foundation
import Reporting
import Testing

@Suite("TableFormat")
struct TableFormatTests {
  static let table = Table(
    title: "Who <spoke>", columns: ["speaker", "text", "n", "aliases", "place"],
    rows: [
      [
        "Ann \"Annie\" Ward", "=1+1, | or\nso", 1.5, ["A", "B"],
        .span(SpanText("x & y", article: "001", line: 2)),
      ],
      [nil, "", 3, [], true],
    ])

  @Test(
    "names its forms as people do",
    arguments: [("CSV", TableFormat.csv), ("markdown", .markdown), ("txt", .table)])
  func names(name: String, format: TableFormat) {
    #expect(TableFormat(named: name) == format)
  }

  @Test("writes CSV after RFC 4180")
  func csv() {
    #expect(
      Self.table.rendered(as: .csv)
        == "speaker,text,n,aliases,place,article,line\r\n"
        + "\"Ann \"\"Annie\"\" Ward\",\"=1+1, | or\nso\",1.5,A; B,x & y,001,2\r\n"
        + ",\"\",3,\"\",true,,\r\n")
  }

  @Test("gives the places of words columns of their own in CSV, once where the table has them")
  func places() {
    let words = Cell.span(SpanText("yes", article: "001", line: 2))
    let placed = Column("s", holdsPlaces: true)
    #expect(Table(columns: [placed]).rendered(as: .csv) == "s,article,line\r\n")
    #expect(
      Table(columns: ["line", placed, "t"], rows: [[9, words, words]]).rendered(as: .csv)
        == "line,s,article,t,t_article,t_line\r\n9,yes,001,yes,001,2\r\n")
    #expect(Cell.list([words, "no"]).plainText == "yes (001:2); no")
  }

  @Test(
    "marks what an analyst inferred",
    arguments: [
      (TableFormat.csv, "who,n,inferred\r\nAnn Ward,1,true\r\nBen Hale,2,false\r\n"),
      (.jsonl, #"{"who":"Ann Ward","n":1,"inferred":true}"#), (.table, "Ann Ward (inferred)"),
      (.markdown, "| Ann Ward (inferred) | 1 |"), (.svg, ">Ann Ward (inferred)<"),
      (.html, "Ann Ward <span class=\"place\">(inferred)</span>"),
    ])
  func inferences(format: TableFormat, part: String) {
    let table = Table(
      columns: ["who", "n"], rows: [[.inferred("Ann Ward"), 1], ["Ben Hale", 2]])
    #expect(table.rendered(as: format).contains(part))
    #expect(!table.first(0).rendered(as: format).contains("inferred"))
    #expect(Cell.list([.inferred("a"), "b"]).plainText == "a (inferred); b")
  }

  @Test("keeps a row with one missing value from vanishing in CSV")
  func lonelyMissing() {
    #expect(Table(columns: ["x"], rows: [[nil]]).rendered(as: .csv) == "x\r\n\"\"\r\n")
  }

  @Test("writes JSON with keys in the order of the columns")
  func json() {
    #expect(
      Self.table.rendered(as: .json) == #"""
        [
        {"speaker":"Ann \"Annie\" Ward","text":"=1+1, | or\nso","n":1.5,"aliases":["A","B"],"place":{"text":"x & y","article":"001","line":2}},
        {"speaker":null,"text":"","n":3,"aliases":[],"place":true}
        ]

        """#)
    #expect(Table(columns: ["x"]).rendered(as: .json) == "[]\n")
  }

  @Test("writes JSON Lines, an object for each row")
  func jsonLines() {
    let table = Table(columns: ["a", "a"], rows: [["\u{1}/é\u{7f}", .number(.nan)], [1e21, -7]])
    #expect(
      table.rendered(as: .jsonl)
        == "{\"a\":\"\\u0001/é\u{7f}\",\"a_2\":null}\n{\"a\":1e+21,\"a_2\":-7}\n")
  }

  @Test("escapes what Markdown would read as markup")
  func markdown() {
    #expect(
      Self.table.rendered(as: .markdown) == #"""
        ### Who &lt;spoke&gt;

        | speaker | text | n | aliases | place |
        | --- | --- | ---: | --- | --- |
        | Ann "Annie" Ward | =1+1, \| or<br>so | 1.5 | A; B | x &amp; y (001:2) |
        |  |  | 3 |  | true |

        """#)
  }

  @Test("escapes what HTML would read as markup")
  func html() {
    let page = Self.table.rendered(as: .html)
    #expect(page.contains("<title>Who &lt;spoke&gt;</title>"))
    #expect(page.contains("<td>Ann &quot;Annie&quot; Ward</td>"))
    #expect(page.contains("<td class=\"right\">1.5</td>"))
    #expect(page.contains("x &amp; y <span class=\"place\">001:2</span>"))
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test(
    "writes strings and numbers as Foundation's encoder does",
    arguments: ["plain", "a/b", "\"\\\u{8}\u{c}\n\r\t\u{1}\u{1f}", "é 東 🇷🇺\u{feff}\u{2028}", ""])
  func foundationStrings(text: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let expected = String(decoding: try encoder.encode(["x": text]), as: UTF8.self)
    let table = Table(columns: ["x"], rows: [[.text(text)]])
    #expect(table.rendered(as: .jsonl) == expected + "\n")
  }

  @Test(
    "writes numbers as Foundation's encoder does",
    arguments: [0, 1, -1, 0.1, 1e-7, 1.5e300, 123_456_789.25, 1e15, 0.93])
  func foundationNumbers(number: Double) throws {
    let expected = String(decoding: try JSONEncoder().encode(["x": number]), as: UTF8.self)
    let table = Table(columns: ["x"], rows: [[.number(number)]])
    #expect(table.rendered(as: .jsonl) == expected + "\n")
  }
}
