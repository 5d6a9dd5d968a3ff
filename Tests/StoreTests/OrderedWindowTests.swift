import Foundation
import Synchronization
import Testing

@testable import Store

@Suite("A window of ordered work")
struct OrderedWindowTests {
  /// Takes all results of a window.
  private func results<Output>(of window: OrderedWindow<Int, Output>) -> [Output] {
    var results: [Output] = []
    while true {
      switch window.next(before: Date(timeIntervalSinceNow: 10)) {
      case .output(let output): results.append(output)
      case .pending: Issue.record("a result took ten seconds")
      case .ended: return results
      }
    }
  }

  @Test(
    "gives the results in the order of the input, whichever thread is first", arguments: [1, 2, 5])
  func order(workers: Int) {
    let window = OrderedWindow<Int, Int>(workers: workers) { number in
      if number % 3 == 0 { Thread.sleep(forTimeInterval: 0.001) }
      return number * number
    }
    Thread.detachNewThread {
      for number in 0..<200 { _ = window.put(number, bytes: 1) }
      window.end()
    }
    #expect(results(of: window) == (0..<200).map { $0 * $0 })
  }

  @Test("never holds more than it may, and lets a piece that is larger pass alone")
  func bound() {
    let held = Mutex((now: 0, most: 0))
    let window = OrderedWindow<Int, Int>(workers: 2, byteCapacity: 100) { $0 }
    let sizes = (0..<60).map { $0 % 20 == 7 ? 500 : 30 }
    Thread.detachNewThread {
      for size in sizes {
        _ = window.put(size, bytes: size)
        held.withLock { held in
          held.now += size
          held.most = max(held.most, held.now)
        }
      }
      window.end()
    }
    var taken: [Int] = []
    loop: while true {
      switch window.next(before: Date(timeIntervalSinceNow: 10)) {
      case .output(let size):
        taken.append(size)
        held.withLock { $0.now -= size }
      case .pending: Issue.record("a result took ten seconds")
      case .ended: break loop
      }
    }
    #expect(taken == sizes)
    // A piece counts here a moment after it was put, and until a moment after it was taken.
    #expect(held.withLock { $0.most } <= 500 + 100)
  }

  @Test("says that a result is pending when time is up, and gives it later")
  func pending() {
    let gate = DispatchSemaphore(value: 0)
    let window = OrderedWindow<Int, Int>(workers: 1) { number in
      gate.wait()
      return number
    }
    _ = window.put(1)
    window.end()
    guard case .pending = window.next(before: Date(timeIntervalSinceNow: 0.01)) else {
      Issue.record("there was a result before the work was done")
      return
    }
    gate.signal()
    #expect(results(of: window) == [1])
  }

  @Test("lets everybody go when it is stopped, the feeder of a full window too")
  func stop() {
    let window = OrderedWindow<Int, Int>(workers: 2) { $0 }
    let refused = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      var number = 0
      while window.put(number) { number += 1 }
      refused.signal()
    }
    for _ in 0..<3 { _ = window.next(before: Date(timeIntervalSinceNow: 10)) }
    window.stop()
    #expect(refused.wait(timeout: .now() + 10) == .success)
    guard case .ended = window.next(before: Date(timeIntervalSinceNow: 10)) else {
      Issue.record("a stopped window still gave something")
      return
    }
  }
}
