internal import LuaHost
internal import Rules

/// The global functions that work with rules in force: `load_rules`, `load_script`,
/// `load_plugin`, `save_rule`, `why`.
struct RuleTools {
  unowned let model: CorpusModel

  /// All of them.
  var functions: [LuaFunctionDefinition] { [loadRules, loadScript, loadPlugin, saveRule, why] }

  private func desk(_ name: String) throws(LuaError) -> (RuleDesk, ScriptSession) {
    guard let desk = model.desk, let session = model.session else {
      throw LuaError(
        "not_supported", "\(name) is of no use in a rule file", hint: "it needs a corpus")
    }
    return (desk, session)
  }

  private var loadRules: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "load_rules", "Puts the rules of a file in force, as --rules does.",
        parameters: [LuaParameter("file", "string", "the rule file")],
        results: [LuaResult("integer", "how many rules are in force now")],
        example: "print(pcall(load_rules, \"summit-places.lua\"))")
    ) { call in
      let path = try call.string(1)
      let (desk, session) = try desk("load_rules")
      guard session.files.allows(path, writing: false) else {
        throw LuaError("not_allowed", "the file '\(path)' may not be read")
      }
      try desk.settle(session)
      do {
        let sources = try RuleSources(paths: [session.files.path(besideScript: path)])
        try desk.load(sources, for: session)
      } catch let error as RuleLoadingError {
        throw LuaError("rule", error.description)
      } catch let error as PluginError {
        throw LuaError("rule", error.description)
      }
      return .integer(desk.bundle.rules.count)
    }
  }

  private var loadScript: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "load_script",
        "Runs a script as .load does: it sees the corpus, its globals stay, its value becomes `_`.",
        parameters: [LuaParameter("file", "string", "the script")],
        example: "print(pcall(load_script, \"who-is-quoted.lua\"))")
    ) { call in
      let path = try call.string(1)
      let (desk, session) = try desk("load_script")
      let file = session.files.path(besideScript: path)
      guard session.files.allows(file, writing: false) else {
        throw LuaError("not_allowed", "the file '\(path)' may not be read")
      }
      do {
        // A value that was handed over here would be a copy, and a list without its methods.
        try desk.run(script: file, in: session, keepsLast: true)
      } catch let error as RuleLoadingError {
        throw LuaError("rule", error.description)
      }
      return .values([])
    }
  }

  private var loadPlugin: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "load_plugin", "Puts a plugin in force, as --plugin does.",
        parameters: [
          LuaParameter("plugin", "string", "its name or path, perhaps with options")
        ],
        results: [LuaResult("string", "what came of it: ran, found nothing, or failed")],
        example: "print(load_plugin \"money:minimum=1000\")")
    ) { call in
      let request = try call.string(1)
      let (desk, session) = try desk("load_plugin")
      let name = String(request.prefix { $0 != ":" })
      if name.contains("/") || name.hasSuffix(".lua"), !session.files.allows(name, writing: false) {
        throw LuaError("not_allowed", "the file '\(name)' may not be read")
      }
      try desk.settle(session)
      let plugins: [SelectedPlugin]
      do throws(PluginError) {
        plugins = try PluginCatalogue().select([request])
      } catch {
        throw LuaError("rule", error.description)
      }
      do {
        try desk.load(RuleSources(plugins: plugins), for: session)
      } catch let error as RuleLoadingError {
        throw LuaError("rule", error.description)
      }
      let results = try desk.pluginResults().filter { $0.plugin == plugins.first?.plugin.name }
      return .optional(results.first?.outcome.description)
    }
  }

  private var saveRule: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "save_rule", "Writes a rule file for a pattern, with its first matches as examples.",
        parameters: [
          LuaParameter("name", "string", "the rule's name, and that of the file"),
          LuaParameter("pattern", "string", "the pattern"),
        ],
        results: [LuaResult("string", "the file that was written")],
        example: "print(pcall(save_rule, \"no/name\", \"troops\"))")
    ) { call in
      let (_, session) = try desk("save_rule")
      try model.settle()
      let name = try call.string(1)
      let writer = RuleFileWriter(name: name, pattern: try call.string(2), model: model)
      return .string(
        try writer.write(in: session.files, checkInterrupt: { try call.checkInterrupt() }))
    }
  }

  private var why: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "why", "Explains what a rule in force makes of a text: its matches, or how far it came.",
        parameters: [
          LuaParameter("text", "string", "the text"),
          LuaParameter("rule", "string", "the rule's name"),
        ],
        results: [LuaResult("string", "the explanation, with marks below the words")],
        example: "rule \"crew\" { pattern = \"[num] sailors\" }\n"
          + "print(why(\"the twenty old sailors\", \"crew\"))")
    ) { call in
      let (desk, _) = try desk("why")
      try model.settle()
      return .string(try desk.why(call.string(1), rule: call.string(2)))
    }
  }
}
