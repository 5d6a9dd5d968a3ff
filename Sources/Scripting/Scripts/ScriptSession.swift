internal import LuaHost
internal import Store

/// A Lua state on a corpus, with what shows its values.
final class ScriptSession {
  let model: CorpusModel
  let state: LuaState
  let tables: TableMaker
  /// What the script may read and write.
  let files: ScriptFiles
  /// Where rules are put in force, if they are.
  private(set) weak var desk: RuleDesk?
  /// The script's path, or `nil` for the prompt.
  let path: String?
  /// Receives what scripts print.
  var output: (String) -> Void

  init(
    _ snapshot: CorpusSnapshot, script: String?, limits: LuaLimits = LuaLimits(),
    trust: LuaTrust = .script, files: ScriptFiles? = nil,
    rules: RuleCollector = RuleCollector(), desk: RuleDesk? = nil,
    output: @escaping (String) -> Void
  ) throws {
    model = CorpusModel(desk?.snapshot ?? snapshot, rules: rules)
    let library = model.library()
    self.output = output
    path = script
    self.desk = desk
    tables = TableMaker(model: model, library: library)
    let files = files ?? ScriptFiles(script: script)
    self.files = files
    rules.files = files
    let sink = OutputSink()
    let environment = LuaEnvironment(
      output: { sink.write($0) },
      findModule: { name throws(LuaError) in
        let found = try files.module(name)
        rules.remember(found.source, named: found.chunkName)
        return found
      },
      allowsFile: { path, writing in files.allows(path, writing: writing) })
    state = try LuaState(
      library: library, trust: trust, limits: limits, environment: environment)
    sink.session = self
    model.desk = desk
    model.session = self
  }

  /// Puts rule files and plugins in force.
  ///
  /// - Throws: ``RuleLoadingError``, or what the store reports.
  func load(rules sources: RuleSources) throws {
    guard let desk, !sources.isEmpty else { return }
    do {
      try LuaThread.run { try desk.load(sources, for: self) }
    } catch let error as LuaError {
      throw RuleLoadingError.script(Failure(error, source: "", script: nil))
    }
    _ = desk.takeChanges()
  }

  /// Sets `arg`: the script's name at 0, its arguments from 1.
  func set(arguments: [String], script: String?) throws {
    var table = LuaTable(items: arguments.map { .string($0) })
    if let script { table.fields.append((.integer(0), .string(script))) }
    try state.set(global: "arg", to: .table(table))
  }

  /// Runs a source, as an expression if it is one and may be.
  func run(
    _ source: String, named name: String, arguments: [LuaValue] = [], isExpression: Bool,
    keepsLast: Bool = false
  ) throws(LuaError) -> [LuaValue] {
    model.rules.remember(source, named: name)
    do throws(LuaError) {
      guard isExpression, (try? state.check("return " + source, named: name)) != nil else {
        return try state.run(source, named: name, arguments: arguments, keepsLast: keepsLast)
      }
      return try state.run(
        "return " + source, named: name, arguments: arguments, keepsLast: keepsLast)
    } catch {
      throw UndefinedNameHint.adding(to: error, in: state)
    }
  }
}

/// Passes output on to the session, which the state does not know.
private final class OutputSink {
  weak var session: ScriptSession?

  func write(_ bytes: UnsafeRawBufferPointer) {
    session?.output(String(decoding: bytes, as: UTF8.self))
  }
}
