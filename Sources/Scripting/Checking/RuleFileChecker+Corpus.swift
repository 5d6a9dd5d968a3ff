internal import Rules
public import Store

extension RuleFileChecker {
  /// Says what is odd about the patterns of rule files in view of a corpus: words and lemmas that do not
  /// occur, lists with entries that occur nowhere, captures that nothing uses, a first element that nearly
  /// everything matches, aliases for articles that are not there.
  ///
  /// The rules run on the corpus first, so that a type that one of them emits counts where another reads it.
  ///
  /// - Parameters:
  ///   - paths: The rule files, which are used together.
  ///   - snapshot: The corpus; it is not changed.
  /// - Returns: Remarks, none of them an error; none for files that cannot be used, which ``check(_:output:)``
  ///   names.
  /// - Throws: What the store reports; ``RuleLoadingError`` where Ctrl-C stopped a file.
  public static func remarks(
    _ paths: [String], on snapshot: CorpusSnapshot
  ) throws -> [RuleFinding] {
    let desk = RuleDesk(snapshot)
    do {
      let session = try ScriptSession(snapshot, script: nil, desk: desk, output: { _ in })
      try session.load(rules: RuleSources(paths: paths))
    } catch let error as RuleLoadingError {
      if error.failure.isInterruption { throw error }
      return []
    } catch is PluginError {
      return []
    }
    let linter = PatternLinter(try CorpusCounts(desk.snapshot))
    let bundle = desk.bundle
    var findings: [RuleFinding] = []
    var seen: Set<String> = []
    func add(_ remarks: [PatternError], _ place: RulePlace, _ owner: String, rule: String?) {
      for remark in remarks {
        // What many patterns share, as the words of a list, is said once.
        if remark.message.hasPrefix("words of $"), !seen.insert(remark.message).inserted {
          continue
        }
        var finding = RuleFinding(RuleFault(remark, patternAt: place, of: owner))
        (finding.severity, finding.rule) = (.info, rule)
        findings.append(finding)
      }
    }
    for (rule, declared) in zip(bundle.rules, bundle.declarations.rules) {
      let remarks = linter.remarks(
        on: rule.pattern, isRule: true, usedCaptures: usedCaptures(of: rule))
      add(remarks, declared.patternPlace, "rule '\(rule.name)'", rule: rule.name)
    }
    for boilerplate in bundle.boilerplate {
      add(linter.remarks(on: boilerplate.pattern), boilerplate.place, "boilerplate", rule: nil)
    }
    return try findings + AliasRemarks.remarks(on: bundle.aliases, in: desk.snapshot)
  }

  /// The captures that something is made of, or `nil` where an action may use any.
  private static func usedCaptures(of rule: Rule) -> Set<String>? {
    guard rule.action == nil else { return nil }
    guard let emission = rule.emission else { return [] }
    var used = Set(emission.attributes.compactMap(\.source.capture))
    if let span = emission.span { used.insert(span) }
    if emission.type == "QUOTE" { used.formUnion(["source", "cue", "content"]) }
    return used
  }
}

extension Emission.Source {
  /// The capture that the value comes from.
  fileprivate var capture: String? {
    switch self {
    case .constant: nil
    case .captureText(let name), .capture(let name, _): name
    }
  }
}
