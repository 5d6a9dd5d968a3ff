public import NewsModel

/// A column in which each row holds spans of its article's text.
public struct SpanColumn: Sendable {
  /// Where each row's spans begin in ``starts``, and after the last row where they end.
  public let offsets: [Int32]
  /// The first byte of each span.
  public let starts: [UInt32]
  /// The byte after each span.
  public let ends: [UInt32]

  /// The number of rows.
  public var count: Int { offsets.count - 1 }

  /// The positions in ``starts`` of a row's spans.
  public func range(of row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

  /// The spans of a row, in order.
  public subscript(row: Int) -> [ByteRange] {
    range(of: row).map { ByteRange(Int(starts[$0]), Int(ends[$0])) }
  }

  /// The shortest span that holds all spans of a row, or `nil` where the row has none.
  public func hull(of row: Int) -> ByteRange? {
    let range = range(of: row)
    guard let first = range.first, let last = range.last else { return nil }
    return ByteRange(Int(starts[first]), max(Int(starts[first]), Int(ends[last])))
  }
}

/// Collects a ``SpanColumn`` row by row.
struct SpanColumnBuilder {
  private var offsets: [Int32] = [0]
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  mutating func append(_ spans: [ByteRange]) {
    for span in spans {
      starts.append(UInt32(span.start))
      ends.append(UInt32(span.end))
    }
    offsets.append(Int32(starts.count))
  }

  func build() -> SpanColumn { SpanColumn(offsets: offsets, starts: starts, ends: ends) }
}
