extension Table {
  /// The table with columns of their own for the places of words, for forms whose cells hold only text.
  ///
  /// Words from an article are followed by `article` and `line`, except where the table has such a column
  /// already; from the second column of words on, its name stands in front: `second_article`.
  func withPlacesInColumns() -> Table {
    var names = Set(columns.map(\.name))
    let hasPlaces = columns.indices.map { index in
      columns[index].holdsPlaces || rows.contains { $0[index].span != nil }
    }
    guard let first = hasPlaces.firstIndex(of: true) else { return self }
    var spread: [Column] = []
    // Where each cell comes from: the column, and what of it.
    var parts: [(index: Int, value: (Cell) -> Cell)] = []
    for (index, column) in columns.enumerated() {
      spread.append(column)
      parts.append((index, { $0 }))
      guard hasPlaces[index] else { continue }
      let prefix = index == first ? "" : column.name + "_"
      if names.insert(prefix + "article").inserted {
        spread.append(Column(prefix + "article"))
        parts.append((index, { .optional($0.span?.article) }))
      }
      if names.insert(prefix + "line").inserted {
        spread.append(Column(prefix + "line", alignment: .right))
        parts.append((index, { .optional($0.span?.line) }))
      }
    }
    return Table(
      title: title, columns: spread,
      rows: rows.map { row in parts.map { part in part.value(row[part.index]) } },
      remarks: remarks)
  }

  /// The table with a column `inferred`, where it has none, if any cell is an analyst's inference.
  func withInferencesInColumn() -> Table {
    let areInferred = rows.map { $0.contains(where: \.isInferred) }
    guard areInferred.contains(true), !columns.contains(where: { $0.name == "inferred" }) else {
      return self
    }
    return Table(
      title: title, columns: columns + ["inferred"],
      rows: zip(rows, areInferred).map { $0 + [.boolean($1)] }, remarks: remarks)
  }
}
