internal import LuaHost
internal import Store

/// Reads one column for Lua.
///
/// Scripts read fields by the million: a class for each form of column reads a row without counting
/// references to the column's parts.
class FieldReader {
  /// The value of a row.
  func value(_ row: Int) -> LuaValue { .nil }

  /// The reader of a column.
  static func reader(of values: Column.Values) -> FieldReader {
    switch values {
    case .text(let column): TextReader(column)
    case .integer(let column): IntegerReader(column)
    case .number(let column): NumberReader(column)
    case .flag(let column): FlagReader(column)
    case .row(let column, let table): RowReader(column, kind: CorpusModel.kind(of: table))
    case .list(let column): ListReader(column)
    case .spans: FieldReader()
    }
  }
}

private final class TextReader: FieldReader {
  private let ids: [Int32]
  private let texts: [String]

  init(_ column: TextColumn) {
    ids = column.ids
    texts = column.values
  }

  override func value(_ row: Int) -> LuaValue {
    ids[row] < 0 ? .nil : .string(texts[Int(ids[row])])
  }
}

private final class IntegerReader: FieldReader {
  private let values: [Int32]

  init(_ values: [Int32]) { self.values = values }

  override func value(_ row: Int) -> LuaValue {
    values[row] < 0 ? .nil : .integer(Int(values[row]))
  }
}

private final class NumberReader: FieldReader {
  private let values: [Double]

  init(_ values: [Double]) { self.values = values }

  override func value(_ row: Int) -> LuaValue {
    values[row].isNaN ? .nil : CorpusModel.plainNumber(values[row])
  }
}

private final class FlagReader: FieldReader {
  private let values: [Bool]

  init(_ values: [Bool]) { self.values = values }

  override func value(_ row: Int) -> LuaValue { .boolean(values[row]) }
}

private final class RowReader: FieldReader {
  private let rows: [Int32]
  private let kind: Int

  init(_ rows: [Int32], kind: Int) {
    self.rows = rows
    self.kind = kind
  }

  override func value(_ row: Int) -> LuaValue {
    rows[row] < 0 ? .nil : .row(LuaRow(kind: kind, id: Int(rows[row])))
  }
}

private final class ListReader: FieldReader {
  private let column: ListColumn

  init(_ column: ListColumn) { self.column = column }

  override func value(_ row: Int) -> LuaValue { .list(column[row]) }
}
