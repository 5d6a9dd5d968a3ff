internal import NewsModel
internal import Store

/// A piece of a statement that can be the report of one utterance: the part of it in one sentence.
struct StatementUnit {
  let quote: Int
  let article: Int
  /// Its tokens in the article.
  let tokens: Range<Int>
  /// Its content words in order: the number of the stem and the token.
  let words: [(stem: Int32, token: Int)]
  /// The distinct stems, ascending.
  let stems: [Int32]
}

/// Cuts statements into units and numbers their stems.
struct StatementUnits {
  private(set) var units: [StatementUnit] = []
  private var vocabulary = Vocabulary()
  /// In how many units a stem occurs.
  private(set) var frequencies: [Int] = []

  /// A statement with fewer content words says too little to be recognised elsewhere.
  static let fewestWords = 4

  init(_ snapshot: CorpusSnapshot, _ quotes: QuoteColumns, rows: [Int]) throws {
    let reader = ContentWords(snapshot)
    for row in rows {
      let article = Int(quotes.article[row])
      let tokens = try reader.tokens(ofArticle: article)
      for range in quotes.content[row] { add(tokens.tokens(in: range), row, article, tokens) }
    }
  }

  private mutating func add(
    _ range: Range<Int>, _ quote: Int, _ article: Int, _ tokens: TokenColumns
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let sentence = tokens.sentence(tokens.sentenceIndex(ofToken: start))
      let end = min(range.upperBound, sentence.upperBound)
      var words: [(stem: Int32, token: Int)] = []
      for token in start..<end {
        guard let lemma = ContentWords.lemma(of: token, in: tokens) else { continue }
        let stem = Self.stem(lemma)
        words.append((Int32(vocabulary.intern(stem.utf8Span.span)), token))
      }
      while frequencies.count < vocabulary.count { frequencies.append(0) }
      let stems = Set(words.map(\.stem)).sorted()
      if stems.count >= Self.fewestWords {
        for stem in stems { frequencies[Int(stem)] += 1 }
        units.append(
          StatementUnit(
            quote: quote, article: article, tokens: start..<end, words: words, stems: stems))
      }
      start = end
    }
  }

  /// A lemma without the ending of a participle used as an adjective: “concerned” is “concern”.
  static func stem(_ lemma: String) -> String {
    if lemma.utf8.count > 5, lemma.hasSuffix("ied") { return lemma.dropLast(3) + "y" }
    if lemma.utf8.count > 5, lemma.hasSuffix("ed") { return String(lemma.dropLast(2)) }
    return lemma
  }
}
