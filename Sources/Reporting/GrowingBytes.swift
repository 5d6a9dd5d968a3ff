/// Bytes written one behind the other, a piece at a time.
///
/// An array asks with each byte that is appended whether it is shared and whether it is full; here both are
/// asked once for a whole piece, and long pieces move eight bytes at a time.
///
/// - Complexity: O(1) amortised for each byte.
struct GrowingBytes {
  /// The bytes written and, behind them, room for more.
  private var room: [UInt8]
  /// How many bytes were written.
  private(set) var count = 0

  init(capacity: Int) { room = Array(repeating: 0, count: max(capacity, 16)) }

  /// What was written.
  var bytes: ArraySlice<UInt8> { room[..<count] }

  /// Ends the writing and hands out what was written.
  consuming func finish() -> [UInt8] {
    room.removeLast(room.count - count)
    return room
  }

  /// Removes all that was written and keeps the room.
  mutating func removeAll() { count = 0 }

  /// Writes a piece of at most `limit` bytes.
  ///
  /// - Parameters:
  ///   - limit: How many bytes there must be room for.
  ///   - write: Puts bytes at a place, which moves on with each.
  @inline(__always)
  mutating func append(upTo limit: Int, _ write: (inout MutableSpan<UInt8>, inout Int) -> Void) {
    if room.count - count < limit { grow(by: limit) }
    var place = count
    var target = room.mutableSpan
    write(&target, &place)
    count = place
  }

  @inline(never)
  private mutating func grow(by limit: Int) {
    room.append(contentsOf: repeatElement(0, count: max(limit, room.count)))
  }
}

extension MutableSpan<UInt8> {
  /// Puts a byte at a place, which moves on.
  @inline(__always)
  mutating func put(_ byte: UInt8, at place: inout Int) {
    self[place] = byte
    place += 1
  }

  /// Puts several bytes at a place, which moves on.
  @inline(__always)
  mutating func put(_ text: Span<UInt8>, at place: inout Int) {
    let count = text.count
    if count >= 8 {
      var index = 0
      while index < count - 8 {
        move(UInt64.self, of: text, at: index, to: place)
        index += 8
      }
      // The last eight bytes may have been moved in part.
      move(UInt64.self, of: text, at: count - 8, to: place)
    } else if count >= 4 {
      move(UInt32.self, of: text, at: 0, to: place)
      move(UInt32.self, of: text, at: count - 4, to: place)
    } else {
      for index in 0..<count { self[place + index] = text[index] }
    }
    place += count
  }

  @inline(__always)
  private mutating func move<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, of text: Span<UInt8>, at index: Int, to place: Int
  ) {
    // Safe: the load is checked against the bounds, and any bytes are a number.
    let number = text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: type)
    var bytes = mutableBytes
    bytes.storeBytes(of: number, toByteOffset: place + index, as: type)
  }

  /// Puts the decimal digits of a number at a place, which moves on; eight bytes more need room there.
  @inline(__always)
  mutating func put(digitsOf number: UInt64, at place: inout Int) {
    if number < 100_000_000 {
      let digits = Self.eightDigits(of: number)
      // The last digit stays even if it is zero.
      let zeros = min(digits.trailingZeroBitCount / 8, 7)
      put(digits: digits &>> UInt64(truncatingIfNeeded: zeros &* 8), count: 8 - zeros, at: &place)
    } else {
      putLong(digitsOf: number, at: &place)
    }
  }

  private mutating func putLong(digitsOf number: UInt64, at place: inout Int) {
    let (higher, lower) = number.quotientAndRemainder(dividingBy: 100_000_000)
    put(digitsOf: higher, at: &place)
    put(digits: Self.eightDigits(of: lower), count: 8, at: &place)
  }

  @inline(__always)
  private mutating func put(digits: UInt64, count: Int, at place: inout Int) {
    var bytes = mutableBytes
    bytes.storeBytes(
      of: (digits | 0x3030_3030_3030_3030).littleEndian, toByteOffset: place, as: UInt64.self)
    place += count
  }

  /// The eight digits of a number, each in a byte, the first lowest.
  ///
  /// Halves of the number are divided side by side: by 10,000, by 100, by 10. To divide all parts of a word at
  /// once, they are multiplied by the inverse and what falls behind the point is cut off, which is exact for
  /// numbers so small.
  @inline(__always)
  private static func eightDigits(of number: UInt64) -> UInt64 {
    let higher = number / 10_000
    let fours = higher | (number &- higher &* 10_000) &<< 32
    let hundreds = (fours &* 10_486) &>> 20 & 0x0000_007f_0000_007f
    let twos = hundreds | (fours &- hundreds &* 100) &<< 16
    let tens = (twos &* 103) &>> 10 & 0x000f_000f_000f_000f
    return tens | (twos &- tens &* 10) &<< 8
  }
}
