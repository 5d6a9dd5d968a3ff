internal import LuaHost

/// The global function `plugin`, with which the file of a plugin begins.
enum PluginStatement {
  /// The function; the manifest has been read from the file before, so that there is nothing left to do.
  static var function: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "plugin", "Says what a plugin is; the first statement of its file, constants only.",
        parameters: [
          LuaParameter(
            "manifest", "table",
            "name, version, api, summary, license, and where wanted needs, options, examples")
        ],
        example: "plugin {\n  name = \"ports\", version = \"1.0\", api = 1, license = \"MIT\",\n"
          + "  summary = \"The ports that an article names.\",\n}")
    ) { call in
      guard call.isTable(1) else {
        throw LuaError.argument("a plugin is declared with a table", hint: "plugin { name = … }")
      }
      return .values([])
    }
  }
}
