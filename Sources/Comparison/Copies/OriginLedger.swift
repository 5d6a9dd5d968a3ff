public import NewsModel
public import Store

/// Through whose hands each article came, as far as its own text tells.
///
/// An agency that is credited stands first, then who holds the copyright, then who printed it again.
/// Nothing is looked up or guessed.
public struct OriginLedger: Sendable {
  /// One hand.
  public struct Link: Sendable {
    /// What it did.
    public enum Role: String, Sendable, CaseIterable {
      /// Wrote it or contributed to it.
      case agency
      /// Holds the copyright.
      case copyright
      /// Printed it, under its own name.
      case outlet
      /// Printed it again without saying who it is.
      case reposter
    }

    /// What it did.
    public let role: Role
    /// Its name; empty for a re-poster that does not give one.
    public let name: String
    /// The words that tell, in the article's text; `nil` where they stand in its metadata.
    public let evidence: ByteRange?
  }

  /// The chain of each article, the origin first.
  public let chains: [[Link]]
  /// Pairs of articles with at least two lines of boilerplate in common: one machine made both pages.
  public let sharedFooters: [(first: Int, second: Int, lines: Int)]

  /// Reads the signs of origin of a corpus.
  ///
  /// - Throws: What reading the snapshot throws.
  /// - Complexity: O(*n*) in the length of all texts, but for articles that share boilerplate.
  public init(of snapshot: CorpusSnapshot) throws {
    let articles = try snapshot.articles
    let zones = try snapshot.columns(of: .zones)
    let reader = OriginReader(
      kinds: try zones.text("kind"), reasons: try zones.text("reason"),
      spans: try zones.spans("span"))
    var footers: [String: [Int]] = [:]
    chains = try (0..<articles.count).map { article in
      let text = try snapshot.text(ofArticle: article)
      let own = zones.rows(inArticle: article)
      for line in Set(reader.boilerplate(own).map { text[bytes: $0] }) where line.utf8.count > 3 {
        footers[line, default: []].append(article)
      }
      return reader.chain(
        text, own, agencies: articles.agency[article], outlet: articles.outlet[article])
    }
    var shared: [Int64: Int] = [:]
    for articles in footers.values where articles.count < 200 {
      for (index, first) in articles.enumerated() {
        for second in articles.dropFirst(index + 1) {
          shared[Int64(first) << 32 | Int64(second), default: 0] += 1
        }
      }
    }
    sharedFooters = shared.filter { $0.value >= 2 }.sorted { $0.key < $1.key }
      .map { (first: Int($0.key >> 32), second: Int($0.key & 0xffff_ffff), lines: $0.value) }
  }
}

/// Reads the signs of origin in one article's zones.
private struct OriginReader {
  let kinds: TextColumn
  let reasons: TextColumn
  let spans: SpanColumn

  func boilerplate(_ rows: Range<Int>) -> [ByteRange] {
    rows.filter { kinds[$0] == Zone.Kind.boilerplate.rawValue }.flatMap { spans[$0] }
  }

  func chain(
    _ text: String, _ rows: Range<Int>, agencies: [String], outlet: String?
  ) -> [OriginLedger.Link] {
    var chain = agencies.map { agency in
      OriginLedger.Link(role: .agency, name: agency, evidence: place(of: agency, text, rows))
    }
    for row in rows where reasons[row] == "copyright-notice" {
      for span in spans[row] {
        guard let holder = Self.holder(in: text[bytes: span]),
          !chain.contains(where: { $0.name == holder })
        else { continue }
        chain.append(OriginLedger.Link(role: .copyright, name: holder, evidence: span))
      }
    }
    if let outlet, !chain.contains(where: { $0.name == outlet }) {
      let evidence = place(of: outlet, text, rows)
      chain.append(OriginLedger.Link(role: .outlet, name: outlet, evidence: evidence))
    }
    if outlet == nil,
      let row = rows.first(where: { Self.repostingReasons.contains(reasons[$0] ?? "") })
    {
      chain.append(OriginLedger.Link(role: .reposter, name: "", evidence: spans.hull(of: row)))
    }
    return chain
  }

  /// Where a name stands outside the reporting.
  private func place(of name: String, _ text: String, _ rows: Range<Int>) -> ByteRange? {
    let wanted = Array(name.utf8)
    let bytes = Array(text.utf8)
    for row in rows where kinds[row] != Zone.Kind.body.rawValue {
      for span in spans[row] where span.count >= wanted.count {
        for start in span.start...(span.end - wanted.count)
        where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
          return ByteRange(start, start + wanted.count)
        }
      }
    }
    return nil
  }

  /// The name after “Copyright 2021” or “© 2021”, up to the end of its sentence.
  static func holder(in notice: String) -> String? {
    let words = notice.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{a0}" }
      .map(String.init)
    guard
      let mark = words.firstIndex(where: { word in
        word.hasPrefix("©") || ["copyright", "(c)"].contains(word.lowercased())
      })
    else { return nil }
    var name: [String] = []
    var rest = words[(mark + 1)...]
    if words[mark].utf8.count > 2, words[mark].hasPrefix("©") {
      rest = [String(words[mark].dropFirst())] + rest
    }
    for word in rest {
      let plain = word.filter { !".,;:|".contains($0) }
      let isYear = plain.allSatisfy { $0.isNumber || $0 == "-" || $0 == "–" }
      let isSmall = ["by", "the", "©", "(c)", "copyright"].contains(plain.lowercased())
      if name.isEmpty, isYear || isSmall { continue }
      guard let first = plain.first, first.isUppercase || ["and", "of", "&"].contains(plain),
        !["All", "Rights"].contains(plain)
      else { break }
      name.append(plain)
      // The stop of “Inc.” ends nothing; any other one does.
      if word.last == ".", !["Inc", "Ltd", "Co", "Corp"].contains(plain) { break }
      if [",", ";", "|"].contains(word.last.map(String.init) ?? "") { break }
    }
    return name.isEmpty ? nil : name.joined(separator: " ")
  }

  private static let repostingReasons: Set<String> = [
    "repost-link", "source-link", "aggregator-disclaimer",
  ]
}
