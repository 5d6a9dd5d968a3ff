internal import NewsModel

/// Pairs the quotation marks of each paragraph and notes the marks that had to be repaired.
struct QuotationStage: ExtractionStage {
  let name = "quotation marks"
  let requires: [ExtractionLayer] = [.tokens]
  let provides: [ExtractionLayer] = [.quotations]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
    let style = MarkStyle(of: context.bytes)
    let paragraphs = readable(analysis, context)
    var readings = paragraphs.map { paragraph in
      let scanner = QuotationMarkScanner(
        bytes: context.bytes, paragraph: paragraph.range, style: style)
      return (scanner: scanner, marks: scanner.doubleMarks())
    }
    readings.append(
      (
        QuotationMarkScanner(bytes: context.bytes, paragraph: ByteRange(0, 0), style: style),
        []
      ))
    for (index, paragraph) in paragraphs.enumerated() {
      let (scanner, marks) = readings[index]
      var repair = QuotationRepair(
        scanner: scanner, tokens: analysis.tokens, paragraph: paragraph.tokens, words: context.words
      )
      if !marks.isEmpty {
        let next = readings[index + 1].marks.first
        let opensNext = next.map { $0.before == .edge && $0.after != .edge } ?? false
        let pairing = MarkPairing(
          marks, style: style, continues: opensNext && !repair.reportsAfter(marks.last))
        repair.build(marks, pairing, continues: opensNext)
      }
      repair.addSingles()
      let found = repair.quotations.sorted {
        ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end)
      }
      context.quotations += found
      analysis.quotations += found.map(\.range)
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
