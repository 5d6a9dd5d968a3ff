public import LuaHost
internal import NewsModel
internal import Rules
public import Store

/// A corpus as scripts see it: rows of articles, quotes and entities over a snapshot's columns.
///
/// One model belongs to one thread at a time; several may share a snapshot. Rows travel as numbers: of
/// tables the row, of tokens and sentences the article's row and the index in it.
public final class CorpusModel {
  /// The kinds of rows, in the order of their numbers.
  ///
  /// The first are those of ``CorpusTable``.
  enum Kind: Int, CaseIterable {
    case article, quote, entity, mention, figure, date, note, annotation, zone
    case corpus, token, sentence
    case patternBuilder, pattern, match, capture, matchArticle
    case query
  }

  /// The corpus.
  public private(set) var snapshot: CorpusSnapshot
  /// Counts how often the corpus was exchanged.
  private(set) var generation = 0
  /// Puts in force what scripts declare; none where rules are only read.
  weak var desk: RuleDesk?
  /// The session that the model belongs to.
  weak var session: ScriptSession?
  /// What scripts declare with `rule`, `list` and the like.
  let rules: RuleCollector
  /// The patterns that scripts build.
  private let parts = PatternParts(kind: Kind.pattern.rawValue)
  /// What the actions of rules see.
  let matches = MatchRows(
    kinds: (Kind.match.rawValue, Kind.capture.rawValue, Kind.matchArticle.rawValue))
  private var sets: [CorpusTable: ColumnSet] = [:]
  /// The queries whose hits scripts ask for one by one, by number.
  var queries: [FoundQuery] = []
  private var knownCounts: CorpusCounts?
  private var analyses: [ArticleText] = []

  /// The attributes of annotations by the number of their text.
  var attributeCache: (generation: Int, sets: [[(name: String, value: LuaValue)]])?

  /// Creates the model of a corpus; nothing is read yet.
  public convenience init(_ snapshot: CorpusSnapshot) {
    self.init(snapshot, rules: RuleCollector())
  }

  init(_ snapshot: CorpusSnapshot, rules: RuleCollector) {
    self.snapshot = snapshot
    self.rules = rules
  }

  /// Everything scripts can use: the global `corpus`, the module `sayso`, all rows.
  public func library() -> LuaLibrary {
    var library = LuaLibrary()
    for (kind, type) in rowTypes().enumerated() {
      let number = library.add(type)
      precondition(number == kind, "kinds are numbered in order")
    }
    library.add(SaysoModule.module)
    let statements = RuleStatements(collector: rules, parts: parts)
    for function in statements.functions + RuleTools(model: self).functions {
      library.add(function)
    }
    library.add(PluginStatement.function)
    library.add(planFunction)
    library.add(
      global: "P", row: LuaRow(kind: Kind.patternBuilder.rawValue, id: 0),
      summary: "Builds patterns from parts, for programs that make rules.")
    library.add(
      global: "corpus", row: LuaRow(kind: Kind.corpus.rawValue, id: 0),
      summary: "The corpus at hand, with everything found in it.")
    return library
  }

  private func rowTypes() -> [RowType] {
    [
      articleType, quoteType, entityType, mentionType, figureType, dateType, noteType,
      annotationType, zoneType, corpusType, tokenType, sentenceType,
    ] + PatternBuilder(parts: parts, partKind: Kind.pattern.rawValue).types + matches.types
      + [queryType]
  }

  // MARK: - Columns

  /// The columns of a table, read once.
  func columns(_ table: CorpusTable) throws -> ColumnSet {
    try settle()
    if let set = sets[table] { return set }
    let set = try snapshot.columns(of: table)
    sets[table] = set
    return set
  }

  /// All rows of a table, as a sequence for Lua.
  func all(_ table: CorpusTable) throws -> LuaValue {
    .sequence(LuaSequence(kind: Self.kind(of: table), ids: Array(0..<(try columns(table).count))))
  }

  /// The row of the article with an id.
  func row(ofArticle name: String) throws -> Int? {
    try settle()
    return try snapshot.article(named: name)
  }

  /// The rows of a table that belong to an article.
  func rows(_ table: CorpusTable, inArticle article: Int) throws -> LuaValue {
    .sequence(
      LuaSequence(
        kind: Self.kind(of: table), ids: Array(try columns(table).rows(inArticle: article))))
  }

  /// The rows of a table whose column refers to a row.
  func rows(_ table: CorpusTable, where column: String, is row: Int) throws -> LuaValue {
    let values = try columns(table).row(column)
    let ids = values.indices.filter { values[$0] == row }
    return .sequence(LuaSequence(kind: Self.kind(of: table), ids: ids))
  }

  /// The number that Lua knows a table's rows by.
  static func kind(of table: CorpusTable) -> Int { CorpusTable.allCases.firstIndex(of: table) ?? 0 }

  /// How often words occur in the corpus, counted once.
  func queryCounts() throws -> CorpusCounts {
    if let knownCounts { return knownCounts }
    let counts = try CorpusCounts(snapshot)
    knownCounts = counts
    return counts
  }

  /// Puts in force what scripts declared; to be called before the corpus is read.
  func settle() throws {
    guard rules.hasNews, let desk, let session else { return }
    try desk.settle(session)
  }

  /// The names that patterns may use.
  var patternEnvironment: PatternEnvironment {
    desk?.environment ?? PatternEnvironment(tokenise: RuleLoader.cut)
  }

  /// Exchanges the corpus for one with the same articles.
  func take(_ snapshot: CorpusSnapshot) {
    self.snapshot = snapshot
    generation += 1
    sets = [:]
    analyses = []
    queries = []
    knownCounts = nil
  }

  // MARK: - Articles

  /// The row of the article that a row of another table stands in.
  func article(of table: CorpusTable, row: Int) throws -> Int {
    Int(try columns(table).row("article")[row])
  }

  /// The name of an article: `001`.
  func name(ofArticle article: Int) throws -> String {
    try columns(.articles).text("id")[article] ?? ""
  }

  /// The words of an article and where its lines are; the articles asked for last are kept.
  func words(ofArticle article: Int) throws -> ArticleText {
    // Mostly the article asked for last.
    var index = analyses.count - 1
    while index >= 0 {
      if analyses[index].article == article { return analyses[index] }
      index -= 1
    }
    let text = ArticleText(
      article: article, tokens: try snapshot.tokens(ofArticle: article),
      map: TextMap(try snapshot.text(ofArticle: article)))
    if analyses.count == 8 { analyses.removeFirst() }
    analyses.append(text)
    return text
  }

  /// The place of a row as people write it: `001:29`.
  func place(of table: CorpusTable, row: Int) throws -> (article: String, line: Int?) {
    let set = try columns(table)
    let name = try name(ofArticle: article(of: table, row: row))
    let line = Int(try set.integer("line")[row])
    return (name, line > 0 ? line : nil)
  }
}

/// The words of one article and where its lines are; a class, since scripts ask for every word anew.
final class ArticleText {
  let article: Int
  let tokens: TokenColumns
  let map: TextMap

  init(article: Int, tokens: TokenColumns, map: TextMap) {
    self.article = article
    self.tokens = tokens
    self.map = map
  }
}
