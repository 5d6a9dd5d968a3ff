internal import Foundation
internal import GRDB
internal import NewsModel
internal import Reading

/// Reads the files of an indexing run one after the other and hands their articles to the window.
final class IndexFeed: @unchecked Sendable {
  // Safe: after creation used by the one thread that calls `run`.
  private let store: CorpusStore
  private let options: String
  private var namer: ArticleNamer
  private let window: OrderedWindow<IndexEvent, IndexEvent>
  private let isCancelled: @Sendable () -> Bool
  private let reader = ArticleReader()

  /// Thrown to leave the reader in the middle of a file.
  private struct Stopped: Error {}

  /// An article of the store.
  private struct Known {
    var key: Int64
    var name: String
    var hash: String
    var options: String
    var record: Int
  }

  /// What the store knows of a file.
  private struct KnownSource {
    var stamp: FileStamp
    var hash: String
    var isComplete: Bool
    var articles: [Known]
    var failures: Int
  }

  init(
    store: CorpusStore, options: String, namer: ArticleNamer,
    window: OrderedWindow<IndexEvent, IndexEvent>, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.store = store
    self.options = options
    self.namer = namer
    self.window = window
    self.isCancelled = isCancelled
  }

  func run(_ files: [IndexedFile]) throws {
    do {
      for file in files { try feed(file) }
    } catch is Stopped {
      return
    }
  }

  private func put(_ event: IndexEvent) throws {
    guard !isCancelled(), window.put(event, bytes: event.byteCount) else { throw Stopped() }
  }

  private func feed(_ file: IndexedFile) throws {
    let known = try known(file.path)
    if let known, known.isComplete, let stamp = file.stamp, stamp == known.stamp,
      stamp.modified != 0
    {
      let (articles, failures) = (known.articles.count, known.failures)
      return try put(.skip(bytes: stamp.size, articles: articles, failures: failures))
    }
    let isMany = file.source.format == .jsonl || file.source.path == "-"
    var bytes: [UInt8]?
    var hash = ""
    if isMany {
      hash = file.source.path == "-" ? "" : FileStamp.hash(ofFile: file.source.path) ?? ""
    } else {
      bytes = FileStamp.bytes(ofFile: file.source.path, limit: ArticleReader.largestArticle)
      hash = bytes.map(SHA256.hex) ?? ""
    }
    let source = IndexEvent.Source(
      path: file.path, stamp: file.stamp ?? FileStamp(size: 0, modified: 0), hash: hash)
    if let known, known.isComplete, !hash.isEmpty, hash == known.hash {
      let (articles, failures) = (known.articles.count, known.failures)
      return try put(.touch(source, articles: articles, failures: failures))
    }
    try put(.begin(source))
    var articles = KnownArticles(known?.articles ?? [])
    var record = 0
    var isUnreadable = false
    let each: (ReadOutcome) throws -> Void = { [self] outcome in
      switch outcome {
      case .failure(let failure):
        // What cannot be opened is not known to have changed.
        if bytes == nil, record == 0, failure.line == nil { isUnreadable = true }
        try put(.failure(file.path, failure))
      case .article(let article):
        let hash = isMany ? Self.hash(of: article) : hash
        try put(event(for: article, hash: hash, record: record, isMany: isMany, &articles))
        record += 1
      }
    }
    if let bytes {
      try reader.read(bytes: bytes, path: file.source.path, format: file.source.format, each: each)
    } else {
      try reader.read(file.source, each: each)
    }
    let lost = isUnreadable ? [] : articles.unclaimed
    try put(.end(source, lost: lost, isUnreadable: isUnreadable))
  }

  /// What is to be done with an article, given what the store holds of its file.
  private func event(
    for article: Article, hash: String, record: Int, isMany: Bool, _ known: inout KnownArticles
  ) throws -> IndexEvent {
    if let same = known.claim(hash: hash, options: options) {
      return .keep(same.key, record: record, path: article.path)
    }
    // A changed record is recognised by the id that it brings, a file's article by its file.
    let earlier = isMany ? known.claim(name: article.id) : known.claimFirst()
    var article = article
    article.id = earlier?.name ?? namer.uniqueID(for: article)
    let origin = StoreWriter.Origin(source: nil, record: record, hash: hash, options: options)
    return .read(article, origin, replacing: earlier?.key)
  }

  /// The articles of a file, each to be found again once.
  private struct KnownArticles {
    private var byHash: [String: [Known]] = [:]
    private var byName: [String: Known] = [:]
    private var left: [Int64: Known] = [:]

    init(_ articles: [Known]) {
      for article in articles.reversed() {
        byHash[article.hash, default: []].append(article)
        byName[article.name] = article
        left[article.key] = article
      }
    }

    mutating func claim(hash: String, options: String) -> Known? {
      while let last = byHash[hash]?.last {
        if left[last.key] == nil {
          byHash[hash]?.removeLast()
          continue
        }
        // Analysed under other options it is found by its name and analysed again.
        guard last.options == options else { return nil }
        byHash[hash]?.removeLast()
        left[last.key] = nil
        return last
      }
      return nil
    }

    mutating func claim(name: String) -> Known? {
      guard let known = byName[name], left[known.key] != nil else { return nil }
      left[known.key] = nil
      return known
    }

    mutating func claimFirst() -> Known? {
      guard let known = left.values.min(by: { $0.record < $1.record }) else { return nil }
      left[known.key] = nil
      return known
    }

    var unclaimed: [Int64] { left.keys.sorted() }
  }

  private func known(_ path: String) throws -> KnownSource? {
    try store.read { database in
      guard
        let row = try Row.fetchOne(
          database.cachedStatement(
            sql: "SELECT id, size, modified, hash, options, complete FROM source WHERE path = ?"),
          arguments: [path])
      else { return nil }
      let articles = try Row.fetchAll(
        database.cachedStatement(
          sql:
            "SELECT id, name, hash, options, record FROM article WHERE source = ? ORDER BY record"),
        arguments: [row[0] as Int64])
      let failures = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count(*) FROM failure WHERE source = ?"),
        arguments: [path])
      return KnownSource(
        stamp: FileStamp(size: row[1], modified: row[2]), hash: row[3],
        isComplete: row[5] && row[4] == options,
        articles: articles.map {
          Known(key: $0[0], name: $0[1], hash: $0[2], options: $0[3], record: $0[4])
        }, failures: failures ?? 0)
    }
  }

  /// The digest of all that a record says.
  private static func hash(of article: Article) -> String {
    var digest = SHA256()
    let fields: [String?] = [
      article.id, article.text, article.title, article.outlet, article.published, article.url,
    ]
    for field in fields + article.byline.map(Optional.some) {
      // A byte that is not in UTF-8 ends each field, so that fields cannot run into each other.
      if let field { digest.update(field.utf8Span.span) }
      digest.update([field == nil ? 0xfe : 0xff].span)
    }
    return digest.finish()
  }
}
