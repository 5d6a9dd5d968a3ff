/// The tokens of one article as columns, with the vocabulary that their ids refer to.
///
/// *Invariant:* all token columns have the same length; ranges are sorted and do not overlap;
/// `sentenceStarts` and `paragraphStarts` are sorted indices of first tokens, and every paragraph
/// start is a sentence start.
public struct TokenColumns: Sendable {
  /// Byte offset of each token's first byte.
  public var starts: [UInt32]
  /// Byte offset after each token's last byte.
  public var ends: [UInt32]
  /// Word as written, as an id of ``vocabulary``.
  public var words: [UInt32]
  /// Word in lower case with plain apostrophes, as an id of ``vocabulary``.
  public var lowers: [UInt32]
  /// Dictionary form in lower case, as an id of ``vocabulary``.
  public var lemmas: [UInt32]
  /// Part of speech.
  public var partsOfSpeech: [PartOfSpeech]
  /// Index of the first token of each sentence.
  public var sentenceStarts: [UInt32]
  /// Index of the first token of each paragraph.
  public var paragraphStarts: [UInt32]
  /// The words that the ids refer to.
  public var vocabulary: Vocabulary

  /// Creates empty columns.
  public init(vocabulary: Vocabulary = Vocabulary()) {
    starts = []
    ends = []
    words = []
    lowers = []
    lemmas = []
    partsOfSpeech = []
    sentenceStarts = []
    paragraphStarts = []
    self.vocabulary = vocabulary
  }

  /// The number of tokens.
  @inlinable public var count: Int { starts.count }
  /// The number of sentences.
  @inlinable public var sentenceCount: Int { sentenceStarts.count }
  /// The number of paragraphs.
  @inlinable public var paragraphCount: Int { paragraphStarts.count }

  /// Where a token lies.
  @inlinable
  public func range(of token: Int) -> ByteRange { ByteRange(Int(starts[token]), Int(ends[token])) }

  /// Where a non-empty run of tokens lies.
  @inlinable
  public func range(of tokens: Range<Int>) -> ByteRange {
    ByteRange(Int(starts[tokens.lowerBound]), Int(ends[tokens.upperBound - 1]))
  }

  /// The word as written.
  public func word(_ token: Int) -> String { vocabulary[words[token]] }
  /// The word in lower case.
  public func lower(_ token: Int) -> String { vocabulary[lowers[token]] }
  /// The dictionary form.
  public func lemma(_ token: Int) -> String { vocabulary[lemmas[token]] }

  /// The tokens of a sentence.
  @inlinable
  public func sentence(_ index: Int) -> Range<Int> { Self.run(index, of: sentenceStarts, count) }
  /// The tokens of a paragraph.
  @inlinable
  public func paragraph(_ index: Int) -> Range<Int> { Self.run(index, of: paragraphStarts, count) }

  /// The index of the sentence that holds a token.
  ///
  /// - Complexity: O(log *n*).
  public func sentenceIndex(ofToken token: Int) -> Int { Self.index(of: token, in: sentenceStarts) }
  /// The index of the paragraph that holds a token.
  ///
  /// - Complexity: O(log *n*).
  public func paragraphIndex(ofToken token: Int) -> Int {
    Self.index(of: token, in: paragraphStarts)
  }

  /// The tokens that share at least one byte with a range.
  ///
  /// - Complexity: O(log *n*).
  public func tokens(in range: ByteRange) -> Range<Int> {
    let first = ends.partitioningIndex { Int($0) > range.start }
    let last = starts.partitioningIndex { Int($0) >= range.end }
    return first..<max(first, last)
  }

  @usableFromInline
  static func run(_ index: Int, of starts: [UInt32], _ count: Int) -> Range<Int> {
    Int(starts[index])..<(index + 1 < starts.count ? Int(starts[index + 1]) : count)
  }

  static func index(of token: Int, in starts: [UInt32]) -> Int {
    max(0, starts.partitioningIndex { Int($0) > token } - 1)
  }
}
