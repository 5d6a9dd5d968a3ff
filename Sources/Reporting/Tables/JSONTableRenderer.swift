/// A table as JSON: an object for each row, its keys in the order of the columns.
///
/// Lists are arrays, a span is an object with `text`, `article` and `line`, missing values are `null`. Where
/// anything is an analyst's inference, a last key `inferred` says of which rows.
enum JSONTableRenderer {
  static func render(_ table: Table, asLines: Bool) -> String {
    let table = table.withInferencesInColumn()
    let keys = table.keys
    var writer = JSONWriter(capacity: 64 * table.rows.count)
    if !asLines { writer.beginArray() }
    for row in table.rows {
      if !asLines { writer.separateOnNewLine() }
      writer.beginObject()
      for (key, cell) in zip(keys, row) {
        writer.key(text: key)
        write(cell, to: &writer)
      }
      writer.endObject()
      if asLines { writer.newline() }
    }
    if !asLines {
      if !table.rows.isEmpty { writer.layout("\n") }
      writer.endArray()
      writer.newline()
    }
    return writer.text
  }

  private static func write(_ cell: Cell, to writer: inout JSONWriter) {
    switch cell {
    case .missing: writer.null()
    case .text(let text), .inferred(let text): writer.value(text)
    case .integer(let value): writer.value(value)
    case .number(let value): writer.value(value)
    case .boolean(let value): writer.value(value)
    case .list(let cells):
      writer.beginArray()
      for cell in cells { write(cell, to: &writer) }
      writer.endArray()
    case .span(let span):
      writer.beginObject()
      writer.key("text")
      writer.value(span.text)
      writer.key("article")
      writer.value(span.article)
      writer.key("line")
      if let line = span.line { writer.value(line) } else { writer.null() }
      writer.endObject()
    case .runs:
      writer.value(cell.plainText)
    }
  }
}
