/// A parameter of a function, as the help, the reference and the editor show it.
public struct LuaParameter: Sendable, Hashable {
  /// Its name; `...` for any number of values.
  public var name: String
  /// Its type in the notation of the Lua language server: `string`, `integer?`, `fun(row: quote): boolean`.
  public var type: String
  /// What it means, in a few words.
  public var text: String

  /// Creates a parameter.
  public init(_ name: String, _ type: String, _ text: String) {
    self.name = name
    self.type = type
    self.text = text
  }
}

/// What a function gives back.
public struct LuaResult: Sendable, Hashable {
  /// Its type in the notation of the Lua language server.
  public var type: String
  /// What it means, in a few words.
  public var text: String

  /// Creates a result.
  public init(_ type: String, _ text: String) {
    self.type = type
    self.text = text
  }
}

/// What an analyst reads about a function; without it none can be registered.
public struct LuaDocumentation: Sendable, Hashable {
  /// The name within its module or type: `count_by`.
  public var name: String
  /// What it does, in one sentence.
  public var summary: String
  /// Its parameters in order, without the object itself.
  public var parameters: [LuaParameter]
  /// What it gives back.
  public var results: [LuaResult]
  /// A short script that runs as a test.
  public var example: String
  /// The level of the interface that first had it.
  public var since: Int

  /// Creates the documentation of a function.
  public init(
    _ name: String, _ summary: String, parameters: [LuaParameter] = [], results: [LuaResult] = [],
    example: String, since: Int = 1
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.results = results
    self.example = example
    self.since = since
  }

  /// The names of the parameters as in a call: `field, direction?`.
  public var signature: String {
    parameters.map { $0.name + ($0.type.hasSuffix("?") ? "?" : "") }.joined(separator: ", ")
  }
}
