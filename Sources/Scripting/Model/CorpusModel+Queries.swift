internal import LuaHost
internal import Reporting
internal import Rules
internal import Store

/// A query whose hits a script asks for one by one.
struct FoundQuery {
  var query: CorpusQuery
  var reader: ConcordanceReader
}

extension CorpusModel {
  var queryMethod: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "query", "Prepares the search for a pattern, whose hits are then asked for one by one.",
        parameters: [
          LuaParameter("pattern", "string", "a pattern, as between slashes at the prompt"),
          LuaParameter("context", "integer?", "words on each side; without it the sentence"),
        ],
        results: [LuaResult("query", "nothing is searched yet")],
        example: "local query = corpus:query(\"[pos=/VB.*/]\")\n"
          + "for hit in query.next, query do print(hit.article.id, hit.line, hit.match) break end\n"
          + "assert(query:count() >= 1)")
    ) { [self] call in
      let context = call.isNil(3) ? nil : max(0, try call.integer(3))
      let query = try query(call.string(2), in: call.state)
      queries.append(
        FoundQuery(query: query, reader: try ConcordanceReader(snapshot, context: context)))
      return .row(LuaRow(kind: Kind.query.rawValue, id: queries.count - 1))
    }
  }

  var planFunction: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "plan",
        "Says how a pattern would be looked up: by which element, and how often that occurs.",
        parameters: [LuaParameter("pattern", "string", "a pattern")],
        results: [LuaResult("string", "the plan in one sentence")],
        example: "print(plan \"[pos=/NNP.*/]+ said\")")
    ) { [self] call in
      .string(try query(call.string(1), in: call.state).plan.description)
    }
  }

  var queryType: RowType {
    let fields = [
      RowField("pattern", "string", "What is looked for.") { [self] in
        .string(queries[$0].query.pattern.source)
      },
      RowField("plan", "string", "How it is looked up.") { [self] in
        .string(queries[$0].query.plan.description)
      },
    ]
    let next = LuaFunctionDefinition(
      LuaDocumentation(
        "next", "Gives the next hit, in the order of the articles.",
        results: [LuaResult("table?", "a record as find gives it; nil after the last")],
        example: "local query = corpus:query(\"[]\")\nassert(query:next().first == 1)")
    ) { [self] call in
      let found = queries[try call.row(1, kind: Kind.query.rawValue)]
      guard let hit = try found.query.next() else { return .nil }
      return .table(try record(of: hit, found.query.pattern, found.reader))
    }
    let count = LuaFunctionDefinition(
      LuaDocumentation(
        "count", "Counts all hits; none of them is kept.",
        results: [LuaResult("integer", "the number of hits")],
        example: "assert(corpus:query(\"[]\"):count() > 0)")
    ) { [self] call in
      .integer(try queries[try call.row(1, kind: Kind.query.rawValue)].query.count())
    }
    let rewind = LuaFunctionDefinition(
      LuaDocumentation(
        "rewind", "Begins again with the first hit.", results: [LuaResult("query", "itself")],
        example: "local query = corpus:query(\"[]\")\nquery:next()\nquery:rewind()")
    ) { [self] call in
      queries[try call.row(1, kind: Kind.query.rawValue)].query.rewind()
      return .argument(1)
    }
    return RowType(
      name: "query", plural: "queries", summary: "A pattern that is looked for in the corpus.",
      fields: fields, methods: [next, count, rewind],
      describe: { [self] in "a query for \(queries[$0].query.pattern.source)" },
      key: { [self] in .string(queries[$0].query.pattern.source) })
  }
}
