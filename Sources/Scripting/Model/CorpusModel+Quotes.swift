internal import LuaHost
internal import NewsModel
internal import Store

extension CorpusModel {
  var quoteType: RowType {
    func text(_ name: String, _ summary: String) -> RowField {
      RowField(name, "string?", summary) { [self] row in
        .optional(try snapshot.text(of: .quotes, row: row, column: name))
      }
    }
    let fields: [RowField] =
      [
        RowField("id", "string", "The article's id and the number of the statement in it.") {
          [self] row in .string(try id(ofQuote: row))
        }
      ] + fields(of: .quotes) + spanFields(of: .quotes, column: "content") + [
        text("cue", "The words that attribute it."), text("source", "The speaker as written."),
        RowField("content", "table", "What is said: a list of {first, last, text}.") {
          [self] row in
          try spans(
            columns(.quotes).spans("content")[row], inArticle: article(of: .quotes, row: row))
        },
        RowField("nested", "boolean", "Whether another statement holds it.") { [self] row in
          .boolean(try columns(.quotes).row("nested_in")[row] >= 0)
        },
      ]
    return RowType(
      name: "quote", plural: "quotes",
      summary: "A statement that an article attributes to somebody: direct, mixed or indirect.",
      fields: fields, methods: spanMethods(of: .quotes, column: "content", example: "quote"),
      describe: { [self] in describe(quote: $0) },
      key: { [self] row in .optional(try? id(ofQuote: row)) })
  }

  /// The name of a statement: `001/7`.
  func id(ofQuote row: Int) throws -> String {
    let article = try article(of: .quotes, row: row)
    let first = try columns(.quotes).rows(inArticle: article).lowerBound
    return "\(try name(ofArticle: article))/\(row - first + 1)"
  }

  /// `“…” — Sergei Ryabkov (001:29)`.
  func describe(quote row: Int) -> String {
    let text = (try? snapshot.text(of: .quotes, row: row)) ?? nil
    let speaker = (try? columns(.quotes).text("speaker")[row]) ?? nil
    let place = try? place(of: .quotes, row: row)
    let where_ = place.map {
      $0.line.map { line in "\(place?.article ?? ""):\(line)" } ?? $0.article
    }
    let isInferred = (try? columns(.quotes)["inferred"]?.values).map { values in
      if case .flag(let flags) = values { flags[row] } else { false }
    }
    let inference = isInferred == true ? ", your inference" : ""
    return "\(text ?? "…") — \(speaker ?? "nobody named")\(inference) (\(where_ ?? "?"))"
  }

  var mentionType: RowType {
    RowType(
      name: "mention", plural: "mentions", summary: "A place where an article names something.",
      fields: fields(of: .mentions) + spanFields(of: .mentions),
      methods: spanMethods(of: .mentions, example: "mention"),
      describe: { [self] in describe(.mentions, $0) }, key: { [self] in key(.mentions, $0) })
  }

  var figureType: RowType {
    RowType(
      name: "figure", plural: "figures", summary: "A number in the text with what it counts.",
      fields: fields(of: .figures) + spanFields(of: .figures),
      methods: spanMethods(of: .figures, example: "figure"),
      describe: { [self] in describe(.figures, $0, "kind") }, key: { [self] in key(.figures, $0) })
  }

  var dateType: RowType {
    RowType(
      name: "date", plural: "dates", summary: "An expression of time in the text.",
      fields: fields(of: .dates) + spanFields(of: .dates),
      methods: spanMethods(of: .dates, example: "date"),
      describe: { [self] in describe(.dates, $0, "kind") }, key: { [self] in key(.dates, $0) })
  }

  var entityType: RowType {
    let kind = Kind.entity.rawValue
    let fields =
      fields(of: .entities, leavingOut: ["articles"]) + [
        RowField("mentions", "sequence<mention>", "Where it is named.") { [self] row in
          try rows(.mentions, where: "entity", is: row)
        },
        RowField("quotes", "sequence<quote>", "What it says.") { [self] row in
          try rows(.quotes, where: "entity", is: row)
        },
        RowField("articles", "sequence<article>", "The articles that name it.") { [self] row in
          let mentions = try columns(.mentions)
          let entities = try mentions.row("entity")
          let articles = try mentions.row("article")
          var ids: [Int] = []
          for index in entities.indices where entities[index] == row {
            if ids.last != Int(articles[index]) { ids.append(Int(articles[index])) }
          }
          return .sequence(LuaSequence(kind: Kind.article.rawValue, ids: ids))
        },
      ]
    let named = LuaFunctionDefinition(
      LuaDocumentation(
        "is_named", "Tells whether the entity goes by a name.",
        parameters: [LuaParameter("name", "string", "a name or an alias, in any case")],
        results: [LuaResult("boolean", "true if it is its name or one of its aliases")],
        example: "local entity = corpus.entities[1]\n"
          + "if entity then assert(entity:is_named(entity.name)) end")
    ) { [self] call in
      .boolean(try isNamed(call.row(1, kind: kind), call.string(2)))
    }
    return RowType(
      name: "entity", plural: "entities",
      summary: "Somebody or something that the corpus names, with all the ways it is named.",
      fields: fields, methods: [named],
      describe: { [self] row in
        let name = (try? columns(.entities).text("name")[row]) ?? nil
        let type = (try? columns(.entities).text("type")[row]) ?? nil
        return (name ?? "?") + (type.map { " (\($0))" } ?? "")
      },
      key: { [self] row in .optional((try? columns(.entities).text("name")[row]) ?? nil) })
  }

  /// Whether an entity goes by a name, in any case.
  func isNamed(_ row: Int, _ name: String) throws -> Bool {
    let wanted = name.lowercased()
    let set = try columns(.entities)
    if try set.text("name")[row]?.lowercased() == wanted { return true }
    return try set.list("aliases")[row].contains { $0.lowercased() == wanted }
  }
}
