internal import NewsModel

/// Pairs the quotation marks of each paragraph and notes the pairs that had to be repaired.
struct QuotationStage: ExtractionStage {
  let name = "quotation marks"
  let requires: [ExtractionLayer] = [.tokens]
  let provides: [ExtractionLayer] = [.quotations]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
  }
}
