/// A field of a row that is read without a call.
public struct RowField {
  /// Its name.
  public var name: String
  /// Its type in the notation of the Lua language server; `?` at the end says that it may be nil.
  public var type: String
  /// What it means, in one sentence.
  public var summary: String
  /// Gives the field of the row with this number.
  public var read: (Int) throws -> LuaValue

  /// Declares a field.
  public init(
    _ name: String, _ type: String, _ summary: String, read: @escaping (Int) throws -> LuaValue
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.read = read
  }
}

/// One kind of row of the model as Lua sees it: `quote`, with its fields and methods.
///
/// In Lua a row is a small value that holds the kind and a number; rows with the same number are equal.
public struct RowType {
  /// Its name: `quote`.
  public var name: String
  /// The name of several: `quotes`.
  public var plural: String
  /// What a row stands for, in one sentence.
  public var summary: String
  /// Its fields.
  public var fields: [RowField]
  /// Its methods; argument 1 is the row.
  public var methods: [LuaFunctionDefinition]
  /// The row in a line of text, as `tostring` and the prompt show it.
  public var describe: (Int) -> String
  /// What stands for the row in a table's cell, and what a filter compares with: an article's id.
  public var key: (Int) -> LuaValue

  /// Reads a member that is neither field nor method, or gives `nil` where there is none; it makes names
  /// possible that only the row itself knows.
  public var readOther: ((Int, String) throws -> LuaValue?)?
  /// The names that ``readOther`` knows for at least one row, so that filters and tables may use them.
  public var otherNames: (() -> [String])?
  /// What to say where a script uses a row after ``LuaState/renewRows(ofKind:)``.
  public var staleMessage: String?
  /// Whether a global row of this type is a set of functions, called with a point: `P.seq{…}`.
  public var isModule = false

  /// Declares a kind of row.
  public init(
    name: String, plural: String, summary: String, fields: [RowField],
    methods: [LuaFunctionDefinition] = [], describe: @escaping (Int) -> String,
    key: @escaping (Int) -> LuaValue
  ) {
    self.name = name
    self.plural = plural
    self.summary = summary
    self.fields = fields
    self.methods = methods
    self.describe = describe
    self.key = key
  }

  /// The field with this name, or `nil`.
  ///
  /// A name that only some rows know is one too: the others have no value there.
  public func field(named name: String) -> RowField? {
    if let field = fields.first(where: { $0.name == name }) { return field }
    guard let readOther, let otherNames, otherNames().contains(name) else { return nil }
    return RowField(name, "any", "A value that some rows have.") { try readOther($0, name) ?? .nil }
  }

  /// The name with its article: `an annotation`.
  var indefiniteName: String {
    (name.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + name
  }

  /// The names of fields and methods, for completion and for finding what was meant.
  public var memberNames: [String] { fields.map(\.name) + methods.map(\.documentation.name) }
}
