/// What kind of thing a path such as `corpus.quotes[1].article` is, from the declared types alone.
struct LuaTypeInference {
  /// A kind of thing that has members.
  enum Kind: Equatable {
    case row(String)
    case sequence(String)
    case records
    case module(String)
    case other
  }

  private let library: LuaLibrary

  init(_ library: LuaLibrary) { self.library = library }

  /// The kind that a declared type names, in the notation of the Lua language server.
  func kind(ofDeclared type: String) -> Kind {
    var type = type
    if type.hasSuffix("?") { type.removeLast() }
    if type.hasPrefix("sequence<"), type.hasSuffix(">") {
      return .sequence(String(type.dropFirst(9).dropLast()))
    }
    if type == "records" { return .records }
    if type == "sequence" { return .sequence("row") }
    return library.rowType(named: type) == nil ? .other : .row(type)
  }

  /// The kind of a global's, module's or row type's name.
  func kind(ofGlobal name: String) -> Kind? {
    if let global = library.globals.first(where: { $0.name == name }) {
      return .row(library.rowTypes[global.row.kind].name)
    }
    if library.modules.contains(where: { $0.name == name }) { return .module(name) }
    return nil
  }

  /// The kind of a path of names; an index is written `[]`, a call `()`.
  func type(ofPath path: [String]) -> Kind? {
    guard let first = path.first else { return nil }
    var kind =
      kind(ofGlobal: first)
      ?? (first == "sequence"
        ? .sequence("row") : library.rowType(named: first).map { .row($0.name) })
    for name in path.dropFirst() {
      guard let current = kind else { return nil }
      kind = member(name, of: current)
    }
    return kind
  }

  /// The kind of a member.
  func member(_ name: String, of kind: Kind) -> Kind? {
    switch kind {
    case .row(let type):
      guard let row = library.rowType(named: type) else { return nil }
      if let field = row.field(named: name) { return self.kind(ofDeclared: field.type) }
      return result(of: row.methods, name, receiver: kind)
    case .sequence(let element):
      if name == "[]" { return .row(element) }
      if name == "()" { return kind }
      return result(of: library.sequenceMethods, name, receiver: kind)
    case .module(let name):
      let module = library.modules.first { $0.name == name }
      return result(of: module?.functions ?? [], name, receiver: kind)
    case .records: return result(of: library.recordMethods, name, receiver: kind)
    case .other: return nil
    }
  }

  private func result(
    of functions: [LuaFunctionDefinition], _ name: String, receiver: Kind
  ) -> Kind? {
    guard let function = functions.first(where: { $0.documentation.name == name }) else {
      return nil
    }
    switch function.documentation.results.first?.type {
    case "sequence": return receiver
    case "row?":
      if case .sequence(let element) = receiver { return .row(element) }
      return nil
    case .some(let type): return kind(ofDeclared: type)
    case nil: return nil
    }
  }
}
