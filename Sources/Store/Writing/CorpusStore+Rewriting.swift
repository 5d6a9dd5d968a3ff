internal import GRDB
public import NewsModel

extension CorpusStore {
  /// What is to be written anew of one article.
  public enum Rewrite: Sendable {
    /// Everything that was found in it; its text is the same.
    case analysis(Analysis)
    /// What rules found in it, and nothing else.
    case annotations(Article, [Annotation])
  }

  /// Writes what was found in articles anew, all or nothing.
  ///
  /// The articles keep their keys and places; those that the store does not hold are left out.
  ///
  /// - Throws: ``StoreError/readOnly(path:)``, ``StoreError/database(path:reason:)``.
  public func rewrite(_ changes: [Rewrite]) throws {
    try write { database in
      let writer = StoreWriter()
      var isExtractedAnew = false
      for change in changes {
        switch change {
        case .analysis(let analysis):
          guard let (key, origin) = try Self.origin(of: analysis.article.id, database) else {
            continue
          }
          isExtractedAnew = true
          try writer.write(ArticleRows(analysis), origin: origin, replacing: key, in: database)
        case .annotations(let article, let annotations):
          guard let (key, _) = try Self.origin(of: article.id, database) else { continue }
          var analysis = Analysis(article: article, tokens: TokenColumns())
          analysis.annotations = annotations
          try writer.rewriteAnnotations(ArticleRows(analysis), ofArticle: key, in: database)
        }
      }
      if isExtractedAnew {
        try database.execute(
          sql: "DELETE FROM entity WHERE id NOT IN (SELECT entity FROM article_entity)")
      }
    }
  }

  private static func origin(
    of name: String, _ database: Database
  ) throws -> (key: Int64, origin: StoreWriter.Origin)? {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT id, source, record, hash, options FROM article WHERE name = ?"),
        arguments: [name])
    else { return nil }
    return (
      row[0],
      StoreWriter.Origin(source: row[1], record: row[2], hash: row[3], options: row[4])
    )
  }

  /// Keeps a fact about the store, which ``meta()`` gives back.
  public func keep(_ value: String, as key: String) throws {
    try write { database in
      try database.execute(
        sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        arguments: [key, value])
    }
  }
}
