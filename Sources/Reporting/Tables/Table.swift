/// An answer as rows and columns, ready for the screen, a spreadsheet or another program.
///
///     var table = Table(columns: ["speaker", "quotes"])
///     table.append(["Ann Ward", 12])
///     table.rendered(as: .csv)      // "speaker,quotes\r\nAnn Ward,12\r\n"
///
/// *Invariant:* every row has as many cells as there are columns; ``append(_:)`` fills up short rows.
public struct Table: Hashable, Sendable {
  /// What the table shows, or `nil`.
  public var title: String?
  /// The columns, left to right.
  public var columns: [Column]
  /// The rows, first to last.
  public private(set) var rows: [[Cell]]
  /// Lines below the table: what was left out, why to be careful.
  public var remarks: [String]

  /// Creates a table; short rows are filled up with missing values.
  public init(
    title: String? = nil, columns: [Column], rows: [[Cell]] = [], remarks: [String] = []
  ) {
    self.title = title
    self.columns = columns
    self.rows = []
    self.remarks = remarks
    self.rows.reserveCapacity(rows.count)
    for row in rows { append(row) }
  }

  /// Adds a row; a short one is filled up with missing values.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count <= columns.count, "a row has no more cells than the table has columns")
    guard row.count < columns.count else { return rows.append(row) }
    rows.append(row + Array(repeating: Cell.missing, count: columns.count - row.count))
  }

  /// The same table with its first rows only.
  public func first(_ count: Int) -> Table {
    Table(title: title, columns: columns, rows: Array(rows.prefix(count)), remarks: remarks)
  }

  /// The columns' names, made distinct by a number where two are alike, as keys for JSON.
  public var keys: [String] {
    var seen: [String: Int] = [:]
    return columns.map { column in
      let count = seen[column.name, default: 0] + 1
      seen[column.name] = count
      return count == 1 ? column.name : "\(column.name)_\(count)"
    }
  }

  /// Whether a column is set flush right.
  func isFlushRight(_ index: Int) -> Bool {
    switch columns[index].alignment {
    case .left: return false
    case .right: return true
    case .automatic:
      var isNumeric = false
      for row in rows where row[index] != .missing {
        guard row[index].isNumber else { return false }
        isNumeric = true
      }
      return isNumeric
    }
  }
}

/// A column of a table.
public struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
  /// How the cells are set.
  public enum Alignment: Hashable, Sendable {
    /// Numbers right, anything else left.
    case automatic
    /// Flush left.
    case left
    /// Flush right.
    case right
  }

  /// What happens to a cell that is too wide for the screen; pipes and files always get all of it.
  public enum Overflow: Hashable, Sendable {
    /// It goes on in the next line.
    case wrap
    /// Its end is left out.
    case shortenEnd
    /// Its beginning is left out: the words before a hit.
    case shortenStart
  }

  /// The heading, and the key in JSON.
  public var name: String
  /// How the cells are set.
  public var alignment: Alignment
  /// What happens to a cell that is too wide for the screen.
  public var overflow: Overflow
  /// Whether the cells are words with their places, so that CSV has columns for these without rows too.
  public var holdsPlaces: Bool

  /// Creates a column.
  public init(
    _ name: String, alignment: Alignment = .automatic, overflow: Overflow = .wrap,
    holdsPlaces: Bool = false
  ) {
    self.name = name
    self.alignment = alignment
    self.overflow = overflow
    self.holdsPlaces = holdsPlaces
  }

  /// Creates a column with ordinary alignment.
  public init(stringLiteral value: String) { self.init(value) }
}
