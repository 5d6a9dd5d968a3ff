internal import GRDB
internal import NewsModel

/// Puts the analysis of an article together again from the tables.
struct AnalysisReader {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// The words of an article.
  func tokens(ofArticle key: Int64, words: inout WordCache) throws -> TokenColumns {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT vocabulary, columns FROM token WHERE article = ?"),
        arguments: [key])
    else { throw StoreError.damaged(what: "no words of article \(key)") }
    var vocabulary = PackedReader((row[0] as DatabaseBytes).bytes)
    let count = try vocabulary.count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count {
      texts.append(try words.word(of: Int64(vocabulary.number()), in: database))
    }
    return try TokenBlob.decode((row[1] as DatabaseBytes).bytes, words: texts)
  }

  /// Everything about an article.
  func analysis(ofArticle key: Int64, words: inout WordCache) throws -> Analysis {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT name, path, title, outlet, published, url, byline, dateline, agency, quotations,
              text FROM article WHERE id = ?
            """), arguments: [key])
    else { throw StoreError.damaged(what: "no article \(key)") }
    var article = Article(
      id: row[0], path: row[1], text: row[10], title: row[2], outlet: row[3], published: row[4],
      url: row[5], byline: JSONArrays.texts(row[6]), datelinePlaces: JSONArrays.texts(row[7]),
      agencies: JSONArrays.texts(row[8]))
    article.zones = try rows("SELECT kind, start_byte, end_byte, reason FROM zone", key) {
      Zone(try value($0, 0), try range($0, 1), reason: $0[3])
    }
    let notes = try rows("SELECT kind, start_byte, end_byte, text, layer FROM note", key) { row in
      let isWhole = row[1] as Int? == nil
      return (
        note: Note(try value(row, 0), isWhole ? nil : try range(row, 1), row[3]),
        layer: row[4] as String
      )
    }
    article.notes = notes.filter { $0.layer != "analysis" }.map(\.note)
    var analysis = Analysis(article: article, tokens: try tokens(ofArticle: key, words: &words))
    analysis.notes = notes.filter { $0.layer != "reading" }.map(\.note)
    analysis.quotations = JSONArrays.ranges(row[9])
    analysis.entities = try entities(key)
    analysis.mentions = try rows(
      "SELECT start_byte, end_byte, entity_ordinal, metonym_of FROM mention", key
    ) { Mention(range: try range($0, 0), entity: $0[2], metonymOf: $0[3]) }
    analysis.quotes = try quotes(key)
    analysis.figures = try rows(
      "SELECT start_byte, end_byte, kind, value, unit, approximation FROM figure", key
    ) {
      Figure(
        range: try range($0, 0), kind: try value($0, 2), value: $0[3], unit: $0[4],
        approximation: $0[5])
    }
    analysis.dates = try rows(
      "SELECT start_byte, end_byte, kind, resolved, reason FROM date", key
    ) {
      DateExpression(
        range: try range($0, 0), kind: try value($0, 2), resolved: $0[3], reason: $0[4])
    }
    analysis.annotations = try rows(
      "SELECT start_byte, end_byte, type, by, attributes FROM annotation", key
    ) {
      Annotation(
        type: $0[2], range: try range($0, 0), by: $0[3],
        attributes: AttributesJSON.attributes($0[4]))
    }
    return analysis
  }

  private func entities(_ key: Int64) throws -> [Entity] {
    try rows(
      """
      SELECT entity.name, entity.type, aliases, titles, gender FROM article_entity
      JOIN entity ON entity.id = article_entity.entity
      """, key
    ) { row in
      Entity(
        name: row[0], type: try value(row, 1), aliases: JSONArrays.texts(row[2]),
        titles: JSONArrays.texts(row[3]),
        gender: (row[4] as String?).flatMap(Gender.init(rawValue:)))
    }
  }

  private func quotes(_ key: Int64) throws -> [Quote] {
    let found = try rows(
      """
      SELECT kind, status, act, speaker, speaker_ordinal, form, inferred, candidates, via, via_start,
        via_end, nested_in, confidence, by, content_spans, cue_spans, source_spans, id FROM quote
      """, key
    ) { row in
      var quote = Quote(
        kind: try value(row, 0), content: JSONArrays.ranges(row[14]),
        cue: JSONArrays.ranges(row[15]), source: JSONArrays.ranges(row[16]),
        status: try value(row, 1), act: try value(row, 2), confidence: row[12], by: row[13])
      if let name = row[3] as String? {
        quote.speaker = Speaker(
          name: name, entity: row[4], form: try value(row, 5),
          candidates: JSONArrays.texts(row[7]), isAnalystInference: row[6])
      }
      if let name = row[8] as String? {
        quote.relay = Relay(name: name, range: try range(row, 9))
      }
      return (quote: quote, holder: row[11] as Int64?, key: row[17] as Int64)
    }
    return found.map { element in
      var quote = element.quote
      if let holder = element.holder { quote.nestedIn = found.firstIndex { $0.key == holder } }
      return quote
    }
  }

  func rows<T>(
    _ select: String, _ key: Int64, _ make: (Row) throws -> T
  ) throws -> [T] {
    let cursor = try Row.fetchCursor(
      database.cachedStatement(sql: select + " WHERE article = ? ORDER BY ordinal"),
      arguments: [key])
    var values: [T] = []
    while let row = try cursor.next() { values.append(try make(row)) }
    return values
  }

  func range(_ row: Row, _ index: Int) throws -> ByteRange {
    guard let start = row[index] as Int?, let end = row[index + 1] as Int?, 0 <= start, start <= end
    else { throw StoreError.damaged(what: "a span that runs backward") }
    return ByteRange(start, end)
  }

  func value<T: RawRepresentable>(
    _ row: Row, _ index: Int
  ) throws -> T where T.RawValue == String {
    let text: String = row[index]
    guard let value = T(rawValue: text) else {
      throw StoreError.damaged(what: "an unknown value “\(text)”")
    }
    return value
  }
}
