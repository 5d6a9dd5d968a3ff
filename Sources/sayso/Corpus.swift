import ArgumentParser
import Extraction
import Foundation
import NewsModel
import Reading
import Scripting
import Store

/// Opens what the user points at: a store as it is, anything else through a store in memory.
enum Corpus {
  /// What the stored results depend on besides the text; another fingerprint means a new analysis.
  static let fingerprint = "sayso \(Sayso.version)"

  /// The ending of a store's name, by which one in the current folder is found.
  static let pathExtension = "sayso"

  /// Opens a corpus for reading, with a line of progress where that takes time.
  ///
  /// - Parameters:
  ///   - paths: One store, or files and folders; none means the one store in this folder.
  ///   - model: What finds statements in articles; of a store, the one that it was built with.
  /// - Returns: The store, in memory for an ad-hoc corpus.
  /// - Throws: A validation error where there is nothing to open; `StoreError`; an interruption.
  static func open(
    _ paths: [String], model: StatementModel = .embedded
  ) throws -> CorpusStore {
    let paths = try paths.isEmpty ? [storeInThisFolder()] : paths
    if isStore(paths) {
      let store = try CorpusStore.openReadOnly(path: paths[0])
      if model != .embedded,
        try StoredOptions.modelFingerprint(of: store) != model.fingerprint
      {
        throw ValidationError(
          "\(paths[0]) was built with another model, and keeps what was found then: "
            + "--model is for index")
      }
      return store
    }
    if let store = paths.first(where: CorpusStore.isStore(atPath:)) {
      throw ValidationError("\(store) is a store: open it alone, or name articles only")
    }
    let store = try CorpusStore.inMemory()
    let result = try fill(store, from: paths, model: model)
    if result.isCancelled { throw ExitCode.interrupted }
    try reportFailures(of: store, under: paths)
    if try store.articleCount() == 0 {
      Output.note("sayso: no article in \(paths.joined(separator: " "))")
      throw ExitCode.failure
    }
    return store
  }

  /// Says what is wrong with a number of threads.
  static func validate(jobs: Int?) throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs wants a number of threads from 1 on") }
  }

  /// Whether what the user points at is a store, which is there without reading any article.
  static func isStore(_ paths: [String]) -> Bool {
    paths.isEmpty || paths.count == 1 && CorpusStore.isStore(atPath: paths[0])
  }

  /// Analyses files and folders into a store, with a line of progress.
  ///
  /// With rule files, what they find is written too; other rules mean a new analysis.
  static func fill(
    _ store: CorpusStore, from paths: [String], rules: RuleSources = [],
    model: StatementModel = .embedded, jobs: Int? = nil
  ) throws -> IndexProgress {
    Interruption.watch()
    let pool =
      try rules.isEmpty
      ? nil : RuleFiles.reporting { try RuledAnalyserPool(rules, model: model) }
    let plainOptions = ExtractionOptions(model: model)
    let plain = ArticleAnalyser(options: plainOptions)
    let weights = model == .embedded ? "" : " " + model.fingerprint
    let options = fingerprint + weights + RuleFiles.fingerprint(of: rules, pool)
    let indexer = Indexer(store: store, options: options, workers: jobs) { article in
      pool?.analyse(article) ?? plain.analyse(article)
    }
    var line = ProgressLine()
    let result = try indexer.index(
      paths,
      progress: { progress in
        var detail = "\(progress.analysed) articles"
        if progress.unchanged > 0 { detail += ", \(progress.unchanged) unchanged" }
        if progress.failed > 0 { detail += ", \(progress.failed) unreadable" }
        line.update(done: progress.files, total: progress.totalFiles, detail: detail)
      },
      isCancelled: { Interruption.isRequested })
    line.clear()
    try StoredOptions.keep(pool?.extractionOptions ?? plainOptions, in: store)
    for failure in pool?.failures ?? [] { Output.note("sayso: \(failure.description)") }
    // Where nothing was analysed, no plugin ran.
    if result.analysed > 0 { RuleFiles.report(pool?.pluginResults ?? []) }
    return result
  }

  /// Names what could not be read of the given paths, on standard error.
  static func reportFailures(of store: CorpusStore, under paths: [String]) throws {
    for failure in try store.failures(under: paths) {
      Output.note("sayso: \(failure.path): \(failure.reason)")
    }
  }

  /// Whether ``open(_:)`` finds something without being told.
  static var hasStoreInThisFolder: Bool { !storesInThisFolder.isEmpty }

  private static var storesInThisFolder: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
    return names.sorted().filter {
      $0.hasSuffix(".\(pathExtension)") && CorpusStore.isStore(atPath: $0)
    }
  }

  private static func storeInThisFolder() throws -> String {
    let stores = storesInThisFolder
    switch stores.count {
    case 1: return stores[0]
    case 0:
      throw ValidationError(
        "there is no store in this folder: name articles, folders or a store, as in 'sayso seeds'")
    default:
      throw ValidationError("which store? there are \(stores.joined(separator: ", "))")
    }
  }
}
