extension LuaReference {
  /// Stubs for the Lua language server: `---@class` and `---@field` for every row, and functions without
  /// bodies.
  public func stubs(title: String) -> String {
    var text = "---@meta\n-- \(title). Generated; do not edit.\n"
    text += "\n---@class sequence<T>: { [integer]: T }\nlocal sequence = {}\n"
    for method in library.sequenceMethods {
      text += function(method.documentation, "sequence:")
    }
    text += "\n---@class records: table\nlocal records = {}\n"
    for method in library.recordMethods { text += function(method.documentation, "records:") }
    for type in library.rowTypes {
      text += "\n--- \(type.summary)\n---@class \(type.name)\n"
      for field in type.fields {
        text += "---@field \(field.name) \(field.type) \(field.summary)\n"
      }
      text += "local \(type.name) = {}\n"
      for method in type.methods {
        text += function(method.documentation, type.name + (type.isModule ? "." : ":"))
      }
    }
    for module in library.modules {
      text += "\n--- \(module.summary)\n\(module.name) = {}\n"
      for method in module.functions { text += function(method.documentation, module.name + ".") }
    }
    for method in library.functions { text += function(method.documentation, "") }
    for global in library.globals {
      text += "\n--- \(global.summary)\n---@type \(library.rowTypes[global.row.kind].name)\n"
      text += "\(global.name) = nil\n"
    }
    return text
  }

  private func function(_ documentation: LuaDocumentation, _ receiver: String) -> String {
    var text = "\n--- \(documentation.summary)\n---\n--- ```lua\n"
    for line in documentation.example.split(separator: "\n") { text += "--- \(line)\n" }
    text += "--- ```\n"
    for parameter in documentation.parameters {
      text += "---@param \(parameter.name) \(parameter.type) \(parameter.text)\n"
    }
    for result in documentation.results { text += "---@return \(result.type) # \(result.text)\n" }
    let names = documentation.parameters.map(\.name).joined(separator: ", ")
    return text + "function \(receiver)\(documentation.name)(\(names)) end\n"
  }
}
