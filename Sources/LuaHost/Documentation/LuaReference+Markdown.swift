extension LuaReference {
  /// The reference page in Markdown.
  public func markdown(title: String) -> String {
    var page = "# \(title)\n\nThis page is generated from the declarations of the functions.\n"
    for global in library.globals {
      page += "\n## `\(global.name)`\n\n\(global.summary)\n"
      page += fields(library.rowTypes[global.row.kind])
      let type = library.rowTypes[global.row.kind]
      page += functions(type.methods, global.name + (type.isModule ? "." : ":"))
    }
    for module in library.modules {
      page += "\n## `\(module.name)`\n\n\(module.summary)\n"
      page += functions(module.functions, module.name + ".")
    }
    if !library.functions.isEmpty {
      page += "\n## Functions\n\nThey stand alone, without a module.\n"
      page += functions(library.functions, "")
    }
    let globalKinds = Set(library.globals.map(\.row.kind))
    for (kind, type) in library.rowTypes.enumerated() where !globalKinds.contains(kind) {
      page += "\n## \(type.name)\n\n\(type.summary)\n"
      page += fields(type)
      page += functions(type.methods, type.name + ":")
    }
    page += "\n## Sequences\n\nRows in an order: `#s`, `s[1]`, `ipairs(s)`, and these methods. "
    page += "`corpus:quotes{…}` stands for `corpus.quotes:\(SequenceMethods.filterName){…}`.\n"
    page += functions(library.sequenceMethods, "sequence:")
    page += "\n## Records\n\nPlain tables that sequence methods make, with methods of their own.\n"
    page += functions(library.recordMethods, "records:")
    return page
  }

  private func fields(_ type: RowType) -> String {
    guard !type.fields.isEmpty else { return "" }
    var text = "\n| field | type | |\n|---|---|---|\n"
    for field in type.fields {
      text += "| `\(field.name)` | `\(escape(field.type))` | \(escape(field.summary)) |\n"
    }
    return text
  }

  private func functions(_ functions: [LuaFunctionDefinition], _ receiver: String) -> String {
    var text = ""
    for documentation in functions.map(\.documentation) {
      text += "\n### `\(receiver)\(documentation.name)(\(documentation.signature))`\n\n"
      text += documentation.summary + "\n"
      if !documentation.parameters.isEmpty || !documentation.results.isEmpty { text += "\n" }
      for parameter in documentation.parameters {
        text += "- `\(parameter.name)` (`\(parameter.type)`): \(parameter.text)\n"
      }
      for result in documentation.results {
        text += "- gives `\(result.type)`: \(result.text)\n"
      }
      text += "\n```lua\n\(documentation.example)\n```\n"
      if documentation.since > 1 { text += "\nSince level \(documentation.since).\n" }
    }
    return text
  }

  /// A bar would end a table's cell.
  private func escape(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
