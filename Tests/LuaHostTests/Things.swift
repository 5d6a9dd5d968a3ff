import Glibc
import LuaHost

/// A small model for tests: things with a name and a size, and a shelf that holds them.
enum Things {
  static let names = ["apple", "boat", "cup", "door", "apple"]
  static let sizes = [1, 30, 2, 20, 1]

  static func library() -> LuaLibrary {
    var library = LuaLibrary()
    let all = LuaSequence(kind: 0, ids: Array(names.indices))
    library.add(
      RowType(
        name: "thing", plural: "things", summary: "A thing on the shelf.",
        fields: [
          RowField("name", "string", "What it is called.") { .string(names[$0]) },
          RowField("size", "integer", "How large it is.") { .integer(sizes[$0]) },
          RowField("big", "boolean", "Whether it is large.") { .boolean(sizes[$0] > 10) },
          RowField("colour", "string?", "Its colour, where known.") {
            $0 == 1 ? .string("red") : .nil
          },
          RowField("neighbour", "thing?", "The thing to its right.") {
            $0 + 1 < names.count ? .row(LuaRow(kind: 0, id: $0 + 1)) : .nil
          },
          RowField("broken", "string", "A field that fails.") { _ in
            throw LuaError("not_found", "it is broken", hint: "mend it")
          },
        ],
        methods: [
          LuaFunctionDefinition(
            LuaDocumentation(
              "times", "Multiplies the size.",
              parameters: [LuaParameter("factor", "integer", "by how much")],
              results: [LuaResult("integer", "the product")],
              example: "assert(all[1]:times(3) == 3)")
          ) { call in
            let id = try call.row(1, kind: 0)
            return .integer(sizes[id] * (try call.integer(2)))
          }
        ],
        describe: { "the \(names[$0])" }, key: { .string(names[$0]) }))
    library.add(
      RowType(
        name: "shelf", plural: "shelves", summary: "Where the things are.",
        fields: [RowField("things", "sequence<thing>", "All things.") { _ in .sequence(all) }],
        describe: { _ in "the shelf" }, key: { _ in .string("shelf") }))
    library.add(
      LuaModule(
        name: "tool", summary: "Functions for tests.",
        functions: [
          LuaFunctionDefinition(
            LuaDocumentation(
              "call", "Calls a function.",
              parameters: [
                LuaParameter("body", "fun(value: any): any", "what to call"),
                LuaParameter("value", "any", "what to call it with"),
              ],
              results: [LuaResult("any", "what it returns")],
              example: "assert(tool.call(function(x) return x + 1 end, 1) == 2)")
          ) { call in try call.invoke(1, call.value(2)) },
          LuaFunctionDefinition(
            LuaDocumentation(
              "echo", "Copies a value there and back.",
              parameters: [LuaParameter("value", "any", "what to copy")],
              results: [LuaResult("any", "the copy")], example: "assert(tool.echo(1) == 1)")
          ) { call in try call.value(1) },
          LuaFunctionDefinition(
            LuaDocumentation(
              "signal", "Sends SIGINT to this process.", results: [LuaResult("nil", "nothing")],
              example: "assert(tool.signal)")
          ) { _ in
            kill(getpid(), SIGINT)
            return .nil
          },
          LuaFunctionDefinition(
            LuaDocumentation(
              "fail", "Fails.", results: [LuaResult("nil", "never")],
              example: "assert(not pcall(tool.fail))")
          ) { _ in throw LuaError("not_found", "nothing is there", hint: "look elsewhere") },
        ]))
    library.add(
      global: "shelf", row: LuaRow(kind: 1, id: 0), summary: "The only shelf.")
    return library
  }

  static func state(
    trust: LuaTrust = .script, limits: LuaLimits = LuaLimits(),
    environment: LuaEnvironment = LuaEnvironment()
  ) throws -> LuaState {
    let state = try LuaState(
      library: library(), trust: trust, limits: limits, environment: environment)
    _ = try state.run("all = shelf.things")
    return state
  }
}
