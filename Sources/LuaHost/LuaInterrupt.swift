internal import CLua

/// The means to stop what a state is running; it may be used from any thread and outlive the state.
public final class LuaInterrupt: Sendable {
  // Safe: the C side guards what lies behind it with atomic operations.
  nonisolated(unsafe) private let control: OpaquePointer

  init(_ host: OpaquePointer) { control = clua_control_of(host) }

  deinit { clua_control_release(control) }

  /// Asks what runs to stop: its run then throws an error of kind `interrupted`, within a moment.
  ///
  /// What runs no Lua code is not affected.
  public func request() { clua_interrupt(control, Int32(CLUA_REASON_INTERRUPTED.rawValue)) }

  /// Lets SIGINT (Ctrl-C) interrupt the state while `body` runs, then restores what SIGINT did before.
  ///
  /// The signal may arrive on any thread. Nested uses belong to the innermost.
  public func whileCatchingSIGINT<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let before = clua_catch_sigint(control)
    defer { _ = clua_catch_sigint(before) }
    return try body()
  }
}
