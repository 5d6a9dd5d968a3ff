internal import GRDB
internal import NewsModel
internal import Rules

extension AnalysisReader {
  /// The words of an article with ids made of their keys, without a vocabulary.
  func packedTokens(
    ofArticle key: Int64, of vocabulary: Vocabulary = Vocabulary(capacity: 1),
    id: (Int) throws -> UInt32
  ) throws -> TokenColumns {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT vocabulary, columns FROM token WHERE article = ?"),
        arguments: [key])
    else { throw StoreError.damaged(what: "no words of article \(key)") }
    var reader = PackedReader((row[0] as DatabaseBytes).bytes)
    let count = try reader.count()
    var ids: [UInt32] = []
    ids.reserveCapacity(count)
    for _ in 0..<count { ids.append(try id(reader.number())) }
    return try TokenBlob.decode((row[1] as DatabaseBytes).bytes, ids: ids, of: vocabulary)
  }

  /// What patterns read of an article, its words by the numbers of a lexicon.
  func matchText(ofArticle key: Int64, lexicon: Lexicon) throws -> MatchText {
    let size = lexicon.vocabulary.count
    let tokens = try packedTokens(ofArticle: key, of: lexicon.vocabulary) { word in
      guard word < size else { throw StoreError.damaged(what: "a word without text") }
      return UInt32(word)
    }
    let zones = try rows("SELECT kind, start_byte, end_byte FROM zone", key) {
      Zone(try value($0, 0), try range($0, 1))
    }
    return MatchText(
      tokens: tokens, zones: zones, quotations: try quotations(key), spans: try spans(key),
      lexicon: lexicon)
  }

  /// What the index holds of an article, with the keys of its words for their numbers.
  func indexedText(ofArticle key: Int64) throws -> MatchText {
    MatchText(
      tokens: try packedTokens(ofArticle: key) { UInt32($0) }, zones: [],
      quotations: try quotations(key), spans: try spans(key))
  }

  private func quotations(_ key: Int64) throws -> [ByteRange] {
    let quotations = try String.fetchOne(
      database.cachedStatement(sql: "SELECT quotations FROM article WHERE id = ?"),
      arguments: [key])
    return JSONArrays.ranges(quotations ?? "[]")
  }

  /// Entities, quotes and annotations by the types that patterns name, as ``MatchText/spans(of:)`` has them.
  private func spans(_ key: Int64) throws -> [String: [(range: ByteRange, index: Int)]] {
    let types = try rows(
      "SELECT type, ordinal FROM (SELECT e.type, a.ordinal, a.article FROM article_entity a JOIN entity e ON e.id = a.entity)",
      key
    ) { (row: Row) -> String in MatchText.typeName(of: try value(row, 0)) }
    var spans: [String: [(range: ByteRange, index: Int)]] = [:]
    let mentions = try rows("SELECT start_byte, end_byte, entity_ordinal FROM mention", key) {
      (range: try range($0, 0), entity: $0[2] as Int)
    }
    for (index, mention) in mentions.enumerated() {
      guard types.indices.contains(mention.entity) else {
        throw StoreError.damaged(what: "a mention of nobody")
      }
      spans[types[mention.entity], default: []].append((mention.range, index))
      spans["ENTITY", default: []].append((mention.range, index))
    }
    let quotes = try rows("SELECT content_spans, nested_in FROM quote", key) {
      (content: JSONArrays.ranges($0[0]), isNested: ($0[1] as Int64?) != nil)
    }
    for (index, quote) in quotes.enumerated() where !quote.isNested {
      guard let first = quote.content.first, let last = quote.content.last else { continue }
      spans["QUOTE", default: []].append((first.union(last), index))
    }
    let annotations = try rows("SELECT start_byte, end_byte, type FROM annotation", key) {
      (range: try range($0, 0), type: $0[2] as String)
    }
    for (index, annotation) in annotations.enumerated() {
      spans[annotation.type, default: []].append((annotation.range, index))
    }
    return spans
  }
}
