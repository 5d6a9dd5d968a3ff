/// A value that travels between Swift and Lua.
///
/// Rows and sequences travel by number: no object of Swift is ever held by Lua.
public enum LuaValue {
  /// `nil`.
  case `nil`
  /// `true` or `false`.
  case boolean(Bool)
  /// An integer.
  case integer(Int)
  /// A floating point number.
  case number(Double)
  /// A string that is valid UTF-8.
  case string(String)
  /// A string of any bytes.
  case bytes([UInt8])
  /// A row of a registered ``RowType``.
  case row(LuaRow)
  /// Rows of one type in an order.
  case sequence(LuaSequence)
  /// A table, copied.
  case table(LuaTable)
  /// A function of the script.
  case function(LuaFunction)
  /// In results only: the running call's own argument at this position, not copied.
  case argument(Int)
  /// Outward only: several results.
  case values([LuaValue])
  /// Inward only: a value that cannot leave Lua, by the name of its type.
  case opaque(String)

  /// The text of a string, or `nil` for anything else and for bytes that are not UTF-8.
  public var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The value of an integer, or of a number without a fraction.
  public var integerValue: Int? {
    switch self {
    case .integer(let value): return value
    case .number(let value): return Int(whole: value)
    default: return nil
    }
  }

  /// The value of an integer or a number.
  public var numberValue: Double? {
    switch self {
    case .integer(let value): return Double(value)
    case .number(let value): return value
    default: return nil
    }
  }

  /// What Lua takes for true: all but `nil` and `false`.
  public var isTrue: Bool {
    switch self {
    case .nil, .boolean(false): return false
    default: return true
    }
  }

  /// Whether it is `nil`.
  public var isNil: Bool {
    if case .nil = self { return true }
    return false
  }

  /// A string, or `nil` where there is none.
  public static func optional(_ text: String?) -> LuaValue { text.map { .string($0) } ?? .nil }
  /// An integer, or `nil` where there is none.
  public static func optional(_ value: Int?) -> LuaValue { value.map { .integer($0) } ?? .nil }
  /// A number, or `nil` where there is none.
  public static func optional(_ value: Double?) -> LuaValue { value.map { .number($0) } ?? .nil }
  /// A list of strings.
  public static func list(_ texts: [String]) -> LuaValue {
    .table(LuaTable(items: texts.map { .string($0) }))
  }

  /// The name of the value's type, as a message to the analyst calls it.
  public var typeName: String {
    switch self {
    case .nil: return "nil"
    case .boolean: return "boolean"
    case .integer, .number: return "number"
    case .string, .bytes: return "string"
    case .row: return "row"
    case .sequence: return "sequence"
    case .table: return "table"
    case .function: return "function"
    case .argument, .values: return "value"
    case .opaque(let name): return name
    }
  }
}

/// A row of a registered type: its kind's number and its own.
public struct LuaRow: Hashable, Sendable {
  /// The number of the ``RowType`` in its ``LuaLibrary``.
  public var kind: Int
  /// The number of the row, which its type gives a meaning to.
  public var id: Int

  /// Creates a row.
  public init(kind: Int, id: Int) {
    self.kind = kind
    self.id = id
  }
}

/// Rows of one type in an order.
public struct LuaSequence: Hashable, Sendable {
  /// The number of the ``RowType`` in its ``LuaLibrary``.
  public var kind: Int
  /// The rows' numbers.
  public var ids: [Int]

  /// Creates a sequence.
  public init(kind: Int, ids: [Int]) {
    self.kind = kind
    self.ids = ids
  }
}

/// A table as a value: its list part and its other fields.
public struct LuaTable {
  /// The values at 1, 2, 3 and so on.
  public var items: [LuaValue]
  /// The other fields, sorted by key where they came from Lua.
  public var fields: [(key: LuaValue, value: LuaValue)]
  /// Whether a list of records with methods, see ``RecordMethods``; outward only.
  public var isRecords: Bool
  /// Whether it was larger than the limit, and its rest left out.
  public var isCut = false

  /// Creates a table.
  public init(
    items: [LuaValue] = [], fields: [(key: LuaValue, value: LuaValue)] = [],
    isRecords: Bool = false
  ) {
    self.items = items
    self.fields = fields
    self.isRecords = isRecords
  }

  /// Creates a table with string keys, in the given order.
  public init(_ fields: KeyValuePairs<String, LuaValue>) {
    self.init(fields: fields.map { (.string($0.key), $0.value) })
  }

  /// The value of a string key, or `nil` where there is none.
  public subscript(name: String) -> LuaValue? {
    fields.first { $0.key.text == name }?.value
  }
}

extension Int {
  /// The whole number that a number is, or `nil`; needs no mathematics library, as `exactly:` does.
  package init?(whole value: Double) {
    guard value >= -0x1p63, value < 0x1p63 else { return nil }
    self.init(value)
    if Double(self) != value { return nil }
  }
}
