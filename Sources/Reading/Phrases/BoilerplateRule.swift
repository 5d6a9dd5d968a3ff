/// What a boilerplate phrase says about the line it stands in.
struct BoilerplateRule: Sendable {
  /// Where the outlet's own name stands, if the phrase says it.
  enum OutletPosition {
    case nowhere
    /// The words from the start of the line to the phrase.
    case before
    /// The phrase's `{name}`.
    case inside
  }

  /// The class of boilerplate, as `Zone.reason` gives it.
  var reason: String
  /// Lines with more words than this are not judged by the phrase.
  var longestLine: Int
  /// Whether such a line usually stands below the article, so that what follows is not the article.
  var endsArticle: Bool
  /// Whether the line counts as boilerplate only above and below the reporting, not amid it.
  var onlyAtEdges: Bool
  /// Whether such a line is a label, never a sentence with a full stop.
  var isLabel: Bool
  /// Where the outlet is named.
  var outlet: OutletPosition
  /// How much the outlet is to be believed against others, 3 most.
  var outletRank: Int
}

extension BoilerplateRule {
  /// A headline of another article, known by its place rather than by a phrase.
  static let relatedHeadline = BoilerplateRule(
    reason: "related-headline", longestLine: .max, endsArticle: false, onlyAtEdges: false,
    isLabel: false, outlet: .nowhere, outletRank: 0)

  /// A line of dashes, stars or dots.
  static let separator = BoilerplateRule(
    reason: "separator", longestLine: 0, endsArticle: false, onlyAtEdges: false,
    isLabel: false, outlet: .nowhere, outletRank: 0)
}

/// Phrases of one class, written as `Phrase` describes.
struct BoilerplateGroup {
  var reason: String
  var longestLine = 14
  var endsArticle = false
  var onlyAtEdges = false
  var isLabel = false
  var outlet = BoilerplateRule.OutletPosition.nowhere
  var outletRank = 0
  var phrases: [String]

  /// The phrases ready for a table.
  var entries: [(Phrase, BoilerplateRule)] {
    let rule = BoilerplateRule(
      reason: reason, longestLine: longestLine, endsArticle: endsArticle, onlyAtEdges: onlyAtEdges,
      isLabel: isLabel, outlet: outlet, outletRank: outletRank)
    return phrases.map { (Phrase($0), rule) }
  }
}
