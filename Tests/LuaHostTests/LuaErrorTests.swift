import LuaHost
import Testing

@Suite("LuaError")
struct LuaErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var kind: String
    var message: String
    var place: String? = "t.lua:1"
    var hint: String?
    var testDescription: String { source }
  }

  @Test(
    "says what is wrong, where, and what to do",
    arguments: [
      Case(source: "error('no')", kind: "error", message: "no"),
      Case(source: "error('no', 0)", kind: "error", message: "no"),
      Case(
        source: "\n\nlocal x = nil + 1", kind: "error",
        message: "attempt to perform arithmetic on a nil value", place: "t.lua:3"),
      Case(
        source: "local function f() error('up', 2) end\nf()", kind: "error", message: "up",
        place: "t.lua:2"),
      Case(source: "error({message = 'mine'})", kind: "error", message: "mine"),
      Case(
        source: "error(setmetatable({}, {__tostring = function() return 'shown' end}))",
        kind: "error", message: "shown"),
      Case(source: "x = = 1", kind: "syntax", message: "unexpected symbol near '='"),
      Case(source: "if x then", kind: "syntax", message: "'end' expected near <eof>"),
      Case(
        source: "return all[1].sise", kind: "unknown_field",
        message: "a thing has no field or method 'sise'", hint: "did you mean 'size'?"),
      Case(
        source: "return all:sortby('size')", kind: "unknown_field",
        message: "a sequence of things has no field or method 'sortby'",
        hint: "did you mean 'sort_by'?"),
      Case(
        source: "return all.size", kind: "unknown_field",
        message: "a sequence of things has no field 'size'",
        hint: "each thing has one: sequence[1].size, or sequence:map \"size\""),
      Case(
        source: "return all:map 'nam'", kind: "unknown_field",
        message: "a thing has no field 'nam'", hint: "did you mean 'name'?"),
      Case(
        source: "all[1].size = 2", kind: "read_only", message: "'size' cannot be assigned",
        hint: "what the corpus says is read-only; keep your own values in a table"),
      Case(
        source: "tool.ecko(1)", kind: "unknown_field",
        message: "'tool' has no field or method 'ecko'", hint: "did you mean 'echo'?"),
      Case(
        source: "tool.fail()", kind: "not_found", message: "nothing is there",
        hint: "look elsewhere"),
      Case(
        source: "return all[1].broken", kind: "not_found", message: "it is broken",
        hint: "mend it"),
      Case(
        source: "return all[1].times(3)", kind: "argument", message: "this is not a thing",
        hint: "call a method with ':', as in thing:times()"),
      Case(
        source: "return all[1]:times('x')", kind: "argument",
        message: "argument 2 of 'times' is string, but a whole number is needed"),
      Case(
        source: "return all.where(3)", kind: "argument", message: "this is not a sequence",
        hint: "call a method with ':', as in quotes:where()"),
      Case(
        source: "return all:where()", kind: "argument",
        message: "argument 2 of 'where' is nothing, but a function, a field or a table is needed"),
      Case(
        source: "local t = {} t.t = t return tool.echo(t)", kind: "argument",
        message: "a table is nested too deep", hint: "does it contain itself?"),
      Case(source: "return load('\\27Lua')", kind: "none", message: ""),
      Case(
        source: "return load('x', 'x', 'b')", kind: "argument",
        message: "only source text can be loaded, not bytecode"),
      Case(
        source: "return io.open('/etc/passwd')", kind: "not_allowed",
        message: "the file '/etc/passwd' may not be opened",
        hint: "scripts read and write files in the folder they are started in"),
      Case(
        source: "local function f() return f() + 1 end f()", kind: "error",
        message: "stack overflow", place: nil),
      Case(
        source: "return ('x'):find('[a')", kind: "argument",
        message: "malformed pattern (missing ']')",
        hint: "'%' takes the meaning from a special character"),
    ])
  func words(_ sample: Case) throws {
    let state = try Things.state()
    do {
      _ = try state.run(sample.source, named: "@t.lua")
      #expect(sample.kind == "none")
    } catch {
      #expect(error.kind == sample.kind)
      #expect(error.message.hasPrefix(sample.message))
      if let place = sample.place { #expect(error.place == place) }
      #expect(error.hint == sample.hint)
    }
  }

  @Test(
    "a script sees the same fields with pcall",
    arguments: [
      (
        "local ok, e = pcall(tool.fail) return e.kind, e.message, e.hint",
        "not_found nothing is there look elsewhere"
      ),
      (
        "local ok, e = pcall(function() tool.fail() end) return tostring(e)",
        "t.lua:1: nothing is there\n  look elsewhere"
      ),
      ("local ok, e = pcall(tool.call, function() error({code = 7}) end) return e.code", "7"),
      ("local ok, e = pcall(tool.call, function() error('plain', 0) end) return e", "plain"),
      ("return select(2, pcall(error))", "nil"),
      ("return xpcall(tool.fail, function(e) return e.kind end)", "false not_found"),
      ("return xpcall(function(a, b) return a + b end, print, 1, 2)", "true 3"),
      ("return select('#', xpcall(function() end, print))", "1"),
      (
        "return pcall(setmetatable, '', {})",
        "false bad argument #1 to 'setmetatable' (table expected, got string)"
      ),
      (
        "return getmetatable(''), getmetatable(all), getmetatable(all[1]), getmetatable(tool)",
        "false false false false"
      ),
    ])
  func caught(source: String, expected: String) throws {
    let state = try Things.state()
    let results = try state.run(source, named: "@t.lua").map(plain).joined(separator: " ")
    #expect(results == expected)
  }

  @Test("a traceback names the script's functions only")
  func traceback() throws {
    let state = try Things.state()
    let source = """
      local function inner() error("deep") end
      local function outer() tool.call(function() inner() end) end
      outer()
      """
    let error = #expect(throws: LuaError.self) { try state.run(source, named: "@t.lua") }
    #expect(
      error?.traceback == """
          t.lua:1: in upvalue 'inner'
          t.lua:2: in a function that begins in line 2
          t.lua:2: in local 'outer'
          t.lua:3: in the main chunk
        """)
  }

  @Test(
    "knows that input goes on",
    arguments: [
      ("for i = 1, 2 do", true), ("x = {", true), ("x = [[", true), ("x = )", false),
      ("x = 1 2", false),
    ])
  func incomplete(source: String, expected: Bool) throws {
    let state = try LuaState()
    let error = #expect(throws: LuaError.self) { try state.check(source) }
    #expect(error?.isIncompleteInput == expected)
  }
}
