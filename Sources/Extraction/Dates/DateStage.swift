internal import NewsModel

/// Finds expressions of time and resolves those that are certain.
struct DateStage: ExtractionStage {
  let name = "dates"
  let requires: [ExtractionLayer] = [.tokens, .mentions]
  let provides: [ExtractionLayer] = [.dates]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
    let words = context.articleWords(analysis)
    let reader = DateReader(
      words: words, numbers: context.numbers(analysis), article: analysis.article)
    for sentence in 0..<analysis.tokens.sentenceCount {
      let tokens = analysis.tokens.sentence(sentence)
      guard let first = tokens.first else { continue }
      switch words.zones[first] {
      case .title, .body, .caption: analysis.dates += reader.dates(in: tokens)
      default: continue
      }
    }
  }
}
