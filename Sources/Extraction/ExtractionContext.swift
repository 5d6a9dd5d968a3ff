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
  /// Every word of the vocabulary as a string, by id.
  let words: [String]
  /// What the lexicon of names says of every word of the vocabulary.
  let table: WordTable
  /// The title in front of each mention, as tokens, parallel to the mentions.
  var titles: [Range<Int>?] = []
  private var prepared: ArticleWords?

  /// Collects the facts about an article that has tokens.
  convenience init(_ analysis: Analysis, options: ExtractionOptions) {
    let vocabulary = analysis.tokens.vocabulary
    self.init(
      analysis, options: options, words: (0..<UInt32(vocabulary.count)).map { vocabulary[$0] },
      table: WordTable(vocabulary))
  }

  /// Collects the facts about an article whose tokens were found with a memory.
  convenience init(_ analysis: Analysis, options: ExtractionOptions, memory: ExtractionMemory) {
    let numbers = memory.language.words.numbers
    self.init(
      analysis, options: options, words: numbers.map { memory.words[Int($0)] },
      table: WordTable(memory, numbers))
  }

  private init(
    _ analysis: Analysis, options: ExtractionOptions, words: [String], table: WordTable
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

  private static func zones(of analysis: Analysis) -> [Zone.Kind] {
    let tokens = analysis.tokens
    let zones = analysis.article.zones
    guard !zones.isEmpty else { return Array(repeating: .body, count: tokens.count) }
    var kinds: [Zone.Kind] = []
    kinds.reserveCapacity(tokens.count)
    var zone = 0
    for token in 0..<tokens.count {
      let start = Int(tokens.starts[token])
      while zone + 1 < zones.count, zones[zone].range.end <= start { zone += 1 }
      kinds.append(zones[zone].range.contains(offset: start) ? zones[zone].kind : .boilerplate)
    }
    return kinds
  }
}
