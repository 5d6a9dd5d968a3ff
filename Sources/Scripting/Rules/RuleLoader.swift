internal import Foundation
internal import Language
internal import LuaHost
internal import NewsModel
public import Rules
internal import Store

/// Reads rule files, which are Lua scripts that call `rule`, `list`, `define`, `cue`, `alias` and
/// `boilerplate`.
///
///     let rules = try RuleLoader.load(["rules/military.lua"])
///     rules.bundle.rules.map(\.name)          // ["troop_count"]
///     rules.bundle.examples                   // what each must and must not match, with file and line
///     let analysis = RuledAnalyser(rules).analyse(article)
public enum RuleLoader {
  /// Loads files in order; all of them see each other's lists, patterns and types.
  ///
  /// - Parameters:
  ///   - paths: The files, which messages call by these paths.
  ///   - knownTypes: Further types that `@TYPE` may name, because the corpus holds annotations of them.
  ///   - isTrusted: Whether the files are the analyst's own; otherwise they get no files and no system, as
  ///     plugins do.
  ///   - output: Receives what the files print.
  /// - Returns: The rules, ready to run.
  /// - Throws: ``RuleLoadingError`` for a file that cannot be read, a script that fails, or all faults in
  ///   what was declared.
  public static func load(
    _ paths: [String], knownTypes: [String] = [], isTrusted: Bool = true,
    output: @escaping (String) -> Void = { _ in }
  ) throws(RuleLoadingError) -> LoadedRules {
    var declarations = RuleDeclarations()
    var scripts: [LoadedScript] = []
    for (index, path) in paths.enumerated() {
      let script = try LoadedScript(path, number: index + 1, isTrusted: isTrusted, output: output)
      declarations.append(script.declarations)
      scripts.append(script)
    }
    do throws(RuleFaults) {
      let bundle = try RuleBundle(declarations, knownTypes: knownTypes, tokenise: cut)
      return try LoadedRules(bundle, scripts: scripts)
    } catch {
      throw .faults(error)
    }
  }

  /// Cuts a literal as the text of articles is cut.
  static let cut: @Sendable (String) -> [String] = { literal in
    let tokens = Tokeniser().tokenise(literal)
    return (0..<tokens.count).map(tokens.word)
  }
}

/// Why rule files could not be loaded.
public enum RuleLoadingError: Error, CustomStringConvertible {
  /// A file cannot be read, or its script failed.
  case script(Failure)
  /// What the files declare is faulty.
  case faults(RuleFaults)

  /// The error as the prompt and the command line show it.
  public var failure: Failure {
    switch self {
    case .script(let failure): failure
    case .faults(let faults): Failure(faults.description)
    }
  }

  /// The error in words, with its place.
  public var description: String {
    let failure = failure
    let place = failure.location.map { "\($0.file ?? "prompt"):\($0.line): " } ?? ""
    return place + failure.message + (failure.hint.map { "\n    \($0)" } ?? "")
  }
}

/// A rule file that has run: what it declares, and the Lua state in which its actions live.
final class LoadedScript {
  let path: String
  let declarations: RuleDeclarations
  let actions: [Int: LuaFunction]
  let session: ScriptSession

  init(
    _ path: String, number: Int, isTrusted: Bool, output: @escaping (String) -> Void
  ) throws(RuleLoadingError) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .script(Failure("the rule file '\(path)' cannot be read"))
    }
    guard let source = String(validating: bytes, as: UTF8.self) else {
      throw .script(Failure("the rule file '\(path)' is not UTF-8 text"))
    }
    self.path = path
    let collector = RuleCollector(number: number)
    do {
      let snapshot = try CorpusStore.inMemory().snapshot()
      session = try ScriptSession(
        snapshot, script: path, limits: LuaLimits(seconds: isTrusted ? 0 : 10),
        trust: isTrusted ? .script : .plugin, rules: collector, output: output)
      let session = session
      try LuaThread.run {
        try session.state.interrupt.whileCatchingSIGINT {
          _ = try session.run(source, named: "@" + path, isExpression: false)
        }
      }
    } catch let error as LuaError {
      throw .script(Failure(error, source: source, script: path))
    } catch {
      throw .script(Failure("\(error)"))
    }
    (declarations, actions) = collector.take()
  }
}
