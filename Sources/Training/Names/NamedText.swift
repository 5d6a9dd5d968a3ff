public import NewsModel

/// A text whose names are annotated.
public struct NamedText: Sendable {
  /// The text.
  public var text: String
  /// The people, organisations and places, cut to their proper nouns.
  public var names: [ByteRange: EntityType] = [:]
  /// Other names: events, works, adjectives of places where the source keeps them apart.
  public var others: Set<ByteRange> = []
  /// Whether people marked the names, rather than a program.
  public var isByHand = false
  /// How many times it counts in training.
  public var weight: Float = 1

  /// Creates a text without names.
  public init(text: String) { self.text = text }
}
