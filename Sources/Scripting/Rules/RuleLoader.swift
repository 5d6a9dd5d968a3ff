public import Extraction
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
  /// Loads files in order, then plugins.
  ///
  /// All files see each other's lists, patterns and types. A plugin has lists and patterns of its own; types
  /// are common to all. A plugin that fails is left out and named in ``LoadedRules/pluginFailures``.
  ///
  /// - Parameters:
  ///   - paths: The files, which messages call by these paths.
  ///   - plugins: The plugins, with their options.
  ///   - knownTypes: Further types that `@TYPE` may name, because the corpus holds annotations of them.
  ///   - model: What finds statements beside the rules of the extraction.
  ///   - isTrusted: Whether the files are the analyst's own; otherwise they get no files and no system, as
  ///     plugins do.
  ///   - output: Receives what the files print.
  /// - Returns: The rules, ready to run.
  /// - Throws: ``RuleLoadingError`` for a file that cannot be read, a script that fails, or all faults in
  ///   what was declared.
  public static func load(
    _ paths: [String], plugins: [SelectedPlugin] = [], knownTypes: [String] = [],
    model: StatementModel = .embedded, isTrusted: Bool = true,
    output: @escaping (String) -> Void = { _ in }
  ) throws(RuleLoadingError) -> LoadedRules {
    var declarations = RuleDeclarations()
    var scripts: [LoadedScript] = []
    for (index, path) in paths.enumerated() {
      let script = try LoadedScript(path, number: index + 1, isTrusted: isTrusted, output: output)
      declarations.append(script.declarations)
      scripts.append(script)
    }
    var failures: [PluginError] = []
    let extensions = plugins.indices.compactMap { index -> (name: String, script: LoadedScript)? in
      do throws(PluginError) {
        let number = paths.count + index + 1
        return (
          plugins[index].plugin.name,
          try LoadedScript(plugins[index], number: number, output: output)
        )
      } catch {
        failures.append(error)
        return nil
      }
    }
    let types =
      knownTypes + declarations.rules.compactMap(\.type)
      + extensions.flatMap { $0.script.declarations.rules.compactMap(\.type) }
    for (name, script) in extensions {
      do throws(PluginError) {
        try LoadedScript.check(script.declarations, ofPlugin: name, knownTypes: types)
        declarations.append(script.declarations)
        scripts.append(script)
      } catch {
        failures.append(error)
      }
    }
    do throws(RuleFaults) {
      let bundle = try RuleBundle(declarations, knownTypes: types, tokenise: cut)
      let rules = try LoadedRules(
        bundle, scripts: scripts, beside: ExtractionOptions(model: model))
      rules.pluginFailures = failures
      return rules
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
