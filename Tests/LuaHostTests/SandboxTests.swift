import Dispatch
import Glibc
import LuaHost
import Testing

/// What defeats a hook with the stock libraries, and relatives of it.
private let endless = [
  "local function loop() while true do end end xpcall(loop, loop)",
  "local s = ('a'):rep(20000) for i = 1, 1e9 do s:find('.-.-.-b') end",
  "return string.find(('a'):rep(40), ('a?'):rep(40) .. ('a'):rep(40) .. 'b')",
  "table.move({}, 1, 1 << 40, 2)",
  "table.insert(setmetatable({}, {__len = function() return 1 << 40 end}), 1, 1)",
  "table.remove(setmetatable({}, {__len = function() return 1 << 40 end}), 1)",
  "local s = ('x'):rep(20 << 20) for i = 1, 1e6 do local y = s:upper() end",
  "local s = ('x'):rep(20 << 20) for i = 1, 1e6 do local y = s .. 'y' end",
  "pcall(function() debug.sethook() end) while true do end",
  "while true do pcall(function() while true do end end) end",
  "coroutine.wrap(function() while true do pcall(function() while true do end end) end end)()",
  """
  local function nest(n)
    if n == 0 then while true do end end
    return coroutine.wrap(nest)(n - 1)
  end
  nest(20)
  """,
  "string.gsub(('a'):rep(1000), 'a', function() while true do end end)",
  "load(function() return ' ' end)",
  "load(coroutine.wrap(function() while true do coroutine.yield(' ') end end))",
  """
  coroutine.wrap(function()
    local x <close> = setmetatable({}, {__close = function() while true do end end})
    while true do end
  end)()
  """,
  "error(setmetatable({}, {__tostring = function() while true do end end}))",
  "table.sort(setmetatable({}, {__len = function() return 1 << 30 end}))",
  "table.concat(setmetatable({}, {__len = function() return 1 << 40 end, __index = tostring}))",
  "all:where(function() while true do end end)",
  "tool.call(function() while true do pcall(tool.call, function() while true do end end) end end)",
  "for i = 1, 1e12 do local n = all[1].size end",
  "for i = 1, 1e12 do local n = all:sort_by('size') end",
]

@Suite("Limits", .serialized)
struct SandboxTests {
  @Test("a budget ends what would never end, and the state goes on", arguments: endless)
  func budget(source: String) throws {
    try LuaThread.run {
      let state = try Things.state(limits: LuaLimits(memory: 256 << 20, seconds: 0.1))
      let clock = ContinuousClock()
      let start = clock.now
      let error = #expect(throws: LuaError.self) { try state.run(source) }
      #expect(error?.kind == "budget")
      #expect(clock.now - start < .seconds(5), "far above what it takes on a busy machine")
      #expect(try state.run("return #all").map(plain) == ["5"])
    }
  }

  @Test("an interrupt from another thread ends it too", arguments: endless)
  func interrupt(source: String) throws {
    try LuaThread.run {
      let state = try Things.state(limits: LuaLimits(memory: 256 << 20))
      let error = withInterrupt(state) {
        #expect(throws: LuaError.self) { try state.run(source) }
      }
      #expect(error?.kind == "interrupted")
      #expect(try state.run("return #all").map(plain) == ["5"])
    }
  }

  @Test(
    "no protected call swallows an interrupt whose signal is late",
    arguments: ["load(function() return ' ' end)", "pcall(function() return all[1].size end)"])
  func lateSignal(source: String) throws {
    try LuaThread.run {
      let holder = InterruptHolder()
      var library = Things.library()
      library.add(
        LuaModule(
          name: "late", summary: "An interrupt that only the flag tells of.",
          functions: [
            LuaFunctionDefinition(
              LuaDocumentation(
                "interrupt", "Interrupts with the signal held back.",
                results: [LuaResult("nil", "nothing")], example: "assert(late.interrupt)")
            ) { _ in
              holder.requestWithoutSignal()
              return .nil
            }
          ]))
      let state = try LuaState(library: library)
      _ = try state.run("all = shelf.things")
      holder.interrupt = state.interrupt
      let error = #expect(throws: LuaError.self) { try state.run("late.interrupt() \(source)") }
      #expect(error?.kind == "interrupted")
    }
  }

  @Test(
    "memory is limited",
    arguments: [
      "local t = {} for i = 1, 1e12 do t[i] = {i} end",
      "local s = 'x' while true do s = s .. s end",
      "return string.rep('x', 1e12)",
      "local t = {} for i = 1, 1e9 do pcall(function() t[i] = ('x'):rep(1e6) .. i end) end",
      "return tool.echo(('x'):rep(30 << 20)) .. tool.echo(('y'):rep(30 << 20)) .. ('z'):rep(30 << 20)",
    ])
  func memory(source: String) throws {
    try LuaThread.run {
      let state = try Things.state(limits: LuaLimits(memory: 64 << 20, hardMemory: 512 << 20))
      let error = #expect(throws: LuaError.self) { try state.run(source) }
      #expect(error?.kind == "memory")
      #expect(error?.message == "not enough memory")
      #expect(try state.run("return #all").map(plain) == ["5"])
    }
  }

  @Test("garbage is not counted")
  func garbage() throws {
    let state = try Things.state(limits: LuaLimits(memory: 64 << 20))
    _ = try state.run("local s = ('x'):rep(12 << 20) for i = 1, 40 do local t = s .. i end")
  }

  @Test(
    "finalizers are refused, as nothing could stop them", arguments: [LuaTrust.script, .plugin])
  func finalizers(trust: LuaTrust) throws {
    let state = try Things.state(trust: trust)
    let error = #expect(throws: LuaError.self) {
      try state.run("setmetatable({}, {__gc = function() while true do end end})")
    }
    #expect(error?.kind == "not_allowed")
  }

  @Test("a coroutine that an interrupt killed never runs again")
  func killedCoroutine() throws {
    let state = try Things.state(limits: LuaLimits(seconds: 0.1))
    _ = try? state.run(
      """
      co = coroutine.create(function()
        local x <close> = setmetatable({}, {__close = function() while true do end end})
        while true do end
      end)
      coroutine.resume(co)
      """)
    let results = try state.run("return coroutine.status(co), coroutine.close(co)")
    #expect(results.map(plain) == ["dead", "false", "the coroutine was interrupted"])
  }

  /// Runs `body` and interrupts the state again and again until it has ended.
  private func withInterrupt<Value>(_ state: LuaState, _ body: () -> Value) -> Value {
    let interrupt = state.interrupt
    // A thread of its own: the tests keep all threads of the concurrency runtime busy.
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + .milliseconds(50), repeating: .milliseconds(20))
    timer.setEventHandler { interrupt.request() }
    timer.resume()
    defer { timer.cancel() }
    return body()
  }
}

/// Asks for an interrupt from another thread while this one does not hear signals.
private final class InterruptHolder: @unchecked Sendable {
  // Safe: set before it is used, on the thread that uses it.
  var interrupt: LuaInterrupt?

  func requestWithoutSignal() {
    var wake = sigset_t()
    sigemptyset(&wake)
    sigaddset(&wake, SIGURG)
    pthread_sigmask(SIG_BLOCK, &wake, nil)
    let done = DispatchSemaphore(value: 0)
    DispatchQueue(label: "late").async {
      self.interrupt?.request()
      done.signal()
    }
    done.wait()
  }
}
