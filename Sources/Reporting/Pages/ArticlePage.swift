public import NewsModel

/// An article as a page: its text with the statements marked, who made them, and reasons for caution.
///
/// Everything on the page says where it comes from: each statement names the rule or model that found it
/// and how sure that is, and what an analyst decided is marked as such.
public enum ArticlePage {
  /// A page of its own.
  public static func page(for analysis: Analysis) -> String {
    HTMLText.page(
      title: analysis.article.title ?? analysis.article.id, style: style,
      body: fragment(for: analysis))
  }

  static let style = """
    article { margin-bottom: 4rem; }
    .meta, .zone { color: #666; font: 14px/1.4 system-ui, sans-serif; }
    .text { white-space: pre-wrap; }
    .content { background: #fdf3c4; }
    .content.direct { background: #fbe38e; }
    .content.mixed { background: #fcecaa; }
    .nested { border-bottom: 2px solid #c99a00; }
    .cue { font-weight: bold; }
    .source { border-bottom: 2px solid #4a7ab5; }
    .note { text-decoration: underline wavy #c33; }
    .boilerplate, .caption { color: #999; }
    .notes { border-left: 4px solid #c33; padding-left: 1rem;
      font: 14px/1.4 system-ui, sans-serif; }
    .inferred { color: #c33; }
    a.quote { font: 11px system-ui, sans-serif; vertical-align: super; text-decoration: none; }

    """

  /// The article without the frame of a page.
  static func fragment(for analysis: Analysis) -> String {
    let article = analysis.article
    let title = HTMLText.escape(article.title ?? article.id)
    var output = "<article id=\"\(anchor(article))\">\n<h1>\(title)</h1>\n"
    output += "<p class=\"meta\">\(origin(of: article))</p>\n"
    output += notes(analysis)
    output += "<div class=\"text\">\(MarkedArticle(analysis).html)</div>\n"
    output += "<h2>Statements</h2>\n\(statements(analysis))"
    return output + "</article>\n"
  }

  /// The place of a quote on the page.
  static func anchor(_ article: Article, quote index: Int) -> String {
    "\(anchor(article))-\(AnalysisDocument.quoteID(index))"
  }

  private static func anchor(_ article: Article) -> String {
    HTMLText.escape(article.id.map { $0.isWhitespace ? "_" : String($0) }.joined())
  }

  private static func origin(of article: Article) -> String {
    var parts = [article.path]
    if let outlet = article.outlet { parts.append(outlet) }
    parts.append(article.published ?? "no date stated")
    if !article.byline.isEmpty { parts.append("by " + article.byline.joined(separator: ", ")) }
    if !article.agencies.isEmpty {
      parts.append("credits " + article.agencies.joined(separator: ", "))
    }
    if let url = article.url { parts.append(url) }
    return parts.map(HTMLText.escape).joined(separator: " · ")
  }

  private static func notes(_ analysis: Analysis) -> String {
    guard !analysis.notes.isEmpty else { return "" }
    let map = TextMap(analysis.article.text)
    let items = analysis.notes.map { note in
      let place = note.range.map { " (line \(map.line(at: $0.start)))" } ?? ""
      return "<li>\(HTMLText.escape(note.kind.rawValue + place + ": " + note.text))</li>\n"
    }
    return "<div class=\"notes\"><p>Read with care:</p>\n<ul>\n\(items.joined())</ul></div>\n"
  }

  private static func statements(_ analysis: Analysis) -> String {
    guard !analysis.quotes.isEmpty else { return "<p>None found.</p>\n" }
    let map = TextMap(analysis.article.text)
    var output = "<table>\n<thead><tr><th></th><th>Speaker</th><th>Statement</th>"
    output += "<th class=\"right\">Line</th><th>Kind</th><th>Found by</th></tr></thead>\n<tbody>\n"
    for (index, quote) in analysis.quotes.enumerated() {
      let id = AnalysisDocument.quoteID(index)
      let words = quote.content.map { analysis.article.text[bytes: $0] }.joined(separator: " … ")
      let line = quote.content.first.map { String(map.line(at: $0.start)) } ?? ""
      let kind = quote.kind.rawValue + (quote.status == .stated ? "" : ", " + quote.status.rawValue)
      let sureness = NumberText.fixed(quote.confidence, digits: 2)
      output += "<tr><td><a href=\"#\(anchor(analysis.article, quote: index))\">\(id)</a></td>"
      output += "<td>\(speaker(of: quote))</td><td>\(HTMLText.escape(words))</td>"
      output += "<td class=\"right\">\(line)</td><td>\(kind)</td>"
      output += "<td>\(HTMLText.escape(quote.by)), \(sureness)</td></tr>\n"
    }
    return output + "</tbody>\n</table>\n"
  }

  private static func speaker(of quote: Quote) -> String {
    guard let speaker = quote.speaker else { return "<span class=\"missing\">nobody named</span>" }
    var text = HTMLText.escape(speaker.name)
    if !speaker.candidates.isEmpty {
      let candidates = speaker.candidates.joined(separator: ", ")
      text += " <span class=\"place\">could be \(HTMLText.escape(candidates))</span>"
    }
    if speaker.isAnalystInference { text += " <span class=\"inferred\">analyst’s inference</span>" }
    if let relay = quote.relay {
      text += " <span class=\"place\">via \(HTMLText.escape(relay.name))</span>"
    }
    return text
  }
}
