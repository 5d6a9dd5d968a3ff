import Testing

@testable import Training

@Suite struct ConfidenceReportTests {
  @Test("counts statements by tenths and tells how far confidence is from the share of right ones")
  func bins() {
    var report = ConfidenceReport()
    for number in 0..<10 { report.add(0.75, isRight: number < 6) }
    report.add(1, isRight: true)
    #expect(report.bins[7].count == 10)
    #expect(report.bins[7].right == 6)
    #expect(report.bins[9].count == 1)
    #expect(abs(report.calibrationError - 0.15 * 10 / 11) < 1e-9)
  }

  @Test("a prediction is right where content and head of the source agree")
  func right() {
    let article = AttributionScoresTests.article()
    let comparison = AttributionComparison(article)
    let wrongSource = AttributionScoresTests.attribution("Rain", "said", "“I will win,”")
    let empty = AnnotatedArticle.Attribution()
    #expect(
      comparison.right([wrongSource, empty, article.attributions[1], article.attributions[0]])
        == [false, false, true, true])
  }
}
