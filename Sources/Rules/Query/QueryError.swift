/// Why a query cannot go on.
public enum QueryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// An article is not the one that was indexed: the corpus was written to meanwhile.
  case corpusChanged

  /// The fault in words.
  public var description: String {
    switch self {
    case .corpusChanged: "the corpus was indexed again since it was opened; open it anew"
    }
  }
}
