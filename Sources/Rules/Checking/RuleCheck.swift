/// What came of one example of a rule.
public struct RuleCheck: Sendable, Hashable {
  /// Whether the promise is kept.
  public enum Verdict: String, Sendable, Hashable {
    /// It is.
    case passed
    /// It is not.
    case failed
    /// A `todo` that does not match yet; never a failure.
    case pending
    /// A `todo` that matches and may become one of the `matches`.
    case granted
  }

  /// The example.
  public var example: RuleExample
  /// Whether the promise is kept.
  public var verdict: Verdict
  /// What happened, in lower case and without a full stop: `does not match`.
  public var message: String
  /// The text with marks below it and advice, line by line; empty where all is well.
  public var details: [String]

  /// The place, the rule, the example and what happened, with the marked text below.
  ///
  ///     rules/military.lua:9: rule 'troop_count': matches[2] does not match
  ///         up to 30,000 American naval support soldiers in
  ///               ~~~~~~ n        ^ stopped here: …
  ///         try []{0,4}
  public var description: String {
    ([head] + details.map { "    \($0)" }).joined(separator: "\n")
  }

  /// The first line of the description.
  public var head: String { "\(example.place.description): \(summary)" }

  /// The rule, the example and what happened, without the place.
  public var summary: String {
    "rule '\(example.rule)': \(example.kind.rawValue)[\(example.position)] \(message)"
  }
}

/// The outcomes of all examples of a rule set.
public struct RuleReport: Sendable {
  /// The outcomes in order of the rules and their examples.
  public var checks: [RuleCheck] = []
  /// Names of rules without any example, in order.
  public var rulesWithoutExamples: [String] = []

  /// Whether every promise is kept.
  public var isSuccess: Bool { !checks.contains { $0.verdict == .failed } }

  /// How many examples came out so.
  public func count(_ verdict: RuleCheck.Verdict) -> Int {
    checks.count { $0.verdict == verdict }
  }
}
