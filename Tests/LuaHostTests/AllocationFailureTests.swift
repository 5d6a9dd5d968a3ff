import Testing

@testable import LuaHost

@Suite("Allocation failures")
struct AllocationFailureTests {
  @Test(
    "every place that runs out of memory gives an error and a usable state",
    arguments: [
      "return all[2].neighbour, tostring(all), pcall(function() return all[1].sise end)",
      "return tool.call(function(x) return {x, {a = 1}} end, 'x')",
      "return tool.call(function() error('x') end)", "tool.fail()",
      "return tool.echo({1, {2}, a = all})",
      "return all:where(function(t) return t.size > 1 end):map('name'):concat()",
      "return all:group_by('name')[1].rows:count_by('size')",
      "return all:sort_by('size'):table{'name'}",
      "tool.x = 1", "x = = 1", "return require('nobody')", "return io.open('x')",
      "return xpcall(function() error({}) end, function(e) return tostring(e) end)",
      "local co = coroutine.wrap(function(...) coroutine.yield(...) error('dead') end) co(1) co(2)",
      "return ('hello world'):gsub('(o)', {o = '0'}), ('x y'):gsub('%w', '%0%0'), ('ab'):rep(100)",
      "for a, b in ('k=v, l=w'):gmatch('(%w+)=(%w+)') do print(a, b) end",
      "local t = {} for i = 1, 99 do t[i] = tostring(i * 37 % 100) end table.sort(t) return table.concat(t)",
      "error(setmetatable({}, {__tostring = function() return 'custom' end}))",
      "local x <close> = setmetatable({}, {__close = function() error('second') end}) error('first')",
      "return load('return 1 +')", "return debug.traceback('x')",
      "return setmetatable({}, {__name = 'x'})",
    ])
  func fails(source: String) throws {
    let state = try Things.state()
    let before = try? state.run(source)
    for count in 0..<400 {
      state.failAllocations(after: count)
      let outcome = Result { () throws(LuaError) in try state.run(source) }
      state.failAllocations(after: nil)
      #expect(try state.run("return #all, tool.echo({1})[1]").map(plain) == ["5", "1"])
      // With enough memory it ends as it does without any limit.
      if case .success = outcome, before != nil { return }
      if case .failure(let error) = outcome { #expect(!error.message.isEmpty) }
    }
  }
}
