internal import Extraction
public import NewsModel
public import Rules
public import Store
internal import Synchronization

/// Analyses articles with rules on several threads: each thread has the rules loaded for itself.
public final class RuledAnalyserPool: Sendable {
  /// What the files declare.
  public let bundle: RuleBundle
  private let files: [String]
  // Safe: an analyser is out of the list while a thread uses it.
  private struct Idle: @unchecked Sendable { var analysers: [RuledAnalyser] }
  private let idle: Mutex<Idle>
  private let noted = Mutex<[RuleActionFailure]>([])

  /// Loads rule files.
  ///
  /// - Throws: ``RuleLoadingError``.
  public init(_ files: [String], output: @escaping (String) -> Void = { _ in })
    throws(RuleLoadingError)
  {
    let rules = try RuleLoader.load(files, output: output)
    self.files = files
    bundle = rules.bundle
    idle = Mutex(Idle(analysers: [RuledAnalyser(rules)]))
  }

  /// Analyses one article; on any thread.
  public func analyse(_ article: Article) -> Analysis {
    let known = idle.withLock { $0.analysers.popLast() }
    // The files loaded once; should one have become faulty since, the article goes without rules.
    guard let analyser = known ?? (try? RuledAnalyser(RuleLoader.load(files))) else {
      return ArticleAnalyser(options: bundle.extractionOptions).analyse(article)
    }
    let before = analyser.rules.failures.count
    let analysis: Analysis = analyser.analyse(article)
    let failures = analyser.rules.failures.dropFirst(before)
    if !failures.isEmpty { noted.withLock { $0 += failures } }
    idle.withLock { $0.analysers.append(analyser) }
    return analysis
  }

  /// Why actions failed, by article and rule.
  public var failures: [RuleActionFailure] {
    noted.withLock { $0 }.sorted {
      ($0.article, $0.rule, $0.message) < ($1.article, $1.rule, $1.message)
    }
  }

  /// Writes into a store what its articles were analysed with, so that the prompt can do it again.
  public func keepOptions(in store: CorpusStore) throws {
    try store.keep(StoredOptions.text(bundle.extractionOptions), as: StoredOptions.key)
  }
}

/// Puts rule files in force on a corpus without a prompt.
public enum RuleApplication {
  /// The corpus with everything that the rules find, and why actions failed.
  ///
  /// The corpus itself is not changed.
  ///
  /// - Throws: ``RuleLoadingError``, or what the store reports.
  public static func apply(
    _ files: [String], to snapshot: CorpusSnapshot
  ) throws -> (snapshot: CorpusSnapshot, failures: [RuleActionFailure]) {
    guard !files.isEmpty else { return (snapshot, []) }
    let desk = RuleDesk(snapshot)
    let session = try ScriptSession(snapshot, script: nil, desk: desk, output: { _ in })
    try session.load(rules: files)
    return (desk.snapshot, desk.takeFailures())
  }
}
