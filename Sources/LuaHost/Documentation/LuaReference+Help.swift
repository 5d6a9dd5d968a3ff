extension LuaReference {
  /// What `?name` prints, or `nil` with the nearest name where there is no such thing.
  ///
  /// - Parameter name: `corpus.quotes`, `quote.speaker`, `count_by`; empty for an overview.
  /// - Returns: Lines of plain text.
  public func help(_ name: String) -> String? {
    if name.isEmpty { return overview }
    let found = entries(named: name)
    guard !found.isEmpty else { return nil }
    return found.map(text).joined(separator: "\n\n")
  }

  /// What to say where help knows no such name.
  public func unknown(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "." || $0 == ":" }).last.map(String.init) ?? name
    let hint =
      NearestName.hint(for: name, among: names)
      ?? NearestName.hint(for: last, among: names.map { memberName($0) })
    return "no help for '\(name)'" + (hint.map { ": " + $0 } ?? "; '?' alone gives an overview")
  }

  private func memberName(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  private var overview: String {
    var lines: [String] = []
    for global in library.globals { lines.append("\(global.name)  \(global.summary)") }
    for module in library.modules { lines.append("\(module.name)  \(module.summary)") }
    for function in library.functions {
      lines.append("\(function.documentation.name)  \(function.documentation.summary)")
    }
    lines.append("")
    lines.append("Rows:")
    for type in library.rowTypes { lines.append("  \(type.name)  \(type.summary)") }
    lines.append("")
    lines.append(
      "Sequences of rows: "
        + library.sequenceMethods.map(\.documentation.name).joined(separator: ", "))
    lines.append("")
    lines.append("?name tells more: ?quote, ?quote.speaker, ?count_by")
    return lines.joined(separator: "\n")
  }

  private func text(_ entry: Entry) -> String {
    switch entry {
    case .global(let name, let row, let summary):
      return "\(name)\n  \(summary)\n" + members(of: library.rowTypes[row.kind])
    case .module(let module):
      return "\(module.name)\n  \(module.summary)\n" + functions(module.functions, ".")
    case .type(let type): return "\(type.name)\n  \(type.summary)\n" + members(of: type)
    case .field(let field, let type):
      return "\(type.name).\(field.name): \(field.type)\n  \(field.summary)"
    case .method(let documentation, let receiver, let isMethod):
      return text(
        documentation, receiver.isEmpty ? "" : receiver + (isMethod ? ":" : "."))
    case .sequences:
      return "sequence\n  Rows in an order: #s, s[1], ipairs(s), and these methods.\n"
        + functions(library.sequenceMethods, ":")
    }
  }

  private func members(of type: RowType) -> String {
    let rows = type.fields.map { ("\($0.name): \($0.type)", $0.summary) }
    let fields = Self.columns(rows)
    let methods = functions(type.methods, type.isModule ? "." : ":")
    return ([fields] + (type.methods.isEmpty ? [] : [methods])).joined(separator: "\n")
  }

  private func functions(_ functions: [LuaFunctionDefinition], _ separator: String) -> String {
    Self.columns(
      functions.map {
        (
          "\(separator)\($0.documentation.name)(\($0.documentation.signature))",
          $0.documentation.summary
        )
      })
  }

  private static func columns(_ rows: [(String, String)]) -> String {
    let width = min(40, rows.map(\.0.count).max() ?? 0)
    return rows.map { name, text in
      "  " + name + String(repeating: " ", count: max(0, width - name.count) + 2) + text
    }
    .joined(separator: "\n")
  }

  private func text(_ documentation: LuaDocumentation, _ receiver: String) -> String {
    var lines = [
      "\(receiver)\(documentation.name)(\(documentation.signature))", "  \(documentation.summary)",
    ]
    for parameter in documentation.parameters {
      lines.append("  \(parameter.name): \(parameter.type)  \(parameter.text)")
    }
    for result in documentation.results {
      lines.append("  gives \(result.type): \(result.text)")
    }
    lines.append("  for example:")
    for line in documentation.example.split(separator: "\n") { lines.append("    \(line)") }
    return lines.joined(separator: "\n")
  }
}
