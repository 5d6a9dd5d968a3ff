internal import LuaHost
internal import Reporting
internal import Store

/// Makes tables and cells of what scripts return.
struct TableMaker {
  let model: CorpusModel
  let library: LuaLibrary

  /// The columns of each kind of row that are worth a look, where nobody chose any.
  private static let usualColumns: [CorpusModel.Kind: [String]] = [
    .article: ["id", "title", "outlet", "agencies", "words"],
    .quote: ["speaker", "kind", "cue", "text"],
    .entity: ["name", "type", "aliases", "titles"],
    .mention: ["text", "entity", "metonym_of", "article", "line"],
    .figure: ["text", "kind", "value", "unit", "article", "line"],
    .date: ["text", "kind", "resolved", "reason", "article", "line"],
    .note: ["article", "line", "kind", "text"],
    .annotation: ["text", "type", "by", "attributes", "article", "line"],
    .zone: ["article", "line", "kind", "reason", "text"],
    .token: ["word", "lemma", "pos"], .sentence: ["article", "line", "text"],
  ]

  /// What to show for a value, or nothing for nil.
  func echo(_ value: LuaValue) throws -> Echo? {
    switch value {
    case .nil: return nil
    case .sequence(let sequence): return .table(try table(sequence))
    case .table(let table): return try echo(table)
    case .row(let row): return .text(library.rowTypes[row.kind].describe(row.id))
    case .function: return .text("a function")
    case .opaque(let name): return .text("a \(name)")
    default: return .text(try cell(value).plainText)
    }
  }

  /// A value as a table, whatever it is.
  func table(_ value: LuaValue) throws -> Table? {
    switch try echo(value) {
    case .table(let table): return table
    case .text: return Table(columns: ["value"], rows: [[try cell(value)]])
    case nil: return nil
    }
  }

  private func echo(_ table: LuaTable) throws -> Echo {
    if case .table(let columns)? = table["columns"] {
      return .table(try self.table(table, columns: columns.items.compactMap(\.text)))
    }
    if table.items.isEmpty {
      if table.fields.isEmpty { return .text("{}") }
      var rows = Table(columns: ["key", "value"])
      for field in table.fields { rows.append([try cell(field.key), try cell(field.value)]) }
      return .table(marked(rows, table))
    }
    let rows = table.items.compactMap { if case .row(let row) = $0 { row } else { nil } }
    if let kind = rows.first?.kind, rows.count == table.items.count,
      rows.allSatisfy({ $0.kind == kind })
    {
      return .table(try self.table(LuaSequence(kind: kind, ids: rows.map(\.id))))
    }
    let records = table.items.compactMap { if case .table(let record) = $0 { record } else { nil } }
    if records.count == table.items.count { return .table(try self.table(of: records, in: table)) }
    var list = Table(columns: ["value"])
    for item in table.items { list.append([try cell(item)]) }
    return .table(marked(list, table))
  }

  /// Records without stated columns: the names of all fields, or positions.
  private func table(of records: [LuaTable], in table: LuaTable) throws -> Table {
    var names: Set<String> = []
    for record in records { names.formUnion(record.fields.compactMap(\.key.text)) }
    let width = records.map(\.items.count).max() ?? 0
    if names.isEmpty {
      var result = Table(columns: (0..<width).map { Column("\($0 + 1)") })
      for record in records { result.append(try record.items.map(cell)) }
      return marked(result, table)
    }
    // What groups hold besides key and count is shown by asking for it.
    let isGroups = names == ["key", "rows", "count"]
    return try self.table(table, columns: isGroups ? ["key", "count"] : names.sorted())
  }

  private func table(_ table: LuaTable, columns: [String]) throws -> Table {
    var result = Table(columns: columns.map { Column($0) })
    if columns == CorpusModel.concordanceColumns {
      // Words in context: what is near the match is what matters.
      result.columns[2].alignment = .right
      result.columns[2].overflow = .shortenStart
      result.columns[4].overflow = .shortenEnd
    }
    for (index, item) in table.items.enumerated() {
      switch item {
      case .table(let record):
        result.append(
          try columns.indices.map { position in
            if let value = record[columns[position]] { return try cell(value) }
            return position < record.items.count ? try cell(record.items[position]) : .missing
          })
      case .row(let row):
        let type = library.rowTypes[row.kind]
        result.append(
          try columns.map { name in
            guard let field = type.field(named: name) else { return .missing }
            return try cell(field, of: row.id, type)
          })
      default:
        throw LuaError(
          "argument", "row \(index + 1) of the table is a \(item.typeName)",
          hint: "each row is a table such as {\(columns.first ?? "name") = …}")
      }
    }
    return marked(result, table)
  }

  /// Says so where something was left out.
  private func marked(_ table: Table, _ source: LuaTable) -> Table {
    var table = table
    if source.isCut { table.remarks.append("the table was too large and is cut off") }
    return table
  }

  private func table(_ sequence: LuaSequence) throws -> Table {
    let type = library.rowTypes[sequence.kind]
    let kind = CorpusModel.Kind(rawValue: sequence.kind) ?? .corpus
    let fields = (Self.usualColumns[kind] ?? []).compactMap { type.field(named: $0) }
    func isStatement(_ field: RowField) -> Bool { kind == .quote && field.name == "text" }
    var table = Table(columns: fields.map { Column($0.name, holdsPlaces: isStatement($0)) })
    for id in sequence.ids {
      table.append(
        try fields.map { field in
          if isStatement(field) {
            return try cell(.row(LuaRow(kind: sequence.kind, id: id)))
          }
          return try cell(field, of: id, type)
        })
    }
    return table
  }

  /// A field of a row; a speaker says so where an analyst's alias named it.
  private func cell(_ field: RowField, of row: Int, _ type: RowType) throws -> Cell {
    let value = try cell(field.read(row))
    guard type.name == "quote", field.name == "speaker", case .text(let speaker) = value,
      let inferred = type.field(named: "inferred"), case .boolean(true) = try inferred.read(row)
    else { return value }
    return .inferred(speaker)
  }

  /// A value as one cell.
  ///
  /// What stands in an article, such as a statement or a figure, keeps its place.
  func cell(_ value: LuaValue) throws -> Cell {
    switch value {
    case .nil, .argument, .values: return .missing
    case .boolean(let flag): return .boolean(flag)
    case .integer(let integer): return .integer(integer)
    case .number(let number): return .number(number)
    case .string(let text): return .text(text)
    case .bytes(let bytes): return .text(String(decoding: bytes, as: UTF8.self))
    case .row(let row): return try cell(row)
    case .sequence(let sequence):
      return .list(try sequence.ids.map { try cell(LuaRow(kind: sequence.kind, id: $0)) })
    case .table(let table):
      if table.fields.allSatisfy({ $0.key.text == "columns" }) {
        return .list(try table.items.map(cell))
      }
      let fields = try table.fields.map {
        "\(try cell($0.key).plainText) = \(try cell($0.value).plainText)"
      }
      return .list(try table.items.map(cell) + fields.map(Cell.text))
    case .function: return .text("function")
    case .opaque(let name): return .text(name)
    }
  }

  private func cell(_ row: LuaRow) throws -> Cell {
    let tables: [CorpusModel.Kind: CorpusTable] = [
      .quote: .quotes, .mention: .mentions, .figure: .figures, .date: .dates,
      .annotation: .annotations,
    ]
    if let kind = CorpusModel.Kind(rawValue: row.kind), let table = tables[kind],
      let text = try model.snapshot.text(of: table, row: row.id)
    {
      let place = try model.place(of: table, row: row.id)
      return .span(SpanText(text, article: place.article, line: place.line))
    }
    return try cell(library.rowTypes[row.kind].key(row.id))
  }
}
