/// Whose code a state runs.
public enum LuaTrust: Sendable {
  /// The analyst's own scripts: all libraries that can be interrupted, `io` and parts of `os`.
  case script
  /// Somebody else's: no files, no system, no loading of modules, libraries that cannot be changed.
  case plugin
}

/// How much a state may use.
public struct LuaLimits: Sendable {
  /// Bytes after which the running code is stopped with “not enough memory”.
  public var memory: Int
  /// Bytes after which allocations are refused, whatever happens.
  public var hardMemory: Int
  /// Seconds of CPU time for each run, or 0 for no limit.
  public var seconds: Double
  /// How many values are copied out of the results of a run.
  public var results: Int

  /// Creates limits; the defaults are for an analyst's own work: 1 GB and as much time as it takes.
  public init(
    memory: Int = 1 << 30, hardMemory: Int = 4 << 30, seconds: Double = 0,
    results: Int = 5_000_000
  ) {
    self.memory = memory
    self.hardMemory = hardMemory
    self.seconds = seconds
    self.results = results
  }
}

/// What a state asks of the program around it.
public struct LuaEnvironment {
  /// Receives what `print` and `io.write` write.
  public var output: (UnsafeRawBufferPointer) -> Void
  /// Finds the source of a module that `require` names.
  ///
  /// - Throws: ``LuaError`` where there is no such module.
  public var findModule: (String) throws(LuaError) -> (chunkName: String, source: String)
  /// Whether a script may open the file at a path, for writing too or for reading only.
  public var allowsFile: (_ path: String, _ writing: Bool) -> Bool

  /// Creates an environment; by default output is dropped and there are no modules and no files.
  public init(
    output: @escaping (UnsafeRawBufferPointer) -> Void = { _ in },
    findModule: @escaping (String) throws(LuaError) -> (chunkName: String, source: String) = {
      name throws(LuaError) in throw LuaError("not_found", "there is no module '\(name)'")
    },
    allowsFile: @escaping (String, Bool) -> Bool = { _, _ in false }
  ) {
    self.output = output
    self.findModule = findModule
    self.allowsFile = allowsFile
  }
}
