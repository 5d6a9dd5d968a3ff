public import NewsModel

/// One analysed article as the matcher reads it: columns by token, and annotations by type.
public struct MatchText: Sendable {
  /// A whole annotation, entity mention or quote as a run of tokens.
  public struct Extent: Sendable, Hashable {
    /// Its tokens.
    public var tokens: Range<Int>
    /// Index into the array it came from (mentions, quotes, annotations).
    public var index: Int

    /// Creates an extent.
    public init(tokens: Range<Int>, index: Int) {
      self.tokens = tokens
      self.index = index
    }
  }

  /// The tokens.
  public var tokens: TokenColumns
  /// Whether each token stands inside quotation marks, the marks included.
  public var isQuoted: [Bool]
  /// The numeric value of each token, NaN where it is no number.
  public var numbers: [Double]
  /// The type name of the entity that each token belongs to; 0 is none, else index + 1 into
  /// ``entityTypes``.
  public var entityCodes: [UInt8]
  /// The kind of zone of each token.
  public var zones: [Zone.Kind?]
  /// Annotations by type, each sorted by first token and not overlapping within a type.
  public var extents: [String: [Extent]]
  /// The tokens of the first body paragraph, or an empty range.
  public var lead: Range<Int>

  /// The names that ``entityCodes`` stand for.
  public static let entityTypes = ["PERSON", "ORGANISATION", "PLACE", "OTHER"]

  /// Prepares an article for matching.
  ///
  /// - Complexity: O(tokens + annotations).
  public init(_ analysis: Analysis) {
    let tokens = analysis.tokens
    self.tokens = tokens
    isQuoted = Array(repeating: false, count: tokens.count)
    entityCodes = Array(repeating: 0, count: tokens.count)
    zones = (0..<tokens.count).map { analysis.article.zoneKind(at: Int(tokens.starts[$0])) }
    for quotation in analysis.quotations {
      for token in tokens.tokens(in: quotation) { isQuoted[token] = true }
    }
    var extents: [String: [Extent]] = [:]
    for (index, mention) in analysis.mentions.enumerated() {
      let run = tokens.tokens(in: mention.range)
      guard !run.isEmpty else { continue }
      let code: UInt8
      switch analysis.entities[mention.entity].type {
      case .person: code = 1
      case .organisation: code = 2
      case .place: code = 3
      case .other: code = 4
      }
      for token in run { entityCodes[token] = code }
      let extent = Extent(tokens: run, index: index)
      extents[Self.entityTypes[Int(code) - 1], default: []].append(extent)
      extents["ENTITY", default: []].append(extent)
    }
    for (index, quote) in analysis.quotes.enumerated() where quote.nestedIn == nil {
      guard let first = quote.content.first, let last = quote.content.last else { continue }
      let run = tokens.tokens(in: first.union(last))
      if !run.isEmpty { extents["QUOTE", default: []].append(Extent(tokens: run, index: index)) }
    }
    for (index, annotation) in analysis.annotations.enumerated() {
      let run = tokens.tokens(in: annotation.range)
      guard !run.isEmpty else { continue }
      extents[annotation.type, default: []].append(Extent(tokens: run, index: index))
    }
    self.extents = extents.mapValues(Self.withoutOverlaps)
    numbers = NumberWords.values(of: tokens)
    let body = zones.firstIndex(of: .body)
    lead = body.map { tokens.paragraph(tokens.paragraphIndex(ofToken: $0)) } ?? 0..<0
  }

  /// Sorts by first token, the longer one first, and drops what overlaps an earlier one.
  private static func withoutOverlaps(_ extents: [Extent]) -> [Extent] {
    let sorted = extents.sorted {
      ($0.tokens.lowerBound, $1.tokens.upperBound, $0.index)
        < ($1.tokens.lowerBound, $0.tokens.upperBound, $1.index)
    }
    var kept: [Extent] = []
    for extent in sorted where extent.tokens.lowerBound >= kept.last?.tokens.upperBound ?? 0 {
      kept.append(extent)
    }
    return kept
  }

  /// The extent of a type that begins at a token.
  func extent(of type: String, startingAt token: Int) -> Extent? {
    guard let list = extents[type] else { return nil }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].tokens.lowerBound == token ? list[low] : nil
  }

  /// Whether one extent of a type holds all the tokens.
  func isWithin(_ tokens: Range<Int>, type: String) -> Bool {
    extents[type, default: []].contains {
      $0.tokens.lowerBound <= tokens.lowerBound && tokens.upperBound <= $0.tokens.upperBound
    }
  }

  /// The stretch that a match starting at a token may not leave.
  func scope(_ scope: Pattern.Scope, at token: Int) -> Range<Int> {
    switch scope {
    case .sentence: tokens.sentence(tokens.sentenceIndex(ofToken: token))
    case .paragraph: tokens.paragraph(tokens.paragraphIndex(ofToken: token))
    case .document: 0..<tokens.count
    }
  }
}
