/// Turns byte offsets of one text into what people and other programs count in.
///
/// - Complexity: O(*n*) to create; each look-up O(log of the number of lines) plus at most one block.
public struct TextMap: Sendable {
  private static let block = 256
  private let bytes: [UInt8]
  /// Code points before each block of bytes.
  private let codePointsBefore: [UInt32]
  /// Byte offset of each line's first byte.
  private let lineStarts: [UInt32]

  /// Creates the map of a text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var before: [UInt32] = []
    var lines: [UInt32] = [0]
    var codePoints: UInt32 = 0
    before.reserveCapacity(bytes.count / Self.block + 1)
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.block == 0 { before.append(codePoints) }
      if byte & 0xc0 != 0x80 { codePoints += 1 }
      if byte == UInt8(ascii: "\n") { lines.append(UInt32(offset + 1)) }
    }
    if before.isEmpty { before.append(0) }
    codePointsBefore = before
    lineStarts = lines
  }

  /// The number of Unicode code points before a byte offset.
  public func codePoint(at offset: Int) -> Int {
    let offset = min(offset, bytes.count)
    let block = min(offset / Self.block, codePointsBefore.count - 1)
    var count = Int(codePointsBefore[block])
    for index in (block * Self.block)..<offset where bytes[index] & 0xc0 != 0x80 { count += 1 }
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
