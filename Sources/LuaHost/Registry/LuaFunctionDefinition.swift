/// A function for scripts: its documentation and what it does, declared together.
public struct LuaFunctionDefinition {
  /// What it does.
  public enum Implementation {
    /// A function in Swift.
    case native((borrowing LuaCall) throws -> LuaValue)
    /// The source of a function in Lua; only for methods of records.
    case lua(String)
  }

  /// What an analyst reads about it.
  public var documentation: LuaDocumentation
  /// What it does.
  public var implementation: Implementation
  /// Whether a name alone makes it wait for its body, so that `rule "name" { … }` is one call with two
  /// arguments; for global functions.
  public var takesBodyApart = false

  /// Declares a function that is written in Swift.
  public init(
    _ documentation: LuaDocumentation, _ body: @escaping (borrowing LuaCall) throws -> LuaValue
  ) {
    self.documentation = documentation
    implementation = .native(body)
  }

  /// Declares a function that is written in Lua.
  init(_ documentation: LuaDocumentation, lua source: String) {
    self.documentation = documentation
    implementation = .lua(source)
  }
}

/// A global table of functions: `sayso`.
public struct LuaModule {
  /// The name of the global.
  public var name: String
  /// What it is for, in one sentence.
  public var summary: String
  /// Its functions.
  public var functions: [LuaFunctionDefinition]

  /// Declares a module.
  public init(name: String, summary: String, functions: [LuaFunctionDefinition]) {
    self.name = name
    self.summary = summary
    self.functions = functions
  }
}
