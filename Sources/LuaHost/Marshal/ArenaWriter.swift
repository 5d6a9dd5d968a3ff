internal import CLua

/// Writes values as the tagged bytes that the C side turns into Lua values.
struct ArenaWriter {
  let host: OpaquePointer

  func write(_ value: LuaValue) {
    switch value {
    case .nil, .opaque: write(tag: CLUA_NIL)
    case .boolean(let flag): write(tag: flag ? CLUA_TRUE : CLUA_FALSE)
    case .integer(let integer): write(CLUA_INTEGER, Int64(integer))
    case .number(let number): write(CLUA_NUMBER, Int64(bitPattern: number.bitPattern))
    case .string(var text): text.withUTF8 { write(bytes: $0) }
    case .bytes(let bytes): bytes.withUnsafeBufferPointer { write(bytes: $0) }
    case .row(let row):
      write(CLUA_ROW, Int64(row.kind))
      write(Int64(row.id))
    case .sequence(let sequence):
      write(CLUA_SEQUENCE, Int64(sequence.kind))
      write(Int64(sequence.ids.count))
      sequence.ids.withUnsafeBytes { clua_arena_write(host, $0.baseAddress, $0.count) }
    case .table(let table): write(table)
    case .function(let function): write(CLUA_FUNCTION, function.reference)
    case .argument(let position): write(CLUA_ARGUMENT, Int64(position))
    case .values(let values):
      for value in values { write(value) }
    }
  }

  private func write(_ table: LuaTable) {
    if table.isRecords { write(tag: CLUA_RECORDS) }
    write(CLUA_TABLE, Int64(table.items.count))
    write(Int64(table.fields.count))
    for item in table.items { write(item) }
    for field in table.fields {
      write(field.key)
      write(field.value)
    }
  }

  private func write(tag: clua_tag) {
    withUnsafeBytes(of: UInt8(tag.rawValue)) { clua_arena_write(host, $0.baseAddress, 1) }
  }

  private func write(_ integer: Int64) {
    withUnsafeBytes(of: integer) { clua_arena_write(host, $0.baseAddress, $0.count) }
  }

  /// One call for tag and number: this is what most fields are.
  private func write(_ tag: clua_tag, _ integer: Int64) {
    withUnsafeTemporaryAllocation(byteCount: 9, alignment: 1) { bytes in
      bytes[0] = UInt8(tag.rawValue)
      bytes.storeBytes(of: integer, toByteOffset: 1, as: Int64.self)
      clua_arena_write(host, bytes.baseAddress, 9)
    }
  }

  private func write(bytes: UnsafeBufferPointer<UInt8>) {
    write(CLUA_STRING, Int64(bytes.count))
    clua_arena_write(host, bytes.baseAddress, bytes.count)
  }
}
