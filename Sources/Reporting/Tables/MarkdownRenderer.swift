/// A table in GitHub's Markdown.
enum MarkdownRenderer {
  static func render(_ table: Table) -> String {
    var output = ""
    if let title = table.title { output += "### \(escape(title))\n\n" }
    append(table.columns.map { escape($0.name) }, to: &output)
    append(
      table.columns.indices.map { table.isFlushRight($0) ? "---:" : "---" }, to: &output)
    for row in table.rows { append(row.map(text), to: &output) }
    for remark in table.remarks { output += "\n\(escape(remark))\n" }
    return output
  }

  private static func append(_ fields: [String], to output: inout String) {
    output += "| " + fields.joined(separator: " | ") + " |\n"
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .span(let span): "\(escape(span.text)) (\(escape(span.place)))"
    case .runs(let runs): runs.map(text).joined()
    default: escape(cell.markedText)
    }
  }

  private static func text(_ run: TextRun) -> String {
    let words = escape(run.text)
    return switch run.style {
    case .plain, .faint: words
    case .emphasis: "**\(words)**"
    case .inserted: "<ins>\(words)</ins>"
    case .deleted: "<del>\(words)</del>"
    }
  }

  /// Keeps a text from being read as markup; a line break would end the row.
  static func escape(_ text: String) -> String {
    var output = ""
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "|", "`", "*", "_", "[", "]", "~", "#":
        output += "\\"
        output.unicodeScalars.append(scalar)
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "&": output += "&amp;"
      case "\n" where last == "\r": break
      case "\n", "\r", "\u{2028}", "\u{2029}": output += "<br>"
      default: output.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return output
  }
}
