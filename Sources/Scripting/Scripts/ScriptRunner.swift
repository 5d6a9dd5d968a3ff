public import Extraction
internal import Foundation
internal import LuaHost
public import Reporting
public import Store

/// What came of a script.
public struct ScriptResult: Sendable {
  /// What the script returned, ready to be shown; `nil` if it returned nothing.
  public var value: Echo?
  /// What the script returned as a table, for formats that know nothing else.
  public var table: Table?
  /// Why it failed, or `nil`.
  public var failure: Failure?
  /// What went wrong without stopping it: actions of rules that failed.
  public var warnings: [String] = []

  /// What came of the plugins that were asked for.
  public var plugins: [PluginResult] = []

  /// What the script gave `os.exit`, or `nil` where it ran to its end.
  public var chosenExitCode: Int32?

  /// What a program gives back for it: 0, 1 for a failure, 130 for an interruption, or what the script chose.
  public var exitCode: Int32 {
    guard let failure else { return chosenExitCode ?? 0 }
    return failure.isInterruption ? 130 : 1
  }
}

/// Runs Lua scripts on a corpus.
public struct ScriptRunner: Sendable {
  /// The corpus.
  public let snapshot: CorpusSnapshot
  /// Bytes of memory that a script may use.
  public var memory = 1 << 30
  /// Seconds of CPU time that a script may use, 0 for as many as it takes.
  public var seconds = 0.0

  /// Rule files and plugins that are in force while a script runs.
  public var rules: RuleSources = []
  /// What found the statements of the corpus, for articles that rules have analysed again.
  public var model: StatementModel = .embedded

  /// Creates a runner.
  public init(on snapshot: CorpusSnapshot) { self.snapshot = snapshot }

  /// Runs a script file.
  ///
  /// Ctrl-C stops it. A first line that begins with `#!` is skipped; `arg` holds the arguments, as does
  /// `...`; `require` finds modules beside the script.
  ///
  /// - Parameters:
  ///   - path: The script.
  ///   - arguments: Its arguments.
  ///   - output: Receives what the script prints.
  /// - Returns: Its value, or why it failed.
  public func run(
    file path: String, arguments: [String] = [], output: @escaping (String) -> Void
  ) -> ScriptResult {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      return ScriptResult(failure: Failure("the script '\(path)' cannot be read"))
    }
    guard let source = String(validating: bytes, as: UTF8.self) else {
      return ScriptResult(failure: Failure("the script '\(path)' is not UTF-8 text"))
    }
    return run(source, named: "@" + path, script: path, arguments, output)
  }

  /// Evaluates an expression or a pattern between slashes, or runs statements: `sayso -e`.
  public func evaluate(
    _ source: String, arguments: [String] = [], output: @escaping (String) -> Void
  ) -> ScriptResult {
    run(
      LuaInterpreter.lua(source), named: "=(command line)", script: nil, arguments, output,
      isShown: LuaInterpreter.pattern(source) == nil)
  }

  private func run(
    _ source: String, named name: String, script: String?, _ arguments: [String],
    _ output: @escaping (String) -> Void, isShown: Bool = true
  ) -> ScriptResult {
    LuaThread.run {
      do {
        let desk = RuleDesk(snapshot, model: model)
        let session = try ScriptSession(
          snapshot, script: script, limits: LuaLimits(memory: memory, seconds: seconds),
          desk: desk, output: output)
        defer { withExtendedLifetime(desk) {} }
        try session.set(arguments: arguments, script: script)
        try session.load(rules: rules)
        let values = arguments.map { LuaValue.string($0) }
        let results = try session.state.interrupt.whileCatchingSIGINT {
          try session.run(source, named: name, arguments: values, isExpression: script == nil)
        }
        try desk.settle(session)
        let first = results.first ?? .nil
        let plugins = try desk.pluginResults()
        return ScriptResult(
          value: try session.tables.echo(first), table: try session.tables.table(first),
          warnings: desk.takeFailures().map(\.description), plugins: plugins)
      } catch let error as RuleLoadingError {
        return ScriptResult(failure: error.failure)
      } catch let error as LuaError where error.exitCode != nil {
        return ScriptResult(chosenExitCode: error.exitCode)
      } catch let error as LuaError {
        return ScriptResult(
          failure: Failure(error, source: isShown ? source : "", script: script))
      } catch {
        return ScriptResult(failure: Failure("\(error)"))
      }
    }
  }
}
