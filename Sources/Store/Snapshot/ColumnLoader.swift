internal import GRDB
internal import NewsModel

/// Reads one table of the store into columns.
struct ColumnLoader {
  /// Turns the database's key of a row in another table into its row.
  let resolve: (CorpusTable) throws -> RowKeys

  func load(_ table: CorpusTable, from database: Database) throws -> ColumnSet {
    let schema = ColumnSchema.columns(of: table)
    var builders = schema.map(ColumnBuilder.init)
    var keys: [Int64] = []
    let rows = try Row.fetchCursor(database, sql: ColumnSchema.query(for: table))
    while let row = try rows.next() {
      keys.append(row[0])
      var index = 1
      for position in builders.indices {
        builders[position].append(row, at: index)
        index += schema[position].width
      }
    }
    let own = RowKeys(keys)
    let columns = try builders.indices.map { position in
      Column(
        name: schema[position].name,
        summary: schema[position].summary,
        values: try builders[position].build { $0 == table ? own : try resolve($0) }
      )
    }
    return ColumnSet(table: table, columns: columns, keys: own)
  }
}

/// Collects one column row by row.
private enum ColumnBuilder {
  case text(TextColumnBuilder)
  case integer([Int32])
  case number([Double])
  case flag([Bool])
  case row([Int64?], CorpusTable)
  case list(ListColumnBuilder)
  case spans(SpanColumnBuilder, isPair: Bool)

  init(_ schema: ColumnSchema) {
    switch schema.form {
    case .text: self = .text(TextColumnBuilder())
    case .integer: self = .integer([])
    case .number: self = .number([])
    case .flag: self = .flag([])
    case .row(let table): self = .row([], table)
    case .list: self = .list(ListColumnBuilder())
    case .spans: self = .spans(SpanColumnBuilder(), isPair: false)
    case .span: self = .spans(SpanColumnBuilder(), isPair: true)
    }
  }

  mutating func append(_ row: Row, at index: Int) {
    // Each case takes its storage out before it grows, so that no array is copied.
    switch self {
    case .text(var builder):
      self = .flag([])
      builder.append(row[index] as String?)
      self = .text(builder)
    case .integer(var values):
      self = .flag([])
      values.append(row[index] as Int32? ?? -1)
      self = .integer(values)
    case .number(var values):
      self = .flag([])
      values.append(row[index] as Double? ?? .nan)
      self = .number(values)
    case .flag(var values):
      self = .integer([])
      values.append(row[index] as Int64 != 0)
      self = .flag(values)
    case .row(var values, let table):
      self = .flag([])
      values.append(row[index] as Int64?)
      self = .row(values, table)
    case .list(var builder):
      self = .flag([])
      builder.append(JSONArrays.texts(row[index] as String? ?? "[]"))
      self = .list(builder)
    case .spans(var builder, let isPair):
      self = .flag([])
      if !isPair {
        builder.append(JSONArrays.ranges(row[index] as String? ?? "[]"))
      } else if let start = row[index] as Int?, let end = row[index + 1] as Int?,
        0 <= start, start <= end
      {
        builder.append([ByteRange(start, end)])
      } else {
        builder.append([])
      }
      self = .spans(builder, isPair: isPair)
    }
  }

  func build(keys: (CorpusTable) throws -> RowKeys) throws -> Column.Values {
    switch self {
    case .text(let builder): return .text(builder.build())
    case .integer(let values): return .integer(values)
    case .number(let values): return .number(values)
    case .flag(let values): return .flag(values)
    case .row(let values, let table):
      let keys = try keys(table)
      return .row(values.map { $0.map(keys.row(of:)) ?? -1 }, of: table)
    case .list(let builder): return .list(builder.build())
    case .spans(let builder, _): return .spans(builder.build())
    }
  }
}
