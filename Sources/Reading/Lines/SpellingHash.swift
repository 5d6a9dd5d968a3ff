import NewsModel

/// A hash of a word's folded spelling, eight bytes at a time.
///
/// However a spelling is handed over, in single bytes or in several at once, it has one hash.
struct SpellingHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  /// Bytes that are not mixed in yet, the first lowest.
  private var pending: UInt64 = 0
  /// How many they are: less than eight.
  private var pendingCount = 0

  /// Takes in the lowest `count` bytes of a number that has zeros above them.
  @inline(__always)
  mutating func add(_ bytes: UInt64, count: Int) {
    pending |= bytes &<< UInt64(truncatingIfNeeded: 8 &* pendingCount)
    let total = pendingCount &+ count
    if total >= 8 {
      mix(pending)
      // In two steps: a shift by 64 would be none.
      pending = (bytes &>> 8) &>> UInt64(truncatingIfNeeded: 56 &- 8 &* pendingCount)
    }
    pendingCount = total & 7
  }

  /// The hash of all that was taken in.
  @inline(__always)
  consuming func finish() -> UInt64 {
    if pendingCount > 0 { mix(pending) }
    return state
  }

  /// Takes in a whole number.
  @inline(__always)
  mutating func mix(_ number: UInt64) {
    state = (state ^ number) &* 0x9e37_79b9_7f4a_7c15
    state ^= state >> 32
  }
}
