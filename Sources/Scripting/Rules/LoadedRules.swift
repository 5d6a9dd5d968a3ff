internal import Extraction
internal import LuaHost
public import NewsModel
public import Rules

/// Rules that can run: a bundle, and the Lua functions that are its actions.
///
/// It is used by one thread at a time; several threads load the same files each for itself.
public final class LoadedRules {
  /// What the files declare.
  public var bundle: RuleBundle { extraction.bundle }
  let extraction: RuledExtraction
  let actions: RuleActions

  /// Plugins that could not be loaded and were left out.
  public internal(set) var pluginFailures: [PluginError] = []

  /// Why actions failed, in the order of the articles; each names rule and article.
  public var failures: [RuleActionFailure] { actions.failures }

  convenience init(
    _ bundle: RuleBundle, scripts: [LoadedScript], beside options: ExtractionOptions
  ) throws(RuleFaults) {
    let actions = RuleActions()
    for script in scripts { actions.add(script.actions, of: script.session) }
    try self.init(bundle, actions: actions, beside: options)
  }

  init(
    _ bundle: RuleBundle, actions: RuleActions, beside options: ExtractionOptions
  ) throws(RuleFaults) {
    self.actions = actions
    extraction = try RuledExtraction(bundle, beside: options)
  }

  /// Runs the rules on an article whose extraction is done, and adds what they emit.
  ///
  /// An action that fails is noted in ``failures`` and stops nothing.
  ///
  /// - Returns: All matches, losers and failures included.
  @discardableResult
  public func run(on analysis: inout Analysis) -> RuleRun {
    let actions = actions
    return extraction.run(on: &analysis) { rule, match, text, analysis in
      actions.outcome(of: rule, match: match, text: text, analysis: analysis)
    }
  }
}

/// Why the action of a rule failed.
public struct RuleActionFailure: Hashable, Sendable, CustomStringConvertible {
  /// The rule's name.
  public var rule: String
  /// The article's id.
  public var article: String
  /// What went wrong, with the place in the script.
  public var message: String

  /// The failure in one line.
  public var description: String {
    // The rules of a plugin are called PLUGIN/RULE.
    let parts = rule.split(separator: "/", maxSplits: 1)
    let owner =
      parts.count == 2 ? "plugin '\(parts[0])', rule '\(parts[1])'" : "rule '\(rule)'"
    return "\(owner), article \(article): \(message)"
  }
}

/// The actions of rules by their numbers, each in the state that it belongs to.
final class RuleActions {
  private var functions: [Int: (function: LuaFunction, session: ScriptSession)] = [:]
  /// What failed.
  private(set) var failures: [RuleActionFailure] = []
  /// Whether the analyst asked to stop while an action ran.
  private(set) var isInterrupted = false

  /// Whether the analyst asked to stop meanwhile.
  var isStopped: () -> Bool = { false }

  func add(_ actions: [Int: LuaFunction], of session: ScriptSession) {
    for (number, function) in actions { functions[number] = (function, session) }
  }

  /// Forgets the failures, before a new run.
  func forgetFailures() {
    failures = []
    isInterrupted = false
  }

  /// `rules/military.lua:9: `, or nothing.
  private func place(of error: LuaError, _ session: ScriptSession) -> String {
    guard error.place != nil else { return "" }
    let failure = Failure(error, source: "", script: session.path)
    return failure.location.map { "\($0.file ?? "prompt"):\($0.line): " } ?? ""
  }

  func outcome(
    of rule: Rule, match: PatternMatch, text: MatchText, analysis: Analysis
  ) -> ActionOutcome {
    guard !isInterrupted, !isStopped(),
      let (function, session) = rule.action.flatMap({ functions[$0] })
    else {
      return .keep([:])
    }
    do throws(LuaError) {
      return try session.model.matches.outcome(
        of: function, in: session.state, rule: rule, match: match, text: text, analysis: analysis)
    } catch {
      isInterrupted = isInterrupted || error.isInterruption
      let message =
        error.kind == "budget"
        ? "its action does not end: stopped after \(MatchRows.instructions) instructions"
        : place(of: error, session) + error.message
      failures.append(
        RuleActionFailure(
          rule: rule.name, article: analysis.article.id,
          message: message + (error.hint.map { " (\($0))" } ?? "")))
      return .failed(message)
    }
  }
}
