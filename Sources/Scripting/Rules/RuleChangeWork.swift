internal import Extraction
internal import NewsModel
internal import Rules

/// What has to be done to an article when one bundle of rules takes the place of another.
struct RuleChangeWork {
  /// What was done to one article.
  struct Result {
    var analysis: Analysis
    /// Whether more than annotations may differ.
    var isExtractedAnew: Bool
    /// The zones before rules took any for boilerplate, where they did.
    var originalZones: [Zone]?
  }

  /// All rules, cues and aliases, for articles that are analysed again.
  private let whole: RuledExtraction
  /// The rules that may give other matches, for articles whose extraction stands.
  private let part: RuledExtraction
  private let touched: Set<String>
  /// The names of all rules of both bundles, as annotations have them.
  private let ownNames: Set<String>
  private let touchedNames: Set<String>
  /// Cues and aliases that were added or removed.
  private let differences: ExtractionOptions
  private let changesBoilerplate: Bool
  private let newBoilerplate: BoilerplateMarker?

  init(from old: RuleBundle, to new: RuleBundle, stored: ExtractionOptions) throws {
    touched = new.rulesTouched(since: old)
    whole = try RuledExtraction(new, beside: stored)
    part = try RuledExtraction(new.keeping(touched), beside: stored)
    ownNames = Set((old.rules + new.rules).map { "rule \($0.name)" }).union([AliasPlaces.by])
    touchedNames = Set(touched.map { "rule \($0)" })
    differences = new.extractionOptions.differences(from: old.extractionOptions)
    let emitted = (old.rules + new.rules).filter { [touched] in touched.contains($0.name) }
    changesBoilerplate = old.boilerplate.map(\.pattern) != new.boilerplate.map(\.pattern)
    newBoilerplate =
      changesBoilerplate && !new.boilerplate.isEmpty
      ? try BoilerplateMarker(new.boilerplate.map(\.pattern)) : nil
    mayExtract =
      differences != ExtractionOptions() || changesBoilerplate
      || emitted.contains { RuleProducts.types.contains($0.emission?.type ?? "") }
  }

  /// Whether nothing differs.
  var isEmpty: Bool {
    touched.isEmpty && differences == ExtractionOptions() && !changesBoilerplate
  }

  /// Whether articles may have to be analysed from their text again.
  let mayExtract: Bool

  /// Does it to one article, or gives `nil` where it cannot differ.
  func run(
    on old: Analysis, originalZones: [Zone]?, actions: RuleActions
  ) -> Result? {
    let act: RuledExtraction.Action = { rule, match, text, analysis in
      actions.outcome(of: rule, match: match, text: text, analysis: analysis)
    }
    if needsExtraction(old, originalZones) {
      var article = old.article
      if let originalZones { article.zones = originalZones }
      var analysis = whole.extract(article)
      // What other rules made, when the store was indexed, stays.
      analysis.annotations += old.annotations.filter { !ownNames.contains($0.by) }
      whole.run(on: &analysis, action: act)
      let isMarked = analysis.article.zones != article.zones
      return Result(
        analysis: analysis, isExtractedAnew: true, originalZones: isMarked ? article.zones : nil)
    }
    guard !touched.isEmpty else { return nil }
    var analysis = old
    analysis.annotations.removeAll { touchedNames.contains($0.by) }
    let counts = (
      analysis.mentions.count, analysis.quotes.count, analysis.figures.count,
      analysis.entities.count
    )
    part.run(on: &analysis, action: act)
    let isRicher =
      counts != (
        analysis.mentions.count, analysis.quotes.count, analysis.figures.count,
        analysis.entities.count
      )
    if !isRicher, analysis.annotations == old.annotations { return nil }
    return Result(
      analysis: analysis, isExtractedAnew: isRicher, originalZones: originalZones)
  }

  /// Whether the article must be analysed from its text again.
  private func needsExtraction(_ old: Analysis, _ originalZones: [Zone]?) -> Bool {
    if differences != ExtractionOptions(),
      differences.mayConcern(old.tokens, articleID: old.article.id)
    {
      return true
    }
    if changesBoilerplate {
      if originalZones != nil { return true }
      if newBoilerplate?.marked(old) != nil { return true }
    }
    // A name or statement that a rule made can only be taken away with everything that followed from it.
    return old.annotations.contains {
      touchedNames.contains($0.by) && RuleProducts.types.contains($0.type)
    }
  }
}
