internal import NewsModel
public import Store

/// What was loaded: each article with what it says about its own origin and what was set apart.
public struct ArticleLedger: Sendable {
  /// One article.
  public struct Row: Sendable {
    /// Row of the article.
    public let article: Int
    /// Its name in the corpus.
    public let id: String
    /// The headline.
    public let title: String?
    /// The outlet, only where stated.
    public let outlet: String?
    /// The news agencies that the text credits.
    public let agencies: [String]
    /// The authors.
    public let byline: [String]
    /// The places of the dateline.
    public let dateline: [String]
    /// The publication date as ISO 8601, only where stated.
    public let published: String?
    /// The first and the last line of the reporting, or `nil` where there is none.
    public let bodyLines: ClosedRange<Int>?
    /// The number of words in title, captions and body.
    public let words: Int
    /// The number of lines or paragraphs set apart as boilerplate.
    public let boilerplate: Int
    /// Why they were set apart, each reason once, in order.
    public let boilerplateReasons: [String]
    /// Whether the headline is printed twice.
    public let repeatsTitle: Bool
    /// The number of reasons for caution.
    public let notes: Int
  }

  /// The articles in corpus order.
  public let rows: [Row]

  /// Describes all articles of a corpus.
  ///
  /// - Throws: What reading the snapshot throws.
  /// - Complexity: O(*n*) in the length of all texts.
  public init(of snapshot: CorpusSnapshot) throws {
    let articles = try snapshot.articles
    let zones = try snapshot.columns(of: .zones)
    let notes = try snapshot.columns(of: .notes)
    let kinds = try zones.text("kind")
    let reasons = try zones.text("reason")
    let spans = try zones.spans("span")
    rows = try (0..<articles.count).map { article in
      let own = zones.rows(inArticle: article)
      let bodies = own.filter { kinds[$0] == Zone.Kind.body.rawValue }
        .compactMap { spans.hull(of: $0) }
      var lines: ClosedRange<Int>?
      if let first = bodies.first, let last = bodies.last {
        let map = TextMap(try snapshot.text(ofArticle: article))
        lines = map.line(at: first.start)...map.line(at: max(last.start, last.end - 1))
      }
      let boilerplate = own.filter { kinds[$0] == Zone.Kind.boilerplate.rawValue }
      var distinct: [String] = []
      for reason in boilerplate.compactMap({ reasons[$0] }) where !distinct.contains(reason) {
        distinct.append(reason)
      }
      return Row(
        article: article, id: articles.id[article] ?? "", title: articles.title[article],
        outlet: articles.outlet[article], agencies: articles.agency[article],
        byline: articles.byline[article], dateline: articles.dateline[article],
        published: articles.published[article], bodyLines: lines,
        words: Int(articles.words[article]), boilerplate: boilerplate.count,
        boilerplateReasons: distinct,
        repeatsTitle: own.contains { zone in
          kinds[zone] == Zone.Kind.repeatedTitle.rawValue || reasons[zone] == "duplicate-title"
        },
        notes: notes.rows(inArticle: article).count)
    }
  }
}
