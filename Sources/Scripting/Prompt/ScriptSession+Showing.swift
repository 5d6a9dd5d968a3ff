internal import LuaHost
internal import Reporting

extension ScriptSession {
  /// What the prompt shows for the results of an input: the first, or all of several plain ones.
  func echo(of results: [LuaValue]) throws -> Echo? {
    guard let first = results.first else { return nil }
    if results.count == 1 {
      if case .nil = first { return .text("nil") }
      return try tables.echo(first)
    }
    return .text(
      try results.map { value in
        switch value {
        case .nil: return "nil"
        case .row(let row): return state.library.rowTypes[row.kind].describe(row.id)
        default: return try tables.cell(value).plainText
        }
      }.joined(separator: "\t"))
  }

  /// What is known about how a row was made, a line for each fact.
  func evidence(for value: LuaValue) throws -> Table {
    guard case .row(let row) = value else {
      throw LuaError(
        "argument", "'.why' explains one row, and this is a \(value.typeName)",
        hint: ".why corpus.quotes[1]")
    }
    let type = state.library.rowTypes[row.kind]
    var table = Table(title: type.describe(row.id), columns: ["what", "value"])
    for field in type.fields where !field.type.hasPrefix("sequence") && field.name != "content" {
      let cell = try tables.cell(field.read(row.id))
      if cell != .missing, cell != .list([]), cell != .boolean(false) {
        table.append([.text(field.name), cell])
      }
    }
    return table
  }
}
