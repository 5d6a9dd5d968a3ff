import Testing

@testable import Extraction

@Suite("Pipeline")
struct PipelineTests {
  @Test("runs every stage after those that provide what it requires")
  func order() {
    #expect(Pipeline.standard.faults() == [])
  }

  @Test("names what is missing and what is doubled")
  func faults() {
    let pipeline = Pipeline(stages: [QuoteStage(), QuotationStage(), QuotationStage()])
    #expect(pipeline.faults().count == 3)
  }
}
