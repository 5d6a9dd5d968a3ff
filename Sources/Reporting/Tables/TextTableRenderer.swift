/// A table in aligned columns, for reading on a screen or in a pipe.
///
/// With a width, the widest columns give way first until the table fits; their cells wrap or are
/// shortened as their column says. Without a width nothing is left out and each row is one line.
struct TextTableRenderer {
  /// No column becomes narrower than this unless its contents are.
  private static let minimumWidth = 6
  private static let gap = "  "

  let options: RenderingOptions

  init(_ options: RenderingOptions) { self.options = options }

  func render(_ table: Table) -> String {
    var output = ""
    if let title = table.title { output += paint(TextWidth.printable(title), .bold) + "\n" }
    let shown = options.maximumRows.map { min($0, table.rows.count) } ?? table.rows.count
    if !table.columns.isEmpty { append(table, rows: shown, to: &output) }
    if table.rows.isEmpty { output += paint("(no rows)", .faint) + "\n" }
    if shown < table.rows.count {
      let count = NumberText.grouped(table.rows.count - shown)
      output += paint("… \(count) more, \(options.moreHint)", .faint) + "\n"
    }
    for remark in table.remarks {
      for line in TextWidth.wrapped(TextWidth.printable(remark), to: options.width ?? 0) {
        output += paint(line, .faint) + "\n"
      }
    }
    return output
  }

  private func append(_ table: Table, rows shown: Int, to output: inout String) {
    let digits = fractionDigits(table)
    let flushRight = table.columns.indices.map(table.isFlushRight)
    let headings = table.columns.map { CellText(plain: TextWidth.printable($0.name)) }
    let texts = table.rows.prefix(shown).map { row in
      row.indices.map { CellText(row[$0], fractionDigits: digits[$0]) }
    }
    var widths = headings.map(\.width)
    for row in texts {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.width) }
    }
    if let width = options.width { fit(&widths, to: width) }

    let lineLimit = table.rows.count == 1 ? Int.max : options.maximumLines
    append([headings], table.columns, flushRight, widths, lineLimit: 2, .bold, to: &output)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    output += paint(rule, .faint) + "\n"
    append(texts, table.columns, flushRight, widths, lineLimit: lineLimit, nil, to: &output)
  }

  private func append(
    _ rows: [[CellText]], _ columns: [Column], _ flushRight: [Bool], _ widths: [Int],
    lineLimit: Int, _ colour: TerminalColour?, to output: inout String
  ) {
    for row in rows {
      let cells = row.indices.map { index in
        row[index].lines(
          width: widths[index], overflow: columns[index].overflow, limit: lineLimit)
      }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        var text = ""
        var pending = ""
        for (index, lines) in cells.enumerated() {
          if index > 0 { pending += Self.gap }
          guard line < lines.count, lines[line].width > 0 else {
            pending += String(repeating: " ", count: widths[index])
            continue
          }
          let padding = String(repeating: " ", count: max(0, widths[index] - lines[line].width))
          let words =
            colour.map { paint(lines[line].plain, $0) } ?? lines[line].painted(options.usesColour)
          // Spaces at the end of a line are never written.
          text += pending + (flushRight[index] ? padding + words : words)
          pending = flushRight[index] ? "" : padding
        }
        output += text + "\n"
      }
    }
  }

  /// Takes columns from the widest ones until the table fits or nothing can be taken.
  private func fit(_ widths: inout [Int], to width: Int) {
    let available = width - Self.gap.count * (widths.count - 1)
    var excess = widths.reduce(0, +) - available
    while excess > 0 {
      guard let widest = widths.max(), widest > Self.minimumWidth else { return }
      let next = widths.filter { $0 < widest }.max() ?? Self.minimumWidth
      let members = widths.indices.filter { widths[$0] == widest }
      let step = max(1, min(widest - max(next, Self.minimumWidth), excess / members.count))
      for index in members where excess > 0 {
        widths[index] -= step
        excess -= step
      }
    }
  }

  /// Digits after the point by column, so that decimal points stand below one another.
  private func fractionDigits(_ table: Table) -> [Int] {
    table.columns.indices.map { index in
      table.rows.reduce(0) { digits, row in
        guard case .number(let value) = row[index] else { return digits }
        return max(digits, NumberText.fractionDigits(value, limit: 4))
      }
    }
  }

  private func paint(_ text: String, _ colour: TerminalColour) -> String {
    colour.paint(text, if: options.usesColour)
  }
}
