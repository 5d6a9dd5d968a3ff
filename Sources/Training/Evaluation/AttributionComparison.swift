internal import Extraction
internal import NewsModel

/// Compares predicted with annotated attributions of one article, word by word.
struct AttributionComparison {
  private typealias Attribution = AnnotatedArticle.Attribution

  private let article: AnnotatedArticle
  /// The end of the paragraph that each word lies in.
  private let paragraphEnds: [Int]
  /// Bytes in quotation marks.
  private let quoted: [Bool]
  private let bytes: [UInt8]

  /// Prepares an article with its words.
  init(_ article: AnnotatedArticle) {
    self.article = article
    bytes = Array(article.text.utf8)
    quoted = Self.quoted(bytes)
    paragraphEnds = Self.paragraphEnds(article, bytes)
  }

  /// Adds the counts of all measures.
  func compare(
    _ predicted: [AnnotatedArticle.Attribution], into scores: inout AttributionScores
  ) {
    let roles: [(AttributionScores.Measure, KeyPath<Attribution, [ByteRange]>)] = [
      (.source, \.source), (.cue, \.cue), (.content, \.content),
    ]
    for (measure, role) in roles {
      let gold = spans(article.attributions.flatMap { $0[keyPath: role] })
      let found = spans(predicted.flatMap { $0[keyPath: role] })
      let same = gold.intersection(found).count
      var counts = AttributionScores.Counts()
      counts.rightPredictions = same
      counts.predictions = found.count
      counts.found = same
      counts.annotated = gold.count
      scores[measure] += counts
    }
    compareStatements(predicted, &scores)
  }

  // MARK: Statements

  /// An attribution as sets of words.
  private struct Statement {
    var content: Set<Int>
    var source: Set<Int>
    var heads: Set<Int>
    var kind: AttributionScores.Measure

    func agrees(withSourceOf annotated: Statement) -> Bool {
      if annotated.source.isEmpty || source.isEmpty {
        return annotated.source.isEmpty && source.isEmpty
      }
      return !annotated.heads.isDisjoint(with: source)
    }
  }

  private func statement(_ attribution: Attribution) -> Statement? {
    let content = words(attribution.content)
    guard !content.isEmpty else { return nil }
    return Statement(
      content: content, source: words(attribution.source), heads: heads(attribution.source),
      kind: kind(attribution.content))
  }

  /// Whether each prediction is right: its content is an annotated one’s by half or more, and its source
  /// holds the head.
  func right(_ predicted: [AnnotatedArticle.Attribution]) -> [Bool] {
    let gold = article.attributions.compactMap(statement)
    let found = predicted.map(statement)
    var options = [[Int]](repeating: [], count: found.count)
    let known = found.indices.filter { found[$0] != nil }
    for pair in Self.pairs(found.compactMap { $0 }, gold) {
      let index = known[pair.found]
      guard let one = found[index], one.agrees(withSourceOf: gold[pair.gold]) else { continue }
      options[index].append(pair.gold)
    }
    var right = [Bool](repeating: false, count: found.count)
    for match in Matching.largest(options, rightCount: gold.count) { right[match.left] = true }
    return right
  }

  /// Pairs whose contents agree by half or more, the best first.
  private static func pairs(
    _ found: [Statement], _ gold: [Statement]
  ) -> [(overlap: Double, found: Int, gold: Int)] {
    var candidates: [(overlap: Double, found: Int, gold: Int)] = []
    for (i, one) in found.enumerated() {
      for (j, other) in gold.enumerated() {
        let common = one.content.intersection(other.content).count
        guard common > 0 else { continue }
        let overlap = Double(common) / Double(one.content.union(other.content).count)
        if overlap >= 0.5 { candidates.append((overlap, i, j)) }
      }
    }
    candidates.sort { ($0.overlap, -$0.found, -$0.gold) > ($1.overlap, -$1.found, -$1.gold) }
    return candidates
  }

  private func compareStatements(
    _ predicted: [Attribution], _ scores: inout AttributionScores
  ) {
    let gold = article.attributions.compactMap(statement)
    let found = predicted.compactMap(statement)
    let candidates = Self.pairs(found, gold)
    for measure in [AttributionScores.Measure.what, .whoSaidWhat] {
      var options = [[Int]](repeating: [], count: found.count)
      for pair in candidates
      where measure == .what || found[pair.found].agrees(withSourceOf: gold[pair.gold]) {
        options[pair.found].append(pair.gold)
      }
      let matches = Matching.largest(options, rightCount: gold.count)
      var counts = AttributionScores.Counts()
      counts.rightPredictions = matches.count
      counts.found = matches.count
      counts.predictions = found.count
      counts.annotated = gold.count
      scores[measure] += counts
      guard measure == .whoSaidWhat else { continue }
      for kind in [AttributionScores.Measure.direct, .mixed, .indirect] {
        var counts = AttributionScores.Counts()
        counts.rightPredictions = matches.count { found[$0.left].kind == kind }
        counts.predictions = found.count { $0.kind == kind }
        counts.found = matches.count { gold[$0.right].kind == kind }
        counts.annotated = gold.count { $0.kind == kind }
        scores[kind] += counts
      }
    }
  }

  // MARK: Words

  /// The words that share a byte with a range.
  private func run(_ range: ByteRange) -> Range<Int> {
    let first = article.tokens.partitioningIndex { $0.end > range.start }
    var end = first
    while end < article.tokens.count, article.tokens[end].start < range.end { end += 1 }
    return first..<end
  }

  private func words(_ ranges: [ByteRange]) -> Set<Int> {
    ranges.reduce(into: []) { $0.formUnion(run($1)) }
  }

  /// Runs of words, cut at paragraph ends.
  private func spans(_ ranges: [ByteRange]) -> Set<Range<Int>> {
    var spans: Set<Range<Int>> = []
    for range in ranges {
      let run = run(range)
      var start = run.lowerBound
      while start < run.upperBound {
        let end = min(run.upperBound, paragraphEnds[start])
        spans.insert(start..<end)
        start = end
      }
    }
    return spans
  }

  /// The head words of sources: the last noun before the first preposition, comma, relative word or verb.
  private func heads(_ ranges: [ByteRange]) -> Set<Int> {
    var heads: Set<Int> = []
    for range in ranges {
      let run = run(range)
      guard !run.isEmpty else { continue }
      var head: Int?
      for word in run {
        let text = article.text[bytes: article.tokens[word]].lowercased()
        let tag = article.partsOfSpeech.isEmpty ? "" : article.partsOfSpeech[word]
        let endsPhrase =
          Self.phraseEnds.contains(text) || (tag.first.map { "VWM".contains($0) } ?? false)
        if head != nil, endsPhrase { break }
        if tag.isEmpty {
          if !Self.phraseEnds.contains(text) { head = word }
        } else if Self.nominal.contains(String(tag.prefix(2))) {
          let isNoun = tag.hasPrefix("NN") || tag.hasPrefix("PR")
          let hasNoun = head.map {
            article.partsOfSpeech[$0].hasPrefix("NN") || article.partsOfSpeech[$0].hasPrefix("PR")
          }
          if isNoun || hasNoun != true { head = word }
        }
      }
      heads.insert(head ?? run.upperBound - 1)
    }
    return heads
  }

  private static let nominal: Set<String> = ["NN", "PR", "CD", "DT", "JJ", "EX", "FW", "WP"]
  private static let phraseEnds: Set<String> = [
    "of", "in", "at", "for", "from", "with", "by", "on", "to", "who", "which", "that", "whose", ",",
    "(", "--", "-", "–", "—", ":", ";", "as", "about", "into", "over", "under", "after", "before",
    "during",
  ]

  private static func paragraphEnds(_ article: AnnotatedArticle, _ bytes: [UInt8]) -> [Int] {
    var ends = [Int](repeating: article.tokens.count, count: article.tokens.count)
    if !article.paragraphs.isEmpty {
      for run in article.paragraphs {
        for word in run { ends[word] = run.upperBound }
      }
      return ends
    }
    var end = article.tokens.count
    for word in article.tokens.indices.reversed() {
      if word + 1 < article.tokens.count,
        bytes[article.tokens[word].end..<article.tokens[word + 1].start].contains(
          UInt8(ascii: "\n"))
      {
        end = word + 1
      }
      ends[word] = end
    }
    return ends
  }

  // MARK: Quotation marks

  /// How much of some text stands in double quotation marks: all, some or no letters and digits.
  private func kind(_ ranges: [ByteRange]) -> AttributionScores.Measure {
    var letters = 0
    var inside = 0
    for range in ranges {
      for (offset, byte) in bytes[range.range].enumerated()
      where byte >= 0xc3 || (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte & 0xdf) {
        // The bytes 0xe2 begin dashes and quotation marks.
        guard byte != 0xe2 else { continue }
        letters += 1
        if quoted[range.start + offset] { inside += 1 }
      }
    }
    return inside == 0 ? .indirect : inside == letters ? .direct : .mixed
  }

  /// Whether each byte stands in double quotation marks; a straight mark toggles, a line end closes.
  private static func quoted(_ bytes: [UInt8]) -> [Bool] {
    var quoted = [Bool](repeating: false, count: bytes.count)
    var isInside = false
    func has(_ mark: String, at index: Int) -> Bool {
      bytes[index...].starts(with: mark.utf8)
    }
    for index in bytes.indices {
      quoted[index] = isInside
      switch bytes[index] {
      case UInt8(ascii: "\n"):
        isInside = false
        quoted[index] = false
      case UInt8(ascii: "\""):
        quoted[index] = true
        isInside.toggle()
      case 0xe2:
        if has("“", at: index) {
          isInside = true
          quoted[index] = true
        } else if has("”", at: index) {
          isInside = false
          quoted[index] = true
        }
      case UInt8(ascii: "`") where !isInside && has("``", at: index):
        isInside = true
        quoted[index] = true
      case UInt8(ascii: "'") where isInside && has("''", at: index):
        isInside = false
        quoted[index] = true
      default: break
      }
    }
    return quoted
  }
}
