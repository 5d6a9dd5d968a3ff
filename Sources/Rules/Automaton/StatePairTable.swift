/// States by pairs of small numbers: an open-addressing table with linear probing.
struct StatePairTable {
  /// Upper half the first number plus one, lower half the second; 0 for a free slot.
  private var keys: [UInt64] = [0, 0]
  private var values: [Int32] = [0, 0]
  private(set) var count = 0

  /// The state of a pair of numbers from zero up, or `nil` if none was set; a state that is set once stays.
  subscript(first: Int32, second: Int32) -> Int32? {
    @inline(__always)
    get {
      let key = Self.key(first, second)
      let mask = keys.count - 1
      var slot = Self.hash(key) & mask
      while true {
        let found = keys[slot]
        if found == key { return values[slot] }
        if found == 0 { return nil }
        slot = (slot + 1) & mask
      }
    }
    set {
      guard let newValue else { return }
      if count * 2 >= keys.count { grow() }
      insert(Self.key(first, second), newValue)
      count += 1
    }
  }

  private mutating func insert(_ key: UInt64, _ value: Int32) {
    let mask = keys.count - 1
    var slot = Self.hash(key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 4)
    values = Array(repeating: 0, count: oldKeys.count * 4)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 { insert(key, value) }
  }

  @inline(__always)
  private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first) &+ 1) << 32 | UInt64(UInt32(bitPattern: second))
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    var hash = key &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash & 0x7fff_ffff_ffff_ffff)
  }
}
