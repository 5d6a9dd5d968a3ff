import NewsModel
import Testing

@testable import Reading

@Suite("Page")
struct PageTests {
  static func outcome(_ html: String) -> ReadOutcome? {
    outcome(Array(html.utf8))
  }

  static func outcome(_ bytes: [UInt8]) -> ReadOutcome? {
    var found: ReadOutcome?
    ArticleReader().read(bytes: bytes, path: "p.html", format: .html) { found = $0 }
    return found
  }

  static func article(_ html: String) throws -> Article {
    guard case .article(let article)? = outcome(html) else { throw NoArticle() }
    return article
  }

  struct NoArticle: Error {}

  static let paragraphs = """
    <p>The mayor of the harbour town said on Monday that the new ferry would start in May, two years late.</p>
    <p>&ldquo;We have waited long enough,&rdquo; she told reporters, adding&nbsp;that the tests had gone well.</p>
    <p>The operator confirmed the date, but it did not say how many boats would be ready by then.</p>
    """

  static let page = """
    <!DOCTYPE html><html><head><title>Ferry to start in spring after delay | Harbour Herald</title>
    <meta property="og:title" content="Ferry to start in spring after delay">
    <meta property="og:site_name" content="Harbour Herald">
    <meta property="article:published_time" content="2020-03-03T10:15:00+00:00">
    <meta name="author" content="Ann Bell and Tom Hart">
    <link rel="canonical" href="https://example.org/ferry">
    <script>var x = "<p>not text</p>";</script><style>p { color: red }</style></head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
    <header class="site-header"><a href="/">Harbour Herald</a></header>
    <main><article class="post tag-ferry"><h1>Ferry to start in spring after delay</h1>
    <div class="share-buttons"><a>Share on Facebook</a></div>
    <figure><img src="f.jpg"><figcaption>The new ferry in the harbour. Jane Poe/Reuters</figcaption></figure>
    <div class="article-body"><p>OSLO (AP) &mdash; Talks were short.</p>
    \(paragraphs)
    <aside><p>Sign up here for more of this.</p></aside></div></article>
    <section class="related-posts"><h3>Related</h3><ul><li><a href="/t">Tram line reopens after repairs</a></li></ul>
    </section></main><footer><p>© 2020 Harbour Herald</p></footer></body></html>
    """

  @Test("takes the article out of a page and its head")
  func wholePage() throws {
    let article = try Self.article(Self.page)
    #expect(Zoned.kinds(article) == ["title", "caption", "dateline", "body"])
    #expect(article.title == "Ferry to start in spring after delay")
    #expect(article.byline == ["Ann Bell", "Tom Hart"] && article.outlet == "Harbour Herald")
    #expect(
      article.published == "2020-03-03T10:15:00+00:00" && article.url == "https://example.org/ferry"
    )
    #expect(article.agencies == ["Reuters", "Associated Press"])
    #expect(!article.text.contains("Sign up") && !article.text.contains("Tram"))
  }

  @Test(
    "finds the paragraphs whatever wraps them",
    arguments: [
      "<div class='x'>\(paragraphs)</div><div class='sidebar'><p>Short one.</p></div>",
      "<form><div>\(paragraphs)</div></form>",
      "<div class='has-sidebar single'>\(paragraphs)</div>",
      "<table><tr><td>\(paragraphs)</td></tr></table>",
      "<div>" + paragraphs.split(separator: "\n").map { "<div class='b'>\($0)</div>" }.joined()
        + "</div>",
      "<article itemprop='articleBody'>\(paragraphs)</article><article><p>Another one.</p></article>",
      paragraphs,
    ])
  func wrappings(_ body: String) throws {
    let article = try Self.article(
      "<html><body><h1>Ferry to start in spring</h1>\(body)</body></html>")
    #expect(Zoned.kinds(article) == ["title", "body"])
    #expect(article.zones.count == 4)
  }

  @Test("maps the signs that old pages take from Windows, and drops soft hyphens")
  func signs() throws {
    let article = try Self.article(
      "<p>It&#146;s a &#147;dead&shy;line&#148; &#150; he said, and so on and so forth.</p><p>She said no to all of it, he said.</p>"
    )
    #expect(article.text.hasPrefix("It’s a “deadline” – he said"))
  }

  static let encoded: [([UInt8], String)] = {
    var cyrillic = Array("<meta charset=windows-1251><p>".utf8)
    cyrillic += [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]
    var western = Array("<p>".utf8)
    western += [0x93, 0xc7, 0x61, 0x94]
    return [
      (cyrillic, "Москва"), (western, "“Ça”"),
      (Array("<meta charset=windows-1251><p>Москва</p>".utf8), "Москва"),
      (TextDecoderTests.utf16("<p>Москва</p>", bigEndian: false, mark: true), "Москва"),
    ]
  }()

  @Test("reads pages in other encodings", arguments: encoded)
  func encodings(_ bytes: [UInt8], _ text: String) {
    guard case .article(let article)? = Self.outcome(bytes) else {
      Issue.record("no article")
      return
    }
    #expect(article.text == text)
  }

  @Test("uses linked data for what the page does not show")
  func linkedData() throws {
    let data = """
      {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
      "headline": "Ferry to start in spring", "datePublished": "2020-03-03", "author": [{"@type": "Person", "name": "Ann Bell"}],
      "publisher": {"name": "Harbour Herald"}, "articleBody": "The mayor said yes.\\nThe operator said no."}]}
      """
    let article = try Self.article(
      "<html><head><script type='application/ld+json'>\(data)</script></head><body></body></html>")
    #expect(Zoned.kinds(article) == ["title", "body"])
    #expect(article.title == "Ferry to start in spring" && article.byline == ["Ann Bell"])
    #expect(article.published == "2020-03-03" && article.outlet == "Harbour Herald")
  }

  @Test("keeps to the heading where the title for sharing differs, and cuts the site off")
  func titles() throws {
    let cases = [
      (
        "<title>Ferry to start in spring - Harbour Herald</title><meta property='og:site_name' content='Harbour Herald'>",
        "", "Ferry to start in spring"
      ),
      (
        "<title>Ferry to start | Harbour Herald</title>", "<h1>Ferry to start in spring</h1>",
        "Ferry to start in spring"
      ),
      (
        "<title>Ferry to start in spring</title>", "<h1>Harbour Herald</h1>",
        "Ferry to start in spring"
      ),
    ]
    for (head, body, title) in cases {
      #expect(
        try Self.article("<head>\(head)</head><body>\(body)\(Self.paragraphs)</body>").title
          == title)
    }
  }

  @Test("names a page without text")
  func emptyPage() {
    #expect(
      Self.outcome("<html><body><nav>Home</nav></body></html>")
        == .failure(.noArticle(path: "p.html", line: nil)))
  }

  @Test(
    "survives markup nested ten thousand deep",
    arguments: ["div", "span", "b", "p", "table", "a", "blockquote", "li"])
  func deepNesting(_ tag: String) {
    let html = String(repeating: "<\(tag)>", count: 10_000) + "The mayor said yes to the ferry."
    #expect(Self.outcome(html) != nil)
  }
}
