internal import LuaHost
internal import Rules

extension RuleDesk {
  /// Explains what a rule in force makes of a text.
  ///
  /// - Parameters:
  ///   - text: The text; the marks of an example are taken out.
  ///   - name: The rule's name; of a plugin's rule also without the plugin in front.
  /// - Returns: The text with marks below it, and what would help where the rule does not match.
  /// - Throws: ``LuaError`` where there is no such rule.
  func why(_ text: String, rule name: String) throws -> String {
    let names = bundle.rules.map(\.name)
    guard
      let index = names.firstIndex(of: name)
        ?? names.firstIndex(where: { $0.hasSuffix("/" + name) })
    else {
      throw LuaError(
        "not_found", "there is no rule '\(name)'",
        hint: LuaHost.NearestName.hint(for: name, among: names)
          ?? ".rules lists the rules in force")
    }
    let rules = try LoadedRules(bundle, actions: actions, beside: storedOptions())
    let analyser = RuledAnalyser(rules)
    let checker = RuleChecker(bundle) { analyser.analyse(ExampleArticle.article($0)) }
    let plain = (try? MarkedExample(text))?.text ?? text
    // What failed belongs to the example, not to the articles.
    defer { actions.forgetFailures() }
    return checker.why(plain, rule: index).lines.joined(separator: "\n")
  }
}
