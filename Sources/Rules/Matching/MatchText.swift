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
  /// The type name of the entity that each token belongs to; 0 is none, else index + 1 into
  /// ``entityTypes``.
  public var entityCodes: [UInt8]
  /// The parts of the article, in order.
  public var zones: [Zone]
  /// Annotations by type, each sorted by first token and not overlapping within a type.
  public var extents: [String: [Extent]]
  /// The lexicon whose vocabulary the tokens share with those of other articles, or `nil`.
  public var lexicon: Lexicon?
  /// Marks texts whose vocabularies continue each other, or `nil`.
  public var vocabularySeries: VocabularySeries?
  /// The tokens of each article where the text is made of several, else empty.
  let documents: [Range<Int>]

  /// The names that ``entityCodes`` stand for.
  public static let entityTypes = ["PERSON", "ORGANISATION", "PLACE", "OTHER"]

  /// Prepares an article for matching.
  ///
  /// - Complexity: O(tokens + annotations).
  public init(_ analysis: Analysis) {
    self.init(
      tokens: analysis.tokens, zones: analysis.article.zones, quotations: analysis.quotations,
      spans: Self.spans(of: analysis))
  }

  /// Prepares an article whose parts come from elsewhere.
  ///
  /// - Parameters:
  ///   - tokens: The tokens; of a lexicon's vocabulary where `lexicon` is given.
  ///   - zones: The parts of the article, in order.
  ///   - quotations: Pairs of quotation marks, marks included.
  ///   - spans: Entities, quotes and annotations by type, each with its index in the array it
  ///     comes from; of entities also under `ENTITY`.
  ///   - lexicon: What the tokens share with those of other articles.
  public init(
    tokens: TokenColumns, zones: [Zone], quotations: [ByteRange],
    spans: [String: [(range: ByteRange, index: Int)]], lexicon: Lexicon? = nil
  ) {
    self.tokens = tokens
    self.zones = zones
    self.lexicon = lexicon
    documents = []
    isQuoted = Array(repeating: false, count: tokens.count)
    entityCodes = Array(repeating: 0, count: tokens.count)
    for quotation in quotations {
      for token in tokens.tokens(in: quotation) { isQuoted[token] = true }
    }
    extents = [:]
    for (type, list) in spans {
      var found: [Extent] = []
      found.reserveCapacity(list.count)
      for (range, index) in list {
        let run = tokens.tokens(in: range)
        if !run.isEmpty { found.append(Extent(tokens: run, index: index)) }
      }
      extents[type] = Self.withoutOverlaps(found)
    }
    for (code, type) in Self.entityTypes.enumerated() {
      for (range, _) in spans[type] ?? [] {
        for token in tokens.tokens(in: range) { entityCodes[token] = UInt8(code + 1) }
      }
    }
  }

  /// Creates a text of several articles; it has no zones.
  init(
    tokens: TokenColumns, isQuoted: [Bool], entityCodes: [UInt8], extents: [String: [Extent]],
    lexicon: Lexicon, documents: [Range<Int>]
  ) {
    self.tokens = tokens
    self.isQuoted = isQuoted
    self.entityCodes = entityCodes
    self.extents = extents
    self.lexicon = lexicon
    self.documents = documents
    zones = []
  }

  /// The spans of an analysis by the types that patterns name.
  public static func spans(of analysis: Analysis) -> [String: [(range: ByteRange, index: Int)]] {
    var spans: [String: [(range: ByteRange, index: Int)]] = [:]
    for (index, mention) in analysis.mentions.enumerated() {
      let type = Self.typeName(of: analysis.entities[mention.entity].type)
      spans[type, default: []].append((mention.range, index))
      spans["ENTITY", default: []].append((mention.range, index))
    }
    for (index, quote) in analysis.quotes.enumerated() where quote.nestedIn == nil {
      guard let first = quote.content.first, let last = quote.content.last else { continue }
      spans["QUOTE", default: []].append((first.union(last), index))
    }
    for (index, annotation) in analysis.annotations.enumerated() {
      spans[annotation.type, default: []].append((annotation.range, index))
    }
    return spans
  }

  /// What patterns call a type of entity.
  public static func typeName(of type: EntityType) -> String {
    switch type {
    case .person: entityTypes[0]
    case .organisation: entityTypes[1]
    case .place: entityTypes[2]
    case .other: entityTypes[3]
    }
  }

  /// The numeric value of a token alone, NaN where it is no number.
  func number(at token: Int) -> Double { NumberWords.value(of: lower(token)) }

  /// A word in lower case; a text of several articles has no column of these.
  func lower(_ token: Int) -> String {
    tokens.lowers.isEmpty ? tokens.word(token).lowercased() : tokens.lower(token)
  }

  /// The kind of the part that a token stands in.
  func zone(at token: Int) -> Zone.Kind? { zones.kind(at: Int(tokens.starts[token])) }

  /// The tokens of the first body paragraph, or an empty range.
  var lead: Range<Int> {
    let bodies = zones.lazy.filter { $0.kind == .body }.map { tokens.tokens(in: $0.range) }
    guard let first = bodies.first(where: { !$0.isEmpty })?.lowerBound else { return 0..<0 }
    return tokens.paragraph(tokens.paragraphIndex(ofToken: first))
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
    return Self.extent(in: list, startingAt: token)
  }

  /// The extent that begins at a token.
  static func extent(in list: [Extent], startingAt token: Int) -> Extent? {
    let place = firstIndex(in: list, from: token)
    return place < list.count && list[place].tokens.lowerBound == token ? list[place] : nil
  }

  /// The extents of a type that begin at some tokens.
  func extents(of type: String, startingIn tokens: Range<Int>) -> ArraySlice<Extent> {
    guard let list = extents[type] else { return [] }
    let first = Self.firstIndex(in: list, from: tokens.lowerBound)
    return list[first..<Self.firstIndex(in: list, from: tokens.upperBound)]
  }

  private static func firstIndex(in list: [Extent], from token: Int) -> Int {
    list.partitioningIndex { $0.tokens.lowerBound >= token }
  }

  /// Whether one extent of a type holds all the tokens.
  func isWithin(_ tokens: Range<Int>, type: String) -> Bool {
    guard let list = extents[type] else { return false }
    let place = Self.firstIndex(in: list, from: tokens.lowerBound + 1) - 1
    return place >= 0 && tokens.upperBound <= list[place].tokens.upperBound
  }

  /// The stretch that a match starting at a token may not leave.
  func scope(_ scope: Pattern.Scope, at token: Int) -> Range<Int> {
    switch scope {
    case .sentence: tokens.sentence(tokens.sentenceIndex(ofToken: token))
    case .paragraph: tokens.paragraph(tokens.paragraphIndex(ofToken: token))
    case .document: document(ofToken: token)
    }
  }

  /// The tokens of the article that a token belongs to.
  private func document(ofToken token: Int) -> Range<Int> {
    let place = documents.partitioningIndex { $0.upperBound > token }
    return place < documents.count ? documents[place] : 0..<tokens.count
  }
}

/// Marks texts whose vocabularies continue each other: each begins with all the words of the one before.
///
/// A matcher then judges each word once for all of them. Such texts come of a tokeniser that goes on with the
/// vocabulary of the last article.
public final class VocabularySeries: Sendable {
  /// Creates a series.
  public init() {}
}
