/// Everything that scripts can use beyond Lua itself: modules, rows and their sequences, each function
/// with its documentation.
///
/// The place of a row type in ``rowTypes`` is its kind, the number that rows carry.
public struct LuaLibrary {
  /// The global tables of functions.
  public private(set) var modules: [LuaModule] = []
  /// The global functions.
  public private(set) var functions: [LuaFunctionDefinition] = []
  /// The kinds of rows, by kind.
  public private(set) var rowTypes: [RowType] = []
  /// Global rows: `corpus`.
  public private(set) var globals: [(name: String, row: LuaRow, summary: String)] = []
  /// The methods that every sequence of rows has.
  public let sequenceMethods: [LuaFunctionDefinition]
  /// The methods that every list of records has.
  public let recordMethods: [LuaFunctionDefinition]

  /// Creates a library with sequences and records only.
  public init() {
    sequenceMethods = SequenceMethods.all
    recordMethods = RecordMethods.all
    for method in sequenceMethods + recordMethods { Self.check(method, of: "sequence") }
  }

  /// Adds a module.
  ///
  /// - Precondition: All of it is documented.
  public mutating func add(_ module: LuaModule) {
    for function in module.functions { Self.check(function, of: module.name) }
    modules.append(module)
  }

  /// Adds a global function.
  ///
  /// - Precondition: It is documented.
  public mutating func add(_ function: LuaFunctionDefinition) {
    Self.check(function, of: "_G")
    functions.append(function)
  }

  /// Adds a kind of row and gives its number.
  ///
  /// - Precondition: All of it is documented.
  @discardableResult
  public mutating func add(_ type: RowType) -> Int {
    for method in type.methods { Self.check(method, of: type.name) }
    for field in type.fields {
      precondition(
        Self.isSentence(field.summary), "the field \(type.name).\(field.name) needs a sentence")
    }
    rowTypes.append(type)
    return rowTypes.count - 1
  }

  /// Makes a row available under a global name.
  public mutating func add(global name: String, row: LuaRow, summary: String) {
    precondition(Self.isSentence(summary), "the global \(name) needs a sentence")
    globals.append((name, row, summary))
  }

  /// The kind of row with this name, or `nil`.
  public func rowType(named name: String) -> RowType? { rowTypes.first { $0.name == name } }

  private static func check(_ function: LuaFunctionDefinition, of owner: String) {
    let documentation = function.documentation
    let name = "\(owner).\(documentation.name)"
    precondition(isSentence(documentation.summary), "\(name) needs a summary that is a sentence")
    precondition(!documentation.example.isEmpty, "\(name) needs an example")
    for parameter in documentation.parameters {
      precondition(!parameter.text.isEmpty, "\(name) says nothing about '\(parameter.name)'")
    }
  }

  private static func isSentence(_ text: String) -> Bool {
    text.count > 1 && (text.hasSuffix(".") || text.hasSuffix("…"))
  }
}
