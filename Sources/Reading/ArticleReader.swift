import NewsModel

/// Reads sources into articles.
///
/// Nothing is altered after decoding: all positions refer to the text as decoded, without a byte order
/// mark. One bad source or record is a failure of its own and stops nothing.
///
///     ArticleReader().read(SourceFile(path: "seeds/000.txt", format: .text)) { outcome in … }
public struct ArticleReader: Sendable {
  /// The most bytes that one article may have.
  public static let largestArticle = 1 << 30

  /// Creates a reader.
  public init() {}

  /// Reads all articles of a file.
  ///
  /// - Parameters:
  ///   - file: The source.
  ///   - each: Called for each article or failure, in order.
  /// - Throws: What `each` throws.
  /// - Complexity: O(*n*) in the bytes of the file.
  public func read(_ file: SourceFile, each: (ReadOutcome) throws -> Void) rethrows {
    switch FileBytes.read(file.path, limit: Self.largestArticle) {
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
    let decoded: TextDecoder.Decoded
    switch TextDecoder.decode(bytes, path: path) {
    case .success(let text): decoded = text
    case .failure(let failure):
      try each(.failure(failure))
      return
    }
    try each(.article(PlainText.article(decoded, path: path)))
  }
}
