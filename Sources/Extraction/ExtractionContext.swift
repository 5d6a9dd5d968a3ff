internal import Language
internal import NewsModel

/// What all stages need to know of one article, computed once.
///
/// Words are looked up by their vocabulary id, so that a stage tests each distinct word once and
/// each token with an array access.
final class ExtractionContext {
  /// What the analyst changed.
  let options: ExtractionOptions
  /// The article's text as bytes.
  let bytes: [UInt8]
  /// The kind of zone that each token lies in.
  let zones: [Zone.Kind]
  /// Pairs of quotation marks with all that is known of them, sorted, outer before inner; filled by
  /// the quotation stage.
  var quotations: [Quotation] = []
  /// Every word of the vocabulary as a string.
  let words: WordStrings
  /// What the lexicon of names says of every word of the vocabulary.
  let table: WordTable
  /// The title in front of each mention, as tokens, parallel to the mentions.
  var titles: [Range<Int>?] = []
  private var prepared: ArticleWords?
  private var preparedNumbers: NumberReader?

  /// Collects the facts about an article that has tokens.
  convenience init(_ analysis: Analysis, options: ExtractionOptions) {
    let vocabulary = analysis.tokens.vocabulary
    self.init(
      analysis, options: options, words: WordStrings(vocabulary), table: WordTable(vocabulary))
  }

  /// Collects the facts about an article whose tokens were found with a memory.
  convenience init(_ analysis: Analysis, options: ExtractionOptions, memory: ExtractionMemory) {
    let numbers = memory.language.words.numbers
    self.init(
      analysis, options: options, words: WordStrings(memory, numbers),
      table: WordTable(memory, numbers))
  }

  private init(
    _ analysis: Analysis, options: ExtractionOptions, words: WordStrings, table: WordTable
  ) {
    self.options = options
    self.words = words
    self.table = table
    bytes = Array(analysis.article.text.utf8)
    zones = Self.zones(of: analysis)
  }

  /// The tokens with what the lexicon says of them.
  func articleWords(_ analysis: Analysis) -> ArticleWords {
    if let prepared { return prepared }
    let words = ArticleWords(analysis.tokens, zones: zones, table: table)
    prepared = words
    return words
  }

  /// The reader of the article's numbers.
  func numbers(_ analysis: Analysis) -> NumberReader {
    if let preparedNumbers { return preparedNumbers }
    let numbers = NumberReader(words: articleWords(analysis), bytes: bytes)
    preparedNumbers = numbers
    return numbers
  }

  private static func zones(of analysis: Analysis) -> [Zone.Kind] {
    let tokens = analysis.tokens
    let zones = analysis.article.zones
    guard !zones.isEmpty else { return Array(repeating: .body, count: tokens.count) }
    var kinds: [Zone.Kind] = []
    kinds.reserveCapacity(tokens.count)
    var zone = 0
    var (range, kind) = (zones[0].range, zones[0].kind)
    for start in tokens.starts {
      while range.end <= start, zone + 1 < zones.count {
        zone += 1
        (range, kind) = (zones[zone].range, zones[zone].kind)
      }
      kinds.append(range.contains(offset: Int(start)) ? kind : .boilerplate)
    }
    return kinds
  }
}

/// The words of an article as strings, by vocabulary id.
struct WordStrings: Sendable {
  private let words: [String]
  /// Where each word stands among ``words``.
  private let numbers: [UInt32]

  /// Spells every word of a vocabulary.
  init(_ vocabulary: Vocabulary) {
    numbers = Array(0..<UInt32(vocabulary.count))
    words = numbers.map { vocabulary[$0] }
  }

  /// Takes over the words with these numbers from a memory; nothing is copied.
  init(_ memory: ExtractionMemory, _ numbers: [UInt32]) {
    words = memory.words
    self.numbers = numbers
  }

  /// The word with an id.
  subscript(id: UInt32) -> String { words[Int(numbers[Int(id)])] }
}
