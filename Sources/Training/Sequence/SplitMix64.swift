/// A small generator of random numbers: the same numbers from the same seed on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  /// The numbers below `count` in random order (Fisher and Yates).
  ///
  /// Its own loop rather than the standard library’s, whose order of draws is not promised to stay.
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) {
      let other = Int(truncatingIfNeeded: (next() >> 33) % UInt64(index + 1))
      order.swapAt(index, other)
    }
    return order
  }
}
