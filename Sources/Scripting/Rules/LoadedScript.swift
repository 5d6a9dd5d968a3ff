internal import Foundation
internal import LuaHost
internal import Rules
internal import Store

/// A rule file or plugin that has run: what it declares, and the Lua state in which its actions live.
final class LoadedScript {
  let path: String
  let declarations: RuleDeclarations
  let actions: [Int: LuaFunction]
  let session: ScriptSession

  /// Runs a rule file.
  convenience init(
    _ path: String, number: Int, isTrusted: Bool, output: @escaping (String) -> Void
  ) throws(RuleLoadingError) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .script(Failure("the rule file '\(path)' cannot be read"))
    }
    guard let source = String(validating: bytes, as: UTF8.self) else {
      throw .script(Failure("the rule file '\(path)' is not UTF-8 text"))
    }
    try self.init(
      path, source, number: number, trust: isTrusted ? .script : .plugin,
      limits: LuaLimits(seconds: 10), files: ScriptFiles(script: path),
      output: output)
  }

  /// Runs a plugin with its options in the global table `options`; its rules are called `PLUGIN/RULE`.
  ///
  /// - Throws: ``PluginError/failed(plugin:reason:)`` where its script fails, ``PluginError/interrupted(plugin:)``
  ///   where Ctrl-C stopped it.
  convenience init(
    _ selected: SelectedPlugin, number: Int, output: @escaping (String) -> Void
  ) throws(PluginError) {
    let plugin = selected.plugin
    do throws(RuleLoadingError) {
      try self.init(
        plugin.path, plugin.source, number: number,
        trust: plugin.manifest.needs.contains(.files) ? .script : .plugin,
        limits: LuaLimits(memory: 256 << 20, hardMemory: 1 << 30, seconds: 5),
        files: ScriptFiles(plugin: plugin.path, needs: plugin.manifest.needs),
        options: selected.options, plugin: plugin.name, output: output)
    } catch {
      if error.failure.isInterruption { throw .interrupted(plugin: plugin.name) }
      throw .failed(plugin: plugin.name, reason: error.description)
    }
  }

  /// Finds out what is wrong with a plugin alone, so that it cannot keep others from running.
  ///
  /// - Parameters:
  ///   - declarations: What it declares.
  ///   - name: The plugin's name.
  ///   - types: Types that others emit.
  /// - Throws: ``PluginError/failed(plugin:reason:)`` where what it declares is faulty.
  static func check(
    _ declarations: RuleDeclarations, ofPlugin name: String, knownTypes types: [String]
  ) throws(PluginError) {
    do throws(RuleFaults) {
      _ = try RuleBundle(declarations, knownTypes: types, tokenise: RuleLoader.cut)
    } catch {
      throw .failed(plugin: name, reason: error.description)
    }
  }

  private init(
    _ path: String, _ source: String, number: Int, trust: LuaTrust, limits: LuaLimits,
    files: ScriptFiles, options: [String: PluginManifest.Value]? = nil, plugin: String? = nil,
    output: @escaping (String) -> Void
  ) throws(RuleLoadingError) {
    self.path = path
    let collector = RuleCollector(number: number)
    do {
      let snapshot = try CorpusStore.inMemory().snapshot()
      session = try ScriptSession(
        snapshot, script: path, limits: limits, trust: trust, files: files, rules: collector,
        output: output)
      if let options { try session.set(options: options) }
      let session = session
      try LuaThread.run {
        try session.state.interrupt.whileCatchingSIGINT {
          _ = try session.run(source, named: "@" + path, isExpression: false)
        }
      }
    } catch let error as LuaError {
      var failure = Failure(error, source: source, script: path)
      let column = SyntaxErrorPlace.column(of: error, in: source, at: failure.location)
      failure.location?.column = column
      // With the simple kind of boundary a point ends a word.
      let corpus = #/\bcorpus\b/#.wordBoundaryKind(.simple)
      if failure.hint == nil, error.kind != "syntax", source.contains(corpus) {
        failure.hint =
          "a rule file has no corpus: a script that asks for one is run by sayso run, .load or load_script"
      }
      throw .script(failure)
    } catch {
      throw .script(Failure("\(error)"))
    }
    var taken = collector.take()
    if let plugin { taken.declarations.belong(to: plugin) }
    (declarations, actions) = taken
  }
}

extension ScriptSession {
  /// Sets `options`, what a plugin reads its settings from.
  fileprivate func set(options: [String: PluginManifest.Value]) throws {
    let fields = options.sorted { $0.key < $1.key }.map { name, value -> (LuaValue, LuaValue) in
      switch value {
      case .number(let number): (.string(name), CorpusModel.plainNumber(number))
      case .text(let text): (.string(name), .string(text))
      case .flag(let flag): (.string(name), .boolean(flag))
      }
    }
    var table = LuaTable(items: [])
    table.fields = fields
    try state.set(global: "options", to: .table(table))
  }
}
