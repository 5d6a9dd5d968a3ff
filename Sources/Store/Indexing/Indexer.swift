internal import Foundation
internal import GRDB
public import NewsModel
internal import Reading
internal import Synchronization

/// Reads files and folders, analyses their articles and keeps the results in a store.
///
/// Articles are analysed by one thread a core and written in the order of the input, so that the same
/// input gives the same store. Work is committed at least every half second: a run that is killed
/// loses none of it, and the next run does only what is left. A file whose size and time, or else whose
/// hash, are as before is not read again; a changed article keeps its name and place; articles whose
/// file has gone from a folder are dropped when the folder is indexed again.
///
///     let analyser = ArticleAnalyser()
///     let indexer = Indexer(store: store, options: "1") { analyser.analyse($0) }
///     try indexer.index(["seeds"])
public struct Indexer: Sendable {
  let store: CorpusStore
  let options: String
  let workers: Int
  let analyse: @Sendable (Article) -> Analysis

  /// Creates an indexer.
  ///
  /// - Parameters:
  ///   - store: Where the results go.
  ///   - options: A fingerprint of everything but the text that the analysis depends on: version, rules,
  ///     aliases. Articles stored under another fingerprint are analysed again.
  ///   - workers: The number of threads that analyse, or `nil` for one a core.
  ///   - analyse: The analysis, called on several threads at once.
  public init(
    store: CorpusStore, options: String, workers: Int? = nil,
    analyse: @escaping @Sendable (Article) -> Analysis
  ) {
    self.store = store
    self.options = options
    self.workers = max(1, workers ?? ProcessInfo.processInfo.activeProcessorCount)
    self.analyse = analyse
  }

  /// Brings the store to the state of files and folders.
  ///
  /// The call returns when all is written. `progress` is called on the caller's thread, a few times a
  /// second; it may read the store. `isCancelled` is asked often, by several threads; a cancelled task
  /// counts too. A file that cannot be read is kept in ``CorpusStore/failures()`` and stops nothing.
  ///
  /// - Returns: What was done.
  /// - Throws: ``StoreError/busy(path:holder:)`` if another indexer works on the store,
  ///   ``StoreError/readOnly(path:)``, or what SQLite reports, such as a full disk.
  @discardableResult
  public func index(
    _ paths: [String],
    progress: (IndexProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> IndexProgress {
    guard store.isWritable else { throw StoreError.readOnly(path: store.path ?? "") }
    let lock = try store.path.map(IndexLock.init(store:))
    defer { withExtendedLifetime(lock) {} }

    let found = SourceFinder.files(at: paths)
    let files = found.files.map { IndexedFile($0) }
    var state = IndexProgress()
    state.totalFiles = files.count
    state.totalBytes = files.reduce(0) { $0 + ($1.stamp?.size ?? 0) }
    progress(state)

    let writing = IndexWriting(store: store, options: options)
    state.removed = try writing.removeLostSources(
      roots: paths, files: files, failures: found.failures)
    try writing.note(found.failures)
    state.failed = found.failures.count

    let (analyse, options) = (analyse, options)
    let window = OrderedWindow<IndexEvent, IndexEvent>(workers: workers) { event in
      guard case .read(let article, let origin, let key) = event else { return event }
      return .analysed(ArticleRows(analyse(article)), origin, key)
    }
    let feed = IndexFeed(
      store: store, options: options, namer: try writing.namer(), window: window,
      isCancelled: isCancelled)
    let fault = Mutex<(any Error)?>(nil)
    let feeding = FeedThread {
      do { try feed.run(files) } catch { fault.withLock { $0 = error } }
      window.end()
    }
    defer {
      window.stop()
      feeding.wait()
    }
    try collect(from: window, into: writing, &state, progress, isCancelled)
    if let error = fault.withLock({ $0 }) { throw error }
    try writing.finish(dropsOrphans: !state.isCancelled)
    if !state.isCancelled { try writing.joinSegments() }
    progress(state)
    return state
  }

  /// Writes results as they come, many to a transaction, at least every half second.
  private func collect(
    from window: OrderedWindow<IndexEvent, IndexEvent>, into writing: IndexWriting,
    _ state: inout IndexProgress, _ progress: (IndexProgress) -> Void,
    _ isCancelled: @Sendable () -> Bool
  ) throws {
    var batch: [IndexEvent] = []
    var bytes = 0
    var deadline = Date.distantFuture
    while true {
      // The wait is bounded so that an interrupt is noticed during one long article too.
      let next = window.next(before: min(deadline, Date(timeIntervalSinceNow: 0.1)))
      if case .output(let event) = next {
        if batch.isEmpty { deadline = Date(timeIntervalSinceNow: 0.3) }
        batch.append(event)
        bytes += event.byteCount
      }
      var isLast = false
      if case .ended = next { isLast = true }
      if isCancelled() || Task.isCancelled {
        state.isCancelled = true
        isLast = true
      }
      if isLast || batch.count >= 500 || bytes >= 8 << 20 || Date() >= deadline, !batch.isEmpty {
        try writing.write(batch, &state)
        batch.removeAll(keepingCapacity: true)
        bytes = 0
        deadline = .distantFuture
        progress(state)
      }
      if isLast { return }
    }
  }
}

/// A file as the indexer found it.
struct IndexedFile: Sendable {
  let source: SourceFile
  /// The path that identifies the file whatever the working folder.
  let path: String
  let stamp: FileStamp?

  init(_ source: SourceFile) {
    self.source = source
    path = source.path == "-" ? "-" : StoreFile.absolute(source.path)
    stamp = FileStamp(path: source.path)
  }
}

/// One step of an indexing run, in the order of the input.
enum IndexEvent: Sendable {
  /// What a file's articles have in common.
  struct Source: Sendable {
    var path: String
    var stamp: FileStamp
    var hash: String
  }

  /// A file is as it was; its articles and failures stay.
  case skip(bytes: Int64, articles: Int, failures: Int)
  /// A file is as it was but for its time.
  case touch(Source, articles: Int, failures: Int)
  /// The articles that follow belong to this file.
  case begin(Source)
  /// An article to be analysed, in the place of an earlier version of it.
  case read(Article, StoreWriter.Origin, replacing: Int64?)
  /// The same, analysed.
  case analysed(ArticleRows, StoreWriter.Origin, Int64?)
  /// An article is as it was; only its number in the file may have changed.
  case keep(Int64, record: Int, path: String)
  /// A file or record cannot be read; the first path is the file's.
  case failure(String, ReadingFailure)
  /// The file has ended; these articles are no longer in it.
  case end(Source, lost: [Int64], isUnreadable: Bool)

  /// How much of the buffer it takes.
  var byteCount: Int {
    switch self {
    case .read(let article, _, _): article.text.utf8.count
    case .analysed(let rows, _, _): rows.analysis.article.text.utf8.count
    default: 0
    }
  }
}

/// A thread that can be waited for.
final class FeedThread: Sendable {
  private let ended = DispatchSemaphore(value: 0)

  init(_ body: @escaping @Sendable () -> Void) {
    let ended = ended
    let thread = Thread {
      body()
      ended.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  func wait() { ended.wait() }
}
