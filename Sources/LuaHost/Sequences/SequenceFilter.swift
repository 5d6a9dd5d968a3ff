/// A table of conditions: `{kind = {"direct", "mixed"}, nested = false}`.
///
/// Every field must have the value given, or one of the values in a list; `false` also stands for “no
/// value”. A row, such as an article, is also equal to its key, such as the article's id.
struct SequenceFilter {
  private struct Condition {
    var field: RowField
    var wanted: [LuaValue]
  }

  private var conditions: [Condition] = []
  private let types: [RowType]

  /// Creates a filter of rows of a type.
  ///
  /// - Throws: ``LuaError`` for a field that the rows do not have.
  init(_ table: LuaTable, of type: RowType, in library: LuaLibrary) throws(LuaError) {
    types = library.rowTypes
    if !table.items.isEmpty {
      throw .argument(
        "a filter names its fields", hint: "write {kind = \"direct\"}, not {\"direct\"}")
    }
    for (key, value) in table.fields {
      guard let name = key.text else { throw .argument("a filter names its fields") }
      try add(name, value, of: type)
    }
  }

  /// Creates a filter with one condition.
  ///
  /// - Throws: ``LuaError`` for a field that the rows do not have.
  init(
    field name: String, equals value: LuaValue, of type: RowType, in library: LuaLibrary
  ) throws(LuaError) {
    types = library.rowTypes
    try add(name, value, of: type)
  }

  private mutating func add(
    _ name: String, _ value: LuaValue, of type: RowType
  ) throws(LuaError) {
    let field = try FieldSelector.field(name, of: type)
    switch value {
    case .table(let table): conditions.append(Condition(field: field, wanted: table.items))
    case .sequence(let sequence):
      let rows = sequence.ids.map { LuaValue.row(LuaRow(kind: sequence.kind, id: $0)) }
      conditions.append(Condition(field: field, wanted: rows))
    case .function, .opaque:
      throw .argument(
        "the filter's '\(name)' is a \(value.typeName)", hint: "use :where(function(row) … end)")
    default: conditions.append(Condition(field: field, wanted: [value]))
    }
  }

  /// Whether a row fulfils all conditions.
  func holds(_ id: Int) throws -> Bool {
    for condition in conditions {
      let value = try condition.field.read(id)
      if !condition.wanted.contains(where: { matches(value, $0) }) { return false }
    }
    return true
  }

  private func matches(_ value: LuaValue, _ wanted: LuaValue) -> Bool {
    switch (value, wanted) {
    case (.nil, .boolean(false)), (.nil, .nil): return true
    case (.row(let row), .row(let other)): return row == other
    case (.row(let row), _): return matches(types[row.kind].key(row.id), wanted)
    case (_, .row(let row)): return matches(value, types[row.kind].key(row.id))
    case (_, .boolean(let flag)):
      // `speaker = true` asks whether there is one.
      if case .boolean(let has) = value { return has == flag }
      return value.isTrue == flag
    case (.table(let table), _): return table.items.contains { matches($0, wanted) }
    default: return ComparisonKey(value) == ComparisonKey(wanted)
    }
  }
}
