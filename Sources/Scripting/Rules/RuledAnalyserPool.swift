public import Extraction
public import NewsModel
public import Rules
internal import Synchronization

/// Analyses articles with rules on several threads: each thread has the rules loaded for itself.
public final class RuledAnalyserPool: Sendable {
  /// What the files declare.
  public let bundle: RuleBundle
  /// Plugins that could not be loaded and were left out.
  public let pluginFailures: [PluginError]
  private let sources: RuleSources
  private let model: StatementModel
  // Safe: an analyser is out of the list while a thread uses it.
  private struct Idle: @unchecked Sendable { var analysers: [RuledAnalyser] }
  private let idle: Mutex<Idle>
  private let noted = Mutex<[RuleActionFailure]>([])
  private let tally: Mutex<PluginTally>

  /// Loads rule files and plugins.
  ///
  /// - Parameters:
  ///   - sources: The files and plugins.
  ///   - model: What finds statements beside the rules of the extraction.
  ///   - output: Receives what they print.
  /// - Throws: ``RuleLoadingError``.
  public init(
    _ sources: RuleSources, model: StatementModel = .embedded,
    output: @escaping (String) -> Void = { _ in }
  ) throws(RuleLoadingError) {
    let rules = try RuleLoader.load(sources, model: model, output: output)
    self.sources = sources
    self.model = model
    bundle = rules.bundle
    pluginFailures = rules.pluginFailures
    tally = Mutex(PluginTally(sources.plugins, rules.bundle, failed: rules.pluginFailures))
    idle = Mutex(Idle(analysers: [RuledAnalyser(rules)]))
  }

  /// Analyses one article; on any thread.
  public func analyse(_ article: Article) -> Analysis {
    let known = idle.withLock { $0.analysers.popLast() }
    // The files loaded once; should one have become faulty since, the article goes without rules.
    guard let analyser = known ?? (try? RuledAnalyser(RuleLoader.load(sources, model: model)))
    else { return ArticleAnalyser(options: extractionOptions).analyse(article) }
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

  /// What articles are analysed with: the cues and aliases of the rules, and the model.
  public var extractionOptions: ExtractionOptions {
    var options = bundle.extractionOptions
    options.model = model
    return options
  }
}
