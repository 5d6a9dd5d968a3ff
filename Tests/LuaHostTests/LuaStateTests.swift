import LuaHost
import Testing

@Suite("LuaState")
struct LuaStateTests {
  @Test(
    "runs chunks and gives their results",
    arguments: [
      ("return 1 + 1", "2"), ("return 'a', nil, true", "a nil true"),
      ("return 7 // 2, 7 / 2", "3 3.5"),
      ("#!/usr/bin/env sayso\nreturn 5", "5"), ("return {1, 2, x = 3}", "{1 2 x=3}"),
      ("return ...", "x"), ("return ('\\xff'):byte()", "255"),
    ])
  func runs(source: String, expected: String) throws {
    let state = try LuaState()
    let results = try state.run(source, arguments: [.string("x")])
    #expect(results.map(plain).joined(separator: " ") == expected)
  }
}

/// A value in a form that is easy to compare.
func plain(_ value: LuaValue) -> String {
  switch value {
  case .nil: return "nil"
  case .boolean(let flag): return "\(flag)"
  case .integer(let value): return "\(value)"
  case .number(let value): return "\(value)"
  case .string(let text): return text
  case .bytes(let bytes): return "\(bytes)"
  case .row(let row): return "row \(row.kind):\(row.id)"
  case .sequence(let sequence): return "rows \(sequence.kind):\(sequence.ids)"
  case .table(let table):
    let items = table.items.map(plain)
    let fields = table.fields.map { plain($0.key) + "=" + plain($0.value) }
    return "{" + (items + fields).joined(separator: " ") + "}"
  case .function: return "function"
  case .argument, .values: return "?"
  case .opaque(let name): return name
  }
}
