import Language
public import NewsModel

/// A text whose tokens have known parts of speech, on the tokens of our own tokeniser.
public struct TaggedText: Sendable {
  /// The tokens with sentences and lower-case forms.
  public let columns: TokenColumns
  /// The true tag of each token; `.unknown` where the source has other tokens or none.
  public let tags: [PartOfSpeech]
  /// How many times the text counts.
  public var weight: Float

  /// Aligns a source's tags with our tokens.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - tokens: The source's tokens, in order.
  ///   - tags: Their tags as the source writes them.
  ///   - weight: How many times the text counts.
  public init(text: String, tokens: [ByteRange], tags: [String], weight: Float = 1) {
    let columns = LanguageAnalyser.segment(text, paragraphs: Self.lines(of: text))
    var known: [ByteRange: PartOfSpeech] = [:]
    for (token, tag) in zip(tokens, tags) { known[token] = PartOfSpeech(name: tag) ?? .unknown }
    self.tags = (0..<columns.count).map { known[columns.range(of: $0)] ?? .unknown }
    self.columns = columns
    self.weight = weight
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
