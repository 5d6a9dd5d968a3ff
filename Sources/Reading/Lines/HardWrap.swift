import NewsModel

/// Joins the lines of a text that was wrapped at a fixed width, as mail and old archives are.
///
/// Such a text shows by its lines: the first word of a line would hardly ever have fitted on the line above.
enum HardWrap {
  /// The paragraphs of a text, if its lines are wrapped, or its lines as they are.
  ///
  /// - Complexity: O(number of lines).
  static func joined(_ lines: [LineTable.Line], of bytes: [UInt8]) -> [LineTable.Line] {
    guard lines.count >= 6, isWrapped(lines, bytes) else { return lines }
    let width = widest(lines)
    var paragraphs: [LineTable.Line] = []
    // A headline may be wrapped earlier than the rest.
    let headEnd = lines.dropFirst().firstIndex(where: \.isAfterBlank) ?? 0
    for (index, line) in lines.enumerated() {
      let isInHead = index > 0 && index < headEnd && headEnd <= 3
      if !line.isAfterBlank, let last = paragraphs.last,
        isInHead || !fits(line, behind: lines[index - 1], width, bytes)
      {
        paragraphs[paragraphs.count - 1].range = last.range.union(line.range)
      } else {
        paragraphs.append(line)
      }
    }
    return paragraphs
  }

  private static func widest(_ lines: [LineTable.Line]) -> Int {
    lines.reduce(0) { max($0, $1.range.count) }
  }

  private static func isWrapped(_ lines: [LineTable.Line], _ bytes: [UInt8]) -> Bool {
    let width = widest(lines)
    guard (40...120).contains(width) else { return false }
    var followed = 0
    var full = 0
    for index in lines.indices.dropFirst() where !lines[index].isAfterBlank {
      followed += 1
      if !fits(lines[index], behind: lines[index - 1], width, bytes) { full += 1 }
    }
    return full >= 4 && full * 10 >= followed * 7 && full * 2 >= lines.count
  }

  /// Whether the first word of a line would have fitted on the line above, with some bytes to spare for
  /// characters that take several.
  private static func fits(
    _ line: LineTable.Line, behind above: LineTable.Line, _ width: Int, _ bytes: [UInt8]
  ) -> Bool {
    let word = bytes[line.range.range].prefix { $0 != 0x20 }.count
    return above.range.count + 1 + word + 4 < width
  }
}
