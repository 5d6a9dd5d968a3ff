internal import CLua

/// One call of a native function: its arguments, and the way back into Lua.
///
/// It is valid only while the function runs. Arguments count from 1; for a method, argument 1 is the row
/// or sequence itself.
public struct LuaCall: ~Copyable {
  /// The state that called.
  public let state: LuaState
  /// What the function is called in messages.
  let name: String
  // Safe: the pointer is used only while the C side's call runs.
  let call: UnsafePointer<clua_call>

  init(state: LuaState, name: String, call: UnsafePointer<clua_call>) {
    self.state = state
    self.name = name
    self.call = call
  }

  /// The number of arguments.
  public var count: Int { Int(call.pointee.arguments) }

  /// Where in a script the call stands: the chunk as Lua names it (`@file.lua`, `=(prompt)`), and the line;
  /// `nil` where no script called.
  public var place: (chunk: String, line: Int)? {
    var line: Int32 = 0
    guard let chunk = clua_caller(call, &line) else { return nil }
    return (String(cString: chunk), Int(line))
  }

  private func tag(_ position: Int) -> clua_tag {
    clua_tag(rawValue: UInt32(clua_argument_type(call, Int32(position))))
  }

  /// Whether an argument is missing or nil.
  public func isNil(_ position: Int) -> Bool {
    let tag = tag(position)
    return tag.rawValue == 0 || tag == CLUA_NIL
  }

  /// Whether an argument is a function.
  public func isFunction(_ position: Int) -> Bool { tag(position) == CLUA_FUNCTION }
  /// Whether an argument is a string.
  public func isString(_ position: Int) -> Bool { tag(position) == CLUA_STRING }
  /// Whether an argument is a table.
  public func isTable(_ position: Int) -> Bool { tag(position) == CLUA_TABLE }
  /// Whether an argument is a number.
  public func isNumber(_ position: Int) -> Bool {
    let tag = tag(position)
    return tag == CLUA_INTEGER || tag == CLUA_NUMBER
  }

  /// The error for an argument that the function cannot use.
  public func badArgument(_ position: Int, expected: String) -> LuaError {
    let given =
      isNil(position) && position > count
      ? "nothing" : String(cString: clua_argument_type_name(call, Int32(position)))
    return .argument("argument \(position) of '\(name)' is \(given), but \(expected) is needed")
  }

  /// A string argument.
  ///
  /// - Throws: ``LuaError`` if it is something else.
  public func string(_ position: Int) throws -> String {
    guard let text = optionalString(position) else {
      throw badArgument(position, expected: "a string")
    }
    return text
  }

  /// A string argument, or `nil` if it is not a string; bytes that are not UTF-8 are replaced.
  public func optionalString(_ position: Int) -> String? {
    var count = 0
    guard let bytes = clua_argument_string(call, Int32(position), &count) else { return nil }
    return String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// An integer argument.
  ///
  /// - Throws: ``LuaError`` if it is something else.
  public func integer(_ position: Int) throws -> Int {
    guard tag(position) == CLUA_INTEGER || tag(position) == CLUA_NUMBER,
      let value = Int(whole: clua_argument_number(call, Int32(position)))
    else { throw badArgument(position, expected: "a whole number") }
    return tag(position) == CLUA_INTEGER
      ? Int(clua_argument_integer(call, Int32(position))) : value
  }

  /// An integer argument, or a default if it is missing or nil.
  ///
  /// - Throws: ``LuaError`` if it is something else.
  public func integer(_ position: Int, default value: Int) throws -> Int {
    isNil(position) ? value : try integer(position)
  }

  /// A number argument.
  ///
  /// - Throws: ``LuaError`` if it is something else.
  public func number(_ position: Int) throws -> Double {
    guard isNumber(position) else { throw badArgument(position, expected: "a number") }
    return clua_argument_number(call, Int32(position))
  }

  /// The number of a row argument.
  ///
  /// - Throws: ``LuaError`` if it is not a row of this kind.
  public func row(_ position: Int, kind: Int) throws -> Int {
    guard tag(position) == CLUA_ROW, clua_argument_kind(call, Int32(position)) == kind else {
      let name = state.library.rowTypes[kind].name
      throw position == 1
        ? LuaError.argument(
          "this is not a \(name)", hint: "call a method with ':', as in \(name):\(self.name)()")
        : badArgument(position, expected: "a \(name)")
    }
    return Int(clua_argument_integer(call, Int32(position)))
  }

  /// Kind and ids of a sequence argument, or `nil` if it is something else.
  public func optionalSequence(_ position: Int) -> LuaSequence? {
    var count = 0
    guard let ids = clua_argument_ids(call, Int32(position), &count) else { return nil }
    let kind = Int(clua_argument_kind(call, Int32(position)))
    return LuaSequence(
      kind: kind, ids: UnsafeBufferPointer(start: ids, count: count).map { Int($0) })
  }

  /// A sequence argument.
  ///
  /// - Throws: ``LuaError`` if it is something else.
  public func sequence(_ position: Int) throws -> LuaSequence {
    guard let sequence = optionalSequence(position) else {
      throw position == 1
        ? LuaError.argument(
          "this is not a sequence", hint: "call a method with ':', as in quotes:\(name)()")
        : badArgument(position, expected: "a sequence")
    }
    return sequence
  }

  /// Any argument as a value; a table with all it holds.
  ///
  /// - Throws: ``LuaError`` if a table contains itself or is too large.
  public func value(_ position: Int) throws -> LuaValue {
    if position > count { return .nil }
    let mark = clua_arena_count(state.host)
    let status = clua_argument_copy(call, Int32(position), Int64(state.limits.results))
    return try state.take(from: mark, status, pending: true).first ?? .nil
  }

  /// A table argument with all it holds.
  ///
  /// - Throws: ``LuaError`` if it is something else, contains itself or is too large.
  public func table(_ position: Int) throws -> LuaTable {
    guard isTable(position), case .table(let table) = try value(position) else {
      throw badArgument(position, expected: "a table")
    }
    return table
  }

  /// Calls a function argument and gives its first result.
  ///
  /// - Throws: ``LuaError`` with what the function raised; thrown on, it reaches the script unchanged.
  public func invoke(_ position: Int, _ arguments: LuaValue) throws -> LuaValue {
    let mark = clua_arena_count(state.host)
    ArenaWriter(host: state.host).write(arguments)
    let status = clua_invoke(state.host, call, Int32(position), 0, 0, mark)
    return try state.take(from: mark, status, pending: true).first ?? .nil
  }

  /// Calls a function argument with a row and tells whether its result is true.
  ///
  /// - Throws: ``LuaError`` with what the function raised.
  public func test(_ position: Int, _ row: LuaRow) throws -> Bool {
    let mark = clua_arena_count(state.host)
    let result = clua_test_row(call, Int32(position), Int64(row.kind), Int64(row.id), mark)
    guard result >= 0 else {
      _ = try state.take(from: mark, 1, pending: true)
      return false
    }
    return result == 1
  }

  /// Ends a long native loop if the analyst has asked to stop; call it now and then.
  ///
  /// - Throws: ``LuaError`` of kind `interrupted`, `budget` or `memory`.
  public func checkInterrupt() throws { try state.checkInterrupt() }
}

extension LuaState {
  /// Ends a long native loop if the analyst has asked to stop; call it now and then.
  ///
  /// - Throws: ``LuaError`` of kind `interrupted`, `budget` or `memory`.
  public func checkInterrupt() throws {
    if clua_pending(host) != 0 { throw LuaError("interrupted", "interrupted") }
  }
}
