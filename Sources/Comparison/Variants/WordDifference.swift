public import NewsModel

/// How two reports of one utterance differ at one place.
public struct WordDifference: Hashable, Sendable {
  /// What sort of difference it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One word in two spellings: “defense”, “defence”; capital letters.
    case spelling
    /// Singular and plural: “interest”, “interests”.
    case number
    /// Only marks differ: “actions such”, “actions, such”.
    case punctuation
    /// Other words.
    case wording
    /// Words that only one of them has.
    case droppedWord = "dropped-word"
    /// The same words in another place.
    case order
    /// Both quote words, but not the same ones.
    case quotationExtent = "quotation-extent"
    /// Only one of them quotes.
    case quotationStatus = "quotation-status"
  }

  /// What sort of difference it is.
  public let kind: Kind
  /// The words of the first report; empty where it has none.
  public let from: String
  /// The words of the second report; empty where it has none.
  public let to: String
  /// Where the words of the first report stand in its article.
  public let fromRange: ByteRange?
  /// Where the words of the second report stand in its article.
  public let toRange: ByteRange?
  /// Whether the words stand inside quotation marks wherever they stand.
  public let isQuoted: Bool

  /// Whether words were altered that both articles, or the one that has them, print as quoted.
  ///
  /// Spelling and punctuation follow a house style; they alter nothing.
  public var isAlteredQuotation: Bool {
    isQuoted && [.number, .wording, .droppedWord, .order].contains(kind)
  }
}
