public import NewsModel

/// A line of text with marks below it, for messages.
///
///     up to 30,000 American naval support soldiers in
///           ~~~~~~ n        ^ stopped here: …
public struct MarkedLine: Sendable, Hashable {
  /// Words that are underlined, with what to call them.
  public struct Mark: Sendable, Hashable {
    /// The bytes of the text.
    public var range: ByteRange
    /// What stands after the line below the words; may be empty.
    public var label: String
    /// What the line is made of.
    public var stroke: Character

    /// Creates a mark.
    public init(_ range: ByteRange, _ label: String, stroke: Character = "~") {
      self.range = range
      self.label = label
      self.stroke = stroke
    }
  }

  private let text: String
  private let marks: [Mark]

  /// Creates a marked line; of a text of several lines, those without a mark are left out.
  public init(_ text: String, marks: [Mark]) {
    self.text = text
    self.marks = marks
  }

  /// The lines of text, each with its marks below it on as many lines as they need.
  ///
  /// Columns are counted in Unicode code points, as editors and compilers do.
  public var lines: [String] {
    var lines: [String] = []
    var start = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let end = start + line.count
      let here = marks.filter {
        $0.range.start >= start && $0.range.start <= end
          && ($0.range.start < end || end == text.utf8.count)
      }
      if !here.isEmpty || marks.isEmpty {
        lines.append(String(decoding: line, as: UTF8.self))
        lines += rows(of: here, from: start, to: end)
      }
      start = end + 1
    }
    return lines
  }

  /// The marks of one line of text, each on the first row that has room for it, carets on the last.
  private func rows(of marks: [Mark], from start: Int, to end: Int) -> [String] {
    var rows: [String] = []
    let sorted = marks.sorted {
      ($0.stroke == "^" ? 1 : 0, $0.range.start, $0.range.end)
        < ($1.stroke == "^" ? 1 : 0, $1.range.start, $1.range.end)
    }
    for mark in sorted {
      let column = scalars(start, mark.range.start)
      let width = max(1, scalars(mark.range.start, min(mark.range.end, end)))
      var drawn = String(repeating: mark.stroke, count: width)
      if !mark.label.isEmpty { drawn += " " + mark.label }
      let possible = mark.stroke == "^" ? rows.indices.suffix(1) : rows.indices
      let free = possible.first {
        let used = rows[$0].unicodeScalars.count
        return used < column
      }
      let row = free ?? rows.count
      if row == rows.count { rows.append("") }
      let gap = column - rows[row].unicodeScalars.count
      rows[row] += String(repeating: " ", count: max(0, gap)) + drawn
    }
    return rows
  }

  private func scalars(_ start: Int, _ end: Int) -> Int {
    text[bytes: ByteRange(start, max(start, end))].unicodeScalars.count
  }
}
