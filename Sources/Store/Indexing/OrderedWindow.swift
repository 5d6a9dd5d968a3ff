package import Foundation

/// Work done by several threads, whose results come out in the order in which the work went in.
///
/// One thread calls ``put(_:bytes:)`` and at last ``end()``, another one ``next(before:)``. The window bounds what
/// lies between them, in number and in bytes, so that memory does not grow with the corpus; a piece
/// larger than the bound passes alone.
package final class OrderedWindow<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // Safe: every property below is touched only while `lock` is held.
  private let lock = NSLock()
  private let feeder = WaitingLine()
  private let workers = WaitingLine()
  private let taker = WaitingLine()
  private let work: @Sendable (Input) -> Output
  private let capacity: Int
  private let byteCapacity: Int
  private var waiting: [(number: Int, input: Input)] = []
  private var firstWaiting = 0
  private var done: [Int: Output] = [:]
  private var sizes: [Int: Int] = [:]
  private var bytes = 0
  private var put = 0
  private var taken = 0
  private var hasEnded = false
  private var isStopped = false
  private var running: Int

  /// What ``next(before:)`` found.
  package enum Next {
    /// The next result.
    case output(Output)
    /// It is not ready yet.
    case pending
    /// There is none any more.
    case ended
  }

  /// Starts the threads.
  package init(
    workers: Int, byteCapacity: Int = 32 << 20, work: @escaping @Sendable (Input) -> Output
  ) {
    self.work = work
    self.byteCapacity = byteCapacity
    capacity = workers * 4 + 4
    running = workers
    for _ in 0..<workers {
      let thread = Thread { [self] in run() }
      // Deep pages are analysed on this stack.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// Hands a piece of work in; waits while the window is full, and tells whether more is wanted.
  package func put(_ input: Input, bytes count: Int = 0) -> Bool {
    lock.lock()
    defer { lock.unlock() }
    while !isStopped, put > taken, put - taken >= capacity || bytes + count > byteCapacity {
      feeder.wait(lock)
    }
    if isStopped { return false }
    waiting.append((put, input))
    sizes[put] = count
    bytes += count
    put += 1
    workers.wakeOne()
    return true
  }

  /// Says that nothing more will be put.
  package func end() {
    lock.lock()
    hasEnded = true
    workers.wakeAll()
    taker.wakeAll()
    lock.unlock()
  }

  /// Takes the next result, if it is ready by then.
  package func next(before deadline: Date) -> Next {
    lock.lock()
    defer { lock.unlock() }
    while true {
      if isStopped { return .ended }
      if let output = done.removeValue(forKey: taken) {
        bytes -= sizes.removeValue(forKey: taken) ?? 0
        taken += 1
        // The feeder is woken when the window is half empty: to change threads for each piece costs time.
        if put - taken <= capacity / 2, bytes <= byteCapacity / 2 { feeder.wakeAll() }
        return .output(output)
      }
      if hasEnded, taken == put { return .ended }
      if !taker.wait(lock, until: deadline) { return .pending }
    }
  }

  /// Lets go of all that is not taken yet, and waits until the threads have ended.
  package func stop() {
    lock.lock()
    isStopped = true
    hasEnded = true
    feeder.wakeAll()
    workers.wakeAll()
    taker.wakeAll()
    while running > 0 { taker.wait(lock) }
    lock.unlock()
  }

  private func run() {
    lock.lock()
    while !isStopped {
      if firstWaiting < waiting.count {
        let (number, input) = waiting[firstWaiting]
        firstWaiting += 1
        if firstWaiting > 64 {
          waiting.removeFirst(firstWaiting)
          firstWaiting = 0
        }
        lock.unlock()
        let output = work(input)
        lock.lock()
        done[number] = output
        if number == taken { taker.wakeAll() }
      } else if hasEnded {
        break
      } else {
        workers.wait(lock)
      }
    }
    running -= 1
    if running == 0 { taker.wakeAll() }
    lock.unlock()
  }
}
