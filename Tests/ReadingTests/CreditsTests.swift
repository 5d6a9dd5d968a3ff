import NewsModel
import SaysoTestSupport
import Testing

@testable import Reading

@Suite("Datelines")
struct DatelineParserTests {
  static let cases: [(text: String, places: [String], agencies: [String], date: String?)] = [
    ("[WASHINGTON / MOSCOW (Reuters) –|d] The two", ["Washington", "Moscow"], ["Reuters"], nil),
    ("[WASHINGTON:|d] The president", ["Washington"], [], nil),
    ("[KYIV, March 3 (AP) —|d] Talks", ["Kyiv"], ["Associated Press"], nil),
    ("[PARIS —|d] Talks", ["Paris"], [], nil),
    ("[PARIS—|d]Talks", ["Paris"], [], nil),
    ("[MOSCOW, April 13. /TASS/.|d] The envoy", ["Moscow"], ["TASS"], nil),
    ("[RIO DE JANEIRO (AFP) -|d] Police", ["Rio de Janeiro"], ["AFP"], nil),
    ("[PORT-AU-PRINCE, Haiti —|d] Police", ["Port-au-Prince"], [], nil),
    ("[NEWPORT NEWS, Va. -|d] In a tradition", ["Newport News"], [], nil),
    ("[ST. LOUIS —|d] The mayor", ["St. Louis"], [], nil),
    ("[SEOUL, South Korea (AP) —|d] Talks", ["Seoul"], ["Associated Press"], nil),
    ("[BEIJING, April 14, 2020 (Xinhua) --|d] Talks", ["Beijing"], ["Xinhua"], "2020-04-14"),
    ("[NEW DELHI, Apr 14 (PTI)|d] The court", ["New Delhi"], ["PTI"], nil),
    ("[New Delhi \\[India], April 14 (ANI):|d] The court", ["New Delhi"], ["ANI"], nil),
    ("[Brussels (dpa) -|d] Ministers", ["Brussels"], ["dpa"], nil),
    ("[Brussels –|d] Ministers", ["Brussels"], [], nil),
    ("[(Reuters) -|d] Ministers", [], ["Reuters"], nil),
    ("[UNITED NATIONS (AP) —|d] Talks", ["United Nations"], ["Associated Press"], nil),
    ("[RAMALLAH/JERUSALEM (Reuters) -|d] Talks", ["Ramallah", "Jerusalem"], ["Reuters"], nil),
    ("[LONDON and PARIS (AFP) –|d] Talks", ["London", "Paris"], ["AFP"], nil),
  ]

  @Test("reads place, date, agency and dash", arguments: cases)
  func datelines(_ text: String, _ places: [String], _ agencies: [String], _ date: String?) throws {
    let marked = MarkedText(text)
    let bytes = Array(marked.text.utf8)
    let found = try #require(DatelineParser.dateline(of: bytes, ByteRange(0, bytes.count)))
    let wanted = Dateline(
      range: marked.ranges("d")[0], places: places, agencies: agencies, date: found.date)
    #expect(found == wanted)
    #expect(found.date?.iso == date)
  }

  @Test(
    "takes no sentence and no label for a dateline",
    arguments: [
      "Biden: the talks will go on.", "EXCLUSIVE: the talks will go on.", "BELL--I think so.",
      "POLLS ARE NOT WRONG, JUST TOO EARLY - The numbers",
      "BREAKING — the talks go on.",
      "WASHINGTON said on Monday that it would go.", "KYIV-based companies are worried.",
      "NATO leaders met in Brussels – for the second time.", "SPICER: Good afternoon, everybody.",
      "The president (R) – who spoke first – left.", "London is a city.",
      "“Paris: a history” sold well.",
    ])
  func sentences(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(DatelineParser.dateline(of: bytes, ByteRange(0, bytes.count)) == nil)
  }
}

@Suite("Bylines")
struct BylineParserTests {
  @Test(
    "reads authors and agencies",
    arguments: [
      ("By Humphrey Pell and Andrea Osman", ["Humphrey Pell", "Andrea Osman"], [String]()),
      ("By Ann Bell, Reuters", ["Ann Bell"], ["Reuters"]),
      (
        "by Ann Bell, Tom Hart and Maria de la Cruz", ["Ann Bell", "Tom Hart", "Maria de la Cruz"],
        []
      ),
      ("By ANN BELL and JAMES R. MCDONALD", ["Ann Bell", "James R. McDonald"], []),
      ("Written by Ann Bell", ["Ann Bell"], []), ("By AFP", [], ["AFP"]),
      ("By Ann Bell, Staff Writer", ["Ann Bell"], []),
      ("By Ann Bell in Oslo", ["Ann Bell"], []),
      ("By Ann Bell | March 3, 2020", ["Ann Bell"], []),
      ("By Ann Bell, The Associated Press", ["Ann Bell"], ["Associated Press"]),
      ("Ann Bell, Reuters", ["Ann Bell"], ["Reuters"]),
      ("By Jean-Luc O’Neill", ["Jean-Luc O’Neill"], []),
    ])
  func bylines(_ text: String, _ authors: [String], _ agencies: [String]) throws {
    let bytes = Array(text.utf8)
    let found = try #require(BylineParser.byline(of: LineWords(text), in: bytes))
    #expect(found.authors == authors && found.agencies == agencies)
  }

  @Test(
    "takes no sentence for a byline",
    arguments: [
      "By Tuesday, the talks had failed", "By the end of the day", "By far the largest party",
      "By contrast, Mr Bell said", "By 2030 all will be done", "Ann Bell", "Ann Bell said no",
    ])
  func sentences(_ text: String) {
    #expect(BylineParser.byline(of: LineWords(text), in: Array(text.utf8)) == nil)
  }
}

@Suite("Dates")
struct StatedDateTests {
  @Test(
    "reads dates as people and machines write them",
    arguments: [
      ("2021-04-13T10:15:00Z", "2021-04-13T10:15:00Z"), ("2021-04-13 10:15", "2021-04-13T10:15"),
      ("Tue, 13 Apr 2021 10:15:00 GMT", "2021-04-13"), ("April 13, 2021", "2021-04-13"),
      ("13th April 2021", "2021-04-13"), ("20210413", "2021-04-13"), ("13/04/2021", "2021-04-13"),
      ("04/05/2021", nil), ("2021-02-30", nil), ("yesterday", nil), ("", nil),
      ("13.4.2021", "2021-04-13"),
      ("04/04/2021", "2021-04-04"),
    ] as [(String, String?)])
  func fields(_ field: String, _ iso: String?) {
    #expect(DateField.iso(field) == iso)
  }

  @Test(
    "turns moments into days",
    arguments: [
      (0.0, "1970-01-01"), (1_618_308_900, "2021-04-13"), (1_618_308_900_000, "2021-04-13"),
      (-86_400, "1969-12-31"),
    ])
  func moments(_ number: Double, _ iso: String) {
    #expect(DateField.iso(sinceEpoch: number) == iso)
  }
}
