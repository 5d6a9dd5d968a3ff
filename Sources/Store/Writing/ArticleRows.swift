internal import NewsModel

/// An analysis made ready for the tables: lines, zones, texts and packed words.
///
/// All that costs time is done here, on the thread that analysed the article, so that the one thread
/// that writes only hands values to SQLite.
struct ArticleRows: Sendable {
  /// Where a span stands and how it reads.
  struct Place: Sendable {
    var range: ByteRange
    var line: Int
    var zone: String?
    var text: String
  }

  /// What is derived for a quote.
  struct QuoteRow: Sendable {
    var line: Int
    var zone: String?
    var depth: Int
    var words: Int
    var quotedWords: Int
    var text: String
    var cue: String
    var source: String
  }

  let analysis: Analysis
  let words: Int
  let lines: Int
  let zoneLines: [Int]
  let mentions: [Place]
  let quotes: [QuoteRow]
  let figures: [Place]
  let dates: [Place]
  let annotations: [Place]
  let noteLines: [Int?]
  /// Index of the innermost quote that holds each figure and each date, or `nil`.
  let figureQuotes: [Int?]
  let dateQuotes: [Int?]
  let vocabulary: [String]
  /// The ids of these words in the tokens' own vocabulary.
  let vocabularyIDs: [UInt32]
  let tokens: [UInt8]

  init(_ analysis: Analysis) {
    let article = analysis.article
    let map = TextMap(article.text)
    let text = article.text
    func place(_ range: ByteRange) -> Place {
      Place(
        range: range, line: map.line(at: range.start),
        zone: article.zoneKind(at: range.start)?.rawValue, text: text[bytes: range])
    }
    self.analysis = analysis
    lines = map.lineCount
    zoneLines = article.zones.map { map.line(at: $0.range.start) }
    mentions = analysis.mentions.map { place($0.range) }
    figures = analysis.figures.map { place($0.range) }
    dates = analysis.dates.map { place($0.range) }
    annotations = analysis.annotations.map { place($0.range) }
    noteLines = analysis.notes.map { $0.range.map { map.line(at: $0.start) } }

    let counter = WordCounter(text: text, quotations: analysis.quotations)
    let counted: Set<Zone.Kind> = [.title, .caption, .body]
    words = article.zones.filter { counted.contains($0.kind) }
      .reduce(0) { $0 + counter.words(in: $1.range) }
    quotes = analysis.quotes.indices.map { index in
      let quote = analysis.quotes[index]
      let start = quote.content.first?.start ?? quote.cue.first?.start ?? 0
      func joined(_ ranges: [ByteRange]) -> String {
        ranges.map { text[bytes: $0] }.joined(separator: " … ")
      }
      return QuoteRow(
        line: map.line(at: start), zone: article.zoneKind(at: start)?.rawValue,
        depth: Self.depth(of: index, in: analysis.quotes),
        words: quote.content.reduce(0) { $0 + counter.words(in: $1) },
        quotedWords: quote.content.reduce(0) { $0 + counter.quotedWords(in: $1) },
        text: joined(quote.content), cue: joined(quote.cue), source: joined(quote.source))
    }
    let holders = QuoteHolders(analysis.quotes)
    figureQuotes = analysis.figures.map { holders.innermost(holding: $0.range) }
    dateQuotes = analysis.dates.map { holders.innermost(holding: $0.range) }
    (vocabulary, vocabularyIDs, tokens) = TokenBlob.encode(analysis.tokens)
  }

  /// How many statements hold a statement.
  private static func depth(of index: Int, in quotes: [Quote]) -> Int {
    var depth = 0
    var holder = quotes[index].nestedIn
    while let outer = holder, quotes.indices.contains(outer), depth < quotes.count {
      depth += 1
      holder = quotes[outer].nestedIn
    }
    return depth
  }
}

/// Counts words as people do: by white space, a piece without letter or digit not counted.
private struct WordCounter {
  private let bytes: [UInt8]
  private let quotations: [ByteRange]

  init(text: String, quotations: [ByteRange]) {
    bytes = Array(text.utf8)
    self.quotations = quotations
  }

  func words(in range: ByteRange) -> Int {
    var count = 0
    var isInWord = false
    for offset in range.start..<min(range.end, bytes.count) {
      let byte = bytes[offset]
      if byte <= 0x20 || (byte == 0xa0 && offset > 0 && bytes[offset - 1] == 0xc2) {
        isInWord = false
      } else if !isInWord, Self.isOfWord(byte) {
        isInWord = true
        count += 1
      }
    }
    return count
  }

  /// Whether a byte is a digit, a letter, or begins one.
  ///
  /// C2 begins the no-break space and Latin punctuation, E2 dashes and quotation marks.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: byte >= 0xc3 && byte != 0xe2
    }
  }

  func quotedWords(in range: ByteRange) -> Int {
    var count = 0
    var end = range.start
    for quotation in quotations where quotation.overlaps(range) {
      // Quotations inside quotations are counted with the outer one.
      let from = max(quotation.start, end)
      let to = min(quotation.end, range.end)
      if from < to {
        count += words(in: ByteRange(from, to))
        end = to
      }
    }
    return count
  }
}

/// Finds the innermost statement that holds a span.
private struct QuoteHolders {
  private let spans: [(range: ByteRange, quote: Int)]

  init(_ quotes: [Quote]) {
    spans = quotes.enumerated().flatMap { index, quote in quote.content.map { ($0, index) } }
  }

  func innermost(holding range: ByteRange) -> Int? {
    spans.filter { $0.range.contains(range) }
      .min { ($0.range.count, $0.quote) < ($1.range.count, $1.quote) }?.quote
  }
}
