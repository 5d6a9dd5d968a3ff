/// Turns byte offsets of one text into what people and other programs count in.
///
/// - Complexity: O(*n*) to create; a look-up of code points O(1), of lines O(log of their number).
public struct TextMap: Sendable {
  /// Bytes of a block: at most 255, for what goes on a character is counted in one byte.
  private static let block = 64
  private let bytes: [UInt8]
  /// Code points before each block of bytes, and in all.
  private let codePointsBefore: [UInt32]
  /// Byte offset of each line's first byte.
  private let lineStarts: [UInt32]

  /// Creates the map of a text.
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    let span = bytes.span
    var before: [UInt32] = []
    var lines: [UInt32] = [0]
    var codePoints = 0
    before.reserveCapacity(bytes.count / Self.block + 2)
    for start in stride(from: 0, to: span.count, by: Self.block) {
      before.append(UInt32(codePoints))
      let end = min(start + Self.block, span.count)
      var continuations: UInt64 = 0
      var index = start
      while index < end {
        let eight = EightBytes(span, at: index)
        continuations &+= eight.continuations &>> 7
        if eight.contains(UInt8(ascii: "\n")) {
          for place in index..<min(index + 8, end) where span[place] == UInt8(ascii: "\n") {
            lines.append(UInt32(place + 1))
          }
        }
        index += 8
      }
      codePoints += end - start - EightBytes.sum(continuations)
    }
    before.append(UInt32(codePoints))
    self.bytes = bytes
    codePointsBefore = before
    lineStarts = lines
  }

  /// The number of Unicode code points before a byte offset.
  ///
  /// - Complexity: O(1).
  public func codePoint(at offset: Int) -> Int {
    let offset = min(offset, bytes.count)
    let block = offset / Self.block
    let before = Int(codePointsBefore[block])
    var index = block * Self.block
    guard index < offset else { return before }
    // Most blocks are ASCII.
    if Int(codePointsBefore[block + 1]) - before == Self.block { return before + offset - index }
    let span = bytes.span
    var count = before + offset - index
    while index < offset {
      let eight = EightBytes(span, at: index).prefix(offset - index)
      count -= EightBytes.sum(eight.continuations &>> 7)
      index += 8
    }
    return count
  }

  /// The 1-based line that holds a byte offset.
  public func line(at offset: Int) -> Int {
    lineStarts.partitioningIndex { Int($0) > offset }
  }

  /// The number of lines, counting the last one even if it does not end in a line feed.
  public var lineCount: Int { lineStarts.count }

  /// The bytes of a 1-based line, its line feed left out.
  public func range(ofLine line: Int) -> ByteRange {
    let start = Int(lineStarts[line - 1])
    let end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
    return ByteRange(start, max(start, end))
  }
}
