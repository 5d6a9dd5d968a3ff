internal import Rules
internal import Store

/// What is odd about aliases in view of a corpus.
enum AliasRemarks {
  /// Names the articles that aliases are limited to and that the corpus does not have.
  ///
  /// - Throws: What the store reports.
  static func remarks(
    on aliases: [RuleDeclarations.Alias], in snapshot: CorpusSnapshot
  ) throws -> [RuleFinding] {
    var remarks: [RuleFinding] = []
    for alias in aliases {
      guard let article = alias.article, try snapshot.article(named: article) == nil else {
        continue
      }
      remarks.append(
        RuleFinding(
          at: alias.place, .info,
          "alias '\(alias.phrase)': there is no article '\(article)' in this corpus",
          details: try hint(for: article, in: snapshot).map { [$0] } ?? []))
    }
    return remarks
  }

  private static func hint(
    for article: String, in snapshot: CorpusSnapshot
  ) throws -> String? {
    let column = try snapshot.columns(of: .articles).text("id")
    let ids = (0..<column.count).compactMap { column[$0] }
    let near =
      NearestName.of(article, in: ids)
      ?? ids.first { $0.hasPrefix(article) || $0.hasSuffix(article) }
    if let near { return "did you mean '\(near)'?" }
    return ids.first.map { "its articles are called such as '\($0)'" }
  }
}
