/// A column in which each row holds several texts.
public struct ListColumn: Sendable {
  /// Where each row's texts begin in ``texts``, and after the last row where they end.
  public let offsets: [Int32]
  /// The texts of all rows, one after the other.
  public let texts: TextColumn

  /// The number of rows.
  public var count: Int { offsets.count - 1 }

  /// The positions in ``texts`` of a row's texts.
  public func range(of row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

  /// The texts of a row, in order.
  public subscript(row: Int) -> [String] { range(of: row).compactMap { texts[$0] } }
}

/// Collects a ``ListColumn`` row by row.
struct ListColumnBuilder {
  private var offsets: [Int32] = [0]
  private var texts = TextColumnBuilder()
  private var count: Int32 = 0

  mutating func append(_ list: [String]) {
    for text in list { texts.append(text) }
    count += Int32(list.count)
    offsets.append(count)
  }

  func build() -> ListColumn { ListColumn(offsets: offsets, texts: texts.build()) }
}
