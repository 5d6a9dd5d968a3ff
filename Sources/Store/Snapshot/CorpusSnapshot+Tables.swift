/// The articles of a snapshot, column by column.
public struct ArticleColumns: Sendable {
  /// The same columns by name.
  public let table: ColumnSet
  /// The name of each article.
  public let id: TextColumn
  /// The headlines.
  public let title: TextColumn
  /// The outlets, only where stated.
  public let outlet: TextColumn
  /// The publication dates as ISO 8601, only where stated.
  public let published: TextColumn
  /// The authors.
  public let byline: ListColumn
  /// The places of the dateline.
  public let dateline: ListColumn
  /// The news agencies that the text credits.
  public let agency: ListColumn
  /// The numbers of words in title, captions and body.
  public let words: [Int32]
  /// Where each article was read from.
  public let path: TextColumn

  init(_ columns: ColumnSet) throws {
    table = columns
    id = try columns.text("id")
    title = try columns.text("title")
    outlet = try columns.text("outlet")
    published = try columns.text("published")
    byline = try columns.list("byline")
    dateline = try columns.list("dateline")
    agency = try columns.list("agency")
    words = try columns.integer("words")
    path = try columns.text("path")
  }

  /// The number of articles.
  public var count: Int { table.count }
}

/// The statements of a snapshot, column by column.
public struct QuoteColumns: Sendable {
  /// The same columns by name.
  public let table: ColumnSet
  /// Row of the article.
  public let article: [Int32]
  /// Line of the first word of the content.
  public let line: [Int32]
  /// Whose words they are.
  public let speaker: TextColumn
  /// `direct`, `mixed` or `indirect`.
  public let kind: TextColumn
  /// What sort of act the cue names.
  public let act: TextColumn
  /// `stated`, `negated`, `prospective` or `belief`.
  public let status: TextColumn
  /// How the speaker is referred to.
  public let form: TextColumn
  /// Whether the article keeps the speaker's name to itself.
  public let unnamed: [Bool]
  /// Whether an analyst, not the text, identified the speaker.
  public let inferred: [Bool]
  /// Row of the entity that speaks, or -1.
  public let entity: [Int32]
  /// The medium that only carried the words.
  public let via: TextColumn
  /// Row of the statement that holds this one, or -1.
  public let nestedIn: [Int32]
  /// 0 for an outermost statement.
  public let depth: [Int32]
  /// The kind of zone.
  public let zone: TextColumn
  /// Words of the content.
  public let words: [Int32]
  /// Those of them inside quotation marks.
  public let quotedWords: [Int32]
  /// How sure the extractor is, 0 to 1.
  public let confidence: [Double]
  /// What is said.
  public let content: SpanColumn
  /// The words that attribute it.
  public let cue: SpanColumn
  /// The speaker as written.
  public let source: SpanColumn

  init(_ columns: ColumnSet) throws {
    table = columns
    article = try columns.row("article")
    line = try columns.integer("line")
    speaker = try columns.text("speaker")
    kind = try columns.text("kind")
    act = try columns.text("act")
    status = try columns.text("status")
    form = try columns.text("form")
    unnamed = try columns.flag("unnamed")
    inferred = try columns.flag("inferred")
    entity = try columns.row("entity")
    via = try columns.text("via")
    nestedIn = try columns.row("nested_in")
    depth = try columns.integer("depth")
    zone = try columns.text("zone")
    words = try columns.integer("words")
    quotedWords = try columns.integer("quoted_words")
    confidence = try columns.number("confidence")
    content = try columns.spans("content")
    cue = try columns.spans("cue")
    source = try columns.spans("source")
  }

  /// The number of statements.
  public var count: Int { table.count }
}

/// The entities of a snapshot, column by column.
public struct EntityColumns: Sendable {
  /// The same columns by name.
  public let table: ColumnSet
  /// The full names without titles.
  public let name: TextColumn
  /// `person`, `organisation`, `place` or `other`.
  public let type: TextColumn
  /// The other names.
  public let aliases: ListColumn
  /// Titles and offices given with the names.
  public let titles: ListColumn

  init(_ columns: ColumnSet) throws {
    table = columns
    name = try columns.text("name")
    type = try columns.text("type")
    aliases = try columns.list("aliases")
    titles = try columns.list("titles")
  }

  /// The number of entities.
  public var count: Int { table.count }
}

/// The mentions of a snapshot, column by column.
public struct MentionColumns: Sendable {
  /// The same columns by name.
  public let table: ColumnSet
  /// Row of the article.
  public let article: [Int32]
  /// Row of the entity.
  public let entity: [Int32]
  /// Line.
  public let line: [Int32]
  /// The kind of zone.
  public let zone: TextColumn
  /// Where.
  public let span: SpanColumn

  init(_ columns: ColumnSet) throws {
    table = columns
    article = try columns.row("article")
    entity = try columns.row("entity")
    line = try columns.integer("line")
    zone = try columns.text("zone")
    span = try columns.spans("span")
  }

  /// The number of mentions.
  public var count: Int { table.count }
}

extension CorpusSnapshot {
  /// The articles.
  public var articles: ArticleColumns {
    get throws { try ArticleColumns(columns(of: .articles)) }
  }
  /// The statements.
  public var quotes: QuoteColumns {
    get throws { try QuoteColumns(columns(of: .quotes)) }
  }
  /// The entities.
  public var entities: EntityColumns {
    get throws { try EntityColumns(columns(of: .entities)) }
  }
  /// The mentions.
  public var mentions: MentionColumns {
    get throws { try MentionColumns(columns(of: .mentions)) }
  }
}

extension ColumnSet {
  private func wrong(_ name: String) -> StoreError {
    .damaged(what: "no column \(name) in \(table.rawValue)")
  }
  /// A column of texts.
  public func text(_ name: String) throws -> TextColumn {
    if case .text(let column)? = self[name]?.values { return column }
    throw wrong(name)
  }
  /// A column of whole numbers; -1 where absent.
  public func integer(_ name: String) throws -> [Int32] {
    if case .integer(let column)? = self[name]?.values { return column }
    throw wrong(name)
  }
  /// A column of numbers; not a number where absent.
  public func number(_ name: String) throws -> [Double] {
    if case .number(let column)? = self[name]?.values { return column }
    throw wrong(name)
  }
  /// A column of flags.
  public func flag(_ name: String) throws -> [Bool] {
    if case .flag(let column)? = self[name]?.values { return column }
    throw wrong(name)
  }
  /// A column of rows; -1 where absent.
  public func row(_ name: String) throws -> [Int32] {
    if case .row(let column, _)? = self[name]?.values { return column }
    throw wrong(name)
  }
  /// A column of lists.
  public func list(_ name: String) throws -> ListColumn {
    if case .list(let column)? = self[name]?.values { return column }
    throw wrong(name)
  }
  /// A column of spans.
  public func spans(_ name: String) throws -> SpanColumn {
    if case .spans(let column)? = self[name]?.values { return column }
    throw wrong(name)
  }
}
