/// What a library says about itself: help at the prompt, a reference in Markdown, stubs for editors.
///
/// All of it comes from the declarations that also make the functions work, so it cannot drift.
public struct LuaReference {
  let library: LuaLibrary

  /// Creates the reference of a library.
  public init(_ library: LuaLibrary) { self.library = library }

  /// One thing that has documentation.
  enum Entry {
    case global(name: String, row: LuaRow, summary: String)
    case module(LuaModule)
    case type(RowType)
    case field(RowField, of: RowType)
    case method(LuaDocumentation, receiver: String, isMethod: Bool)
    case sequences
  }

  /// What a name such as `corpus.quotes`, `quote.speaker`, `sayso.table` or `count_by` means.
  ///
  /// Colons and points are alike. A member name on its own finds all that have it.
  func entries(named name: String) -> [Entry] {
    let parts = name.split(whereSeparator: { $0 == "." || $0 == ":" }).map(String.init)
    guard let first = parts.first else { return [] }
    if parts.count == 1 { return topLevel(first) + members(first) }
    guard parts.count == 2 else {
      // `corpus.quotes.count_by`: the last two names that can be resolved by type.
      guard let type = LuaTypeInference(library).type(ofPath: Array(parts.dropLast())) else {
        return []
      }
      return members(parts[parts.count - 1], of: type)
    }
    if let module = library.modules.first(where: { $0.name == first }) {
      return module.functions.filter { $0.documentation.name == parts[1] }.map {
        .method($0.documentation, receiver: module.name, isMethod: false)
      }
    }
    guard let type = LuaTypeInference(library).type(ofPath: [first]) else { return [] }
    return members(parts[1], of: type)
  }

  private func topLevel(_ name: String) -> [Entry] {
    var found: [Entry] = []
    if let global = library.globals.first(where: { $0.name == name }) {
      found.append(.global(name: global.name, row: global.row, summary: global.summary))
    }
    if let module = library.modules.first(where: { $0.name == name }) {
      found.append(.module(module))
    }
    if let type = library.rowTypes.first(where: { $0.name == name }), found.isEmpty {
      found.append(.type(type))
    }
    if name == "sequence" { found.append(.sequences) }
    found += library.functions.filter { $0.documentation.name == name }.map {
      .method($0.documentation, receiver: "", isMethod: false)
    }
    return found
  }

  private func members(_ name: String) -> [Entry] {
    var found: [Entry] = []
    for type in library.rowTypes { found += members(name, of: .row(type.name)) }
    for module in library.modules {
      found += module.functions.filter { $0.documentation.name == name }.map {
        .method($0.documentation, receiver: module.name, isMethod: false)
      }
    }
    let sequence = members(name, of: .sequence("row"))
    return found + (sequence.isEmpty ? members(name, of: .records) : sequence)
  }

  private func members(_ name: String, of type: LuaTypeInference.Kind) -> [Entry] {
    switch type {
    case .row(let rowName):
      guard let row = library.rowType(named: rowName) else { return [] }
      if let field = row.field(named: name) { return [.field(field, of: row)] }
      return methods(row.methods, named: name, receiver: row.name)
    case .sequence:
      return methods(library.sequenceMethods, named: name, receiver: "sequence")
    case .records: return methods(library.recordMethods, named: name, receiver: "records")
    case .module(let moduleName):
      let module = library.modules.first { $0.name == moduleName }
      return (module?.functions ?? []).filter { $0.documentation.name == name }.map {
        .method($0.documentation, receiver: moduleName, isMethod: false)
      }
    case .other: return []
    }
  }

  private func methods(
    _ all: [LuaFunctionDefinition], named name: String, receiver: String
  ) -> [Entry] {
    all.filter { $0.documentation.name == name }.map {
      .method($0.documentation, receiver: receiver, isMethod: true)
    }
  }

  /// Every name that help knows, for finding what was meant.
  public var names: [String] {
    var names = library.globals.map(\.name) + ["sequence"]
    names += library.functions.map(\.documentation.name)
    for module in library.modules {
      names.append(module.name)
      names += module.functions.map { "\(module.name).\($0.documentation.name)" }
    }
    for type in library.rowTypes {
      names.append(type.name)
      names += type.memberNames.map { "\(type.name).\($0)" }
    }
    names += library.sequenceMethods.map { "sequence.\($0.documentation.name)" }
    return names
  }

  /// Every example with the name of what it shows, for tests to run.
  public var examples: [(name: String, source: String)] {
    var all: [(String, String)] = []
    func add(_ functions: [LuaFunctionDefinition], _ owner: String) {
      for function in functions {
        all.append(("\(owner).\(function.documentation.name)", function.documentation.example))
      }
    }
    add(library.functions, "_G")
    for module in library.modules { add(module.functions, module.name) }
    for type in library.rowTypes { add(type.methods, type.name) }
    add(library.sequenceMethods, "sequence")
    add(library.recordMethods, "records")
    return all
  }
}
