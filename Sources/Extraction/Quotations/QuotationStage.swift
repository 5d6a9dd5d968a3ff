internal import NewsModel

/// Pairs the quotation marks of each paragraph and notes the marks that had to be repaired.
struct QuotationStage: ExtractionStage {
  let name = "quotation marks"
  let requires: [ExtractionLayer] = [.tokens]
  let provides: [ExtractionLayer] = [.quotations]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
    let places = MarkPlaces(in: context.bytes)
    let style = MarkStyle(of: context.bytes, places)
    let paragraphs = readable(analysis, context)
    func scanner(of paragraph: ByteRange) -> QuotationMarkScanner {
      QuotationMarkScanner(
        bytes: context.bytes, paragraph: paragraph, places: places, style: style)
    }
    let marks = paragraphs.map { scanner(of: $0.range).doubleMarks() }
    for (index, paragraph) in paragraphs.enumerated() {
      let scanner = scanner(of: paragraph.range)
      guard !marks[index].isEmpty || SingleMarkPairing(scanner: scanner).canPair else { continue }
      var repair = QuotationRepair(
        scanner: scanner, tokens: analysis.tokens, paragraph: paragraph.tokens, words: context.words
      )
      if let last = marks[index].last {
        let next = index + 1 < marks.count ? marks[index + 1].first : nil
        let opensNext = next.map { $0.before == .edge && $0.after != .edge } ?? false
        let pairing = MarkPairing(
          marks[index], style: style, continues: opensNext && !repair.reportsAfter(last))
        repair.build(marks[index], pairing, continues: opensNext)
      }
      repair.addSingles()
      let found = repair.quotations.sorted {
        ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end)
      }
      context.quotations += found
      for quotation in found { analysis.quotations.append(quotation.range) }
      analysis.notes += repair.notes
    }
  }

  /// The paragraphs that people read: all but boilerplate and the second print of a headline.
  private func readable(
    _ analysis: Analysis, _ context: ExtractionContext
  ) -> [(tokens: Range<Int>, range: ByteRange)] {
    let tokens = analysis.tokens
    return (0..<tokens.paragraphCount).compactMap { index in
      let run = tokens.paragraph(index)
      guard let first = run.first else { return nil }
      let zone = context.zones[first]
      guard zone != .boilerplate, zone != .repeatedTitle else { return nil }
      return (run, tokens.range(of: run))
    }
  }
}
