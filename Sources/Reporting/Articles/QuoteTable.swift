public import NewsModel

/// The quotes of articles as one flat table for spreadsheets and data frames, a row for each quote.
///
/// Every row carries its evidence: article, path, line, span in code points, what made it and how sure
/// that is, and the reliability notes that touch it.
public enum QuoteTable {
  /// The columns, left to right.
  public static let columns: [Column] = [
    "article", "quote", "path", Column("line", alignment: .right), "kind", "speaker",
    "speaker_form",
    "source", "cue", "text", Column("start", alignment: .right), Column("end", alignment: .right),
    "via", "nested_in", "status", "act", "by", Column("confidence", alignment: .right),
    "inferred", "notes",
  ]

  /// The rows of one article, in order of the text.
  public static func rows(of analysis: Analysis) -> [[Cell]] {
    guard !analysis.quotes.isEmpty else { return [] }
    let text = analysis.article.text
    let map = TextMap(text)
    func words(_ ranges: [ByteRange]) -> String {
      ranges.map { text[bytes: $0] }.joined(separator: " … ")
    }
    return analysis.quotes.enumerated().map { index, quote in
      let start = quote.content.first?.start ?? 0
      let end = quote.content.last?.end ?? start
      let confidence = (quote.confidence * 1000).rounded() / 1000
      return [
        .text(analysis.article.id), .text(AnalysisDocument.quoteID(index)),
        .text(analysis.article.path),
        .integer(map.line(at: start)), .text(quote.kind.rawValue),
        .optional(quote.speaker?.name), .optional(quote.speaker?.form.rawValue),
        quote.source.isEmpty ? .missing : .text(words(quote.source)),
        quote.cue.isEmpty ? .missing : .text(words(quote.cue)),
        .text(words(quote.content)), .integer(map.codePoint(at: start)),
        .integer(map.codePoint(at: end)), .optional(quote.relay?.name),
        .optional(quote.nestedIn.map(AnalysisDocument.quoteID)), .text(quote.status.rawValue),
        .text(quote.act.rawValue), .text(quote.by), .number(confidence),
        .boolean(quote.speaker?.isAnalystInference ?? false),
        notes(on: quote, in: analysis),
      ]
    }
  }

  /// The quotes of several articles.
  public static func table(of analyses: some Sequence<Analysis>) -> Table {
    var table = Table(columns: columns)
    for analysis in analyses {
      for row in rows(of: analysis) { table.append(row) }
    }
    return table
  }

  /// The notes that touch a quote, its cue or its source, each kind once, in order.
  private static func notes(on quote: Quote, in analysis: Analysis) -> Cell {
    let parts = quote.content + quote.cue + quote.source
    var kinds: [String] = []
    for note in analysis.notes {
      guard let range = note.range, parts.contains(where: range.overlaps) else { continue }
      if !kinds.contains(note.kind.rawValue) { kinds.append(note.kind.rawValue) }
    }
    return kinds.isEmpty ? .missing : .texts(kinds)
  }
}
