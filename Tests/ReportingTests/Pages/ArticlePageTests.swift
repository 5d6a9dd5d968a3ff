import NewsModel
import Reporting
import Testing

@Suite("ArticlePage")
struct ArticlePageTests {
  @Test("escapes the article, and cuts where marks overlap")
  func overlap() {
    let text = "He said <b> & more."
    var analysis = Analysis(
      article: Article(id: "a b", path: "x", text: text, title: "<T>"), tokens: TokenColumns())
    analysis.quotes = [
      Quote(kind: .indirect, content: [ByteRange(8, 18)], by: "rule x"),
      Quote(kind: .mixed, content: [ByteRange(12, 18)], nestedIn: 0, by: "rule y"),
    ]
    analysis.notes = [Note(.garbledText, ByteRange(3, 11), "odd \"words\"")]
    let page = ArticlePage.page(for: analysis)
    let expected = """
      <div class="text">He <span class="note" title="odd &quot;words&quot;">said </span>\
      <a class="quote" id="a_b-q1">q1</a><span class="note content indirect" \
      title="odd &quot;words&quot; · nobody named (rule x)">&lt;b&gt;</span>\
      <span class="content indirect" title="nobody named (rule x)"> </span>\
      <a class="quote" id="a_b-q2">q2</a><span class="content indirect mixed nested" \
      title="nobody named (rule x) · nobody named (rule y)">&amp; more</span>.</div>
      """
    #expect(page.contains(expected), "\(page)")
    #expect(page.contains("<h1>&lt;T&gt;</h1>"))
    #expect(page.contains("no date stated"))
  }

  @Test("says so when nothing was found")
  func nothing() {
    let analysis = Analysis(
      article: Article(id: "x", path: "x", text: ""), tokens: TokenColumns())
    #expect(ArticlePage.page(for: analysis).contains("None found."))
  }
}
