public import NewsModel

extension CorpusStore {
  /// Adds articles that come from no file, in one transaction; their ids must be new to the store.
  ///
  /// - Throws: ``StoreError/readOnly(path:)``, ``StoreError/database(path:reason:)``.
  public func add(_ analyses: [Analysis]) throws {
    let rows = analyses.map(ArticleRows.init)
    try write { database in
      let writer = StoreWriter()
      for row in rows {
        let origin = StoreWriter.Origin(source: nil, record: 0, hash: "", options: "")
        try writer.write(row, origin: origin, in: database)
      }
    }
  }

  /// Brings the index over the words in order: articles that it lacks are added, small segments joined.
  ///
  /// The indexer does so at the end of every run.
  ///
  /// - Throws: ``StoreError/readOnly(path:)``, ``StoreError/database(path:reason:)``.
  /// - Complexity: O(tokens of the segments that are made anew).
  public func buildPostings() throws {
    guard isWritable else { throw StoreError.readOnly(path: path ?? "") }
    try PostingMaintenance(store: self).run()
  }
}
