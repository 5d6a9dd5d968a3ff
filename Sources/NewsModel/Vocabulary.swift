/// Words as small numbers: each distinct byte string gets one id, in order of first appearance.
///
/// An open-addressing table over one byte arena. Words are compared byte by byte: a hash alone
/// collides within one newspaper's vocabulary, and `String` equality merges different spellings.
///
/// - Complexity: interning is O(length of the word), amortised.
public struct Vocabulary: Sendable {
  /// What is kept of a word beside its bytes.
  private struct Entry {
    /// The first eight bytes: most words are no longer.
    var head: UInt64
    /// The offset after the last byte.
    var end: UInt32
    var hash: UInt32
  }

  private var arena: [UInt8] = []
  /// The words by id.
  private var entries: [Entry] = []
  /// Hash in the upper half, id plus one in the lower; 0 for a free slot.
  ///
  /// The length is a power of two. The hash spares most comparisons and all rehashing.
  private var slots: [UInt64]

  /// Creates an empty vocabulary with room for about `capacity` words before it grows.
  public init(capacity: Int = 512) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    entries.reserveCapacity(capacity)
    arena.reserveCapacity(capacity * 8)
  }

  /// The number of distinct words.
  public var count: Int { entries.count }

  /// The word of an id.
  public subscript(id: UInt32) -> String {
    String(decoding: arena[range(of: id)], as: UTF8.self)
  }

  /// The bytes of a word.
  public func bytes(of id: UInt32) -> ArraySlice<UInt8> { arena[range(of: id)] }

  /// Where a word lies in ``bytes``.
  public func range(of id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : Int(entries[Int(id) - 1].end))..<Int(entries[Int(id)].end)
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

  /// Gives a word of another vocabulary its id here; its hash is known.
  public mutating func intern(_ word: UInt32, of other: Vocabulary) -> UInt32 {
    let text = other.arena.span
    let range = other.range(of: word)
    let entry = other.entries[Int(word)]
    let place = find(text, range, entry.head, entry.hash)
    return place.id != .max ? place.id : add(text, range, entry.head, entry.hash, at: place.slot)
  }

  /// Gives the words of another vocabulary their ids here.
  ///
  /// Faster than to intern the words one by one: their hashes are known.
  ///
  /// - Parameter other: The other vocabulary.
  /// - Returns: The ids, by the ids that the words have in the other vocabulary.
  public mutating func intern(_ other: Vocabulary) -> [UInt32] {
    var ids: [UInt32] = []
    ids.reserveCapacity(other.count)
    for id in 0..<other.count { ids.append(intern(UInt32(id), of: other)) }
    return ids
  }

  private mutating func add(
    _ text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64, _ hash: UInt32, at slot: Int
  ) -> UInt32 {
    let id = UInt32(entries.count)
    text.extracting(range).withUnsafeBufferPointer { arena.append(contentsOf: $0) }
    entries.append(Entry(head: head, end: UInt32(arena.count), hash: hash))
    slots[slot] = UInt64(hash) << 32 | UInt64(id + 1)
    if entries.count * 2 > slots.count { grow() }
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
    (0..<UInt32(count)).map { id(of: $0, in: other) ?? .max }
  }

  /// The id that a word has in another vocabulary, or `nil` if it is not there; its hash is known.
  public func id(of word: UInt32, in other: Vocabulary) -> UInt32? {
    let entry = entries[Int(word)]
    let id = other.find(arena.span, range(of: word), entry.head, entry.hash).id
    return id == .max ? nil : id
  }

  /// The id of a word, `.max` if it is new, and the slot where it is or belongs.
  @inline(__always)
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
        if entries[Int(id)].head == head, equals(id, text, range) { return (id, slot) }
      }
      slot = (slot + 1) & mask
    }
  }

  /// Whether a word whose first eight bytes are known to be equal is the same.
  @inline(__always)
  private func equals(_ id: UInt32, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let own = self.range(of: id)
    guard own.count == range.count else { return false }
    guard range.count > 8 else { return true }
    let arena = arena.span
    var offset = 8
    // The last eight bytes overlap those before them unless the length is a multiple of eight.
    while offset + 8 < range.count {
      if EightBytes(arena, at: own.lowerBound + offset).number
        != EightBytes(text, at: range.lowerBound + offset).number
      {
        return false
      }
      offset += 8
    }
    return EightBytes(arena, at: own.upperBound - 8).number
      == EightBytes(text, at: range.upperBound - 8).number
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
    EightBytes(text, at: range.lowerBound).prefix(range.count).number
  }

  /// A hash of the length, the first eight bytes, and the others by eight, the last eight as they overlap.
  @inline(__always)
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64) -> UInt32 {
    var hash = (head ^ UInt64(range.count)) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 29
    if range.count > 8 {
      var offset = range.lowerBound + 8
      while offset + 8 < range.upperBound {
        hash = (hash ^ EightBytes(text, at: offset).number) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 32
        offset += 8
      }
      hash = (hash ^ EightBytes(text, at: range.upperBound - 8).number) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    hash = hash &* 0xbf58_476d_1ce4_e5b9
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
