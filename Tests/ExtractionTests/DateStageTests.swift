import NewsModel
import Testing

@testable import Extraction

@Suite("DateStage")
struct DateStageTests {
  static func dates(in text: String, published: String?) -> [String] {
    let article = Article(id: "t", path: "t.txt", text: text, published: published)
    return ArticleAnalyser().analyse(article).dates.map { date in
      "\(text[bytes: date.range]) = \(date.kind.rawValue) \(date.resolved ?? "?")"
    }
  }

  @Test(
    "resolves a date from the article's own date only",
    arguments: [
      ("He left on Tuesday.", "Tuesday = weekday ?", "Tuesday = weekday 2022-03-08"),
      ("He will leave on Friday.", "Friday = weekday ?", "Friday = weekday ?"),
      (
        "They met on March 5, 2019.", "March 5, 2019 = date 2019-03-05",
        "March 5, 2019 = date 2019-03-05"
      ),
      (
        "They met on 5 March 2019.", "5 March 2019 = date 2019-03-05",
        "5 March 2019 = date 2019-03-05"
      ),
      ("They met on December 7.", "December 7 = date ?", "December 7 = date 2021-12-07"),
      ("They met in June.", "June = month ?", "June = month ?"),
      ("They met in 2014.", "2014 = year 2014", "2014 = year 2014"),
      (
        "Between 2015 and 2019 the number of cars rose.", "2015 = year 2015; 2019 = year 2019",
        "2015 = year 2015; 2019 = year 2019"
      ),
      ("They met yesterday.", "yesterday = relative ?", "yesterday = relative 2022-03-08"),
      (
        "They met earlier this week.", "earlier this week = relative ?",
        "earlier this week = relative 2022-W10"
      ),
      (
        "It ends within two weeks.", "within two weeks = duration ?",
        "within two weeks = duration ?"
      ),
      (
        "It rose in recent months.", "in recent months = relative ?",
        "in recent months = relative ?"
      ),
      (
        "It fell three days ago.", "three days ago = relative ?",
        "three days ago = relative 2022-03-06"
      ),
      ("In mid-March it fell.", "mid-March = month ?", "mid-March = month ?"),
      ("They met last month.", "last month = relative ?", "last month = relative 2022-02"),
      ("They may march on.", "", ""),
    ])
  func resolves(_ text: String, _ without: String, _ with: String) {
    #expect(Self.dates(in: text, published: nil).joined(separator: "; ") == without)
    #expect(Self.dates(in: text, published: "2022-03-09").joined(separator: "; ") == with)
  }

  @Test("gives a reason for what it leaves open")
  func reason() {
    let article = Article(id: "t", path: "t.txt", text: "He left on Tuesday.")
    let dates = ArticleAnalyser().analyse(article).dates
    #expect(dates.map(\.reason) == ["the article states no date of its own"])
  }

  @Test(
    "counts days and ISO weeks",
    arguments: [
      ("2022-03-09", 2, "2022-W10"), ("2021-01-03", 6, "2020-W53"), ("2020-02-29", 5, "2020-W09"),
      ("1999-12-31", 4, "1999-W52"),
    ])
  func calendar(_ iso: String, _ weekday: Int, _ week: String) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.weekday == weekday)
    #expect(date.isoWeek == week)
    #expect(CalendarDate(dayNumber: date.dayNumber) == date)
  }
}
