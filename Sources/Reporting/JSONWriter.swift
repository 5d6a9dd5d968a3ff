internal import NewsModel

/// Writes JSON piece by piece, with the keys in the order given.
///
/// Standard encoders order keys by hash or alphabet; a reader of the output should find them where the
/// documentation has them. Strings are escaped as Foundation's `JSONEncoder` does without escaping
/// slashes: quotation mark, backslash and control characters only. A number that JSON cannot express
/// (NaN, infinity) is `null`.
///
/// - Complexity: O(1) amortised for each byte.
struct JSONWriter {
  private var written: GrowingBytes
  /// Whether the next value needs a comma before it.
  private var needsComma = false

  init(capacity: Int = 1024) { written = GrowingBytes(capacity: capacity) }

  /// Ends the writing and hands out what was written.
  consuming func finish() -> [UInt8] { written.finish() }

  /// The text written so far.
  var text: String { String(decoding: written.bytes, as: UTF8.self) }

  mutating func beginObject() { open(UInt8(ascii: "{")) }
  mutating func endObject() { close(UInt8(ascii: "}")) }
  mutating func beginArray() { open(UInt8(ascii: "[")) }
  mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a key of an object; its value must follow.
  mutating func key(text name: String) {
    value(name)
    layout(":")
    needsComma = false
  }

  /// Writes a key that needs no escaping; its value must follow.
  ///
  /// Put in place where it is called, it comes to a few moves of constant bytes.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    name.withUTF8Buffer { buffer in
      piece(upTo: buffer.count + 3) { target, place in
        target.put(UInt8(ascii: "\""), at: &place)
        target.put(buffer.span, at: &place)
        target.put(UInt8(ascii: "\""), at: &place)
        target.put(UInt8(ascii: ":"), at: &place)
      }
    }
    needsComma = false
  }

  /// Writes a key and a text, neither of which needs escaping.
  @inline(__always)
  mutating func pair(_ name: StaticString, plain text: String) {
    let text = text.utf8Span.span
    name.withUTF8Buffer { buffer in
      piece(upTo: buffer.count + text.count + 5) { target, place in
        target.put(UInt8(ascii: "\""), at: &place)
        target.put(buffer.span, at: &place)
        target.put(UInt8(ascii: "\""), at: &place)
        target.put(UInt8(ascii: ":"), at: &place)
        target.put(UInt8(ascii: "\""), at: &place)
        target.put(text, at: &place)
        target.put(UInt8(ascii: "\""), at: &place)
      }
    }
  }

  /// Ends a line, as JSON Lines wants after each object.
  mutating func newline() {
    layout("\n")
    needsComma = false
  }

  /// Ends what came before and begins the next element of an array on a line of its own.
  mutating func separateOnNewLine() {
    piece(upTo: 1) { target, place in target.put(UInt8(ascii: "\n"), at: &place) }
    needsComma = false
  }

  /// Writes white space between values: for people, no part of the value.
  mutating func layout(_ text: String) {
    let text = text.utf8Span.span
    written.append(upTo: text.count) { target, place in target.put(text, at: &place) }
  }

  /// Removes all that was written and keeps the room.
  mutating func removeAll() {
    written.removeAll()
    needsComma = false
  }

  mutating func null() { literal("null") }
  mutating func value(_ value: Bool) { literal(value ? "true" : "false") }
  mutating func value(_ value: Double) {
    guard value.isFinite else { return null() }
    // Most numbers have three digits behind the point at most: no other form of them is shorter.
    let thousandths = value * 1000
    if value > 0, thousandths < 1e12, thousandths.rounded() / 1000 == value {
      return self.value(thousandths: UInt64(thousandths.rounded()))
    }
    let text = NumberText.shortest(value)
    let digits = text.utf8Span.span
    piece(upTo: digits.count) { target, place in target.put(digits, at: &place) }
  }

  mutating func value(_ value: Int) {
    piece(upTo: Self.longestInteger) { target, place in Self.put(value, in: &target, at: &place) }
  }

  /// Writes an array of two whole numbers.
  mutating func value(_ first: Int, _ second: Int) {
    piece(upTo: 2 * Self.longestInteger + 3) { target, place in
      target.put(UInt8(ascii: "["), at: &place)
      Self.put(first, in: &target, at: &place)
      target.put(UInt8(ascii: ","), at: &place)
      Self.put(second, in: &target, at: &place)
      target.put(UInt8(ascii: "]"), at: &place)
    }
  }

  mutating func value(_ value: String) {
    let text = value.utf8Span.span
    guard !Self.needsEscapes(text) else { return escaped(text) }
    piece(upTo: text.count + 2) { target, place in
      target.put(UInt8(ascii: "\""), at: &place)
      target.put(text, at: &place)
      target.put(UInt8(ascii: "\""), at: &place)
    }
  }

  mutating func value(_ value: String?) {
    if let value { self.value(value) } else { null() }
  }

  /// Writes an array of strings.
  mutating func values(_ values: [String]) {
    beginArray()
    for value in values { self.value(value) }
    endArray()
  }

  private mutating func value(thousandths: UInt64) {
    piece(upTo: Self.longestInteger + 4) { target, place in
      target.put(digitsOf: thousandths / 1000, at: &place)
      var rest = thousandths % 1000
      if rest > 0 { target.put(UInt8(ascii: "."), at: &place) }
      while rest > 0 {
        target.put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 100), at: &place)
        rest = rest % 100 * 10
      }
    }
  }

  private mutating func open(_ bracket: UInt8) {
    piece(upTo: 1) { target, place in target.put(bracket, at: &place) }
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    written.append(upTo: 1) { target, place in target.put(bracket, at: &place) }
    needsComma = true
  }

  @inline(__always)
  private mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { buffer in
      piece(upTo: buffer.count) { target, place in target.put(buffer.span, at: &place) }
    }
  }

  /// Writes a piece of a value, with the comma that belongs between it and the value before.
  @inline(__always)
  private mutating func piece(
    upTo limit: Int, _ write: (inout MutableSpan<UInt8>, inout Int) -> Void
  ) {
    let needsComma = needsComma
    written.append(upTo: limit + 1) { target, place in
      if needsComma { target.put(UInt8(ascii: ","), at: &place) }
      write(&target, &place)
    }
    self.needsComma = true
  }

  /// The room that a whole number needs, with its sign.
  private static let longestInteger = 28

  @inline(__always)
  private static func put(_ value: Int, in target: inout MutableSpan<UInt8>, at place: inout Int) {
    if value < 0 { target.put(UInt8(ascii: "-"), at: &place) }
    target.put(digitsOf: UInt64(value.magnitude), at: &place)
  }

  private mutating func escaped(_ text: Span<UInt8>) {
    var escapes = 0
    for index in text.indices where Self.needsEscape(text[index]) { escapes += 1 }
    piece(upTo: text.count + escapes * Self.longestEscape + 2) { target, place in
      target.put(UInt8(ascii: "\""), at: &place)
      for index in text.indices { Self.putEscaped(text[index], in: &target, at: &place) }
      target.put(UInt8(ascii: "\""), at: &place)
    }
  }

  /// The bytes of `\u001f`.
  private static let longestEscape = 6

  private static func needsEscapes(_ text: Span<UInt8>) -> Bool {
    let count = text.count
    guard count >= 8 else {
      for index in 0..<count where needsEscape(text[index]) { return true }
      return false
    }
    var index = 0
    while index < count - 8 {
      if needsEscape(EightBytes(text, at: index)) { return true }
      index += 8
    }
    // The last eight bytes may have been looked at in part.
    return needsEscape(EightBytes(text, at: count - 8))
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5c
  }

  @inline(__always)
  private static func needsEscape(_ bytes: EightBytes) -> Bool {
    bytes.hasByte(below: 0x20) || bytes.contains(0x22) || bytes.contains(0x5c)
  }

  private static func putEscaped(
    _ byte: UInt8, in target: inout MutableSpan<UInt8>, at place: inout Int
  ) {
    guard needsEscape(byte) else { return target.put(byte, at: &place) }
    target.put(0x5c, at: &place)
    switch byte {
    case 0x22, 0x5c: target.put(byte, at: &place)
    case 0x08: target.put(UInt8(ascii: "b"), at: &place)
    case 0x09: target.put(UInt8(ascii: "t"), at: &place)
    case 0x0a: target.put(UInt8(ascii: "n"), at: &place)
    case 0x0c: target.put(UInt8(ascii: "f"), at: &place)
    case 0x0d: target.put(UInt8(ascii: "r"), at: &place)
    default:
      target.put(UInt8(ascii: "u"), at: &place)
      for digit in [0, 0, byte >> 4, byte & 15] {
        let zero = digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10
        target.put(zero + digit, at: &place)
      }
    }
  }
}
