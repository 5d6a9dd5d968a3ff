/// Comma-separated values after RFC 4180: UTF-8, a heading, lines that end in CR LF.
///
/// Words from an article are followed by columns for their article and line.
/// Where anything is an analyst's inference, a last column says of which rows.
/// A missing value is an empty field, an empty text is `""`. What a text begins with is left alone,
/// `=` and `-` included: quotes are evidence and are not altered for a spreadsheet's sake.
enum CSVRenderer {
  static func render(_ table: Table) -> String {
    let table = table.withPlacesInColumns().withInferencesInColumn()
    var output = ""
    append(table.columns.map { Cell.text($0.name) }, to: &output)
    return output + lines(table.rows)
  }

  /// The lines of rows alone, without a heading.
  static func lines(_ rows: [[Cell]]) -> String {
    var output = ""
    for row in rows { append(row, to: &output) }
    return output
  }

  private static func append(_ row: [Cell], to output: inout String) {
    for (index, cell) in row.enumerated() {
      if index > 0 { output += "," }
      let field = cell.plainText
      if cell != .missing, needsQuotes(field) {
        output += "\""
        for scalar in field.unicodeScalars {
          if scalar == "\"" { output += "\"" }
          output.unicodeScalars.append(scalar)
        }
        output += "\""
      } else {
        output += field
      }
    }
    // A lone missing value would read as an empty line.
    if row == [.missing] { output += "\"\"" }
    output += "\r\n"
  }

  private static func needsQuotes(_ field: String) -> Bool {
    let bytes = field.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first == UInt8(ascii: " ") || last == UInt8(ascii: " ") { return true }
    return bytes.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0a || byte == 0x0d
    }
  }
}
