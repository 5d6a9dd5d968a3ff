internal import CLua

/// Threads with room for Lua: nested calls between Lua and Swift need more stack than a worker has.
public enum LuaThread {
  private final class Job {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs `body` on a thread of its own with a large stack and waits for it.
  ///
  /// - Parameters:
  ///   - stackSize: Bytes of stack, 8 MB by default.
  ///   - body: What to run; as the caller waits, nothing runs at the same time.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public static func run<Value, Failure: Error>(
    stackSize: Int = 8 << 20, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var outcome: Result<Value, Failure>?
    withoutActuallyEscaping(body) { body in
      let job = Job { outcome = Result { () throws(Failure) in try body() } }
      let context = Unmanaged.passUnretained(job).toOpaque()
      let started = withExtendedLifetime(job) {
        clua_on_thread(
          stackSize,
          { context in
            guard let context else { return }
            Unmanaged<Job>.fromOpaque(context).takeUnretainedValue().body()
          }, context)
      }
      // Without a thread of its own it still runs, with less room.
      if !started { job.body() }
    }
    guard let outcome else { preconditionFailure("a thread that ran leaves an outcome") }
    return try outcome.get()
  }
}
