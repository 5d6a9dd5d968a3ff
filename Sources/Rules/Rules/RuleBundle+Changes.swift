/// Telling what a change of the rules touches, so that only that is run again.
extension RuleBundle {
  /// The names of the rules whose matches may differ: those that were added, removed or altered, all that
  /// compete with them, and all that read what they emit, and so on.
  ///
  /// - Complexity: O(rules²) at worst.
  public func rulesTouched(since other: RuleBundle) -> Set<String> {
    let (now, before) = (Self.content(of: rules), Self.content(of: other.rules))
    let both = rules + other.rules
    var touched = Set(both.map(\.name).filter { now[$0] != before[$0] })
    // Rules of one layer and priority compete by their order.
    if rules.map(\.name).filter({ before[$0] != nil })
      != other.rules.map(\.name).filter({ now[$0] != nil })
    {
      touched.formUnion(both.map(\.name))
    }
    guard !touched.isEmpty else { return [] }
    var grew = true
    while grew {
      grew = false
      let layers = Set(both.filter { touched.contains($0.name) }.map(\.layer))
      let types = Set(both.filter { touched.contains($0.name) }.compactMap { $0.emission?.type })
      for rule in both where !touched.contains(rule.name) {
        if layers.contains(rule.layer) || rule.readTypes.contains(where: types.contains) {
          touched.insert(rule.name)
          grew = true
        }
      }
    }
    return touched
  }

  /// Rules without what does not decide over matches: where they stand, and their examples.
  private static func content(of rules: [Rule]) -> [String: Rule] {
    Dictionary(
      rules.map { rule in
        var rule = rule
        (rule.file, rule.line) = ("", 0)
        (rule.matches, rule.rejects, rule.wishes) = ([], [], [])
        return (rule.name, rule)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The bundle with some of its rules only, and everything else.
  public func keeping(_ names: Set<String>) -> RuleBundle {
    var bundle = self
    bundle.rules.removeAll { !names.contains($0.name) }
    return bundle
  }
}
