import LuaHost
import Testing

@Suite("LuaTrust and LuaEnvironment", .serialized)
struct LuaTrustTests {
  @Test(
    "a plugin gets the allow-list",
    arguments: [
      "assert(not io and not os and not debug and not package and not require and not collectgarbage)",
      "assert(not string.dump and not dofile and not loadfile)",
      "assert(not pcall(function() string.rep = 1 end) and ('x'):rep(2) == 'xx')",
      "assert(not pcall(rawset, string, 'rep', 1) or ('x'):rep(2) == 'xx')",
      "local n = 0 for k in pairs(string) do n = n + 1 end assert(n > 10)",
      "assert(load('return 1')() == 1 and not load('\\27Lua'))",
      "assert(#all == 5)",
    ])
  func plugin(source: String) throws { _ = try Things.state(trust: .plugin).run(source) }

  @Test(
    "a script gets what an analyst needs",
    arguments: [
      "assert(os.time() > 0 and os.getenv('HOME') ~= 0 and os.date('%Y'))",
      "assert(not os.execute and not os.remove and not io.popen and not debug.sethook)",
      "assert(require('sibling').answer == 42 and require('sibling') == require('sibling'))",
      "local ok, e = pcall(require, 'nobody') assert(e.kind == 'not_found')",
      "local f = io.open('/dev/null') assert(f:read('a') == '') f:close()",
      "assert(not pcall(io.open, '/etc/hosts') and not pcall(io.lines, '/etc/hosts'))",
      "assert(not pcall(io.open, '/dev/null', 'w'))",
    ])
  func script(source: String) throws {
    let environment = LuaEnvironment(
      findModule: { name throws(LuaError) in
        if name == "sibling" { return ("@sibling.lua", "return {answer = 42}") }
        throw LuaError("not_found", "there is no module '\(name)'")
      },
      allowsFile: { path, writing in path == "/dev/null" && !writing })
    _ = try Things.state(environment: environment).run(source)
  }

  @Test(
    "output goes to the host",
    arguments: [
      ("print(1, nil, 'x')", "1\tnil\tx\n"), ("io.write('a', 1, 2.5)", "a12.5"),
      ("io.stdout:write('x'):write('y')", "xy"), ("print(all)", "5 things\n"),
    ])
  func output(source: String, expected: String) throws {
    var written = ""
    let state = try Things.state(
      environment: LuaEnvironment(output: { written += String(decoding: $0, as: UTF8.self) }))
    _ = try state.run(source)
    #expect(written == expected)
  }

  @Test(
    "SIGINT ends a run wherever it is",
    arguments: [
      "signal() while true do end",
      "coroutine.wrap(function() signal() while true do end end)()",
      "string.gsub('aaa', 'a', function() signal() while true do end end)",
      "all:where(function() signal() return true end) while true do end",
      "pcall(function() signal() while true do end end) while true do end",
    ])
  func sigint(source: String) throws {
    try LuaThread.run {
      let state = try Things.state()
      let error = state.interrupt.whileCatchingSIGINT {
        #expect(throws: LuaError.self) { try state.run("signal = tool.signal " + source) }
      }
      #expect(error?.kind == "interrupted")
      #expect(try state.run("return #all").map(plain) == ["5"])
    }
  }

  @Test("functions can be kept, called and given back")
  func functions() throws {
    let state = try Things.state()
    guard case .function(let add)? = try state.run("return function(a, b) return a + b end").first
    else { throw LuaError("test", "no function") }
    #expect(try state.call(add, .integer(1), .integer(2)).map(plain) == ["3"])
    let other = try Things.state()
    #expect(throws: LuaError.self) { try other.call(add) }
  }

  @Test(
    "values come back as they went",
    arguments: [
      "nil", "true", "3", "2.5", "'text'", "'\\xff'", "{1, 2, {a = 'b'}}", "all[2]", "all",
    ])
  func marshalling(source: String) throws {
    let state = try Things.state()
    let results = try state.run("return \(source), tool.echo(\(source))").map(plain)
    #expect(results.count == 2 && results.first == results.last)
  }
}
