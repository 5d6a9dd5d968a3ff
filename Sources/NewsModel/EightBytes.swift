/// Eight bytes of a text, looked at together: the first is the lowest byte of a number.
///
/// Loops over text pass most bytes by without a look at each. Answers about single bytes are marks: the
/// highest bit of each byte for which something holds.
public struct EightBytes: Sendable {
  /// The bytes as a number.
  public let number: UInt64

  /// Wraps a number.
  @inlinable
  @inline(__always)
  public init(_ number: UInt64) { self.number = number }

  /// Reads the bytes from an offset on, zeros where the text has ended.
  @inlinable
  @inline(__always)
  public init(_ text: Span<UInt8>, at index: Int) {
    if index >= 0, index <= text.count &- 8 {
      // Safe: the line above checks the bounds, and any eight bytes are a number.
      number = UInt64(
        littleEndian: text.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: index, as: UInt64.self))
    } else {
      var number: UInt64 = 0
      for place in (index..<text.count).reversed() { number = number << 8 | UInt64(text[place]) }
      self.number = number
    }
  }

  /// The number that has the same byte in all eight places.
  @inlinable
  @inline(__always)
  public static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// One of the bytes, by its number from 0 to 7.
  @inlinable
  @inline(__always)
  public subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: number &>> UInt64(truncatingIfNeeded: index &* 8))
  }

  /// The first bytes, zeros behind them.
  @inlinable
  @inline(__always)
  public func prefix(_ count: Int) -> EightBytes {
    count >= 8 ? self : EightBytes(number & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1))
  }

  /// Whether one of the bytes is less than a bound, which is 128 at most.
  @inlinable
  @inline(__always)
  public func hasByte(below bound: UInt8) -> Bool {
    // Taking the bound from each byte borrows in those below it, and in others only above one of those.
    (number &- Self.all(bound)) & ~number & Self.all(0x80) != 0
  }

  /// Whether one of the bytes is a given one.
  @inlinable
  @inline(__always)
  public func contains(_ byte: UInt8) -> Bool {
    EightBytes(number ^ Self.all(byte)).hasByte(below: 1)
  }

  /// Marks of the bytes that go on a character of UTF-8: their highest bit is set, and the next is not.
  @inlinable
  @inline(__always)
  public var continuations: UInt64 { number & ~(number << 1) & Self.all(0x80) }

  /// Marks of the ASCII letters.
  @inlinable
  @inline(__always)
  public var letters: UInt64 { EightBytes(number | Self.all(0x20)).marks(from: 0x61, to: 0x7a) }

  /// Marks of the ASCII digits.
  @inlinable
  @inline(__always)
  public var digits: UInt64 { marks(from: 0x30, to: 0x39) }

  /// Marks of the bytes in a range of ASCII.
  @inlinable
  @inline(__always)
  public func marks(from first: UInt8, to last: UInt8) -> UInt64 {
    let ascii = number & Self.all(0x7f)
    // Adding what is missing to 128 sets the highest bit of the bytes that reach the border.
    let reachFirst = ascii &+ Self.all(0x80 - first)
    let passLast = ascii &+ Self.all(0x7f - last)
    return reachFirst & ~passLast & ~number & Self.all(0x80)
  }

  /// The sum of eight bytes, which is less than 256.
  @inlinable
  @inline(__always)
  public static func sum(_ bytes: UInt64) -> Int {
    // The highest byte of the product is the sum of all.
    Int(truncatingIfNeeded: (bytes &* all(1)) &>> 56)
  }

  /// How many of the first bytes have a mark, up to the first without one.
  @inlinable
  @inline(__always)
  public static func countOfFirst(_ marks: UInt64) -> Int {
    (~marks & all(0x80)).trailingZeroBitCount / 8
  }
}
