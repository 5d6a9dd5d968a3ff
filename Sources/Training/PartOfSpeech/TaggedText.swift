internal import Language
public import NewsModel

/// A text whose tokens have known parts of speech, on the tokens of our own tokeniser.
public struct TaggedText: Sendable {
  /// The tokens with sentences and lower-case forms.
  public let columns: TokenColumns
  /// The true tag of each token; `.unknown` where the source has other tokens or none.
  public let tags: [PartOfSpeech]
  /// The number of the source's tokens that ours do not match.
  ///
  /// Hyphenated words, which the source splits and we do not, are not counted.
  public let missedTokens: Int
  /// How many times the text counts.
  public var weight: Float
  /// Whether people tagged it, rather than a program.
  public let isByHand: Bool

  /// Aligns a source's tags with our tokens.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - tokens: The source's tokens, in order.
  ///   - tags: Their tags as the source writes them.
  ///   - weight: How many times the text counts.
  ///   - isByHand: Whether people tagged it, rather than a program.
  public init(
    text: String, tokens: [ByteRange], tags: [String], weight: Float = 1, isByHand: Bool = true
  ) {
    let columns = LanguageAnalyser().segment(text, paragraphs: Self.lines(of: text))
    let ours = Set((0..<columns.count).map { columns.range(of: $0) })
    var known: [ByteRange: PartOfSpeech] = [:]
    var missed = 0
    for (token, tag) in zip(tokens, tags) {
      known[token] = PartOfSpeech(name: tag) ?? .unknown
      if !ours.contains(token) { missed += 1 }
    }
    self.tags = (0..<columns.count).map { known[columns.range(of: $0)] ?? .unknown }
    missedTokens = missed - Self.partsOfCompounds(tokens, tags, ours)
    self.columns = columns
    self.weight = weight
    self.isByHand = isByHand
  }

  /// How many tokens are parts of hyphenated words that are one token of ours.
  private static func partsOfCompounds(
    _ tokens: [ByteRange], _ tags: [String], _ ours: Set<ByteRange>
  ) -> Int {
    var parts = 0
    var index = 0
    while index < min(tokens.count, tags.count) {
      var last = index
      while last + 2 < min(tokens.count, tags.count), tags[last + 1] == "HYPH",
        tokens[last].end == tokens[last + 1].start, tokens[last + 1].end == tokens[last + 2].start
      { last += 2 }
      if last > index, ours.contains(ByteRange(tokens[index].start, tokens[last].end)) {
        parts += last - index + 1
      }
      index = last + 1
    }
    return parts
  }

  /// The lines of a text that are not empty.
  static func lines(of text: String) -> [ByteRange] {
    var lines: [ByteRange] = []
    var start = 0
    var position = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        if position > start { lines.append(ByteRange(start, position)) }
        start = position + 1
      }
      position += 1
    }
    if position > start { lines.append(ByteRange(start, position)) }
    return lines
  }
}
