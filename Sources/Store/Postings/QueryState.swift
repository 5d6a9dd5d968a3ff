internal import NewsModel
internal import Rules
internal import Synchronization

/// What a snapshot keeps for queries, each part made when it is first asked for.
final class QueryState: Sendable {
  /// All texts are let go of when they have this many tokens.
  static let tokenCapacity = 1 << 25

  let lexicon = Lazy<Lexicon>()
  let segments = Lazy<[QuerySegment]>()
  /// The articles that queries have read, by row.
  let texts = Mutex(Texts())
  /// The segments that queries have read.
  let segmentTexts = Mutex(Texts())
  let annotationCounts = Mutex<[String: Int]>([:])

  /// Texts that are kept for the next query.
  struct Texts {
    private var byRow: [Int: QueryText] = [:]
    private var tokens = 0

    subscript(row: Int) -> QueryText? {
      get { byRow[row] }
      set {
        guard let newValue else { return }
        if tokens > QueryState.tokenCapacity {
          byRow = [:]
          tokens = 0
        }
        byRow[row] = newValue
        tokens += newValue.text.tokens.count
      }
    }
  }
}
