/// A table in HTML.
enum HTMLTableRenderer {
  /// A page of its own.
  static func page(_ table: Table) -> String {
    HTMLText.page(title: table.title ?? "Sayso", body: fragment(table))
  }

  /// The table alone, for use inside a page.
  static func fragment(_ table: Table) -> String {
    let isFlushRight = table.columns.indices.map(table.isFlushRight)
    var output = "<table>\n"
    if let title = table.title { output += "<caption>\(HTMLText.escape(title))</caption>\n" }
    output += "<thead><tr>"
    for (column, right) in zip(table.columns, isFlushRight) {
      output += right ? "<th class=\"right\">" : "<th>"
      output += "\(HTMLText.escape(column.name))</th>"
    }
    output += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      output += "<tr>"
      for (cell, right) in zip(row, isFlushRight) {
        output += right ? "<td class=\"right\">" : "<td>"
        output += "\(text(cell))</td>"
      }
      output += "</tr>\n"
    }
    output += "</tbody>\n</table>\n"
    for remark in table.remarks {
      output += "<p class=\"remark\">\(HTMLText.escape(remark))</p>\n"
    }
    return output
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .missing: "<span class=\"missing\">–</span>"
    case .list(let cells): cells.map(text).joined(separator: "<br>")
    case .span(let span):
      "\(HTMLText.escape(span.text)) <span class=\"place\">\(HTMLText.escape(span.place))</span>"
    case .inferred(let text):
      "\(HTMLText.escape(text)) <span class=\"place\">(inferred)</span>"
    case .runs(let runs): runs.map(text).joined()
    default: HTMLText.escape(cell.plainText)
    }
  }

  private static func text(_ run: TextRun) -> String {
    let words = HTMLText.escape(run.text)
    return switch run.style {
    case .plain: words
    case .faint: "<span class=\"place\">\(words)</span>"
    case .emphasis: "<strong>\(words)</strong>"
    case .inserted: "<ins>\(words)</ins>"
    case .deleted: "<del>\(words)</del>"
    }
  }
}
