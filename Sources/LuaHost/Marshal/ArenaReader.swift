internal import CLua

/// Reads the tagged bytes that the C side left.
///
/// Both sides are this package's own, so the bytes are well formed; a reader at the end gives `nil`.
struct ArenaReader {
  private let bytes: UnsafeRawBufferPointer
  private var position: Int
  private unowned let state: LuaState

  /// Reads what lies in the arena from `mark` on; valid until something is written there.
  init(_ state: LuaState, from mark: Int) {
    self.state = state
    // Safe: the arena is alive as long as the state and is not written to while this reader is used.
    bytes = UnsafeRawBufferPointer(
      start: clua_arena_bytes(state.host), count: clua_arena_count(state.host))
    position = mark
  }

  /// All values, with their functions held.
  mutating func readAll() -> [LuaValue] {
    var values: [LuaValue] = []
    while position < bytes.count { values.append(read()) }
    return values
  }

  private var isMore: Bool { bytes[position] == UInt8(CLUA_MORE.rawValue) }

  private mutating func readInteger() -> Int64 {
    let value = bytes.loadUnaligned(fromByteOffset: position, as: Int64.self)
    position += 8
    return value
  }

  private mutating func readBytes() -> UnsafeRawBufferPointer {
    let count = Int(readInteger())
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  mutating func read() -> LuaValue {
    guard position < bytes.count else { return .nil }
    let tag = clua_tag(rawValue: UInt32(bytes[position]))
    position += 1
    switch tag {
    case CLUA_FALSE: return .boolean(false)
    case CLUA_TRUE: return .boolean(true)
    case CLUA_INTEGER: return .integer(Int(readInteger()))
    case CLUA_NUMBER: return .number(Double(bitPattern: UInt64(bitPattern: readInteger())))
    case CLUA_STRING:
      let bytes = readBytes()
      return String(validating: bytes, as: UTF8.self).map { .string($0) } ?? .bytes(Array(bytes))
    case CLUA_ROW:
      let kind = Int(readInteger())
      return .row(LuaRow(kind: kind, id: Int(readInteger())))
    case CLUA_SEQUENCE: return readSequence()
    case CLUA_TABLE: return .table(readTable())
    case CLUA_FUNCTION: return .function(LuaFunction(reference: readInteger(), state: state))
    case CLUA_OPAQUE: return .opaque(String(decoding: readBytes(), as: UTF8.self))
    default: return .nil
    }
  }

  private mutating func readSequence() -> LuaValue {
    let kind = Int(readInteger())
    let count = Int(readInteger())
    let ids = (0..<count).map { index in
      Int(bytes.loadUnaligned(fromByteOffset: position + index * 8, as: Int64.self))
    }
    position += count * 8
    return .sequence(LuaSequence(kind: kind, ids: ids))
  }

  private mutating func readTable() -> LuaTable {
    var table = LuaTable()
    let items = Int(readInteger())
    let pairs = Int(readInteger())
    table.items.reserveCapacity(items)
    for _ in 0..<items {
      if isMore {
        position += 1
        table.isCut = true
      } else {
        table.items.append(read())
      }
    }
    for _ in 0..<pairs {
      if isMore {
        position += 2
        table.isCut = true
      } else {
        let key = read()
        table.fields.append((key, read()))
      }
    }
    // Lua's own order differs from run to run.
    table.fields.sort { FieldOrder.precedes($0.key, $1.key) }
    return table
  }
}

/// A total order of values for sorting: numbers, then strings, then everything else.
enum FieldOrder {
  static func precedes(_ a: LuaValue, _ b: LuaValue) -> Bool {
    switch (a.numberValue, b.numberValue) {
    case (.some(let a), .some(let b)): return a < b
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): break
    }
    switch (a.text, b.text) {
    case (.some(let a), .some(let b)): return a < b
    case (.some, nil): return true
    default: return false
    }
  }
}
