/// A table in aligned columns, for reading on a screen or in a pipe.
///
/// With a width, the widest columns give way first until the table fits; their cells wrap or are
/// shortened as their column says. Where that would leave columns too narrow to read, each row becomes
/// a list of names and values. Without a width nothing is left out and each row is one line.
struct TextTableRenderer {
  /// No column becomes narrower than this unless its contents are.
  private static let minimumWidth = 6
  /// Below this, a column is no pleasure to read.
  private static let comfortableWidth = 12
  /// So few columns are never shown as lists.
  private static let fewColumns = 4
  private static let gap = "  "

  let options: RenderingOptions

  init(_ options: RenderingOptions) { self.options = options }

  func render(_ table: Table) -> String {
    var output = ""
    if let title = table.title { output += paint(TextWidth.printable(title), .bold) + "\n" }
    let shown = table.columns.isEmpty ? 0 : append(table, to: &output)
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

  /// Writes as many rows as may be shown, and says how many that were.
  private func append(_ table: Table, to output: inout String) -> Int {
    let shown = min(options.maximumRows ?? table.rows.count, table.rows.count)
    let digits = fractionDigits(table)
    let flushRight = table.columns.indices.map(table.isFlushRight)
    let headings = table.columns.map { CellText(plain: TextWidth.printable($0.name)) }
    let texts = table.rows.prefix(shown).map { row in
      row.indices.map { CellText(row[$0], fractionDigits: digits[$0]) }
    }
    var widths = headings.map { max(1, $0.width) }
    for row in texts {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.width) }
    }
    if let width = options.width {
      let natural = widths
      fit(&widths, headings: headings.map(\.width), to: width)
      if isCramped(widths, natural: natural, to: width) {
        // A list is several lines long, so fewer of them are as much as a screen can show.
        let lists = options.maximumRows.map { max(1, 2 * $0 / widths.count) } ?? texts.count
        let records = Array(texts.prefix(lists))
        appendRecords(headings, records, width: width, to: &output)
        return records.count
      }
    }

    let lineLimit = table.rows.count == 1 ? Int.max : options.maximumLines
    append([headings], table.columns, flushRight, widths, lineLimit: 2, .bold, to: &output)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    output += paint(rule, .faint) + "\n"
    append(texts, table.columns, flushRight, widths, lineLimit: lineLimit, nil, to: &output)
    return shown
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
        output += text.trimmingEnd() + "\n"
      }
    }
  }

  /// Takes columns from the widest ones until the table fits or nothing can be taken.
  ///
  /// A column keeps room for its heading, as far as that is not long itself.
  private func fit(_ widths: inout [Int], headings: [Int], to width: Int) {
    var excess = totalWidth(widths) - width
    let minima = zip(widths, headings).map { widest, heading in
      min(widest, max(Self.minimumWidth, min(heading, Self.comfortableWidth)))
    }
    while excess > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > minima[$0] }
      guard let widest = shrinkable.map({ widths[$0] }).max() else { return }
      let members = shrinkable.filter { widths[$0] == widest }
      let next = widths.filter { $0 < widest }.max() ?? 0
      let floor = max(next, members.map { minima[$0] }.max() ?? 0)
      let step = max(1, min(widest - floor, excess / members.count))
      for index in members where excess > 0 {
        widths[index] -= step
        excess -= step
      }
    }
  }

  private func totalWidth(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + Self.gap.count * (widths.count - 1)
  }

  /// Whether columns became too narrow to read, so that each row is better shown as a list.
  private func isCramped(_ widths: [Int], natural: [Int], to width: Int) -> Bool {
    if totalWidth(widths) > width { return true }
    guard widths.count > Self.fewColumns else { return false }
    return zip(widths, natural).contains { $0 < $1 && $0 < Self.comfortableWidth }
  }

  /// Each row as a list of names and values.
  private func appendRecords(
    _ headings: [CellText], _ texts: [[CellText]], width: Int, to output: inout String
  ) {
    let nameWidth = min(headings.map(\.width).max() ?? 0, width / 3)
    let valueWidth = max(Self.minimumWidth, width - nameWidth - Self.gap.count)
    for (number, row) in texts.enumerated() {
      let title = "─── \(number + 1) "
      let rule = String(repeating: "─", count: max(0, min(width, 40) - TextWidth.width(of: title)))
      output += paint(title + rule, .faint) + "\n"
      for (heading, cell) in zip(headings, row) {
        let name = TextWidth.shortened(heading.plain, to: nameWidth)
        let margin = String(repeating: " ", count: nameWidth + Self.gap.count)
        let padding = String(margin.dropFirst(TextWidth.width(of: name)))
        let lines = cell.lines(width: valueWidth, overflow: .wrap, limit: .max)
        for (index, line) in lines.enumerated() {
          let start = index == 0 ? paint(name, .bold) + padding : margin
          output += (start + line.painted(options.usesColour)).trimmingEnd() + "\n"
        }
      }
    }
  }

  /// Digits after the point by column, so that decimal points stand below one another; `nil` for columns
  /// that hold words too.
  private func fractionDigits(_ table: Table) -> [Int?] {
    table.columns.indices.map { index in
      let isNumeric = table.rows.allSatisfy { row in
        switch row[index] {
        case .number, .integer, .missing: true
        default: false
        }
      }
      guard isNumeric else { return nil }
      return table.rows.reduce(0) { digits, row in
        guard case .number(let value) = row[index] else { return digits }
        return max(digits, NumberText.fractionDigits(value, limit: 4))
      }
    }
  }

  private func paint(_ text: String, _ colour: TerminalColour) -> String {
    colour.paint(text, if: options.usesColour)
  }
}
