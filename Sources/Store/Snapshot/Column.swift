internal import NewsModel

/// The tables that a snapshot of a corpus holds.
public enum CorpusTable: String, Sendable, CaseIterable {
  // The order is the `kind` of a row outside Swift: add at the end only.
  case articles, quotes, entities, mentions, figures, dates, notes, annotations, zones
}

/// One named column of a table.
public struct Column: Sendable {
  /// The values of all rows.
  public enum Values: Sendable {
    /// Texts; absent where ``TextColumn/ids`` is -1.
    case text(TextColumn)
    /// Whole numbers; absent where -1.
    case integer([Int32])
    /// Numbers; absent where not a number.
    case number([Double])
    /// True or false.
    case flag([Bool])
    /// Rows of another table (or this one); absent where -1.
    case row([Int32], of: CorpusTable)
    /// Several texts a row.
    case list(ListColumn)
    /// Spans in the text of the row's article.
    case spans(SpanColumn)
  }

  /// The name, in lower case: `quoted_words`.
  public let name: String
  /// What the column holds, as one sentence.
  public let summary: String
  /// The values.
  public let values: Values
}

/// The columns of one table, all of the same length.
///
/// Rows count from 0. Articles stand in corpus order; the rows of the other tables stand in the order
/// of their articles, so that those of one article are neighbours. Entities stand in order of
/// first appearance.
public final class ColumnSet: Sendable {
  /// Which table it is.
  public let table: CorpusTable
  /// The number of rows.
  public let count: Int
  /// The columns, in the order in which people want to see them.
  public let columns: [Column]
  private let indices: [String: Int]
  /// The database's key of each row.
  let keys: RowKeys

  init(table: CorpusTable, columns: [Column], keys: RowKeys) {
    self.table = table
    self.columns = columns
    self.keys = keys
    count = keys.count
    indices = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($0.element.name, $0.offset) })
  }

  /// The names of the columns, in order.
  public var names: [String] { columns.map(\.name) }

  /// The position of a column in ``columns``, or `nil` if the table has none of this name.
  public func index(ofColumn name: String) -> Int? { indices[name] }

  /// The column of a name, or `nil` if the table has none.
  public subscript(name: String) -> Column? { indices[name].map { columns[$0] } }

  /// The rows that belong to an article, for a table whose rows do.
  ///
  /// - Complexity: O(log *n*).
  public func rows(inArticle article: Int) -> Range<Int> {
    guard case .row(let articles, of: .articles)? = self["article"]?.values else { return 0..<0 }
    let first = articles.partitioningIndex { Int($0) >= article }
    let last = articles.partitioningIndex { Int($0) > article }
    return first..<last
  }
}

/// The database's keys of a table's rows, and the way back from a key to its row.
struct RowKeys: Sendable {
  private let keys: [Int64]
  /// Filled only where the keys do not ascend.
  private let rows: [Int64: Int32]

  init(_ keys: [Int64]) {
    self.keys = keys
    let ascend = zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
    rows =
      ascend
      ? [:]
      : Dictionary(
        keys.enumerated().map { ($0.element, Int32($0.offset)) }, uniquingKeysWith: { a, _ in a })
  }

  var count: Int { keys.count }
  subscript(row: Int) -> Int64 { keys[row] }

  /// The row of a key, or -1.
  func row(of key: Int64) -> Int32 {
    if !rows.isEmpty { return rows[key] ?? -1 }
    let place = keys.partitioningIndex { $0 >= key }
    return place < keys.count && keys[place] == key ? Int32(place) : -1
  }
}
