/// A value of a column, to compare rows with.
public enum ColumnValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A number; whole numbers and rows too.
  case number(Double)
  /// True or false.
  case flag(Bool)
  /// No value.
  case absent
}

extension ColumnSet {
  /// All rows, in order.
  public var allRows: [Int32] { Array(0..<Int32(count)) }

  /// The rows in which a column has a value; in a column of lists, in which the list holds it.
  ///
  /// A row of another table is meant by its number. Without `rows` all rows are looked at.
  ///
  /// - Complexity: O(*n*), one comparison of numbers a row.
  public func rows(
    _ rows: [Int32]? = nil, where column: Column, equals value: ColumnValue
  ) -> [Int32] {
    let rows = rows ?? allRows
    switch (column.values, value) {
    case (.text(let texts), .text(let text)):
      guard let id = texts.id(of: text) else { return [] }
      return rows.filter { texts.ids[Int($0)] == id }
    case (.text(let texts), .absent):
      return rows.filter { texts.ids[Int($0)] < 0 }
    case (.integer(let numbers), .number(let number)), (.row(let numbers, _), .number(let number)):
      guard let wanted = Int32(exactly: number) else { return [] }
      return rows.filter { numbers[Int($0)] == wanted }
    case (.integer(let numbers), .absent), (.row(let numbers, _), .absent):
      return rows.filter { numbers[Int($0)] < 0 }
    case (.number(let numbers), .number(let number)):
      return rows.filter { numbers[Int($0)] == number }
    case (.number(let numbers), .absent):
      return rows.filter { numbers[Int($0)].isNaN }
    case (.flag(let flags), .flag(let flag)):
      return rows.filter { flags[Int($0)] == flag }
    case (.list(let lists), .text(let text)):
      guard let id = lists.texts.id(of: text) else { return [] }
      return rows.filter { row in lists.range(of: Int(row)).contains { lists.texts.ids[$0] == id } }
    case (.list(let lists), .absent):
      return rows.filter { lists.range(of: Int($0)).isEmpty }
    case (.spans(let spans), .absent):
      return rows.filter { spans.range(of: Int($0)).isEmpty }
    default:
      return []
    }
  }

  /// The rows by the value that a column has in them; groups in order of first appearance.
  ///
  /// A row whose list holds several values stands in several groups.
  ///
  /// - Complexity: O(*n*).
  public func groups(
    _ rows: [Int32]? = nil, by column: Column
  ) -> [(value: ColumnValue, rows: [Int32])] {
    var order: [Int64: Int] = [:]
    var groups: [(value: ColumnValue, rows: [Int32])] = []
    func add(_ row: Int32, _ key: Int64, _ value: () -> ColumnValue) {
      if let group = order[key] {
        groups[group].rows.append(row)
      } else {
        order[key] = groups.count
        groups.append((value(), [row]))
      }
    }
    for row in rows ?? allRows {
      let index = Int(row)
      switch column.values {
      case .text(let texts):
        add(row, Int64(texts.ids[index])) { texts[index].map { .text($0) } ?? .absent }
      case .integer(let numbers), .row(let numbers, _):
        let number = numbers[index]
        add(row, Int64(number)) { number < 0 ? .absent : .number(Double(number)) }
      case .number(let numbers):
        let number = numbers[index]
        add(row, number.isNaN ? .min : Int64(bitPattern: number.bitPattern)) {
          number.isNaN ? .absent : .number(number)
        }
      case .flag(let flags):
        add(row, flags[index] ? 1 : 0) { .flag(flags[index]) }
      case .list(let lists):
        let range = lists.range(of: index)
        if range.isEmpty { add(row, -1) { .absent } }
        for position in range {
          add(row, Int64(lists.texts.ids[position])) {
            lists.texts[position].map { .text($0) } ?? .absent
          }
        }
      case .spans(let spans):
        let isAbsent = spans.range(of: index).isEmpty
        add(row, isAbsent ? 0 : 1) { isAbsent ? .absent : .flag(true) }
      }
    }
    return groups
  }

  /// How often each value of a column occurs, the commonest first, equal counts by value.
  ///
  /// - Complexity: O(*n* + *k* log *k*) for *k* values.
  public func counts(
    _ rows: [Int32]? = nil, by column: Column
  ) -> [(value: ColumnValue, count: Int)] {
    groups(rows, by: column)
      .map { (value: $0.value, count: $0.rows.count) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// The rows ordered by a column, equal ones as they were; rows without a value come last.
  ///
  /// Texts are ordered by their bytes, lists by their first text, spans by their start.
  ///
  /// - Complexity: O(*n* log *n*).
  public func sorted(
    _ rows: [Int32]? = nil, by column: Column, descending: Bool = false
  ) -> [Int32] {
    let rows = rows ?? allRows
    let ranks = ranks(of: column)
    let keyed = rows.enumerated().map { (order: $0.offset, row: $0.element) }
    return keyed.sorted { a, b in
      let (x, y) = (ranks[Int(a.row)], ranks[Int(b.row)])
      if x.isNaN || y.isNaN { return x.isNaN == y.isNaN ? a.order < b.order : y.isNaN }
      if x == y { return a.order < b.order }
      return descending ? x > y : x < y
    }.map(\.row)
  }

  /// A number for each row that orders the rows as the column's values do.
  private func ranks(of column: Column) -> [Double] {
    func ranks(of values: [String]) -> [Double] {
      var ranks = [Double](repeating: 0, count: values.count)
      let order = values.indices.sorted {
        values[$0].utf8.lexicographicallyPrecedes(values[$1].utf8)
      }
      for (rank, index) in order.enumerated() { ranks[index] = Double(rank) }
      return ranks
    }
    switch column.values {
    case .text(let texts):
      let ranks = ranks(of: texts.values)
      return texts.ids.map { $0 < 0 ? .nan : ranks[Int($0)] }
    case .integer(let numbers), .row(let numbers, _):
      return numbers.map { $0 < 0 ? .nan : Double($0) }
    case .number(let numbers): return numbers
    case .flag(let flags): return flags.map { $0 ? 1 : 0 }
    case .list(let lists):
      let ranks = ranks(of: lists.texts.values)
      return (0..<lists.count).map { row in
        lists.range(of: row).first.map { ranks[Int(lists.texts.ids[$0])] } ?? .nan
      }
    case .spans(let spans):
      return (0..<spans.count).map { row in
        spans.range(of: row).first.map { Double(spans.starts[$0]) } ?? .nan
      }
    }
  }
}

extension ColumnValue: Comparable {
  /// Orders texts by their bytes and numbers by size; flags, numbers, texts, then no value.
  public static func < (a: ColumnValue, b: ColumnValue) -> Bool {
    switch (a, b) {
    case (.text(let x), .text(let y)): x.utf8.lexicographicallyPrecedes(y.utf8)
    case (.number(let x), .number(let y)): x < y
    case (.flag(let x), .flag(let y)): !x && y
    default: a.rank < b.rank
    }
  }

  private var rank: Int {
    switch self {
    case .flag: 0
    case .number: 1
    case .text: 2
    case .absent: 3
    }
  }
}
