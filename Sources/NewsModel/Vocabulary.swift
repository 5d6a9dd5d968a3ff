/// Words as small numbers: each distinct byte string gets one id, in order of first appearance.
///
/// An open-addressing table over one byte arena. Words are compared byte by byte: a hash alone
/// collides within one newspaper's vocabulary, and `String` equality merges different spellings.
///
/// - Complexity: interning is O(length of the word), amortised.
public struct Vocabulary: Sendable {
  private var arena: [UInt8] = []
  /// Offset after each word's last byte.
  private var ends: [UInt32] = []
  /// Each word's first eight bytes: most words are no longer.
  private var heads: [UInt64] = []
  /// Each word's hash.
  private var hashes: [UInt32] = []
  /// Hash in the upper half, id plus one in the lower; 0 for a free slot.
  ///
  /// The length is a power of two. The hash spares most comparisons and all rehashing.
  private var slots: [UInt64]

  /// Creates an empty vocabulary with room for about `capacity` words before it grows.
  public init(capacity: Int = 512) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    ends.reserveCapacity(capacity)
    heads.reserveCapacity(capacity)
    hashes.reserveCapacity(capacity)
    arena.reserveCapacity(capacity * 8)
  }

  /// The number of distinct words.
  public var count: Int { ends.count }

  /// The word of an id.
  public subscript(id: UInt32) -> String {
    String(decoding: arena[range(of: id)], as: UTF8.self)
  }

  /// The bytes of a word.
  public func bytes(of id: UInt32) -> ArraySlice<UInt8> { arena[range(of: id)] }

  /// Where a word lies in ``bytes``.
  public func range(of id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)])
  }

  /// The bytes of all words, one after the other in order of their ids; see ``range(of:)``.
  public var bytes: [UInt8] { arena }

  /// Reads ``bytes`` in place: a vocabulary that grows while somebody holds them copies them all.
  public func withBytes<Result>(_ body: ([UInt8]) -> Result) -> Result { body(arena) }

  /// Gives a word its id, the same as before if it is known.
  public mutating func intern(_ word: Span<UInt8>) -> UInt32 { intern(word, 0..<word.count) }

  /// Gives a word its id, the same as before if it is known.
  public mutating func intern(_ word: String) -> UInt32 { intern(word.utf8Span.span) }

  /// Gives the word at a place in a text its id; faster than to cut the word out first.
  public mutating func intern(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let head = Self.head(text, range)
    let hash = Self.hash(text, range, head)
    let place = find(text, range, head, hash)
    if place.id != .max { return place.id }
    return add(text, range, head, hash, at: place.slot)
  }

  /// Gives the words of another vocabulary their ids here.
  ///
  /// Faster than to intern the words one by one: their hashes are known.
  ///
  /// - Parameter other: The other vocabulary.
  /// - Returns: The ids, by the ids that the words have in the other vocabulary.
  public mutating func intern(_ other: Vocabulary) -> [UInt32] {
    let text = other.arena.span
    var ids: [UInt32] = []
    ids.reserveCapacity(other.count)
    for id in 0..<other.count {
      let range = other.range(of: UInt32(id))
      let place = find(text, range, other.heads[id], other.hashes[id])
      ids.append(
        place.id != .max
          ? place.id : add(text, range, other.heads[id], other.hashes[id], at: place.slot))
    }
    return ids
  }

  private mutating func add(
    _ text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64, _ hash: UInt32, at slot: Int
  ) -> UInt32 {
    let id = UInt32(ends.count)
    for index in range { arena.append(text[index]) }
    ends.append(UInt32(arena.count))
    heads.append(head)
    hashes.append(hash)
    slots[slot] = UInt64(hash) << 32 | UInt64(id + 1)
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  /// The id of a word, or `nil` if it never appeared.
  public func id(of word: String) -> UInt32? { id(of: word.utf8Span.span) }

  /// The id of a word, or `nil` if it never appeared.
  public func id(of word: Span<UInt8>) -> UInt32? { id(of: word, 0..<word.count) }

  /// The id of the word at a place in a text, or `nil` if it never appeared.
  public func id(of text: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    let head = Self.head(text, range)
    let id = find(text, range, head, Self.hash(text, range, head)).id
    return id == .max ? nil : id
  }

  /// The id that each word has in another vocabulary, by own id; `.max` where it has none.
  ///
  /// Faster than to look the words up one by one: their hashes are known.
  public func ids(in other: Vocabulary) -> [UInt32] {
    let text = arena.span
    return (0..<count).map { id in
      other.find(text, range(of: UInt32(id)), heads[id], hashes[id]).id
    }
  }

  /// The id of a word, `.max` if it is new, and the slot where it is or belongs.
  private func find(
    _ text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64, _ hash: UInt32
  ) -> (id: UInt32, slot: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return (.max, slot) }
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let id = UInt32(truncatingIfNeeded: entry) - 1
        if heads[Int(id)] == head, equals(id, text, range) { return (id, slot) }
      }
      slot = (slot + 1) & mask
    }
  }

  /// Whether a word whose first eight bytes are known to be equal is the same.
  private func equals(_ id: UInt32, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let own = self.range(of: id)
    guard own.count == range.count else { return false }
    guard range.count > 8 else { return true }
    for index in 8..<range.count
    where arena[own.lowerBound + index] != text[range.lowerBound + index] { return false }
    return true
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [UInt64](repeating: 0, count: mask + 1)
    for entry in slots where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }

  /// The first eight bytes of a word as a number, zeros where it is shorter.
  @inline(__always)
  private static func head(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    if range.lowerBound + 8 <= text.count {
      // Safe: the load is checked against the bounds, and any eight bytes are a number.
      let bytes = text.bytes.unsafeLoadUnaligned(
        fromByteOffset: range.lowerBound, as: UInt64.self)
      let missing = 8 - min(8, range.count)
      let mask = missing == 8 ? 0 : UInt64.max >> UInt64(missing * 8)
      return UInt64(littleEndian: bytes) & mask
    }
    var head: UInt64 = 0
    for (shift, index) in range.prefix(8).enumerated() {
      head |= UInt64(text[index]) << UInt64(shift * 8)
    }
    return head
  }

  /// A hash of the length, the first eight bytes, and the others one by one (FNV-1a).
  @inline(__always)
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64) -> UInt32 {
    var hash = (head ^ UInt64(range.count)) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 29
    if range.count > 8 {
      for index in (range.lowerBound + 8)..<range.upperBound {
        hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3
      }
    }
    hash = hash &* 0xbf58_476d_1ce4_e5b9
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
