/// A function of a script that Swift holds on to, alive as long as this object.
///
/// It belongs to the state it came from and is called with ``LuaState/call(_:_:)``.
public final class LuaFunction {
  let reference: Int64
  private weak var state: LuaState?

  init(reference: Int64, state: LuaState) {
    self.reference = reference
    self.state = state
  }

  deinit { state?.abandon(reference) }

  /// Whether the function came from this state, which is still open.
  func belongs(to other: LuaState) -> Bool { state === other }
}
