/// What a sequence method works by: the name of a field, or a function of the row.
enum FieldSelector {
  case field(RowField)
  case function(position: Int)

  /// Reads the selector from an argument.
  ///
  /// - Throws: ``LuaError`` that names the field meant where there is none of this name.
  init(_ call: borrowing LuaCall, _ position: Int, of type: RowType) throws {
    if call.isFunction(position) {
      self = .function(position: position)
    } else if let name = call.optionalString(position) {
      self = .field(try Self.field(name, of: type))
    } else {
      throw call.badArgument(position, expected: "the name of a field or a function")
    }
  }

  /// The field of a name.
  static func field(_ name: String, of type: RowType) throws(LuaError) -> RowField {
    guard let field = type.field(named: name) else {
      throw LuaError(
        "unknown_field", "\(type.indefiniteName) has no field '\(name)'",
        hint: NearestName.hint(
          for: name, among: type.fields.map(\.name) + (type.otherNames?() ?? [])))
    }
    return field
  }

  /// The name of the field, for the column that shows it.
  var name: String? {
    if case .field(let field) = self { return field.name }
    return nil
  }

  /// The value for one row.
  func value(_ call: borrowing LuaCall, _ row: LuaRow) throws -> LuaValue {
    switch self {
    case .field(let field): return try field.read(row.id)
    case .function(let position): return try call.invoke(position, .row(row))
    }
  }
}

/// What values are compared by in groups, filters and orders.
struct ComparisonKey: Hashable {
  private enum Key: Hashable {
    case none
    case flag(Bool)
    case number(Double)
    case text(String)
    case bytes([UInt8])
    case row(LuaRow)
  }

  private let key: Key

  /// The key of a value; all values without one of their own (tables, functions) are alike.
  init(_ value: LuaValue) {
    switch value {
    case .boolean(let flag): key = .flag(flag)
    case .integer(let value): key = .number(Double(value))
    case .number(let value): key = .number(value)
    case .string(let text): key = .text(text)
    case .bytes(let bytes): key = .bytes(bytes)
    case .row(let row): key = .row(row)
    default: key = .none
    }
  }
}

/// The order of values in reports: nil last, false before true, numbers by size, text by code point.
enum ValueOrder {
  /// Whether `a` comes before `b`, going up.
  static func precedes(_ a: LuaValue, _ b: LuaValue) -> Bool {
    switch (a, b) {
    case (.string(let a), .string(let b)): return a.utf8.lexicographicallyPrecedes(b.utf8)
    case (.integer(let a), .integer(let b)): return a < b
    case (.boolean(let a), .boolean(let b)): return !a && b
    case (.row(let a), .row(let b)): return (a.kind, a.id) < (b.kind, b.id)
    default:
      if let a = a.numberValue, let b = b.numberValue { return a < b }
      return rank(a) < rank(b)
    }
  }

  private static func rank(_ value: LuaValue) -> Int {
    switch value {
    case .boolean: return 0
    case .integer, .number: return 1
    case .string, .bytes: return 2
    case .row: return 3
    case .nil: return 5
    default: return 4
    }
  }
}
