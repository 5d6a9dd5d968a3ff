internal import LuaHost

/// The module `sayso`: what scripts need beside the corpus.
enum SaysoModule {
  /// The level of the interface: it grows when something is added, never when something changes.
  static let level = 1

  static var module: LuaModule {
    LuaModule(
      name: "sayso", summary: "What scripts need beside the corpus.", functions: [api, table])
  }

  private static var api: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "api", "Declares the lowest level of this interface that the script works with.",
        parameters: [LuaParameter("level", "integer", "the level; this program has \(level)")],
        results: [LuaResult("integer", "the level of this program")],
        example: "sayso.api(1)")
    ) { call in
      let wanted = try call.integer(1)
      guard wanted <= level else {
        throw LuaError(
          "not_supported", "this script needs level \(wanted), but this program has level \(level)",
          hint: "a newer version of sayso runs it")
      }
      return .integer(level)
    }
  }

  private static var table: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "table", "Makes a table for a report from a list of records.",
        parameters: [
          LuaParameter("columns", "string[]", "the names of the columns, left to right"),
          LuaParameter(
            "rows", "table",
            "a list of records, each with a field for every column or with its values in order"),
        ],
        results: [LuaResult("records", "the records, which print as a table")],
        example: "local report = sayso.table({ \"speaker\", \"quotes\" }, {\n"
          + "  { speaker = \"Ann Ward\", quotes = 2 },\n  { \"Ben Hale\", 1 },\n})\n"
          + "assert(#report == 2 and report.columns[1] == \"speaker\")")
    ) { call in
      let columns = try call.table(1).items
      guard !columns.isEmpty, columns.allSatisfy({ $0.text != nil }) else {
        throw call.badArgument(1, expected: "a list of names")
      }
      var rows = try call.table(2)
      rows.fields = [(.string("columns"), .table(LuaTable(items: columns)))]
      rows.isRecords = true
      return .table(rows)
    }
  }
}
