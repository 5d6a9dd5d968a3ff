public import NewsModel

/// What came of one run of a rule set over one article.
public struct RuleRun: Sendable {
  /// A match with its fate.
  public struct Hit: Sendable, Hashable {
    /// Index of the rule in its set.
    public var rule: Int
    /// The match.
    public var match: PatternMatch
    /// The rule that took the place, for a match that lost.
    public var beatenBy: Int?
    /// What was added, for a match that won and that the action let through.
    public var annotation: Annotation?
    /// Why the rule's action failed here, or `nil`.
    public var failure: String?
    /// Whether the rule's action turned the match down.
    public var isDropped = false

    /// Whether the match counts: it won, and the rule's action let it through.
    public var counts: Bool { beatenBy == nil && failure == nil && !isDropped }
  }

  /// All matches in order of their place, losers included.
  public var hits: [Hit] = []
}

/// What the action of a rule makes of a match.
public enum ActionOutcome: Sendable {
  /// The match counts, with these attributes on top.
  case keep([String: AttributeValue])
  /// The match does not count.
  case drop
  /// The action failed; the match does not count.
  case failed(String)
}
