/// How the columns of each table are read from the store.
struct ColumnSchema {
  /// The form of a column's values.
  enum Form {
    case text, integer, number, flag, list
    /// A JSON array of spans.
    case spans
    /// Two columns of the database: start and end, or nothing.
    case span
    case row(CorpusTable)
  }

  let name: String
  let sql: String
  let form: Form
  let summary: String

  init(_ name: String, _ form: Form, _ sql: String, _ summary: String) {
    self.name = name
    self.form = form
    self.sql = sql
    self.summary = summary
  }

  init(_ name: String, _ form: Form, _ summary: String) { self.init(name, form, name, summary) }

  /// The number of database columns that one column takes.
  var width: Int { if case .span = form { 2 } else { 1 } }

  /// The key, then the columns, as one query in the order of the rows.
  static func query(for table: CorpusTable) -> String {
    let columns = columns(of: table).map(\.sql).joined(separator: ", ")
    return switch table {
    case .articles: "SELECT id, \(columns) FROM article ORDER BY id"
    case .quotes: "SELECT id, \(columns) FROM quote ORDER BY article, ordinal"
    case .entities: "SELECT id, \(columns) FROM entity ORDER BY id"
    case .mentions: "SELECT ordinal, \(columns) FROM mention ORDER BY article, ordinal"
    case .figures: "SELECT ordinal, \(columns) FROM figure ORDER BY article, ordinal"
    case .dates: "SELECT ordinal, \(columns) FROM date ORDER BY article, ordinal"
    case .notes:
      "SELECT ordinal, \(columns) FROM note WHERE layer <> 'reading' ORDER BY article, ordinal"
    case .annotations: "SELECT ordinal, \(columns) FROM annotation ORDER BY article, ordinal"
    case .zones: "SELECT ordinal, \(columns) FROM zone ORDER BY article, ordinal"
    }
  }

  /// The columns of a table, in the order in which people want to see them.
  static func columns(of table: CorpusTable) -> [ColumnSchema] {
    switch table {
    case .articles: articles
    case .quotes: quotes
    case .entities: entities
    case .mentions: mentions
    case .figures: figures
    case .dates: dates
    case .notes: notes
    case .annotations: annotations
    case .zones: zones
    }
  }

  private static let article = ColumnSchema(
    "article", .row(.articles), "The article that it stands in.")
  private static let line = ColumnSchema("line", .integer, "The line, from 1.")
  private static let zone = ColumnSchema(
    "zone", .text, "The kind of zone that it stands in: title, caption, body, boilerplate.")
  private static let span = ColumnSchema("span", .span, "start_byte, end_byte", "Where it stands.")
  private static let quote = ColumnSchema(
    "quote", .row(.quotes), "The innermost statement that holds it.")

  private static let articles = [
    ColumnSchema("id", .text, "name", "The name of the article, unique in the corpus."),
    ColumnSchema("title", .text, "The headline."),
    ColumnSchema("outlet", .text, "The outlet, only where stated."),
    ColumnSchema("published", .text, "The publication date as ISO 8601, only where stated."),
    ColumnSchema("byline", .list, "The authors."),
    ColumnSchema("dateline", .list, "The places of the dateline."),
    ColumnSchema("agency", .list, "The news agencies that the text credits."),
    ColumnSchema("words", .integer, "The number of words in title, captions and body."),
    ColumnSchema("lines", .integer, "The number of lines."),
    ColumnSchema("path", .text, "Where it was read from."),
    ColumnSchema("url", .text, "The address it was taken from, only where stated."),
    ColumnSchema("hash", .text, "SHA-256 of the file or of the record."),
    ColumnSchema("quotations", .spans, "Pairs of quotation marks after repair."),
  ]

  private static let quotes = [
    article, line,
    ColumnSchema("speaker", .text, "Whose words they are: the name without title, or as written."),
    ColumnSchema("kind", .text, "How much stands in quotation marks: direct, mixed, indirect."),
    ColumnSchema("act", .text, "What sort of act the cue names: statement, claim, denial, …"),
    ColumnSchema("status", .text, "Whether it was made: stated, negated, prospective, belief."),
    ColumnSchema("form", .text, "How the speaker is referred to: name, pronoun, unnamed, …"),
    ColumnSchema("unnamed", .flag, "Whether the article keeps the speaker's name to itself."),
    ColumnSchema("inferred", .flag, "Whether an analyst, not the text, identified the speaker."),
    ColumnSchema("candidates", .list, "Whom an office without a name could mean."),
    ColumnSchema("entity", .row(.entities), "speaker_entity", "The entity that speaks."),
    ColumnSchema("via", .text, "The medium that only carried the words."),
    ColumnSchema("nested_in", .row(.quotes), "The statement that holds this one."),
    ColumnSchema("depth", .integer, "0 for an outermost statement."),
    zone,
    ColumnSchema("words", .integer, "The number of words of the content."),
    ColumnSchema("quoted_words", .integer, "Those of them inside quotation marks."),
    ColumnSchema("confidence", .number, "How sure the extractor is, 0 to 1."),
    ColumnSchema("by", .text, "The rule or model that made it."),
    ColumnSchema("content", .spans, "content_spans", "What is said."),
    ColumnSchema("cue", .spans, "cue_spans", "The words that attribute it."),
    ColumnSchema("source", .spans, "source_spans", "The speaker as written."),
  ]

  private static let entities = [
    ColumnSchema("name", .text, "The full name without title."),
    ColumnSchema("type", .text, "person, organisation, place or other."),
    ColumnSchema(
      "articles", .integer,
      "(SELECT count(DISTINCT article) FROM article_entity WHERE entity = id)",
      "The number of articles that name it."),
    ColumnSchema(
      "gender", .text,
      "(SELECT gender FROM article_entity WHERE entity = id AND gender IS NOT NULL "
        + "ORDER BY article LIMIT 1)",
      "female or male, where an article tells."),
    ColumnSchema(
      "aliases", .list,
      "(SELECT json_group_array(DISTINCT value) FROM article_entity, json_each(aliases) "
        + "WHERE article_entity.entity = entity.id)",
      "The other names, in order of appearance."),
    ColumnSchema(
      "titles", .list,
      "(SELECT json_group_array(DISTINCT value) FROM article_entity, json_each(titles) "
        + "WHERE article_entity.entity = entity.id)",
      "Titles and offices given with the name, in order of appearance."),
  ]

  private static let mentions = [
    article, line,
    ColumnSchema("entity", .row(.entities), "What it names."),
    ColumnSchema("metonym_of", .text, "The government that a city's name stands for here."),
    zone, span,
  ]

  private static let figures = [
    article, line,
    ColumnSchema("kind", .text, "count, money, percentage, ordinal, duration, age, year, number."),
    ColumnSchema("value", .number, "The value in whole units."),
    ColumnSchema("unit", .text, "What is counted."),
    ColumnSchema("approximation", .text, "The words that make it inexact."),
    quote, zone, span,
  ]

  private static let dates = [
    article, line,
    ColumnSchema("kind", .text, "date, weekday, month, year, relative, duration."),
    ColumnSchema("resolved", .text, "ISO 8601, only as far as it is certain."),
    ColumnSchema("reason", .text, "Why it could not be resolved, or from what it was."),
    quote, zone, span,
  ]

  private static let notes = [
    article, line,
    ColumnSchema("kind", .text, "What is wrong: broken-quotation-mark, garbled-text, …"),
    ColumnSchema("text", .text, "The reason in words."),
    span,
  ]

  private static let annotations = [
    article, line,
    ColumnSchema("type", .text, "The type that the rule emits."),
    ColumnSchema("by", .text, "The rule that made it."),
    ColumnSchema("attributes", .text, "What the rule says about it, as a JSON object."),
    zone, span,
  ]

  private static let zones = [
    article, line,
    ColumnSchema("kind", .text, "What the zone is for."),
    ColumnSchema("reason", .text, "Why a boilerplate zone was set apart."),
    span,
  ]
}
