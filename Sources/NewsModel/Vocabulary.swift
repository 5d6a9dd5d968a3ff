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

  /// Gives a word its id, the same as before if it is known.
  public mutating func intern(_ word: Span<UInt8>) -> UInt32 {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let id = UInt32(truncatingIfNeeded: entry) - 1
        if equals(id, word) { return id }
      }
      slot = (slot + 1) & mask
    }
    let id = UInt32(ends.count)
    for index in word.indices { arena.append(word[index]) }
    ends.append(UInt32(arena.count))
    slots[slot] = UInt64(hash) << 32 | UInt64(id + 1)
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  /// Gives a word its id, the same as before if it is known.
  public mutating func intern(_ word: String) -> UInt32 { intern(word.utf8Span.span) }

  /// The id of a word, or `nil` if it never appeared.
  public func id(of word: String) -> UInt32? { id(of: word.utf8Span.span) }

  /// The id of a word, or `nil` if it never appeared.
  public func id(of word: Span<UInt8>) -> UInt32? {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash {
        let id = UInt32(truncatingIfNeeded: slots[slot]) - 1
        if equals(id, word) { return id }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func equals(_ id: UInt32, _ word: Span<UInt8>) -> Bool {
    let range = range(of: id)
    guard range.count == word.count else { return false }
    let bytes = arena.span
    for index in word.indices where bytes[range.lowerBound + index] != word[index] { return false }
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

  /// FNV-1a, 64 bits, folded.
  private static func hash(_ word: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
