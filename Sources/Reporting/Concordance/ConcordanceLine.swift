public import NewsModel
public import Rules
public import Store

/// A hit as words in context.
public struct ConcordanceLine: Sendable {
  /// The hit.
  public var hit: QueryHit
  /// The article's id: `001`.
  public var article: String
  /// The 1-based line of the first word.
  public var line: Int
  /// The bytes of the match in the article's text.
  public var range: ByteRange
  /// What stands before the match: the rest of its sentence, or as many words as were asked for.
  public var before: String
  /// The match.
  public var match: String
  /// What stands after the match.
  public var after: String
  /// The captures that took part, each name once, in order of the pattern.
  public var captures: [(name: String, text: String)]

  /// The place as people write it: `001:29`.
  public var place: String { "\(article):\(line)" }
}

/// Turns hits into words in context; hits of one article cost one look at its text.
public final class ConcordanceReader {
  private let snapshot: CorpusSnapshot
  private let context: Int?
  private let names: TextColumn
  private var current: (article: Int, text: String, map: TextMap, tokens: QueryText)?

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - snapshot: The corpus.
  ///   - context: The number of words on each side, across sentences; `nil` for the rest of the sentence.
  /// - Throws: What the corpus throws.
  public init(_ snapshot: CorpusSnapshot, context: Int? = nil) throws {
    self.snapshot = snapshot
    self.context = context
    names = try snapshot.articles.id
  }

  /// A hit in its context.
  ///
  /// - Throws: What the corpus throws.
  public func line(of hit: QueryHit) throws -> ConcordanceLine {
    let article = try read(hit.article)
    let tokens = article.tokens.text.tokens
    let range = tokens.range(of: hit.match.tokens)
    let around = surroundings(of: hit.match.tokens, tokens)
    let outer = tokens.range(of: around)
    var captures: [(name: String, text: String)] = []
    for capture in hit.match.captures where !capture.tokens.isEmpty {
      if captures.contains(where: { $0.name == capture.name }) { continue }
      captures.append((capture.name, article.text[bytes: tokens.range(of: capture.tokens)]))
    }
    return ConcordanceLine(
      hit: hit, article: names[hit.article] ?? "", line: article.map.line(at: range.start),
      range: range, before: article.text[bytes: ByteRange(outer.start, range.start)],
      match: article.text[bytes: range],
      after: article.text[bytes: ByteRange(range.end, outer.end)], captures: captures)
  }

  private func surroundings(of match: Range<Int>, _ tokens: TokenColumns) -> Range<Int> {
    if let context {
      return max(0, match.lowerBound - context)..<min(tokens.count, match.upperBound + context)
    }
    let first = tokens.sentence(tokens.sentenceIndex(ofToken: match.lowerBound))
    let last = tokens.sentence(tokens.sentenceIndex(ofToken: match.upperBound - 1))
    return first.lowerBound..<last.upperBound
  }

  private func read(
    _ article: Int
  ) throws -> (article: Int, text: String, map: TextMap, tokens: QueryText) {
    if let current, current.article == article { return current }
    let text = try snapshot.text(ofArticle: article)
    let made = (article, text, TextMap(text), try snapshot.queryText(ofArticle: article))
    current = made
    return made
  }
}
