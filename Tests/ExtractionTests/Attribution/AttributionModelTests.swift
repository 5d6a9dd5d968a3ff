import Language
import NewsModel
import Testing

@testable import Extraction

@Suite struct AttributionModelTests {
  @Test("the weights in the program fit its table of features")
  func embedded() throws {
    let model = try #require(AttributionModel.embedded)
    let article = Article(
      id: "a", path: "a", text: "“The bridge is safe,” Mayor Ann Berg said on Monday.")
    let input = AttributionInput(article, language: LanguageAnalyser())
    let reading = model.read(input.tokens, quotations: input.quotations)
    let roles = reading.spans.map(\.role)
    #expect(roles == [.content, .source, .cue])
    #expect(reading.attributions.count == 1)
    #expect(reading.certainties.allSatisfy { $0 > 0.5 && $0 <= 1.0001 })
  }
}
