public import NewsModel

/// The forms in which what was found in articles goes to other programs.
///
/// All but ``brat`` are one stream: ``beginning``, then ``text(of:)`` for each article, then ``end``.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  /// Quotes as a flat table in CSV.
  case csv
  /// Quotes as a flat table, one JSON object a line.
  case jsonl
  /// W3C Web Annotations, one page of annotations for each article and line.
  case webanno
  /// Tokens in CoNLL-U, entities and attribution in the last column.
  case conllu
  /// Stand-off files for the annotation tool brat: see ``files(for:)``.
  case brat
  /// A page to read and print: the articles with their quotes marked.
  case html

  /// What comes before the first article.
  public var beginning: String {
    switch self {
    case .csv: Table(columns: QuoteTable.columns).rendered(as: .csv)
    case .conllu: CoNLLUExport.header
    case .html: HTMLText.beginning(title: "Who said what", style: ArticlePage.style)
    case .jsonl, .webanno, .brat: ""
    }
  }

  /// What comes after the last article.
  public var end: String { self == .html ? HTMLText.end : "" }

  /// One article in this form.
  ///
  /// - Returns: Its part of the stream; for ``brat`` the annotations alone.
  public func text(of analysis: Analysis) -> String {
    switch self {
    case .csv:
      CSVRenderer.lines(QuoteTable.rows(of: analysis))
    case .jsonl:
      QuoteTable.table(of: [analysis]).rendered(as: .jsonl)
    case .webanno:
      WebAnnotationExport.line(for: analysis)
    case .conllu:
      CoNLLUExport.text(for: analysis)
    case .brat:
      BratExport.annotations(for: analysis)
    case .html:
      ArticlePage.fragment(for: analysis)
    }
  }

  /// The files that an article makes, by name, for the one form that is no stream.
  public func files(for analysis: Analysis) -> [(name: String, contents: String)] {
    guard self == .brat else { return [] }
    let name = analysis.article.id.map { $0 == "/" ? "_" : String($0) }.joined()
    return [
      ("\(name).txt", analysis.article.text),
      ("\(name).ann", BratExport.annotations(for: analysis)),
    ]
  }

  /// Files that stand beside those of the articles, by name.
  public var commonFiles: [(name: String, contents: String)] {
    self == .brat ? [("annotation.conf", BratExport.configuration)] : []
  }
}
