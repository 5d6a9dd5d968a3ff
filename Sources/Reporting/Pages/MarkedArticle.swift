internal import NewsModel

/// The text of an article in HTML with statements, cues, sources and notes marked.
///
/// Marks may overlap in any way, which HTML's elements may not. The text is cut wherever a mark begins or
/// ends, and each piece carries the classes of all marks that cover it.
struct MarkedArticle {
  private struct Mark {
    let range: ByteRange
    let className: String
    var title: String?
  }

  private let analysis: Analysis
  private var marks: [Mark] = []

  init(_ analysis: Analysis) {
    self.analysis = analysis
    for zone in analysis.article.zones where zone.kind == .boilerplate || zone.kind == .caption {
      marks.append(Mark(range: zone.range, className: zone.kind.rawValue))
    }
    for quote in analysis.quotes {
      let nested = quote.nestedIn == nil ? "" : " nested"
      let title = Self.title(of: quote)
      marks += quote.content.map {
        Mark(range: $0, className: "content \(quote.kind.rawValue)\(nested)", title: title)
      }
      marks += quote.cue.map { Mark(range: $0, className: "cue") }
      marks += quote.source.map { Mark(range: $0, className: "source") }
    }
    for note in analysis.notes {
      guard let range = note.range else { continue }
      marks.append(Mark(range: range, className: "note", title: note.text))
    }
  }

  private static func title(of quote: Quote) -> String {
    "\(quote.speaker?.name ?? "nobody named") (\(quote.by))"
  }

  /// The text as HTML.
  ///
  /// - Complexity: O(*n* log *n*) in the number of marks, and linear in the text unless many overlap.
  var html: String {
    let text = analysis.article.text
    let length = text.utf8.count
    let ordered = marks.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }
    let borders = Set(marks.flatMap { [$0.range.start, $0.range.end] } + [0, length])
      .filter { $0 <= length }.sorted()
    let anchors = anchors
    var active: [(offset: Int, element: Mark)] = []
    var next = 0
    var output = ""
    for (start, end) in zip(borders, borders.dropFirst()) {
      active.removeAll { $0.element.range.end <= start }
      while next < ordered.count, ordered[next].element.range.start <= start {
        if ordered[next].element.range.end > start { active.append(ordered[next]) }
        next += 1
      }
      for index in anchors[start] ?? [] { output += link(to: index) }
      let words = HTMLText.escape(text[bytes: ByteRange(start, end)])
      output += active.isEmpty ? words : span(active.map(\.element), words)
    }
    return output
  }

  /// The quotes by the offset at which their content begins.
  private var anchors: [Int: [Int]] {
    var anchors: [Int: [Int]] = [:]
    for (index, quote) in analysis.quotes.enumerated() {
      guard let start = quote.content.first?.start else { continue }
      anchors[start, default: []].append(index)
    }
    return anchors
  }

  private func link(to index: Int) -> String {
    let anchor = ArticlePage.anchor(analysis.article, quote: index)
    return "<a class=\"quote\" id=\"\(anchor)\">\(AnalysisDocument.quoteID(index))</a>"
  }

  private func span(_ marks: [Mark], _ words: String) -> String {
    var classes: [String] = []
    for mark in marks {
      for name in mark.className.split(separator: " ").map(String.init)
      where !classes.contains(name) {
        classes.append(name)
      }
    }
    var titles: [String] = []
    for case let title? in marks.map(\.title) where !titles.contains(title) { titles.append(title) }
    let title =
      titles.isEmpty ? "" : " title=\"\(HTMLText.escape(titles.joined(separator: " · ")))\""
    return "<span class=\"\(classes.joined(separator: " "))\"\(title)>\(words)</span>"
  }
}
