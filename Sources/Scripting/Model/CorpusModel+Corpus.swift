internal import LuaHost
internal import Store

extension CorpusModel {
  var corpusType: RowType {
    let tables: [(CorpusTable, Kind, String)] = [
      (.articles, .article, "All articles, in corpus order."),
      (.quotes, .quote, "All statements, in the order of the articles."),
      (.entities, .entity, "Everybody and everything named, in order of first appearance."),
      (.mentions, .mention, "Every place where something is named."),
      (.figures, .figure, "All numbers."), (.dates, .date, "All expressions of time."),
      (.notes, .note, "All reasons for caution."),
      (.annotations, .annotation, "What rules found."), (.zones, .zone, "All parts of articles."),
    ]
    let fields = tables.map { table, kind, summary in
      RowField(table.rawValue, "sequence<\(kind)>", summary) { [self] _ in try all(table) }
    }
    return RowType(
      name: "corpus", plural: "corpora", summary: "A corpus with everything found in it.",
      fields: fields,
      methods: [articleMethod, entityMethod, searchMethod, findMethod, queryMethod],
      describe: { [self] _ in summary }, key: { _ in .string("corpus") })
  }

  private var articleMethod: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "article", "Finds an article by its id.",
        parameters: [LuaParameter("id", "string", "the article's id, such as \"001\"")],
        results: [
          LuaResult("article?", "the article, or nil"), LuaResult("string?", "why there is none"),
        ],
        example: "local id = corpus.articles[1].id\nassert(corpus:article(id).id == id)")
    ) { [self] call in
      let name = try call.string(2)
      guard let row = try row(ofArticle: name) else {
        return .values([.nil, .string("there is no article '\(name)'")])
      }
      return .row(LuaRow(kind: Kind.article.rawValue, id: row))
    }
  }

  private var entityMethod: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "entity", "Finds somebody or something by name.",
        parameters: [LuaParameter("name", "string", "a name or an alias, in any case")],
        results: [
          LuaResult("entity?", "the entity, the one with this very name first; or nil"),
          LuaResult("string?", "why there is none"),
        ],
        example: "local first = corpus.entities[1]\n"
          + "assert(not first or corpus:entity(first.name) == first)")
    ) { [self] call in
      let name = try call.string(2)
      let names = try columns(.entities).text("name")
      let rows = 0..<names.count
      let found =
        rows.first { names[$0] == name }
        ?? rows.first { names[$0]?.lowercased() == name.lowercased() }
      if let row = try found ?? rows.first(where: { try isNamed($0, name) }) {
        return .row(LuaRow(kind: Kind.entity.rawValue, id: row))
      }
      let hint = NearestName.of(name, among: rows.compactMap { names[$0] })
      return .values([
        .nil,
        .string("nobody is called '\(name)'" + (hint.map { "; did you mean '\($0)'?" } ?? "")),
      ])
    }
  }

  private var searchMethod: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "search", "Searches the full text of articles or statements.",
        parameters: [
          LuaParameter("words", "string", "words that must all occur; \"of words\" is a phrase"),
          LuaParameter("where", "\"articles\"|\"quotes\"?", "articles without it"),
          LuaParameter("limit", "integer?", "how many at most, 100 without it"),
        ],
        results: [LuaResult("sequence", "articles or quotes, the best matches first")],
        example: "for _, quote in ipairs(corpus:search(\"said\", \"quotes\")) do print(quote) end")
    ) { [self] call in
      try settle()
      let place = call.isNil(3) ? "articles" : try call.string(3)
      guard place == "articles" || place == "quotes" else {
        throw call.badArgument(3, expected: "\"articles\" or \"quotes\"")
      }
      let isQuotes = place == "quotes"
      let limit = max(0, try call.integer(4, default: 100))
      let hits = try snapshot.search(
        call.string(2), in: isQuotes ? .quotes : .articles, limit: limit)
      let ids = hits.compactMap { isQuotes ? $0.quote : $0.article }
      return .sequence(
        LuaSequence(kind: (isQuotes ? Kind.quote : .article).rawValue, ids: ids))
    }
  }

  /// `5 articles · 127 quotes · 79 entities · 23 notes`.
  var summary: String {
    func count(_ table: CorpusTable, _ one: String, _ many: String) -> String? {
      guard let count = try? columns(table).count else { return nil }
      return "\(count) \(count == 1 ? one : many)"
    }
    let parts = [
      count(.articles, "article", "articles"), count(.quotes, "quote", "quotes"),
      count(.entities, "entity", "entities"), count(.notes, "note", "notes"),
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }
}
