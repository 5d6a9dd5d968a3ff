internal import Extraction
internal import LuaHost
internal import NewsModel
internal import Rules
internal import Store

/// A corpus with rules in force: takes a change of the rules and runs again only what the change touches.
///
/// The corpus that it was made from is never changed: what rules add lives in a copy, made at the first
/// change.
final class RuledCorpus {
  /// The corpus with everything that rules found.
  private(set) var snapshot: CorpusSnapshot
  /// The rules in force.
  private(set) var bundle = RuleBundle.empty(tokenise: RuleLoader.cut)
  private var store: CorpusStore?
  /// The zones of articles of which rules took paragraphs for boilerplate, as they were before.
  private var originalZones: [String: [Zone]] = [:]
  /// What the stored results were made with, and whether the model of that is at hand.
  private var stored: (options: ExtractionOptions, hasModel: Bool)?
  private let model: StatementModel

  /// Creates a corpus without rules.
  ///
  /// - Parameters:
  ///   - snapshot: The articles.
  ///   - model: What found their statements; of a store that says what it was made with, the model at hand.
  init(_ snapshot: CorpusSnapshot, model: StatementModel) {
    self.snapshot = snapshot
    self.model = model
  }

  /// What came of a change.
  struct Outcome {
    var changes: [ExtractionChange] = []
    /// The tables whose rows are others now.
    var tables: Set<CorpusTable> = []
    /// Whether paragraphs may be cut otherwise.
    var movesWords = false
  }

  /// The types of the annotations that the corpus holds.
  func annotationTypes() throws -> [String] {
    let types = try snapshot.columns(of: .annotations).text("type")
    return types.values.sorted()
  }

  /// Puts other rules in force.
  ///
  /// - Parameters:
  ///   - declarations: What the rules, cues and aliases are from now on.
  ///   - actions: What the rules' actions do.
  ///   - check: Called for every article; throws to give up, which leaves everything as it was.
  /// - Returns: What appeared, changed and went.
  /// - Throws: ``RuleFaults``, what `check` throws, or what the store reports.
  func apply(
    _ declarations: RuleDeclarations, actions: RuleActions, check: () throws -> Void
  ) throws -> Outcome {
    let next = try RuleBundle(
      try typed(declarations), knownTypes: annotationTypes(), tokenise: RuleLoader.cut)
    let work = try RuleChangeWork(
      from: bundle, to: next, stored: try storedOptions())
    guard !work.isEmpty else {
      bundle = next
      return Outcome()
    }
    if let stored, !stored.hasModel, work.mayExtract {
      throw LuaError(
        "model", "these rules need the model that the store was built with",
        hint: "open it with the same --model FILE as sayso index had")
    }
    var outcome = Outcome()
    var rewrites: [CorpusStore.Rewrite] = []
    var zones = originalZones
    for row in 0..<(try snapshot.columns(of: .articles).count) {
      try check()
      let old = try snapshot.analysis(ofArticle: row)
      let result = work.run(on: old, originalZones: zones[old.article.id], actions: actions)
      try check()
      guard let result else { continue }
      outcome.changes += ExtractionChange.between(old, result.analysis)
      if result.isExtractedAnew {
        zones[old.article.id] = result.originalZones
        rewrites.append(.analysis(result.analysis))
        outcome.tables.formUnion(CorpusTable.allCases)
        outcome.movesWords =
          outcome.movesWords || result.analysis.article.zones != old.article.zones
      } else {
        rewrites.append(.annotations(old.article, result.analysis.annotations))
        outcome.tables.insert(.annotations)
      }
    }
    if !rewrites.isEmpty {
      let store = try store ?? snapshot.copy()
      // All columns that can be kept are read before the corpus changes.
      let kept = Set(CorpusTable.allCases).subtracting(outcome.tables)
      for table in kept { _ = try snapshot.columns(of: table) }
      try store.rewrite(rewrites)
      snapshot = try store.snapshot(after: snapshot, changed: outcome.tables)
      self.store = store
    }
    originalZones = zones
    bundle = next
    return outcome
  }

  /// Aliases with the kind of what they stand for, where the corpus knows it.
  private func typed(_ declarations: RuleDeclarations) throws -> RuleDeclarations {
    guard declarations.aliases.contains(where: { $0.type == nil }) else { return declarations }
    var declarations = declarations
    let entities = try snapshot.columns(of: .entities)
    let (names, types) = (try entities.text("name"), try entities.text("type"))
    for index in declarations.aliases.indices where declarations.aliases[index].type == nil {
      let name = declarations.aliases[index].entity
      let row = (0..<names.count).first { names[$0] == name }
      declarations.aliases[index].type = row.flatMap { types[$0] }
    }
    return declarations
  }

  /// What the articles were analysed with.
  func storedOptions() throws -> ExtractionOptions {
    if let stored { return stored.options }
    let found = StoredOptions.options(
      from: try snapshot.meta()[StoredOptions.key], model: model)
    stored = found
    return found.options
  }
}
