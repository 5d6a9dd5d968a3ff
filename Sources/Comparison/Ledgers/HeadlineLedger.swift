public import NewsModel
public import Store

/// What headlines put into quotation marks, against the body.
public struct HeadlineLedger: Sendable {
  /// One quotation in a headline.
  public struct Row: Sendable {
    /// Row of the article.
    public let article: Int
    /// The quotation in the headline, marks included.
    public let quotation: ByteRange
    /// Row of the statement that it belongs to, or -1.
    public let headlineQuote: Int
    /// Rows of the statements of the body that quote its words.
    public let bodyQuotes: [Int]
    /// Whether the words stand in quotation marks in the body too.
    public let isBorneOut: Bool
    /// Names in the headline's statement that no such statement of the body has in the same sentence.
    public let addedNames: [String]
    /// The speakers of the body's statements, each once, if the headline names another one.
    public let otherSpeakers: [String]
  }

  /// In corpus order.
  public let rows: [Row]

  /// Whether headline and body agree in a row.
  public var doubtful: [Row] {
    rows.filter { !$0.isBorneOut || !$0.addedNames.isEmpty || !$0.otherSpeakers.isEmpty }
  }

  /// Compares the headlines of a corpus with the bodies.
  ///
  /// - Throws: What reading the snapshot throws.
  public init(of snapshot: CorpusSnapshot) throws {
    let articles = try snapshot.articles
    let quotations = try articles.table.spans("quotations")
    let zones = try snapshot.columns(of: .zones)
    let kinds = try zones.text("kind")
    let spans = try zones.spans("span")
    let reader = HeadlineReader(
      quotes: try snapshot.quotes, mentions: try snapshot.mentions,
      entities: try snapshot.entities, words: ContentWords(snapshot))
    var rows: [Row] = []
    for article in 0..<articles.count {
      let title = zones.rows(inArticle: article).first { kinds[$0] == Zone.Kind.title.rawValue }
      guard let title, let titleSpan = spans.hull(of: title) else { continue }
      let all = quotations[article]
      for quotation in all where titleSpan.contains(quotation) {
        rows.append(
          try reader.row(article, quotation, all.filter { !titleSpan.overlaps($0) }))
      }
    }
    self.rows = rows
  }
}

/// Finds in a body what a headline quotes.
private struct HeadlineReader {
  let quotes: QuoteColumns
  let mentions: MentionColumns
  let entities: EntityColumns
  let words: ContentWords

  func row(
    _ article: Int, _ quotation: ByteRange, _ bodyQuotations: [ByteRange]
  ) throws -> HeadlineLedger.Row {
    let tokens = try words.tokens(ofArticle: article)
    let wanted = Set(try words.lemmas(inArticle: article, [quotation]))
    let own = wanted.isEmpty ? 0..<0 : quotes.table.rows(inArticle: article)
    // Of several statements around the quotation the shortest is the one it belongs to.
    let headline = own.filter { row in
      quotes.zone[row] == Zone.Kind.title.rawValue
        && quotes.content[row].contains { $0.overlaps(quotation) }
    }.min { length($0) < length($1) }
    let holding = try own.filter { row in
      guard quotes.zone[row] == Zone.Kind.body.rawValue else { return false }
      let quoted = bodyQuotations.filter { mark in
        quotes.content[row].contains { $0.overlaps(mark) }
      }
      return wanted.isSubset(of: try words.lemmas(inArticle: article, quoted))
    }
    let inBody = try bodyQuotations.contains { mark in
      wanted.isSubset(of: try words.lemmas(inArticle: article, [mark]))
    }
    var added: [String] = []
    var others: [String] = []
    if let headline, !holding.isEmpty {
      let sentences = holding.flatMap { quotes.content[$0] }.map { span in
        sentenceSpan(span, tokens)
      }
      let present = names(in: sentences, article)
      added = names(in: quotes.content[headline], article).filter { !present.contains($0) }
      let speaker = quotes.speaker[headline]
      let speakers = holding.compactMap { quotes.speaker[$0] }
      if let speaker, !speakers.contains(speaker) {
        for name in speakers where !others.contains(name) { others.append(name) }
      }
    }
    return HeadlineLedger.Row(
      article: article, quotation: quotation, headlineQuote: headline ?? -1, bodyQuotes: holding,
      isBorneOut: inBody, addedNames: added, otherSpeakers: others)
  }

  private func length(_ row: Int) -> Int { quotes.content.hull(of: row)?.count ?? 0 }

  private func sentenceSpan(_ span: ByteRange, _ tokens: TokenColumns) -> ByteRange {
    let range = tokens.tokens(in: span)
    guard let first = range.first, let last = range.last else { return span }
    let from = tokens.sentence(tokens.sentenceIndex(ofToken: first))
    let to = tokens.sentence(tokens.sentenceIndex(ofToken: last))
    return tokens.range(of: from.lowerBound..<to.upperBound)
  }

  private func names(in spans: [ByteRange], _ article: Int) -> [String] {
    var names: [String] = []
    for row in mentions.table.rows(inArticle: article) {
      guard let place = mentions.span.hull(of: row), spans.contains(where: { $0.contains(place) }),
        let name = entities.name[Int(mentions.entity[row])], !names.contains(name)
      else { continue }
      names.append(name)
    }
    return names
  }
}
