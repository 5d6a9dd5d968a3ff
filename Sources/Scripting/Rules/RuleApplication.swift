public import Extraction
public import Rules
public import Store

/// Rule files and plugins in force on a corpus without a prompt.
public struct RuleApplication {
  /// The corpus with everything that the rules find.
  public var snapshot: CorpusSnapshot
  /// The names that patterns may use: the lists, definitions and types of the rules, and the types of the
  /// annotations that the corpus holds.
  public var environment: PatternEnvironment
  /// Why actions failed, in the order of the articles.
  public var failures: [RuleActionFailure]
  /// What came of the plugins.
  public var plugins: [PluginResult]

  /// Runs rules on a corpus, which is not changed itself.
  ///
  /// - Parameters:
  ///   - sources: The files and plugins; none means the corpus as it is.
  ///   - snapshot: The corpus.
  ///   - model: What found its statements.
  /// - Throws: ``RuleLoadingError``, or what the store reports.
  public init(
    _ sources: RuleSources, to snapshot: CorpusSnapshot, model: StatementModel = .embedded
  ) throws {
    let desk = RuleDesk(snapshot, model: model)
    if !sources.isEmpty {
      let session = try ScriptSession(snapshot, script: nil, desk: desk, output: { _ in })
      try session.load(rules: sources)
    }
    self.snapshot = desk.snapshot
    environment = desk.environment
    failures = desk.takeFailures()
    plugins = try desk.pluginResults()
  }
}
