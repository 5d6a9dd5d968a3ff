public import Store

/// Who is quoted, how often and where.
///
///     let ledger = try SpeakerLedger(of: snapshot)
///     ledger.rows[0].name         // "White House"
///     ledger.rows[0].quoted       // 9
public struct SpeakerLedger: Sendable {
  /// Whose statement a statement with another one inside it is.
  public enum View: Sendable {
    /// That of the source that the article names first: the White House says that Biden said …
    case source
    /// That of the person or body whose words are passed on in the end: Biden.
    case principal
  }

  /// One speaker.
  public struct Row: Sendable {
    /// The name, or the description of unnamed people.
    public let name: String
    /// Row of the entity, or -1.
    public let entity: Int
    /// Whether the articles keep the name to themselves.
    public let isUnnamed: Bool
    /// The number of statements.
    public let statements: Int
    /// The number of those that quote at least one word.
    public let quoted: Int
    /// The number of words inside quotation marks.
    public let quotedWords: Int
    /// Rows of the articles with a statement, in order.
    public let articles: [Int]
    /// Rows of the articles with a quoted word, in order.
    public let quotedArticles: [Int]
    /// Rows of the statements, in order.
    public let quotes: [Int]
  }

  /// The speakers: most quoted first, then by name.
  public let rows: [Row]
  /// Rows of statements of whose speaker nothing is known.
  public let unattributed: [Int]

  /// Counts the statements of a corpus.
  ///
  /// - Throws: What reading the snapshot throws.
  /// - Complexity: O(*n* log *n*) in the number of statements.
  public init(
    of snapshot: CorpusSnapshot, filter: StatementFilter = StatementFilter(), view: View = .source
  ) throws {
    let quotes = try snapshot.quotes
    let voices = Voices(quotes)
    let principals = view == .principal ? Self.principals(of: quotes, filter) : []
    var order: [Voice: Int] = [:]
    var members: [(speaker: Int, rows: [Int])] = []
    var unattributed: [Int] = []
    for row in filter.rows(of: quotes) {
      let speaker = view == .principal ? principals[row] : row
      guard let voice = voices.ofQuote[speaker] else {
        unattributed.append(row)
        continue
      }
      if let index = order[voice] {
        members[index].rows.append(row)
      } else {
        order[voice] = members.count
        members.append((speaker, [row]))
      }
    }
    self.unattributed = unattributed
    rows = members.map { Self.row(speaker: $0.speaker, rows: $0.rows, quotes) }
      .sorted { ($1.quoted, $0.name, $1.statements) < ($0.quoted, $1.name, $0.statements) }
  }

  private static func row(speaker: Int, rows: [Int], _ quotes: QuoteColumns) -> Row {
    let quoted = rows.filter { quotes.quotedWords[$0] > 0 }
    return Row(
      name: quotes.speaker[speaker] ?? "",
      entity: Int(quotes.entity[speaker]),
      isUnnamed: quotes.unnamed[speaker],
      statements: rows.count,
      quoted: quoted.count,
      quotedWords: quoted.reduce(0) { $0 + Int(quotes.quotedWords[$1]) },
      articles: distinct(rows.map { Int(quotes.article[$0]) }),
      quotedArticles: distinct(quoted.map { Int(quotes.article[$0]) }),
      quotes: rows)
  }

  /// For each statement the innermost one that is first in it, or itself.
  private static func principals(of quotes: QuoteColumns, _ filter: StatementFilter) -> [Int] {
    var principals = Array(0..<quotes.count)
    var nested = filter
    nested.includesNested = true
    // Inner statements come after their holder or before it; either way the deepest wins, then the first.
    for row in nested.rows(of: quotes) where quotes.nestedIn[row] >= 0 {
      if quotes.speaker[row] == nil { continue }
      var holder = Int(quotes.nestedIn[row])
      var steps = 0
      while steps < quotes.count {
        if quotes.depth[principals[holder]] < quotes.depth[row] { principals[holder] = row }
        guard quotes.nestedIn[holder] >= 0 else { break }
        holder = Int(quotes.nestedIn[holder])
        steps += 1
      }
    }
    return principals
  }

  /// The distinct numbers of an ascending list.
  static func distinct(_ numbers: [Int]) -> [Int] {
    numbers.enumerated().filter { $0.offset == 0 || numbers[$0.offset - 1] != $0.element }
      .map(\.element)
  }
}
