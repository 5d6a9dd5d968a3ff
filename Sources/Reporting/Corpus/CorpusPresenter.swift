internal import NewsModel
public import Store

/// Shows rows of a corpus as people read them, one in a line or many in a table, each with its place.
///
///     let presenter = CorpusPresenter(snapshot)
///     try presenter.line(for: .quotes, row: 0)      // “We will stay.” — Ann Ward (001:29)
///     try presenter.table(of: .quotes, rows: 0..<5)
public struct CorpusPresenter: Sendable {
  private let snapshot: CorpusSnapshot

  /// Creates a presenter of one snapshot.
  public init(_ snapshot: CorpusSnapshot) { self.snapshot = snapshot }

  /// A row in one line.
  ///
  /// - Throws: What reading the snapshot throws.
  public func line(for table: CorpusTable, row: Int) throws -> String {
    let columns = try snapshot.columns(of: table)
    func text(_ name: String) throws -> String? {
      let words = try cell(columns, name, row).plainText
      return words.isEmpty ? nil : TextWidth.printable(words)
    }
    let place = try place(columns, row).map { " (\($0))" } ?? ""
    let words = try snapshot.text(of: table, row: row).map(TextWidth.printable) ?? ""
    switch table {
    case .articles:
      let origin = try [text("outlet"), text("published")].compactMap { $0 }.joined(separator: ", ")
      let title = try text("title") ?? "without a title"
      return "\(try text("id") ?? "") \(title)" + (origin.isEmpty ? "" : " (\(origin))")
    case .entities:
      let count = try text("articles") ?? "0"
      let articles = count == "1" ? "1 article" : "\(count) articles"
      return "\(try text("name") ?? "") (\(try text("type") ?? "other"), \(articles))"
    case .quotes:
      let inferred = try text("inferred") == "true" ? ", the analyst’s inference" : ""
      return "\(quoted(words)) — \(try text("speaker") ?? "nobody named")\(inferred)\(place)"
    case .mentions:
      return "\(quoted(words)) = \(try text("entity") ?? "?")\(place)"
    case .figures:
      let value = try [text("value"), text("unit")].compactMap { $0 }.joined(separator: " ")
      return "\(quoted(words))\(value.isEmpty ? "" : " = \(value)")\(place)"
    case .dates:
      return "\(quoted(words)) = \(try text("resolved") ?? "not resolved")\(place)"
    case .notes:
      return "\(try text("kind") ?? "note"): \(try text("text") ?? "")\(place)"
    case .annotations:
      return "\(try text("type") ?? "annotation"): \(quoted(words))\(place)"
    case .zones:
      return "\(try text("kind") ?? "zone"): \(TextWidth.shortened(words, to: 60))\(place)"
    }
  }

  /// Rows as a table.
  ///
  /// - Parameters:
  ///   - table: Where the rows are.
  ///   - rows: The rows, in the order wanted.
  ///   - columns: The names of the columns, or `nil` for those that people want to see first; `text`
  ///     is what the row's spans say.
  /// - Returns: A table with a row for each; a name that is no column gives missing values.
  /// - Throws: What reading the snapshot throws.
  public func table(
    of table: CorpusTable, rows: some Sequence<Int>, columns: [String]? = nil
  ) throws -> Table {
    let set = try snapshot.columns(of: table)
    let names = columns ?? Self.columns(of: table)
    var result = Table(columns: names.map { Column($0) })
    for row in rows { result.append(try names.map { try cell(set, $0, row) }) }
    return result
  }

  /// The columns that people want to see first.
  public static func columns(of table: CorpusTable) -> [String] {
    switch table {
    case .articles: ["id", "title", "outlet", "published", "words"]
    case .quotes: ["article", "line", "speaker", "kind", "text"]
    case .entities: ["name", "type", "articles", "aliases"]
    case .mentions: ["article", "line", "text", "entity"]
    case .figures: ["article", "line", "text", "kind", "value", "unit"]
    case .dates: ["article", "line", "text", "kind", "resolved", "reason"]
    case .notes: ["article", "line", "kind", "text"]
    case .annotations: ["article", "line", "type", "text", "attributes"]
    case .zones: ["article", "line", "kind", "text"]
    }
  }

  /// The value of a column in a row; what a row refers to is named.
  func cell(_ columns: ColumnSet, _ name: String, _ row: Int) throws -> Cell {
    guard let column = columns[name] else {
      return name == "text" ? .optional(try snapshot.text(of: columns.table, row: row)) : .missing
    }
    switch column.values {
    case .text(let values):
      guard let text = values[row] else { return .missing }
      let isInferred =
        try columns.table == .quotes && name == "speaker" && snapshot.quotes.inferred[row]
      return isInferred ? .inferred(text) : .text(text)
    case .integer(let values): return values[row] < 0 ? .missing : .integer(Int(values[row]))
    case .number(let values): return values[row].isNaN ? .missing : .number(values[row])
    case .flag(let values): return .boolean(values[row])
    case .list(let values): return .texts(values[row])
    case .row(let values, of: let table):
      return values[row] < 0 ? .missing : try reference(to: table, row: Int(values[row]))
    case .spans:
      return .optional(try snapshot.text(of: columns.table, row: row, column: name))
    }
  }

  /// What people call a row of a table that another table refers to.
  private func reference(to table: CorpusTable, row: Int) throws -> Cell {
    switch table {
    case .articles: .optional(try snapshot.articles.id[row])
    case .entities: .optional(try snapshot.entities.name[row])
    default: .text(try line(for: table, row: row))
    }
  }

  /// Where a row stands: `001:29`.
  private func place(_ columns: ColumnSet, _ row: Int) throws -> String? {
    guard columns["article"] != nil else { return nil }
    guard case .text(let article) = try cell(columns, "article", row) else { return nil }
    guard case .integer(let line) = try cell(columns, "line", row) else { return article }
    return "\(article):\(line)"
  }

  /// Words in quotation marks, unless they have their own.
  private func quoted(_ words: String) -> String {
    let isQuoted = ["“", "\"", "‘", "«", "„"].contains { words.hasPrefix($0) }
    return isQuoted ? words : "“\(words)”"
  }
}
