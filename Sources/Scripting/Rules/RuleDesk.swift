internal import Extraction
internal import Foundation
internal import LuaHost
internal import Rules
internal import Store

/// Keeps the rules of a session: those of files, those typed at the prompt, and what they did to the corpus.
///
/// What scripts declare is taken down by the ``RuleCollector`` of their state; ``settle(_:)`` puts it in
/// force, at the end of an input or as soon as somebody asks the corpus for something.
final class RuleDesk {
  /// Where rules come from: a file, or the prompt.
  private struct Source {
    /// The path as it was given last, or `nil` for the prompt.
    var path: String?
    /// What all spellings of the path have in common.
    var identity = ""
    /// The plugin that it is.
    var plugin: SelectedPlugin?
    /// Whether it is a script, which runs in the prompt's own state and sees the corpus.
    var isScript = false
    /// Whether it ever declared anything: only then is it run again as soon as its file changes.
    var hasDeclared = false
    var stamp: RuleFileStamp?
    var declarations = RuleDeclarations()
    var actions: [Int: LuaFunction] = [:]
    /// The state in which the actions live.
    var session: ScriptSession?
  }

  /// A script file that is being run.
  private struct Run {
    var path: String
    var identity: String
    var stamp: RuleFileStamp?
    /// Whether any of what it declared is in force.
    var isInForce = false
  }

  private let corpus: RuledCorpus
  private var sources: [Source] = []
  private var prompt = Source()
  private var isSettling = false
  private var lastNumber = 1000
  /// The files that are being run by the prompt's own state, so that what they declare is their own; the
  /// last one runs, those before it loaded it.
  private var running: [Run] = []
  /// Remarks since ``takeRemarks()``.
  private var remarks: [RuleFinding] = []
  /// What changed since ``takeChanges()``, and since the corpus was opened or ``forgetChanges()``.
  private var newChanges: [ExtractionChange]?
  private(set) var lastChanges: [ExtractionChange] = []
  /// The actions of the rules in force.
  private(set) var actions = RuleActions()
  /// Why actions failed since ``takeFailures()``.
  private var failures: [RuleActionFailure] = []
  /// Plugins that could not be loaded, and all that were asked for.
  private var pluginFailures: [PluginError] = []
  private var plugins: [SelectedPlugin] = []

  /// Creates a desk without rules.
  ///
  /// - Parameters:
  ///   - snapshot: The corpus; it is never changed.
  ///   - model: What found its statements.
  init(_ snapshot: CorpusSnapshot, model: StatementModel = .embedded) {
    corpus = RuledCorpus(snapshot, model: model)
  }

  /// The rules in force.
  var bundle: RuleBundle { corpus.bundle }
  /// The corpus as the rules made it.
  var snapshot: CorpusSnapshot { corpus.snapshot }
  /// The Lua statements that put the same files and plugins in force, in the order in which they were loaded.
  var loadStatements: [String] {
    sources.compactMap { source in
      if let plugin = source.plugin { return "load_plugin \(LuaLiteral.short(plugin.request))" }
      let function = source.isScript ? "load_script" : "load_rules"
      return source.path.map { "\(function) \(LuaLiteral.short($0))" }
    }
  }
  /// Whether there is anything that can be loaded again.
  var hasFiles: Bool { !sources.isEmpty }

  /// The types that `@TYPE` may name because the corpus has annotations of them.
  func annotationTypes() -> [String] { (try? corpus.annotationTypes()) ?? [] }

  /// The names that patterns may use: of the rules in force, and the types that the corpus holds.
  var environment: PatternEnvironment {
    var environment = bundle.environment
    for type in annotationTypes() { environment.types[type] = type }
    return environment
  }

  /// What the articles were analysed with, before any rules.
  func storedOptions() throws -> ExtractionOptions { try corpus.storedOptions() }

  // MARK: - Putting in force

  /// Puts in force what scripts declared in a session's state.
  ///
  /// - Throws: ``LuaError``; what was declared is then forgotten and all is as it was before.
  func settle(_ session: ScriptSession) throws {
    let collector = session.model.rules
    guard collector.hasNews, !isSettling else { return }
    let (declarations, actions) = collector.take()
    let before = (sources, prompt)
    if let run = running.last {
      if run.isInForce, let index = sources.firstIndex(where: { $0.identity == run.identity }) {
        sources[index].declarations.append(declarations)
        sources[index].actions.merge(actions) { _, new in new }
      } else {
        add(
          Source(
            path: run.path, identity: run.identity, isScript: true, hasDeclared: true,
            stamp: run.stamp, declarations: declarations, actions: actions, session: session))
        running[running.count - 1].isInForce = true
      }
    } else {
      prompt.declarations.replace(with: declarations)
      prompt.actions.merge(actions) { _, new in new }
      prompt.session = session
    }
    do { try apply(for: session) } catch {
      (sources, prompt) = before
      if let faults = error as? RuleFaults { throw LuaError("rule", faults.description) }
      throw error
    }
  }

  /// Runs a script file in the prompt's own state; what it declares takes the place of what it declared
  /// when it last ran.
  ///
  /// - Throws: ``LuaError``, also where the script loads itself.
  func running<Value>(
    _ path: String, in session: ScriptSession, _ body: () throws -> Value
  ) throws -> Value {
    // What was declared before belongs to whoever loads the script.
    try settle(session)
    let identity = FileIdentity.of(path)
    guard !running.contains(where: { $0.identity == identity }) else {
      throw LuaError("rule", "the script '\(path)' is running already")
    }
    running.append(Run(path: path, identity: identity, stamp: RuleFileStamp(path: path)))
    defer { running.removeLast() }
    let value: Value
    do {
      value = try body()
      try settle(session)
    } catch {
      // What it declared before it failed must not count as typed at the prompt.
      _ = session.model.rules.take()
      throw error
    }
    guard let run = running.last, !run.isInForce else { return value }
    // A script without rules is remembered too: what is done after it may need its globals.
    let old = sources.first { $0.identity == identity }
    add(
      Source(
        path: path, identity: identity, isScript: true, hasDeclared: old?.hasDeclared ?? false,
        stamp: run.stamp, session: session))
    if old?.declarations.isEmpty == false { try apply(for: session) }
    return value
  }

  /// Runs a script file in a session's own state, as `.load` does.
  ///
  /// - Parameters:
  ///   - path: The script.
  ///   - session: Where it runs.
  ///   - keepsLast: Whether the value that it returns becomes `_`.
  /// - Throws: ``RuleLoadingError`` with the place in the script, or ``LuaError`` where it was interrupted.
  func run(script path: String, in session: ScriptSession, keepsLast: Bool) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RuleLoadingError.script(Failure("the script '\(path)' cannot be read"))
    }
    let source = String(decoding: bytes, as: UTF8.self)
    do {
      _ = try running(path, in: session) {
        try session.run(source, named: "@" + path, isExpression: false, keepsLast: keepsLast)
      }
    } catch let error as LuaError where !error.isInterruption {
      throw RuleLoadingError.script(Failure(error, source: source, script: path))
    }
  }

  /// Loads rule files and plugins, each in a state of its own.
  ///
  /// A plugin that fails is left out, see ``pluginResults()``.
  ///
  /// - Throws: ``RuleLoadingError``, or what applying throws; then nothing is loaded.
  func load(_ rules: RuleSources, for session: ScriptSession) throws {
    let before = sources
    do {
      for path in rules.files { add(try source(path, for: session)) }
      load(rules.plugins, for: session)
      try apply(for: session)
    } catch {
      sources = before
      if let faults = error as? RuleFaults { throw RuleLoadingError.faults(faults) }
      throw error
    }
  }

  /// Loads the files that changed, or all of them, and puts them in force.
  ///
  /// - Returns: The paths that were loaded again.
  func reload(all: Bool, for session: ScriptSession) throws -> [String] {
    var loaded: [String] = []
    var scripts: [String] = []
    for source in sources {
      guard let path = source.path else { continue }
      let stamp = RuleFileStamp(path: path)
      // A file that is being written is not there for a moment: it is looked at again next time.
      let isChanged = stamp != nil && stamp != source.stamp
      guard all || (isChanged && (!source.isScript || source.hasDeclared)) else { continue }
      if source.isScript { scripts.append(path) } else { loaded.append(path) }
    }
    try reload(files: loaded, for: session)
    for path in scripts { try rerun(path, for: session) }
    return loaded + scripts
  }

  private func reload(files loaded: [String], for session: ScriptSession) throws {
    guard !loaded.isEmpty else { return }
    let before = sources
    do {
      for path in loaded {
        guard let index = sources.firstIndex(where: { $0.path == path }) else { continue }
        // The faulty state of a file is not tried again until it changes once more.
        let stamp = RuleFileStamp(path: path)
        do { sources[index] = try renewed(sources[index], path, for: session) } catch {
          sources = before
          if let index = sources.firstIndex(where: { $0.path == path }) {
            sources[index].stamp = stamp
          }
          throw error
        }
      }
      try apply(for: session)
    } catch {
      let stamps = sources.map { ($0.path, $0.stamp) }
      sources = before
      for index in sources.indices {
        if let found = stamps.first(where: { $0.0 == sources[index].path }) {
          sources[index].stamp = found.1
        }
      }
      if let faults = error as? RuleFaults { throw RuleLoadingError.faults(faults) }
      throw error
    }
  }

  /// Runs a script once more; where it fails, the rules stay as they were.
  private func rerun(_ path: String, for session: ScriptSession) throws {
    let before = (sources, newChanges)
    let stamp = RuleFileStamp(path: path)
    // What the analyst looked at last is not the script's to change.
    _ = try? session.state.run("__last = _")
    defer { _ = try? session.state.run("_, __last = __last, nil") }
    do { try run(script: path, in: session, keepsLast: false) } catch {
      let wasApplied = sources.map(\.declarations) != before.0.map(\.declarations)
      sources = before.0
      // The faulty state of a file is not tried again until it changes once more.
      for index in sources.indices where sources[index].path == path {
        sources[index].stamp = stamp
      }
      if wasApplied { try apply(for: session) }
      newChanges = before.1
      throw error
    }
  }

  private func source(_ path: String, for session: ScriptSession) throws -> Source {
    let stamp = RuleFileStamp(path: path)
    lastNumber += 1
    let script = try LoadedScript(
      path, number: lastNumber, isTrusted: true, output: { session.output($0) })
    return Source(
      path: path, identity: FileIdentity.of(path), stamp: stamp,
      declarations: script.declarations, actions: script.actions, session: script.session)
  }

  private func load(_ selected: [SelectedPlugin], for session: ScriptSession) {
    var loaded: [Source] = []
    for plugin in selected {
      plugins.removeAll { $0.plugin.name == plugin.plugin.name }
      plugins.append(plugin)
      pluginFailures.removeAll {
        if case .failed(plugin.plugin.name, _) = $0 { true } else { false }
      }
      do throws(PluginError) { loaded.append(try source(plugin, for: session)) } catch {
        pluginFailures.append(error)
      }
    }
    let types =
      annotationTypes()
      + (sources + loaded).flatMap { $0.declarations.rules.compactMap(\.type) }
    for source in loaded {
      do throws(PluginError) {
        let name = source.plugin?.plugin.name ?? ""
        try LoadedScript.check(source.declarations, ofPlugin: name, knownTypes: types)
        add(source)
      } catch {
        pluginFailures.append(error)
      }
    }
  }

  private func source(
    _ plugin: SelectedPlugin, for session: ScriptSession
  ) throws(PluginError) -> Source {
    lastNumber += 1
    let script = try LoadedScript(plugin, number: lastNumber, output: { session.output($0) })
    let path = plugin.plugin.path
    return Source(
      path: path, identity: FileIdentity.of(path), plugin: plugin, stamp: RuleFileStamp(path: path),
      declarations: script.declarations, actions: script.actions, session: script.session)
  }

  /// A source as its file is now; a plugin keeps its options where it still has them.
  private func renewed(
    _ old: Source, _ path: String, for session: ScriptSession
  ) throws -> Source {
    guard let plugin = old.plugin else { return try source(path, for: session) }
    guard plugin.plugin.origin != .builtIn else { return old }
    do throws(PluginError) {
      var selected = SelectedPlugin(try PluginCatalogue.plugin(atPath: path))
      for (name, value) in plugin.options.sorted(by: { $0.key < $1.key }) {
        try? selected.set(name, to: value.description)
      }
      return try source(selected, for: session)
    } catch {
      throw RuleLoadingError.script(Failure(error.description))
    }
  }

  /// A file that is loaded again, under whatever spelling of its path, takes its own place.
  private func add(_ source: Source) {
    if let index = sources.firstIndex(where: { $0.identity == source.identity }) {
      sources[index] = source
    } else {
      sources.append(source)
    }
  }

  private func apply(for session: ScriptSession) throws {
    isSettling = true
    defer { isSettling = false }
    var declarations = RuleDeclarations()
    let actions = RuleActions()
    for source in sources {
      declarations.append(source.declarations)
      if let session = source.session { actions.add(source.actions, of: session) }
    }
    declarations.replace(with: prompt.declarations)
    if let session = prompt.session { actions.add(prompt.actions, of: session) }
    actions.isStopped = { session.state.isInterrupted }
    let known = Set(bundle.aliases)
    let outcome = try session.state.whileInterruptible {
      try corpus.apply(declarations, actions: actions) {
        if session.state.isInterrupted || actions.isInterrupted {
          throw LuaError("interrupted", "interrupted")
        }
      }
    }
    failures += actions.failures
    remarks += try AliasRemarks.remarks(
      on: bundle.aliases.filter { !known.contains($0) }, in: corpus.snapshot)
    self.actions = actions
    newChanges = (newChanges ?? []) + outcome.changes
    if !outcome.tables.isEmpty {
      session.model.take(corpus.snapshot)
      for kind in CorpusModel.Kind.allCases
      where kind.isRenewed(by: outcome.tables, movingWords: outcome.movesWords) {
        session.state.renewRows(ofKind: kind.rawValue)
      }
    }
  }

  // MARK: - What happened

  /// What came of the plugins that were asked for.
  func pluginResults() throws -> [PluginResult] {
    guard !plugins.isEmpty else { return [] }
    var tally = PluginTally(plugins, bundle, failed: pluginFailures)
    try tally.add(snapshot)
    tally.add(failures)
    return tally.results
  }

  /// What changed since the last call, or `nil` where no rules were put in force.
  func takeChanges() -> [ExtractionChange]? {
    defer { newChanges = nil }
    if let newChanges { lastChanges = newChanges }
    return newChanges
  }

  /// What is odd about the rules put in force since the last call.
  func takeRemarks() -> [RuleFinding] {
    defer { remarks = [] }
    return remarks
  }

  /// Why actions failed since the last call.
  func takeFailures() -> [RuleActionFailure] {
    defer { failures = [] }
    return failures
  }
}

/// What tells whether a rule file has changed.
struct RuleFileStamp: Equatable {
  private let size: Int
  private let modified: Date

  /// The stamp of a file, or `nil` where there is none.
  init?(path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let size = attributes[.size] as? Int, let modified = attributes[.modificationDate] as? Date
    else { return nil }
    self.size = size
    self.modified = modified
  }
}

extension CorpusModel.Kind {
  /// Whether the rows of this kind may mean something else after tables changed.
  fileprivate func isRenewed(by tables: Set<CorpusTable>, movingWords: Bool) -> Bool {
    switch self {
    case .quote: tables.contains(.quotes)
    case .entity: tables.contains(.entities)
    case .mention: tables.contains(.mentions)
    case .figure: tables.contains(.figures)
    case .date: tables.contains(.dates)
    case .note: tables.contains(.notes)
    case .annotation: tables.contains(.annotations)
    case .zone: tables.contains(.zones)
    case .token, .sentence: movingWords
    case .query: !tables.isEmpty
    case .article, .corpus, .patternBuilder, .pattern, .match, .capture, .matchArticle: false
    }
  }
}
