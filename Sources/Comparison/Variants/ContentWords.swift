internal import NewsModel
internal import Store
internal import Synchronization

/// The words of a statement that carry its content, as lemmas.
final class ContentWords: Sendable {
  private let snapshot: CorpusSnapshot
  /// Statements are asked for in corpus order, so that one article is enough.
  private let recent = Mutex<(article: Int, tokens: TokenColumns)?>(nil)

  init(_ snapshot: CorpusSnapshot) { self.snapshot = snapshot }

  func tokens(ofArticle article: Int) throws -> TokenColumns {
    if let known = recent.withLock({ $0?.article == article ? $0?.tokens : nil }) { return known }
    let tokens = try snapshot.tokens(ofArticle: article)
    recent.withLock { $0 = (article, tokens) }
    return tokens
  }

  /// The lemmas of the content words in some spans of an article, in order.
  func lemmas(inArticle article: Int, _ ranges: [ByteRange]) throws -> [String] {
    let tokens = try tokens(ofArticle: article)
    return ranges.flatMap { range in
      tokens.tokens(in: range).compactMap { Self.lemma(of: $0, in: tokens) }
    }
  }

  /// The lemma of a token that carries content, spelling differences set aside; otherwise `nil`.
  static func lemma(of token: Int, in tokens: TokenColumns) -> String? {
    let lower = tokens.lower(token)
    guard lower.utf8.contains(where: { $0 >= 0x80 || isLetterOrDigit($0) }),
      lower.utf8.count > 1, !FunctionWords.all.contains(lower)
    else { return nil }
    // Marks and dashes are more than one byte too.
    guard lower.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.value < 0x3a })
    else { return nil }
    let lemma = Spelling.canonical(tokens.lemma(token))
    return FunctionWords.all.contains(lemma) ? nil : lemma
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte & 0xdf)
  }
}
