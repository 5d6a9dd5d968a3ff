public import NewsModel

/// The postings of some articles, one after the other: where each word, lemma and part of speech occurs.
///
/// Positions count the tokens of the segment from 0.
public struct PostingSegment: Sendable {
  /// The position of each article's first token, and the number of tokens of all.
  public let articleStarts: [UInt32]
  /// The words as written, by their ids in the lexicon.
  public let words: PostingTable
  /// The dictionary forms, by their ids in the lexicon.
  public let lemmas: PostingTable
  /// The parts of speech, by ``PartOfSpeech/rawValue``.
  public let tags: PostingTable
  /// What stands over the tokens, or `nil` where that was not collected.
  public let structure: SegmentStructure?

  /// Puts together what was stored; `nil` where the article starts are not sorted.
  public init?(
    articleStarts: [UInt32], words: PostingTable, lemmas: PostingTable, tags: PostingTable,
    structure: SegmentStructure? = nil
  ) {
    guard !articleStarts.isEmpty, zip(articleStarts, articleStarts.dropFirst()).allSatisfy(<=)
    else { return nil }
    self.articleStarts = articleStarts
    self.words = words
    self.lemmas = lemmas
    self.tags = tags
    self.structure = structure
  }

  /// The number of tokens.
  public var tokenCount: Int { Int(articleStarts.last ?? 0) }
  /// The number of articles.
  public var articleCount: Int { articleStarts.count - 1 }

  /// Collects the tokens of articles for a segment.
  public struct Builder {
    private var starts: [UInt32] = [0]
    private var words: [UInt32] = []
    private var lemmas: [UInt32] = []
    private var tags: [UInt32] = []
    private var structure: SegmentStructure? = SegmentStructure()

    /// Creates an empty builder.
    public init() {}

    /// The number of tokens so far.
    public var tokenCount: Int { words.count }
    /// The number of articles so far.
    public var articleCount: Int { starts.count - 1 }

    /// Adds an article without its structure, with which all of the segment goes without.
    ///
    /// - Parameters:
    ///   - tokens: Its tokens.
    ///   - id: The id in the lexicon of each id of the tokens' vocabulary.
    public mutating func append(_ tokens: TokenColumns, id: (UInt32) -> UInt32) {
      structure = nil
      appendTokens(tokens, id)
    }

    /// Adds an article.
    ///
    /// - Parameters:
    ///   - text: The article.
    ///   - id: The id in the lexicon of each id of the tokens' vocabulary.
    public mutating func append(_ text: MatchText, id: (UInt32) -> UInt32) {
      structure?.append(text, at: words.count)
      appendTokens(text.tokens, id)
    }

    private mutating func appendTokens(_ tokens: TokenColumns, _ id: (UInt32) -> UInt32) {
      for token in 0..<tokens.count {
        words.append(id(tokens.words[token]))
        lemmas.append(id(tokens.lemmas[token]))
        tags.append(UInt32(tokens.partsOfSpeech[token].rawValue))
      }
      starts.append(UInt32(words.count))
    }

    /// The segment of all articles that were added.
    ///
    /// - Complexity: O(tokens + size of the lexicon).
    public func build() -> PostingSegment {
      PostingSegment(
        starts, PostingTable(column: words), PostingTable(column: lemmas),
        PostingTable(column: tags), structure)
    }
  }

  private init(
    _ starts: [UInt32], _ words: PostingTable, _ lemmas: PostingTable, _ tags: PostingTable,
    _ structure: SegmentStructure?
  ) {
    articleStarts = starts
    self.words = words
    self.lemmas = lemmas
    self.tags = tags
    self.structure = structure
  }
}
