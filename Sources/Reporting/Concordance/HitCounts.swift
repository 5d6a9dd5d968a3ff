public import Rules

/// How often each value of a field occurs among hits.
public struct HitCounts {
  private let field: QueryField
  private var counts: [String: (count: Int, articles: Set<Int>)] = [:]

  /// Creates empty counts of a field.
  public init(_ field: QueryField) { self.field = field }

  /// Counts a hit; one in which the capture took no part is left out.
  public mutating func add(_ hit: QueryHit, in text: MatchText) {
    guard let value = field.value(of: hit.match, in: text) else { return }
    counts[value, default: (0, [])].count += 1
    counts[value, default: (0, [])].articles.insert(hit.article)
  }

  /// The values with the number of their hits and articles, the most frequent first.
  public func table(limit: Int? = nil) -> Table {
    var table = Table(columns: [Column(field.name), "count", "articles"])
    let sorted = counts.sorted { a, b in
      a.value.count == b.value.count
        ? a.key.utf8.lexicographicallyPrecedes(b.key.utf8) : a.value.count > b.value.count
    }
    for (value, found) in sorted.prefix(limit ?? .max) {
      table.append([.text(value), .integer(found.count), .integer(found.articles.count)])
    }
    return table
  }
}
