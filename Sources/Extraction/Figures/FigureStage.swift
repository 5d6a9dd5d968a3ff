internal import NewsModel

/// Finds the numbers of an article with what they count.
///
/// Numbers in headline, body and captions; those of boilerplate, of dates and of names are left out.
struct FigureStage: ExtractionStage {
  let name = "figures"
  let requires: [ExtractionLayer] = [.tokens, .mentions, .dates]
  let provides: [ExtractionLayer] = [.figures]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
    let words = context.articleWords(analysis)
    let reader = FigureReader(words: words, numbers: context.numbers(analysis), analysis: analysis)
    for sentence in 0..<analysis.tokens.sentenceCount {
      let tokens = analysis.tokens.sentence(sentence)
      guard let first = tokens.first else { continue }
      switch words.zones[first] {
      case .title, .body, .caption: analysis.figures += reader.figures(in: tokens)
      default: continue
      }
    }
  }
}
