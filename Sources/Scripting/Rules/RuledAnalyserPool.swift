internal import Extraction
public import NewsModel
public import Rules
public import Store
internal import Synchronization

/// Analyses articles with rules on several threads: each thread has the rules loaded for itself.
public final class RuledAnalyserPool: Sendable {
  /// What the files declare.
  public let bundle: RuleBundle
  /// Plugins that could not be loaded and were left out.
  public let pluginFailures: [PluginError]
  private let sources: RuleSources
  // Safe: an analyser is out of the list while a thread uses it.
  private struct Idle: @unchecked Sendable { var analysers: [RuledAnalyser] }
  private let idle: Mutex<Idle>
  private let noted = Mutex<[RuleActionFailure]>([])
  private let tally: Mutex<PluginTally>

  /// Loads rule files and plugins.
  ///
  /// - Throws: ``RuleLoadingError``.
  public init(_ sources: RuleSources, output: @escaping (String) -> Void = { _ in })
    throws(RuleLoadingError)
  {
    let rules = try RuleLoader.load(sources, output: output)
    self.sources = sources
    bundle = rules.bundle
    pluginFailures = rules.pluginFailures
    tally = Mutex(PluginTally(sources.plugins, rules.bundle, failed: rules.pluginFailures))
    idle = Mutex(Idle(analysers: [RuledAnalyser(rules)]))
  }

  /// Analyses one article; on any thread.
  public func analyse(_ article: Article) -> Analysis {
    let known = idle.withLock { $0.analysers.popLast() }
    // The files loaded once; should one have become faulty since, the article goes without rules.
    guard let analyser = known ?? (try? RuledAnalyser(RuleLoader.load(sources))) else {
      return ArticleAnalyser(options: bundle.extractionOptions).analyse(article)
    }
    let before = analyser.rules.failures.count
    let analysis: Analysis = analyser.analyse(article)
    let failures = analyser.rules.failures.dropFirst(before)
    if !failures.isEmpty { noted.withLock { $0 += failures } }
    if !sources.plugins.isEmpty {
      tally.withLock { tally in
        tally.add(analysis)
        tally.add(Array(failures))
      }
    }
    idle.withLock { $0.analysers.append(analyser) }
    return analysis
  }

  /// Why actions failed, by article and rule.
  public var failures: [RuleActionFailure] {
    noted.withLock { $0 }.sorted {
      ($0.article, $0.rule, $0.message) < ($1.article, $1.rule, $1.message)
    }
  }

  /// What came of the plugins so far.
  public var pluginResults: [PluginResult] { tally.withLock { $0.results } }

  /// Writes into a store what its articles were analysed with, so that the prompt can do it again.
  public func keepOptions(in store: CorpusStore) throws {
    try store.keep(StoredOptions.text(bundle.extractionOptions), as: StoredOptions.key)
  }
}

/// Puts rule files in force on a corpus without a prompt.
public enum RuleApplication {
  /// The corpus with everything that the rules find, why actions failed, and what came of plugins.
  ///
  /// The corpus itself is not changed.
  ///
  /// - Throws: ``RuleLoadingError``, or what the store reports.
  public static func apply(
    _ sources: RuleSources, to snapshot: CorpusSnapshot
  ) throws -> (
    snapshot: CorpusSnapshot, failures: [RuleActionFailure], plugins: [PluginResult]
  ) {
    guard !sources.isEmpty else { return (snapshot, [], []) }
    let desk = RuleDesk(snapshot)
    let session = try ScriptSession(snapshot, script: nil, desk: desk, output: { _ in })
    try session.load(rules: sources)
    let plugins = try desk.pluginResults()
    return (desk.snapshot, desk.takeFailures(), plugins)
  }
}
