import NewsModel

/// Makes an article of a page.
///
/// The article's text is what was extracted from the markup, headline first; its positions refer to that.
enum Page {
  /// What a page comes to; `line` is that of the record which holds it.
  static func outcome(
    of markup: Markup, path: String, line: Int? = nil, metadata: ArticleMetadata = ArticleMetadata()
  ) -> ReadOutcome {
    guard let tree = HTMLTree(markup) else { return .failure(.noArticle(path: path, line: line)) }
    let page = PageMetadata(tree)
    let known = metadata.completed(by: page.metadata)
    var text = PageText(PageOutline(tree), title: known.title)
    if !text.hasBody, let body = page.linkedData.articleBody {
      text.append(body: body)
    }
    guard text.hasBody else { return .failure(.noArticle(path: path, line: line)) }
    var decoded = TextDecoder.Decoded(
      text: String(decoding: text.bytes, as: UTF8.self), bytes: text.bytes, notes: markup.notes)
    decoded.bytes = Array(decoded.text.utf8)
    let place = line.map { "\(path):\($0)" } ?? path
    return .article(PlainText.article(decoded, path: place, metadata: known, hints: text.hints))
  }

  /// What a page that is text already comes to.
  static func outcome(
    of decoded: TextDecoder.Decoded, path: String, line: Int, metadata: ArticleMetadata
  ) -> ReadOutcome {
    let markup = Markup(bytes: decoded.bytes, notes: decoded.markupNotes)
    return outcome(of: markup, path: path, line: line, metadata: metadata)
  }
}
