internal import NewsModel

/// Notes passages that machine translation or careless copying damaged.
///
/// Only signs that sound newspaper prose does not show: a lone full stop, a sentence of one small word,
/// a sentence that starts small, a doubled small word, an article before a full stop, letters of a
/// wrong encoding. Awkward wording is not reported.
struct GarbledTextStage: ExtractionStage {
  let name = "garbled text"
  let requires: [ExtractionLayer] = [.tokens]
  let provides: [ExtractionLayer] = [.garbledText]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
    let words = context.articleWords(analysis)
    let reader = GarblingReader(words: words, bytes: context.bytes)
    for paragraph in 0..<analysis.tokens.paragraphCount {
      let tokens = analysis.tokens.paragraph(paragraph)
      guard let first = tokens.first, words.zones[first] == .body else { continue }
      analysis.notes += reader.notes(in: tokens)
    }
  }
}
