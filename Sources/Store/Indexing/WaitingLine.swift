internal import Dispatch
internal import Foundation

/// Threads that wait for the same thing, each woken only when it has come.
///
/// All calls are made while one lock is held, always the same. Whoever waits looks again when it wakes: several
/// threads may wait in one line for different things.
final class WaitingLine: @unchecked Sendable {
  // Safe: `count` is touched only while the lock is held.
  private let semaphore = DispatchSemaphore(value: 0)
  private var count = 0

  /// Lets go of the lock until somebody wakes this thread.
  func wait(_ lock: NSLock) {
    count += 1
    lock.unlock()
    semaphore.wait()
    lock.lock()
  }

  /// Lets go of the lock until somebody wakes this thread or time is up, and tells which.
  ///
  /// Only one thread of a line may wait so: of two, one could be woken in the other's place.
  func wait(_ lock: NSLock, until deadline: Date) -> Bool {
    count += 1
    lock.unlock()
    let seconds = max(0, deadline.timeIntervalSinceNow)
    let result = semaphore.wait(timeout: .now() + seconds)
    lock.lock()
    guard result == .timedOut else { return true }
    if count == 0 {
      // Woken in the moment when time was up.
      semaphore.wait()
      return true
    }
    count -= 1
    return false
  }

  /// Wakes one thread, if any waits.
  func wakeOne() {
    guard count > 0 else { return }
    count -= 1
    semaphore.signal()
  }

  /// Wakes all threads that wait.
  func wakeAll() { while count > 0 { wakeOne() } }
}
