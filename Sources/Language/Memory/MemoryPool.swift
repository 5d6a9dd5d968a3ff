internal import Synchronization

/// Memories that wait for the next text: whoever works on one has it alone.
///
/// There are as many as texts were ever analysed at the same time.
package final class MemoryPool<Memory: Sendable>: Sendable {
  private let idle = Mutex<[Memory]>([])

  /// Creates an empty pool.
  package init() {}

  /// Works with an idle memory, or with a new one if there is none.
  package func with<Result>(
    _ new: @autoclosure () -> Memory, _ work: (inout Memory) -> Result
  ) -> Result {
    var memory = idle.withLock { $0.popLast() } ?? new()
    defer { idle.withLock { $0.append(memory) } }
    return work(&memory)
  }
}
