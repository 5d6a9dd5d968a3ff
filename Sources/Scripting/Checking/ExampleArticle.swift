internal import NewsModel
internal import Reading

/// Makes an article of an example or of any text that somebody wants to try.
///
/// Lines are paragraphs of the body. A text with an empty line is read like a file instead: title, byline,
/// body and what is boilerplate are told apart.
enum ExampleArticle {
  static func article(_ text: String) -> Article {
    if text.contains("\n\n") {
      var read: Article?
      ArticleReader().read(bytes: Array(text.utf8), path: "example", format: .text) { outcome in
        if case .article(let article) = outcome { read = article }
      }
      if let read, read.text == text { return read }
    }
    var article = Article(id: "example", path: "example", text: text)
    if !text.isEmpty { article.zones = [Zone(.body, ByteRange(0, text.utf8.count))] }
    return article
  }
}
