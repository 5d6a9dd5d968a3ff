public import Store

/// Who is talked about, who is heard, and how much.
public struct VoiceLedger: Sendable {
  /// One person.
  public struct Row: Sendable {
    /// The name.
    public let name: String
    /// Row of the entity.
    public let entity: Int
    /// How often headline and body name the person.
    public let mentions: Int
    /// The number of statements with the person as source.
    public let statements: Int
    /// The number of statements inside those of others (“the Kremlin said that Biden proposed …”).
    public let reported: Int
    /// The number of statements that quote at least one word.
    public let quoted: Int
    /// The number of words inside quotation marks.
    public let quotedWords: Int
    /// Rows of the articles that name the person, in order.
    public let articles: [Int]

    /// Whether the person is a source anywhere.
    public var isHeard: Bool { statements > 0 }
  }

  /// The people: most mentioned first, then by name.
  public let rows: [Row]

  /// The people who are talked about and never a source.
  public var unheard: [Row] { rows.filter { !$0.isHeard } }

  /// Compares mentions with statements.
  ///
  /// - Parameters:
  ///   - snapshot: The corpus.
  ///   - types: The types of entity to look at.
  ///   - zones: The zones whose mentions count.
  ///   - filter: The statements that count.
  /// - Throws: What reading the snapshot throws.
  /// - Complexity: O(*n*) in the number of mentions and statements.
  public init(
    of snapshot: CorpusSnapshot, types: Set<String> = ["person"],
    zones: Set<String> = ["title", "body"], filter: StatementFilter = StatementFilter()
  ) throws {
    let entities = try snapshot.entities
    let mentions = try snapshot.mentions
    let quotes = try snapshot.quotes
    var counts = [Int](repeating: 0, count: entities.count)
    var articles = [[Int]](repeating: [], count: entities.count)
    let zoneIDs = Set(zones.compactMap { mentions.zone.id(of: $0) })
    for row in 0..<mentions.count where zoneIDs.contains(mentions.zone.ids[row]) {
      let entity = Int(mentions.entity[row])
      let article = Int(mentions.article[row])
      if let wanted = filter.articles, !wanted.contains(article) { continue }
      counts[entity] += 1
      if articles[entity].last != article { articles[entity].append(article) }
    }
    var statements = [Int](repeating: 0, count: entities.count)
    var reported = statements
    var quoted = statements
    var words = statements
    var nested = filter
    nested.includesNested = true
    for row in nested.rows(of: quotes) where quotes.entity[row] >= 0 {
      let entity = Int(quotes.entity[row])
      guard quotes.depth[row] == 0 || filter.includesNested else {
        reported[entity] += 1
        continue
      }
      statements[entity] += 1
      quoted[entity] += quotes.quotedWords[row] > 0 ? 1 : 0
      words[entity] += Int(quotes.quotedWords[row])
    }
    rows = (0..<entities.count)
      .filter { counts[$0] + statements[$0] > 0 && types.contains(entities.type[$0] ?? "") }
      .map { entity in
        Row(
          name: entities.name[entity] ?? "", entity: entity, mentions: counts[entity],
          statements: statements[entity], reported: reported[entity], quoted: quoted[entity],
          quotedWords: words[entity], articles: articles[entity])
      }
      .sorted { ($1.mentions, $1.statements, $0.name) < ($0.mentions, $0.statements, $1.name) }
  }
}
