internal import GRDB
internal import NewsModel
internal import Rules

/// Writes articles into the tables, inside the transaction of its caller.
///
/// Keeps the keys of entities and words that it met, so that each is looked up once; a writer whose
/// transaction was rolled back must be thrown away.
final class StoreWriter {
  /// Which file or record an article comes from.
  struct Origin: Sendable {
    var source: Int64?
    var record: Int
    var hash: String
    var options: String
  }

  /// Gets the words of every article that is written, or `nil` where nobody will look them up.
  var postings: PostingWriter?
  private var entities = KeyCache()
  private var words = KeyCache()

  /// Writes an article in the place of an earlier version of it, or as the last of the corpus, and
  /// gives its key.
  @discardableResult
  func write(
    _ rows: ArticleRows, origin: Origin, replacing key: Int64? = nil, in database: Database
  ) throws -> Int64 {
    let article = rows.analysis.article
    var values: [(any DatabaseValueConvertible)?] = [
      article.id, origin.source, origin.record, origin.hash, origin.options, article.path,
      article.title, article.outlet, article.published, article.url,
      JSONArrays.text(article.byline), JSONArrays.text(article.datelinePlaces),
      JSONArrays.text(article.agencies), rows.words, rows.lines,
      JSONArrays.text(rows.analysis.quotations), article.text,
    ]
    let id: Int64
    if let key {
      try removeContents(ofArticle: key, in: database)
      values.append(key)
      try execute(
        """
        UPDATE article SET name = ?, source = ?, record = ?, hash = ?, options = ?, path = ?,
          title = ?, outlet = ?, published = ?, url = ?, byline = ?, dateline = ?, agency = ?,
          words = ?, lines = ?, quotations = ?, text = ? WHERE id = ?
        """, values, database)
      id = key
    } else {
      try execute(
        """
        INSERT INTO article (name, source, record, hash, options, path, title, outlet, published,
          url, byline, dateline, agency, words, lines, quotations, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, values, database)
      id = database.lastInsertedRowID
    }
    try writeZones(rows, id, database)
    let keys = try writeEntities(rows, id, database)
    try writeMentions(rows, id, keys, database)
    let quotes = try writeQuotes(rows, id, keys, database)
    try writeFigures(rows, id, quotes, database)
    try writeDates(rows, id, quotes, database)
    try writeAnnotations(rows, id, database)
    try writeNotes(rows, id, database)
    try writeTokens(rows, id, database)
    return id
  }

  /// Writes the annotations of an article in place of those that it has.
  func rewriteAnnotations(
    _ rows: ArticleRows, ofArticle key: Int64, in database: Database
  ) throws {
    try execute("DELETE FROM annotation WHERE article = ?", [key], database)
    try writeAnnotations(rows, key, database)
  }

  /// Removes what belongs to an article, but not its row.
  private func removeContents(ofArticle key: Int64, in database: Database) throws {
    for table in [
      "zone", "article_entity", "mention", "quote", "figure", "date", "annotation", "note", "token",
      "posting_article",
    ] {
      try execute("DELETE FROM \(table) WHERE article = ?", [key], database)
    }
  }

  private func execute(
    _ sql: String, _ values: [(any DatabaseValueConvertible)?], _ database: Database
  ) throws {
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }

  private func writeZones(_ rows: ArticleRows, _ id: Int64, _ database: Database) throws {
    for (ordinal, zone) in rows.analysis.article.zones.enumerated() {
      try execute(
        "INSERT INTO zone VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, zone.kind.rawValue, zone.range.start, zone.range.end,
          rows.zoneLines[ordinal], zone.reason,
        ], database)
    }
  }

  private func writeEntities(
    _ rows: ArticleRows, _ id: Int64, _ database: Database
  ) throws -> [Int64] {
    var keys: [Int64] = []
    for (ordinal, entity) in rows.analysis.entities.enumerated() {
      let key = try entityKey(entity, database)
      keys.append(key)
      try execute(
        "INSERT INTO article_entity VALUES (?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, key, entity.gender?.rawValue, JSONArrays.text(entity.aliases),
          JSONArrays.text(entity.titles),
        ], database)
    }
    return keys
  }

  private func entityKey(_ entity: Entity, _ database: Database) throws -> Int64 {
    try entities.key(of: entity.type.rawValue + "\u{0}" + entity.name) {
      let values = [entity.type.rawValue, entity.name]
      if let known = try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT id FROM entity WHERE type = ? AND name = ?"),
        arguments: StatementArguments(values))
      {
        return known
      }
      try execute("INSERT INTO entity (type, name) VALUES (?, ?)", values, database)
      return database.lastInsertedRowID
    }
  }

  private func writeMentions(
    _ rows: ArticleRows, _ id: Int64, _ entities: [Int64], _ database: Database
  ) throws {
    for (ordinal, mention) in rows.analysis.mentions.enumerated() {
      let place = rows.mentions[ordinal]
      try execute(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, entities[mention.entity], mention.entity, place.range.start,
          place.range.end, place.line, place.zone, place.text, mention.metonymOf,
        ], database)
    }
  }

  private func writeQuotes(
    _ rows: ArticleRows, _ id: Int64, _ entities: [Int64], _ database: Database
  ) throws -> [Int64] {
    // An inner statement may stand before the one that holds it, so the keys are fixed beforehand.
    let first =
      1
      + (try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT max(id) FROM quote")) ?? 0)
    let keys = rows.analysis.quotes.indices.map { first + Int64($0) }
    for (ordinal, quote) in rows.analysis.quotes.enumerated() {
      let row = rows.quotes[ordinal]
      let speaker = quote.speaker
      try execute(
        """
        INSERT INTO quote VALUES
          (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          keys[ordinal], id, ordinal, quote.kind.rawValue, quote.status.rawValue,
          quote.act.rawValue, row.line, row.zone, speaker?.name,
          speaker?.entity.map { entities[$0] }, speaker?.entity, speaker?.form.rawValue,
          speaker?.isUnnamed ?? false, speaker?.isAnalystInference ?? false,
          JSONArrays.text(speaker?.candidates ?? []), quote.relay?.name,
          quote.relay?.range.start, quote.relay?.range.end, quote.nestedIn.map { keys[$0] },
          row.depth, quote.confidence, quote.by, row.words, row.quotedWords,
          JSONArrays.text(quote.content), JSONArrays.text(quote.cue),
          JSONArrays.text(quote.source), row.text, row.cue, row.source,
        ], database)
    }
    return keys
  }

  private func writeFigures(
    _ rows: ArticleRows, _ id: Int64, _ quotes: [Int64], _ database: Database
  ) throws {
    for (ordinal, figure) in rows.analysis.figures.enumerated() {
      let place = rows.figures[ordinal]
      try execute(
        "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, place.range.start, place.range.end, place.line, place.zone, place.text,
          figure.kind.rawValue, figure.value, figure.unit, figure.approximation,
          rows.figureQuotes[ordinal].map { quotes[$0] },
        ], database)
    }
  }

  private func writeDates(
    _ rows: ArticleRows, _ id: Int64, _ quotes: [Int64], _ database: Database
  ) throws {
    for (ordinal, date) in rows.analysis.dates.enumerated() {
      let place = rows.dates[ordinal]
      try execute(
        "INSERT INTO date VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, place.range.start, place.range.end, place.line, place.zone, place.text,
          date.kind.rawValue, date.resolved, date.reason,
          rows.dateQuotes[ordinal].map { quotes[$0] },
        ], database)
    }
  }

  private func writeAnnotations(_ rows: ArticleRows, _ id: Int64, _ database: Database) throws {
    for (ordinal, annotation) in rows.analysis.annotations.enumerated() {
      let place = rows.annotations[ordinal]
      try execute(
        "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, place.range.start, place.range.end, place.line, place.zone,
          annotation.type, annotation.by, AttributesJSON.text(annotation.attributes),
        ], database)
    }
  }

  private func writeNotes(_ rows: ArticleRows, _ id: Int64, _ database: Database) throws {
    var ofReading = rows.analysis.article.notes
    var ordinal = 0
    func write(_ note: Note, line: Int?, layer: String) throws {
      try execute(
        "INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, note.kind.rawValue, note.range?.start, note.range?.end, line, note.text,
          layer,
        ], database)
      ordinal += 1
    }
    for (index, note) in rows.analysis.notes.enumerated() {
      let known = ofReading.firstIndex(of: note)
      if let known { ofReading.remove(at: known) }
      try write(note, line: rows.noteLines[index], layer: known == nil ? "analysis" : "both")
    }
    for note in ofReading { try write(note, line: nil, layer: "reading") }
  }

  private func writeTokens(_ rows: ArticleRows, _ id: Int64, _ database: Database) throws {
    var vocabulary = VariableLengthWriter()
    vocabulary.append(rows.vocabulary.count)
    var keys = [UInt32](repeating: 0, count: rows.analysis.tokens.vocabulary.count)
    for (word, own) in zip(rows.vocabulary, rows.vocabularyIDs) {
      let key = try words.key(of: word) {
        if let known = try Int64.fetchOne(
          database.cachedStatement(sql: "SELECT id FROM word WHERE word = ?"), arguments: [word])
        {
          return known
        }
        try execute("INSERT INTO word (word) VALUES (?)", [word], database)
        return database.lastInsertedRowID
      }
      vocabulary.append(Int(key))
      keys[Int(own)] = UInt32(key)
    }
    postings?.append(MatchText(rows.analysis), ofArticle: id) { keys[Int($0)] }
    try execute(
      "INSERT INTO token VALUES (?, ?, ?, ?)",
      [
        id, rows.analysis.tokens.count, DatabaseBytes(bytes: vocabulary.bytes),
        DatabaseBytes(bytes: rows.tokens),
      ], database)
  }
}
