internal import Language
public import NewsModel

/// Finds who is named in an article and who said what.
///
///     let analysis = ArticleAnalyser().analyse(article)
///     for quote in analysis.quotes { print(quote.speaker?.name ?? "?", quote.content) }
///
/// The same article gives the same analysis, on any thread. Share an analyser where many articles are
/// analysed: it remembers their words, which makes it faster.
public struct ArticleAnalyser: Sendable {
  /// What the analyst changed.
  public let options: ExtractionOptions
  private let language = LanguageAnalyser()
  private let memories = MemoryPool<ExtractionMemory>()

  /// Creates an analyser.
  public init(options: ExtractionOptions = .init()) {
    self.options = options
  }

  /// Analyses one article; every zone is tokenised, only headline and body yield quotes.
  ///
  /// - Complexity: about linear in the length of the text.
  public func analyse(_ article: Article) -> Analysis {
    memories.with(ExtractionMemory()) { analyse(article, &$0) }
  }

  private func analyse(_ article: Article, _ memory: inout ExtractionMemory) -> Analysis {
    let paragraphs = Self.paragraphs(of: article)
    let tokens = language.analyse(article.text, paragraphs: paragraphs, &memory.language)
    memory.learn()
    var analysis = Analysis(article: article, tokens: tokens)
    let context = ExtractionContext(analysis, options: options, memory: memory)
    for stage in Pipeline.standard.stages { stage.run(&analysis, context) }
    return analysis
  }

  /// An article in words, before any stage ran.
  func prepared(_ article: Article) -> Analysis {
    let paragraphs = Self.paragraphs(of: article)
    return Analysis(
      article: article, tokens: language.analyse(article.text, paragraphs: paragraphs))
  }

  /// The paragraphs of an article: its zones cut at line ends, blank lines and outer white space
  /// left out; the whole text where no zone is known.
  static func paragraphs(of article: Article) -> [ByteRange] {
    let bytes = article.text.utf8Span.span
    let zones =
      article.zones.isEmpty ? [ByteRange(0, bytes.count)] : article.zones.map(\.range)
    var paragraphs: [ByteRange] = []
    var ends: [Int] = []
    for zone in zones {
      ends.removeAll(keepingCapacity: true)
      lineEnds.forEach(in: bytes, zone.range) { ends.append($0) }
      ends.append(zone.end)
      var start = zone.start
      for end in ends {
        let range = trimmed(start..<end, bytes)
        if !range.isEmpty { paragraphs.append(ByteRange(range.lowerBound, range.upperBound)) }
        start = end + 1
      }
    }
    return paragraphs
  }

  private static let lineEnds = RareBytes([UInt8(ascii: "\n"), UInt8(ascii: "\r")])

  private static func trimmed(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
