/// The attributes of an article's tokens as small keys, the input of ``FeatureTemplates``.
///
/// A row is a token; between paragraphs lie ``FeatureTemplates/reach`` empty rows, so that a template that
/// reaches beyond the border of a paragraph finds the key 0 there.
public struct AttributeColumns: Sendable {
  /// The number of attributes of a token.
  public let attributeCount: Int
  /// Keys, row after row.
  public var cells: [UInt32]
  /// The rows of each paragraph.
  public let paragraphs: [Range<Int>]

  /// Creates empty rows for paragraphs with these numbers of tokens.
  public init(attributeCount: Int, paragraphLengths: [Int]) {
    self.attributeCount = attributeCount
    var row = FeatureTemplates.reach
    var paragraphs: [Range<Int>] = []
    for length in paragraphLengths {
      paragraphs.append(row..<row + length)
      row += length + FeatureTemplates.reach
    }
    self.paragraphs = paragraphs
    cells = Array(repeating: 0, count: row * attributeCount)
  }

  /// The number of rows, empty ones included.
  public var rowCount: Int { cells.count / attributeCount }

  /// The key of an attribute in a row.
  @inlinable
  public subscript(row: Int, attribute: Int) -> UInt32 {
    get { cells[row * attributeCount + attribute] }
    set { cells[row * attributeCount + attribute] = newValue }
  }
}
