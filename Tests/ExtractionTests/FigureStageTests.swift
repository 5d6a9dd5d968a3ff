import NewsModel
import Testing

@testable import Extraction

/// Figures of one sentence, each as text = kind value unit (approximation).
@Suite("FigureStage")
struct FigureStageTests {
  static func figures(in text: String) -> [String] {
    let article = Article(id: "t", path: "t.txt", text: text)
    return ArticleAnalyser().analyse(article).figures.map { figure in
      let value = figure.value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "?"
      var parts = [figure.kind.rawValue, value]
      if let unit = figure.unit { parts.append(unit) }
      if let approximation = figure.approximation { parts.append("(\(approximation))") }
      return "\(text[bytes: figure.range]) = \(parts.joined(separator: " "))"
    }
  }

  @Test(
    "reads a number with its approximation and what it counts",
    arguments: [
      ("They sent 25,000 soldiers.", ["25,000 soldiers = count 25000 soldiers"]),
      ("They sent five tank units.", ["five tank units = count 5 units"]),
      (
        "They sent 9,000 rifles and ammunition near the town.",
        ["9,000 rifles and ammunition = count 9000 rifles and ammunition"]
      ),
      ("They expelled 12 Danish teachers.", ["12 Danish teachers = count 12 teachers"]),
      (
        "It moved an estimated 30,000 workers.",
        ["an estimated 30,000 workers = count 30000 workers (estimated)"]
      ),
      (
        "Tens of thousands of miners left.",
        ["Tens of thousands of miners = count ? miners (Tens of thousands)"]
      ),
      (
        "More than 3.5 million people fled.",
        ["More than 3.5 million people = count 3500000 people (More than)"]
      ),
      ("At least 40 were hurt.", ["At least 40 = number 40 (At least)"]),
      ("Prices rose 4.5 percent.", ["4.5 percent = percentage 4.5 percent"]),
      (
        "It cost $5 million and EUR 47 bn.",
        ["$5 million = money 5000000 USD", "EUR 47 bn = money 47000000000 EUR"]
      ),
      (
        "Between 2015 and 2019 the number of cars rose.",
        ["2015 = year 2015", "2019 = year 2019"]
      ),
      (
        "It had between 5,000 and 7,000 cars.",
        ["5,000 and 7,000 cars = count ? cars (5,000 and 7,000)"]
      ),
      ("It lasted two weeks.", ["two weeks = duration 2 weeks"]),
      ("A seven-year war began in 1914.", ["seven-year = duration 7 years", "1914 = year 1914"]),
      ("All aged 16 and above may come.", ["16 and above = age 16 years"]),
      ("It was their third meeting.", ["third meeting = ordinal 3 meeting"]),
      ("On January 10 they met at 7 p.m.", []),
      ("One of them left one day.", []),
    ])
  func reads(_ text: String, _ expected: [String]) {
    #expect(Self.figures(in: text) == expected, "\(text)")
  }

  @Test("leaves boilerplate out")
  func boilerplate() {
    let text = "It cost 5 euros. Offer ends in 24 hours."
    let article = Article(
      id: "t", path: "t.txt", text: text,
      zones: [Zone(.body, ByteRange(0, 16)), Zone(.boilerplate, ByteRange(17, text.utf8.count))])
    #expect(ArticleAnalyser().analyse(article).figures.count == 1)
  }
}
