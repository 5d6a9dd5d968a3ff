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
  /// Id plus one by slot, 0 for a free slot; the length is a power of two.
  private var slots: [UInt32]

  /// Creates an empty vocabulary with room for about `capacity` words before it grows.
  public init(capacity: Int = 512) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// The number of distinct words.
  public var count: Int { ends.count }

  /// The word of an id.
  public subscript(id: UInt32) -> String {
    String(decoding: arena[range(of: id)], as: UTF8.self)
  }

  /// The bytes of a word.
  public func bytes(of id: UInt32) -> ArraySlice<UInt8> { arena[range(of: id)] }

  /// Gives a word its id, the same as before if it is known.
  public mutating func intern(_ word: Span<UInt8>) -> UInt32 {
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      if equals(id, word) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = UInt32(ends.count)
    for index in word.indices { arena.append(word[index]) }
    ends.append(UInt32(arena.count))
    slots[slot] = id + 1
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  /// Gives a word its id, the same as before if it is known.
  public mutating func intern(_ word: String) -> UInt32 {
    let bytes = Array(word.utf8)
    return intern(bytes.span)
  }

  /// The id of a word, or `nil` if it never appeared.
  public func id(of word: String) -> UInt32? {
    let bytes = Array(word.utf8)
    let span = bytes.span
    var slot = Self.hash(span) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      if equals(id, span) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func range(of id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)])
  }

  private func equals(_ id: UInt32, _ word: Span<UInt8>) -> Bool {
    let range = range(of: id)
    guard range.count == word.count else { return false }
    for index in word.indices where arena[range.lowerBound + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    for id in 0..<UInt32(ends.count) {
      let word = arena.span.extracting(range(of: id))
      var slot = Self.hash(word) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = id + 1
    }
    slots = larger
  }

  /// FNV-1a, 64 bits, folded.
  private static func hash(_ word: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7fff_ffff)
  }
}
