internal import CLua

/// The one function that Lua enters Swift by; it answers in the arena and never lets an error out.
///
/// It belongs to no actor: Lua may run on any thread.
nonisolated let dispatchFromLua: clua_dispatch = { context, call in
  guard let context, let state = context.load(as: StateContext.self).state else {
    return Int32(CLUA_OK.rawValue)
  }
  return state._withUnsafeGuaranteedRef { $0.answer(call) }
}

extension LuaState {
  fileprivate func answer(_ call: UnsafePointer<clua_call>) -> Int32 {
    do {
      let value = try perform(call)
      ArenaWriter(host: host).write(value)
      return Int32(CLUA_OK.rawValue)
    } catch let error as LuaError {
      return fail(error)
    } catch {
      return fail(LuaError("error", "\(error)"))
    }
  }

  private func fail(_ error: LuaError) -> Int32 {
    if error.pendingSerial != 0, error.pendingSerial == pendingSerial {
      return Int32(CLUA_RETHROW.rawValue)
    }
    if clua_pending(host) != 0 { return Int32(CLUA_INTERRUPT.rawValue) }
    ArenaWriter(host: host).write(
      .values([.string(error.kind), .string(error.message), .optional(error.hint)]))
    return Int32(CLUA_FAILED.rawValue)
  }

  private func perform(_ pointer: UnsafePointer<clua_call>) throws -> LuaValue {
    if pointer.pointee.operation == Int32(CLUA_READ_FIELD.rawValue) {
      return try readers[Int(pointer.pointee.kind)][Int(pointer.pointee.method)](
        Int(pointer.pointee.id))
    }
    let call = pointer.pointee
    switch clua_operation(rawValue: UInt32(call.operation)) {
    case CLUA_CALL_FUNCTION:
      let function = functions[Int(call.method)]
      guard case .native(let body) = function.implementation else { return .nil }
      return try body(LuaCall(state: self, name: function.documentation.name, call: pointer))
    case CLUA_DESCRIBE_ROW:
      return .string(library.rowTypes[Int(call.kind)].describe(Int(call.id)))
    case CLUA_DESCRIBE_SEQUENCE:
      var count = 0
      _ = clua_argument_ids(pointer, 1, &count)
      let type = library.rowTypes[Int(call.kind)]
      return .string("\(count) \(count == 1 ? type.name : type.plural)")
    case CLUA_WRITE_OUTPUT:
      environment.output(UnsafeRawBufferPointer(start: call.bytes, count: call.count))
      return .values([])
    case CLUA_FIND_MODULE:
      let found = try environment.findModule(text(call))
      return .values([.string(found.chunkName), .string(found.source)])
    case CLUA_ALLOW_PATH:
      let path = text(call)
      guard environment.allowsFile(path, call.method != 0) else {
        throw LuaError(
          "not_allowed", "the file '\(path)' may not be opened",
          hint: "scripts read and write files in the folder they are started in")
      }
      return .values([])
    case CLUA_UNKNOWN_MEMBER:
      if call.kind >= 0, call.method == -1 {
        let type = library.rowTypes[Int(call.kind)]
        if let value = try type.readOther?(Int(call.id), text(call)) { return value }
        if type.otherNames?().contains(text(call)) == true { return .nil }
      }
      throw unknownMember(call)
    case CLUA_STALE_ROW:
      let type = library.rowTypes[Int(call.kind)]
      throw LuaError(
        "stale", type.staleMessage ?? "this \(type.name) is from before the corpus changed",
        hint: type.staleMessage == nil ? "ask the corpus for it again" : nil)
    default:
      throw LuaError(
        "read_only", "'\(text(call))' cannot be assigned",
        hint: "what the corpus says is read-only; keep your own values in a table")
    }
  }

  private func text(_ call: clua_call) -> String {
    String(decoding: UnsafeRawBufferPointer(start: call.bytes, count: call.count), as: UTF8.self)
  }

  private func unknownMember(_ call: clua_call) -> LuaError {
    let name = text(call)
    let owner: String
    let members: [String]
    if call.kind < 0 {
      let module = library.modules[Int(call.method)]
      owner = "'\(module.name)'"
      members = module.functions.map(\.documentation.name)
    } else {
      let type = library.rowTypes[Int(call.kind)]
      let isSequence = call.method == -2
      owner = isSequence ? "a sequence of \(type.plural)" : type.indefiniteName
      members =
        isSequence
        ? library.sequenceMethods.map(\.documentation.name)
        : type.memberNames + (type.otherNames?() ?? [])
      if isSequence, type.field(named: name) != nil {
        return LuaError(
          "unknown_field", "\(owner) has no field '\(name)'",
          hint: "each \(type.name) has one: sequence[1].\(name), or sequence:map \"\(name)\"")
      }
    }
    return LuaError(
      "unknown_field", "\(owner) has no field or method '\(name)'",
      hint: NearestName.hint(for: name, among: members))
  }
}

extension LuaState {
  /// Defines everything in the library, once.
  func define() throws(LuaError) {
    var method = 0
    var status = Int32(CLUA_OK.rawValue)
    for (index, module) in library.modules.enumerated() {
      let members = MemberList(functions: module.functions, from: &method)
      status |= members.with {
        clua_define_module(host, module.name, Int32(index), $0.baseAddress, $0.count)
      }
    }
    var rowMembers: [MemberList] = []
    for type in library.rowTypes {
      rowMembers.append(
        MemberList(fields: type.fields, functions: type.methods, from: &method))
    }
    let sequenceMembers = MemberList(functions: library.sequenceMethods, from: &method)
    let filter = sequenceMembers.method(named: SequenceMethods.filterName)
    for (kind, type) in library.rowTypes.enumerated() {
      status |= rowMembers[kind].with { members in
        sequenceMembers.with { sequence in
          clua_define_rows(
            host, Int64(kind), type.name, members.baseAddress, members.count,
            sequence.baseAddress, sequence.count, filter)
        }
      }
    }
    for function in library.functions {
      status |= clua_define_function(
        host, function.documentation.name, Int32(method), function.takesBodyApart)
      method += 1
    }
    let records = RecordMethods.chunk
    status |= clua_define_records(host, records, records.utf8.count)
    clua_arena_truncate(host, 0)
    guard status == Int32(CLUA_OK.rawValue) else {
      throw LuaError("memory", "not enough memory to start Lua")
    }
    for global in library.globals { try set(global: global.name, to: .row(global.row)) }
  }
}

/// Members as the C side wants them: C strings that live while they are handed over.
private struct MemberList {
  private var entries: [(name: String, method: Int32, isField: Bool)] = []

  init(fields: [RowField] = [], functions: [LuaFunctionDefinition], from method: inout Int) {
    for (index, field) in fields.enumerated() { entries.append((field.name, Int32(index), true)) }
    for function in functions {
      entries.append((function.documentation.name, Int32(method), false))
      method += 1
    }
  }

  func method(named name: String) -> Int32 {
    entries.first { $0.name == name }?.method ?? -1
  }

  func with(_ body: (UnsafeBufferPointer<clua_member>) -> Int32) -> Int32 {
    // One block of zero-terminated names; offsets first, as the block may move while it grows.
    var names: [CChar] = []
    var offsets: [Int] = []
    for entry in entries {
      offsets.append(names.count)
      names.append(contentsOf: entry.name.utf8CString)
    }
    names.append(0)
    return names.withUnsafeBufferPointer { names in
      guard let start = names.baseAddress else { return 1 }
      let members = entries.indices.map { index in
        clua_member(
          name: start + offsets[index], method: entries[index].method,
          is_field: entries[index].isField)
      }
      return members.withUnsafeBufferPointer(body)
    }
  }
}
