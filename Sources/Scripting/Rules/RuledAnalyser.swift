public import NewsModel
public import Rules

/// Analyses articles with rules that were loaded, actions included: the whole way from text to results.
///
/// It is used by one thread at a time; for several, see ``RuledAnalyserPool``.
public final class RuledAnalyser {
  /// The rules.
  public let rules: LoadedRules

  /// Creates an analyser.
  public init(_ rules: LoadedRules) { self.rules = rules }

  /// Analyses one article.
  ///
  /// - Complexity: about linear in the length of the text.
  public func analyse(_ article: Article) -> Analysis {
    analyse(article).analysis
  }

  /// Analyses one article, and tells what became of each match.
  public func analyse(_ article: Article) -> (analysis: Analysis, run: RuleRun) {
    let actions = rules.actions
    return rules.extraction.analyse(article) { rule, match, text, analysis in
      actions.outcome(of: rule, match: match, text: text, analysis: analysis)
    }
  }
}
