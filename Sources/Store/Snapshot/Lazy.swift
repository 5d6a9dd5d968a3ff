internal import Synchronization

/// A value that is made when it is first asked for, once, whatever the number of threads.
///
/// A failure is not kept: the next call tries again.
final class Lazy<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// The value, if it has been made.
  var known: Value? { value.withLock { $0 } }

  /// Takes a value that was made elsewhere.
  func set(_ made: Value) { value.withLock { $0 = made } }

  func get(_ make: () throws -> Value) throws -> Value {
    try value.withLock { value in
      if let value { return value }
      let made = try make()
      value = made
      return made
    }
  }
}
