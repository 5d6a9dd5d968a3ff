import NewsModel

/// Matches many patterns against one article after another.
///
/// Rules come out as if each ran alone: matches of one rule do not overlap, the leftmost first. Each
/// text is read once from every token by one automaton (``ScanAutomaton``), which dies at once at nearly
/// all of them; what it finds is confirmed with captures, lookarounds and conditions
/// (``MatchConfirmer``) where a pattern has any.
///
/// The matcher learns words and states as it goes, and is therefore used by one thread at a time.
///
/// - Complexity: linear in tokens × length of the scope; no pattern takes exponential time.
public final class PatternMatcher {
  private var core: MatcherCore

  /// Compiles patterns.
  ///
  /// - Throws: ``PatternError`` where a pattern is too large.
  public init(_ patterns: [Pattern]) throws(PatternError) { core = try MatcherCore(patterns) }

  /// All matches in a text, sorted by first token, then rule.
  public func matches(in text: MatchText) -> [PatternMatch] { core.matches(in: text) }

  /// Hands on the matches of the only pattern that begin at some of the tokens.
  ///
  /// - Parameters:
  ///   - text: The text; where it is the same object as last time, nothing is made ready anew.
  ///   - starts: Where to look, in order and not overlapping: all places where a match may begin.
  ///   - needsCaptures: Whether captures are asked for; without, they are left out where they decide
  ///     nothing.
  ///   - body: Gets each match in order; it may not use the matcher.
  func matches(
    in text: QueryText, starts: [Range<Int>], needsCaptures: Bool, _ body: (PatternMatch) -> Void
  ) {
    core.matches(in: text, starts: starts, needsCaptures: needsCaptures, body)
  }
}
