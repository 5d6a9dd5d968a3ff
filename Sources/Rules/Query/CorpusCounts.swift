public import NewsModel

/// How often each word, lemma and part of speech occurs in a corpus; counted once.
public final class CorpusCounts {
  /// The words of the corpus.
  public let lexicon: Lexicon
  /// The number of tokens.
  public let tokenCount: Int
  private let words: [UInt32]
  private let lemmas: [UInt32]
  private let tags: [UInt32]
  private let corpus: any QueryCorpus

  /// Counts a corpus.
  ///
  /// - Throws: What the corpus throws.
  /// - Complexity: O(size of the lexicons of all segments).
  public init(_ corpus: any QueryCorpus) throws {
    self.corpus = corpus
    lexicon = try corpus.lexicon()
    let segments = try corpus.segments()
    tokenCount = segments.reduce(0) { $0 + $1.postings.tokenCount }
    func totals(_ size: Int, _ table: KeyPath<PostingSegment, PostingTable>) -> [UInt32] {
      var totals = [UInt32](repeating: 0, count: size)
      for segment in segments {
        segment.postings[keyPath: table].forEach { term, count in
          if term < size { totals[Int(term)] += UInt32(count) }
        }
      }
      return totals
    }
    words = totals(lexicon.vocabulary.count, \.words)
    lemmas = totals(lexicon.vocabulary.count, \.lemmas)
    tags = totals(256, \.tags)
  }

  /// The number of tokens with one of these words.
  func count(words ids: some Sequence<UInt32>) -> Int { ids.reduce(0) { $0 + Int(words[Int($1)]) } }
  /// The number of tokens with one of these lemmas.
  func count(lemmas ids: some Sequence<UInt32>) -> Int {
    ids.reduce(0) { $0 + Int(lemmas[Int($1)]) }
  }
  /// The number of tokens with one of these parts of speech.
  func count(tags ids: some Sequence<UInt32>) -> Int { ids.reduce(0) { $0 + Int(tags[Int($1)]) } }
  /// The number of annotations of a type; of all tokens where that cannot be found out.
  func count(type: String) -> Int { (try? corpus.annotationCount(ofType: type)) ?? tokenCount }

  /// The number of tokens that are a word in any case.
  public func count(word: String) -> Int { count(words: lexicon.words(folded: word)) }
  /// The number of tokens that have a dictionary form.
  public func count(lemma: String) -> Int { count(lemmas: lexicon.words(folded: lemma)) }
  /// The number of tokens that have a part of speech.
  public func count(tag: PartOfSpeech) -> Int { count(tags: [UInt32(tag.rawValue)]) }

  /// The words that occur, for suggestions.
  func isWord(_ id: UInt32) -> Bool { words[Int(id)] > 0 }
}
