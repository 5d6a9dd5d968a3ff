internal import CLua

/// A Lua 5.4 state that cannot take the program down: every error becomes a ``LuaError``, every loop can
/// be interrupted, memory and time are limited.
///
/// A state is used from one thread at a time, preferably one made by ``LuaThread``.
public final class LuaState {
  // Safe: set once, freed in deinit, used from one thread at a time.
  let host: OpaquePointer
  /// What scripts can use in this state.
  public let library: LuaLibrary
  /// How much the state may use.
  public let limits: LuaLimits
  /// The means to stop what the state is running, from any thread.
  public let interrupt: LuaInterrupt
  var environment: LuaEnvironment
  /// The native functions by the number that the C side knows them by.
  let functions: [LuaFunctionDefinition]
  /// What reads the fields of each kind of row, by kind and number: reading a field copies nothing else.
  let readers: [[(Int) throws -> LuaValue]]
  private var abandoned: [Int64] = []
  private(set) var pendingSerial = 0

  /// Opens a state.
  ///
  /// - Throws: ``LuaError`` of kind `memory` if there is no room for it.
  public init(
    library: LuaLibrary = LuaLibrary(), trust: LuaTrust = .script, limits: LuaLimits = LuaLimits(),
    environment: LuaEnvironment = LuaEnvironment()
  ) throws(LuaError) {
    self.library = library
    self.limits = limits
    self.environment = environment
    functions =
      library.modules.flatMap(\.functions) + library.rowTypes.flatMap(\.methods)
      + library.sequenceMethods + library.functions
    readers = library.rowTypes.map { $0.fields.map(\.read) }
    let context = UnsafeMutablePointer<StateContext>.allocate(capacity: 1)
    context.initialize(to: StateContext())
    let options = clua_options(
      plugin: trust == .plugin, soft_quota: limits.memory, hard_cap: limits.hardMemory)
    guard let host = clua_open(options, context, dispatchFromLua) else {
      context.deinitialize(count: 1)
      context.deallocate()
      throw LuaError("memory", "not enough memory to start Lua")
    }
    self.host = host
    self.context = context
    interrupt = LuaInterrupt(host)
    context.pointee.state = Unmanaged.passUnretained(self)
    try define()
  }

  /// What the C side holds instead of the state, which may not exist yet or no more.
  private let context: UnsafeMutablePointer<StateContext>

  deinit {
    clua_close(host)
    context.deinitialize(count: 1)
    context.deallocate()
  }

  /// Bytes in use.
  public var memory: Int { clua_memory(host) }

  /// Whether somebody asked what runs to stop.
  public var isInterrupted: Bool { clua_pending(host) != 0 }

  /// Runs a chunk and gives its results.
  ///
  /// A first line that begins with `#` is skipped, so that a script can say what runs it.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - name: What Lua calls it: `@file.lua` for a file, `=name` for anything else.
  ///   - arguments: What `...` is.
  ///   - keepsLast: Whether the first result becomes the global `_`.
  /// - Returns: The chunk's results.
  /// - Throws: ``LuaError`` with what the script raised, or `interrupted`, `budget`, `memory`.
  public func run(
    _ source: String, named name: String = "=(chunk)", arguments: [LuaValue] = [],
    keepsLast: Bool = false
  ) throws(LuaError) -> [LuaValue] {
    releaseAbandoned()
    let mark = clua_arena_count(host)
    ArenaWriter(host: host).write(.values(arguments))
    let status = withChunk(source, name, keepsLast) { clua_run(host, $0, mark) }
    return try take(from: mark, status)
  }

  /// Checks the syntax of a chunk without running it.
  ///
  /// - Throws: ``LuaError`` of kind `syntax`.
  public func check(_ source: String, named name: String = "=(chunk)") throws(LuaError) {
    let mark = clua_arena_count(host)
    let status = withChunk(source, name, false) { clua_check(host, $0, mark) }
    _ = try take(from: mark, status)
  }

  /// Calls a function that the state gave out.
  ///
  /// - Throws: ``LuaError`` with what the function raised.
  public func call(
    _ function: LuaFunction, _ arguments: LuaValue...
  ) throws(LuaError) -> [LuaValue] {
    guard function.belongs(to: self) else {
      throw LuaError("argument", "this function belongs to another state")
    }
    let mark = clua_arena_count(host)
    ArenaWriter(host: host).write(.values(arguments))
    let status = clua_invoke(host, nil, 0, function.reference, limits.seconds, mark)
    return try take(from: mark, status)
  }

  /// Calls a function that the state gave out, stopped after so many instructions.
  ///
  /// It may be called while the state runs something else, from a function that Lua called.
  ///
  /// - Throws: ``LuaError`` with what the function raised; of kind `budget` where it was stopped.
  public func call(
    _ function: LuaFunction, _ argument: LuaValue, instructions: Int
  ) throws(LuaError) -> LuaValue {
    guard function.belongs(to: self) else {
      throw LuaError("argument", "this function belongs to another state")
    }
    let mark = clua_arena_count(host)
    ArenaWriter(host: host).write(argument)
    let count = Int32(clamping: max(1, instructions))
    let status = clua_invoke_counted(host, function.reference, count, mark)
    return try take(from: mark, status).first ?? .nil
  }

  /// Runs work of the program's own that the analyst can stop: ``isInterrupted`` tells so until it ends.
  ///
  /// Functions of the state may be called meanwhile.
  public func whileInterruptible<Result>(_ body: () throws -> Result) rethrows -> Result {
    clua_begin_work(host)
    defer { clua_end_work(host) }
    return try body()
  }

  /// Gives the rows of a kind new meanings: using one that a script holds from before is an error.
  public func renewRows(ofKind kind: Int) { clua_renew_rows(host, Int64(kind)) }

  /// Sets a global variable.
  ///
  /// - Throws: ``LuaError`` of kind `memory`.
  public func set(global name: String, to value: LuaValue) throws(LuaError) {
    let mark = clua_arena_count(host)
    ArenaWriter(host: host).write(value)
    let status = clua_set_global(host, name, mark)
    _ = try take(from: mark, status)
  }

  /// A global variable without calling metamethods; of a table what lies directly in it, up to a limit.
  public func global(_ name: String, limit: Int = 1000) -> LuaValue {
    let mark = clua_arena_count(host)
    let status = clua_get_global(host, name, Int64(limit))
    do throws(LuaError) { return try take(from: mark, status).first ?? .nil } catch { return .nil }
  }

  /// For tests: refuses all allocations after `count` more; `nil` ends that.
  func failAllocations(after count: Int?) { clua_fail_allocations(host, Int64(count ?? -1)) }

  /// Lets a function of the state go; it is forgotten at the next run.
  func abandon(_ reference: Int64) { abandoned.append(reference) }

  private func releaseAbandoned() {
    guard !abandoned.isEmpty else { return }
    let references = abandoned
    abandoned = []
    for reference in references { clua_release(host, reference) }
  }

  private func withChunk(
    _ source: String, _ name: String, _ keepsLast: Bool,
    _ body: (UnsafePointer<clua_chunk>) -> Int32
  ) -> Int32 {
    var source = source
    return source.withUTF8 { bytes in
      var text = UnsafeRawBufferPointer(bytes)[...]
      if text.first == UInt8(ascii: "#") {
        text = text[(text.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex)...]
      }
      let rebased = UnsafeRawBufferPointer(rebasing: text)
      return name.withCString { name in
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1) { empty in
          empty[0] = 0
          let start = rebased.baseAddress?.assumingMemoryBound(to: CChar.self)
          let nowhere = UnsafePointer(empty.baseAddress ?? UnsafeMutablePointer(mutating: name))
          var chunk = clua_chunk(
            source: start ?? nowhere, count: rebased.count, name: name, budget: limits.seconds,
            limit: Int64(limits.results), keeps_last: keepsLast)
          return body(&chunk)
        }
      }
    }
  }

  /// Takes what a protected call left in the arena: its results, or its error.
  func take(
    from mark: Int, _ status: Int32, pending: Bool = false
  ) throws(LuaError) -> [LuaValue] {
    defer { clua_arena_truncate(host, mark) }
    var reader = ArenaReader(self, from: mark)
    let values = reader.readAll()
    guard status != Int32(CLUA_OK.rawValue) else { return values }
    guard values.count == 5 else { throw LuaError("memory", "not enough memory") }
    var error = LuaError(values[0].text ?? "error", values[1].text ?? "", hint: values[2].text)
    error.place = values[3].text
    error.traceback = values[4].text
    if pending {
      pendingSerial += 1
      error.pendingSerial = pendingSerial
    }
    throw error
  }
}

/// Where the C side finds the state.
struct StateContext {
  // Safe: the state closes the C side, the only user, before it goes.
  var state: Unmanaged<LuaState>?
}
