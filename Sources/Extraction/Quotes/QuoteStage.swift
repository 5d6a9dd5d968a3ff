internal import NewsModel

/// Finds the attributed statements of an article.
struct QuoteStage: ExtractionStage {
  let name = "quotes"
  let requires: [ExtractionLayer] = [.tokens, .quotations]
  let provides: [ExtractionLayer] = [.quotes]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
  }
}
