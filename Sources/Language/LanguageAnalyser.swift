public import NewsModel

/// Turns text into tokens with sentences, lower-case forms, parts of speech and lemmas.
///
///     let tokens = LanguageAnalyser().analyse("She left.", paragraphs: [ByteRange(0, 9)])
///     tokens.lemma(1)   // "leave"
///
/// - Complexity: O(*n*) in the length of the text. The spelling of a word is looked at when the word is met
///   first: an analyser remembers it for the texts to come. Its results do not depend on them.
public struct LanguageAnalyser: Sendable {
  private let tagger: PartOfSpeechTagger
  private let lemmatiser = Lemmatiser()
  private let memories = MemoryPool<LanguageMemory>()

  /// Creates an analyser; cheap, but share one where many texts are analysed.
  public init() { tagger = PartOfSpeechTagger() }

  /// Creates an analyser with a tagger of its own.
  package init(tagger: PartOfSpeechTagger) { self.tagger = tagger }

  /// The tokens of a text.
  ///
  /// - Parameters:
  ///   - text: The article's original text.
  ///   - paragraphs: The parts to analyse, in order: lines or parts of lines. No token and no
  ///     sentence crosses their borders; text between them is left out.
  /// - Returns: The tokens with every column filled.
  public func analyse(_ text: String, paragraphs: [ByteRange]) -> TokenColumns {
    memories.with(LanguageMemory()) { analyse(text, paragraphs: paragraphs, &$0) }
  }

  /// The tokens of a text, with a memory of the caller's that is used with this analyser alone.
  ///
  /// Afterwards the memory has a number for each word of the text's vocabulary.
  package func analyse(
    _ text: String, paragraphs: [ByteRange], _ memory: inout LanguageMemory
  ) -> TokenColumns {
    var columns = segment(text, paragraphs: paragraphs, &memory)
    tagger.tag(&columns, memory)
    memory.lemmatise(&columns, lemmatiser)
    return columns
  }

  /// The tokens of a text with sentences and lower-case forms, before any model is asked.
  package func segment(_ text: String, paragraphs: [ByteRange]) -> TokenColumns {
    memories.with(LanguageMemory()) { segment(text, paragraphs: paragraphs, &$0) }
  }

  /// Tags the tokens of a text, whose sentences are known, anew.
  package func tag(_ columns: inout TokenColumns) {
    memories.with(LanguageMemory()) { memory in
      memory.begin(&columns, tagger)
      tagger.tag(&columns, memory)
    }
  }

  private func segment(
    _ text: String, paragraphs: [ByteRange], _ memory: inout LanguageMemory
  ) -> TokenColumns {
    let bytes = text.utf8Span.span
    let tokeniser = Tokeniser()
    let size = paragraphs.reduce(0) { $0 + $1.count }
    var columns = TokenColumns(vocabulary: Vocabulary(capacity: min(size / 12, 1 << 14) + 64))
    columns.starts.reserveCapacity(size / 5)
    columns.ends.reserveCapacity(size / 5)
    columns.words.reserveCapacity(size / 5)
    for paragraph in paragraphs {
      let first = columns.count
      tokeniser.tokenise(bytes, in: paragraph, into: &columns)
      if columns.count > first { columns.paragraphStarts.append(UInt32(first)) }
    }
    memory.begin(&columns, tagger)
    return columns
  }
}
