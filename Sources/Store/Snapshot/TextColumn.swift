internal import NewsModel

/// A column of texts in which each distinct text is kept once.
///
/// Texts are told apart byte by byte; the number of a text is its order of first appearance.
public struct TextColumn: Sendable {
  /// For each row the number of its text in ``values``, or -1 where the row has none.
  public let ids: [Int32]
  /// The distinct texts in order of first appearance.
  public let values: [String]
  private let vocabulary: Vocabulary

  init(ids: [Int32], vocabulary: Vocabulary) {
    self.ids = ids
    self.vocabulary = vocabulary
    values = (0..<UInt32(vocabulary.count)).map { vocabulary[$0] }
  }

  /// The number of rows.
  public var count: Int { ids.count }

  /// The text of a row, or `nil` where it has none.
  public subscript(row: Int) -> String? {
    let id = ids[row]
    return id < 0 ? nil : values[Int(id)]
  }

  /// The number of a text, or `nil` if no row has it.
  public func id(of text: String) -> Int32? { vocabulary.id(of: text).map(Int32.init) }
}

/// Collects a ``TextColumn`` row by row.
struct TextColumnBuilder {
  private var ids: [Int32] = []
  private var vocabulary = Vocabulary()

  mutating func append(_ text: String?) {
    guard let text else {
      ids.append(-1)
      return
    }
    ids.append(Int32(vocabulary.intern(text.utf8Span.span)))
  }

  func build() -> TextColumn { TextColumn(ids: ids, vocabulary: vocabulary) }
}
