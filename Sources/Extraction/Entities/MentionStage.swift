internal import NewsModel

/// Finds the names of an article and what they stand for.
struct MentionStage: ExtractionStage {
  let name = "names"
  let requires: [ExtractionLayer] = [.tokens]
  let provides: [ExtractionLayer] = [.mentions]

  /// Zones in which names count: the byline and the dateline are read by their own rules.
  static let zones: Set<Zone.Kind> = [.title, .repeatedTitle, .body, .caption, .boilerplate]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
    let words = context.articleWords(analysis)
    guard words.count > 0 else { return }
    let matcher = GazetteerMatcher(words, bytes: context.bytes)
    let scanned = scan(analysis, words, matcher)
    var builder = EntityBuilder(
      words: words, bytes: context.bytes, model: context.options.model.names)
    var spans = scanned.spans
    builder.surfaces.read(&spans)
    builder.weigh(spans)
    let headline = HeadlineScanner(words: words, matcher: matcher, builder: builder)
    for tokens in scanned.headlines { spans.append(contentsOf: headline.scan(tokens)) }
    spans.sort { $0.range < $1.range }
    builder.surfaces.read(&spans)
    context.titles = write(spans, builder: &builder, to: &analysis)
    MetonymFinder(words: words, matcher: matcher).mark(&analysis, spans: spans)
  }

  /// Finds what may be a name in running text, and the sentences that must be read as headlines.
  func scan(
    _ analysis: Analysis, _ words: ArticleWords, _ matcher: GazetteerMatcher
  ) -> (spans: [NameSpan], headlines: [Range<Int>]) {
    var scanner = NameScanner(words, matcher: matcher)
    var headlines: [Range<Int>] = []
    for sentence in 0..<analysis.tokens.sentenceCount {
      let tokens = analysis.tokens.sentence(sentence)
      guard let first = tokens.first, Self.zones.contains(words.zones[first]) else { continue }
      if isHeadline(tokens, words) { headlines.append(tokens) } else { scanner.scan(tokens) }
    }
    return (scanner.spans, headlines)
  }

  /// Headlines are read with care; elsewhere a line written so must be a whole paragraph without a
  /// full stop.
  private func isHeadline(_ tokens: Range<Int>, _ words: ArticleWords) -> Bool {
    guard let last = tokens.last else { return false }
    switch words.zones[tokens.lowerBound] {
    case .title, .repeatedTitle: return HeadlineScanner.isHeadline(tokens, words)
    case .boilerplate:
      return words.tag(last) != .period && HeadlineScanner.isHeadline(tokens, words, least: 1)
    default: return words.tag(last) != .period && HeadlineScanner.isHeadline(tokens, words)
    }
  }

  /// Writes mentions and entities; returns the title of each mention.
  private func write(
    _ spans: [NameSpan], builder: inout EntityBuilder, to analysis: inout Analysis
  ) -> [Range<Int>?] {
    var mentions: [Mention] = []
    var titles: [Range<Int>?] = []
    var numbers = NumbersByKey()
    var order: [Int] = []
    mentions.reserveCapacity(spans.count)
    titles.reserveCapacity(spans.count)
    for span in spans {
      guard let draft = builder.link(span) else { continue }
      let number = numbers[draft] ?? order.count
      if number == order.count {
        numbers[draft] = number
        order.append(draft)
      }
      mentions.append(Mention(range: span.range, entity: number))
      titles.append(span.title)
    }
    analysis.mentions = mentions
    analysis.entities = order.map { index in
      var entity = builder.drafts[index].entity
      entity.aliases = builder.drafts[index].surfaces.filter { $0 != entity.name }
      return entity
    }
    return titles
  }
}
