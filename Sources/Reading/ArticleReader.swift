import NewsModel

/// Reads sources into articles.
///
/// Nothing is altered after decoding: all positions refer to the text as decoded, without a byte order
/// mark. The text of a page is what was extracted from its markup. One bad source or record is a failure of
/// its own and stops nothing.
///
///     ArticleReader().read(SourceFile(path: "seeds/000.txt", format: .text)) { outcome in … }
public struct ArticleReader: Sendable {
  /// The most bytes that one article may have.
  public static let largestArticle = 1 << 30

  /// Creates a reader.
  public init() {}

  /// Reads all articles of a file; JSON Lines are read as a stream, in memory bounded by their longest line.
  ///
  /// - Parameters:
  ///   - file: The source.
  ///   - each: Called for each article or failure, in order.
  /// - Throws: What `each` throws.
  /// - Complexity: O(*n*) in the bytes of the file.
  public func read(_ file: SourceFile, each: (ReadOutcome) throws -> Void) rethrows {
    if file.format == .jsonl || file.path == "-" {
      try readStream(of: file, each: each)
      return
    }
    switch FileBytes.all(of: file.path, limit: Self.largestArticle) {
    case .success(let bytes):
      try read(bytes: bytes, path: file.path, format: file.format, each: each)
    case .failure(let failure): try each(.failure(failure))
    }
  }

  /// Reads all articles of bytes that the caller has, such as standard input (`-`).
  ///
  /// - Parameters:
  ///   - bytes: The bytes as they came.
  ///   - path: What to call the source, with articles and failures alike.
  ///   - format: How to read the bytes, or `nil` to see that from them.
  ///   - each: Called for each article or failure, in order.
  /// - Throws: What `each` throws.
  public func read(
    bytes: [UInt8], path: String, format: SourceFile.Format? = nil,
    each: (ReadOutcome) throws -> Void
  ) rethrows {
    switch format ?? SourceFile.Format(sniffing: bytes) {
    case .text:
      switch TextDecoder.decode(bytes, path: path) {
      case .success(let decoded): try each(.article(PlainText.article(decoded, path: path)))
      case .failure(let failure): try each(.failure(failure))
      }
    case .html:
      switch PageDecoder.decode(bytes, path: path) {
      case .success(let decoded): try each(Page.outcome(of: decoded, path: path))
      case .failure(let failure): try each(.failure(failure))
      }
    case .jsonl:
      var records = RecordStream(path: path)
      if let failure = try records.feed(bytes, each: each) {
        try each(.failure(failure))
        return
      }
      try records.finish(each: each)
    }
  }

  /// Reads records chunk by chunk; of standard input only the first chunk tells what it holds.
  private func readStream(of source: SourceFile, each: (ReadOutcome) throws -> Void) rethrows {
    let path = source.path
    let file: FileBytes
    switch FileBytes.opened(path) {
    case .success(let opened): file = opened
    case .failure(let failure):
      try each(.failure(failure))
      return
    }
    var records = RecordStream(path: path)
    var isFirst = source.format != .jsonl
    while true {
      switch file.nextChunk() {
      case .success(let chunk):
        if isFirst, SourceFile.Format(sniffing: chunk) != .jsonl {
          switch file.rest(after: chunk, limit: Self.largestArticle) {
          case .success(let bytes): try read(bytes: bytes, path: path, each: each)
          case .failure(let failure): try each(.failure(failure))
          }
          return
        }
        isFirst = false
        if chunk.isEmpty {
          try records.finish(each: each)
          return
        }
        if let failure = try records.feed(chunk, each: each) {
          try each(.failure(failure))
          return
        }
      case .failure(let failure):
        try records.finish(each: each)
        try each(.failure(failure))
        return
      }
    }
  }
}
