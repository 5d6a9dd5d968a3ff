/// A table as horizontal bars in SVG: who speaks how often, at a glance.
///
/// The first column that is not of numbers names the bars, the first column of numbers is their length.
/// Every bar carries its value, so that nothing has to be read off an axis; negative and missing values
/// are written but have no bar.
enum BarChart {
  private static let barHeight = 18
  private static let gap = 6
  private static let labelWidth = 240
  private static let barWidth = 420
  private static let valueWidth = 90
  private static let maximumBars = 200

  static func render(_ table: Table) -> String {
    let values = table.columns.indices.first { isNumeric(table, $0) }
    let labels = table.columns.indices.first { $0 != values && !isNumeric(table, $0) }
    let rows = table.rows.prefix(maximumBars)
    let top = table.title == nil ? gap : 34
    let remarks = remarks(table, hasValues: values != nil)
    let height = top + rows.count * (barHeight + gap) + remarks.count * 18 + gap
    let width = labelWidth + barWidth + valueWidth
    var output = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="system-ui, sans-serif" font-size="13">

      """
    if let title = table.title {
      output += text(title, x: gap, y: 20, attributes: " font-weight=\"bold\"")
    }
    let longest = values.map { index in rows.compactMap { length($0[index]) }.max() ?? 0 } ?? 0
    for (number, row) in rows.enumerated() {
      let y = top + number * (barHeight + gap)
      let label = labels.map { row[$0].markedText } ?? String(number + 1)
      output += text(
        TextWidth.shortened(TextWidth.printable(label), to: 34), x: labelWidth - gap, y: y + 14,
        attributes: " text-anchor=\"end\"")
      guard let values else { continue }
      let share = longest > 0 ? (length(row[values]) ?? 0) / longest : 0
      let bar = NumberText.fixed(share * Double(barWidth), digits: 1)
      output += """
        <rect x="\(labelWidth)" y="\(y)" width="\(bar)" height="\(barHeight)" fill="#4a7ab5"/>

        """
      let end = labelWidth + Int((share * Double(barWidth)).rounded()) + gap
      output += text(row[values].plainText, x: end, y: y + 14)
    }
    for (number, remark) in remarks.enumerated() {
      let y = top + rows.count * (barHeight + gap) + 14 + number * 18
      output += text(remark, x: gap, y: y, attributes: " fill=\"#666\"")
    }
    return output + "</svg>\n"
  }

  private static func remarks(_ table: Table, hasValues: Bool) -> [String] {
    var remarks: [String] = []
    if !hasValues { remarks.append("There is no column of numbers to draw.") }
    if table.rows.count > maximumBars {
      remarks.append("… \(NumberText.grouped(table.rows.count - maximumBars)) more")
    }
    return remarks + table.remarks.map(TextWidth.printable)
  }

  private static func isNumeric(_ table: Table, _ column: Int) -> Bool {
    let cells = table.rows.map { $0[column] }.filter { $0 != .missing }
    return !cells.isEmpty && cells.allSatisfy(\.isNumber)
  }

  /// The length of a bar, or `nil` where there is none.
  private static func length(_ cell: Cell) -> Double? {
    switch cell {
    case .integer(let value) where value >= 0: Double(value)
    case .number(let value) where value >= 0 && value.isFinite: value
    default: nil
    }
  }

  private static func text(_ words: String, x: Int, y: Int, attributes: String = "") -> String {
    "<text x=\"\(x)\" y=\"\(y)\"\(attributes)>\(HTMLText.escape(words))</text>\n"
  }
}
