internal import LuaHost
internal import NewsModel
internal import Store

extension CorpusModel {
  var articleType: RowType {
    let tables: [(CorpusTable, String, String)] = [
      (.quotes, "quote", "The statements in it."),
      (.mentions, "mention", "Where it names somebody."),
      (.figures, "figure", "The numbers in it."),
      (.dates, "date", "The expressions of time in it."),
      (.notes, "note", "Reasons for caution about it."), (.zones, "zone", "Its parts by function."),
      (.annotations, "annotation", "What rules found in it."),
    ]
    var fields = fields(of: .articles, leavingOut: ["hash"], renaming: ["agency": "agencies"])
    fields.append(
      RowField("text", "string", "Its whole text as it was read.") { [self] row in
        .string(try snapshot.text(ofArticle: row))
      })
    for (table, element, summary) in tables {
      fields.append(
        RowField(table.rawValue, "sequence<\(element)>", summary) { [self] row in
          try rows(table, inArticle: row)
        })
    }
    fields.append(
      RowField("entities", "sequence<entity>", "Who and what it names, each once.") { [self] row in
        let mentions = try columns(.mentions)
        let entities = try mentions.row("entity")
        var seen: Set<Int32> = []
        let ids = mentions.rows(inArticle: row).map { entities[$0] }
          .filter { $0 >= 0 && seen.insert($0).inserted }
        return .sequence(LuaSequence(kind: Kind.entity.rawValue, ids: ids.map(Int.init)))
      })
    fields.append(
      RowField("sentences", "sequence<sentence>", "Its sentences.") { [self] row in
        let count = try words(ofArticle: row).tokens.sentenceCount
        return .sequence(
          LuaSequence(
            kind: Kind.sentence.rawValue,
            ids: (0..<count).map { sentenceRow(article: row, index: $0).id }))
      })
    let tokens = LuaFunctionDefinition(
      LuaDocumentation(
        "tokens", "Gives all its words.", results: [LuaResult("sequence<token>", "in order")],
        example: "local nouns = corpus.articles[1]:tokens():where(function(token)\n"
          + "  return token.pos == \"NNP\"\nend)\nprint(#nouns)")
    ) { [self] call in
      let row = try call.row(1, kind: Kind.article.rawValue)
      return tokenSequence(article: row, Array(0..<(try words(ofArticle: row).tokens.count)))
    }
    return RowType(
      name: "article", plural: "articles", summary: "A news article as it was read.",
      fields: fields, methods: [tokens],
      describe: { [self] row in
        let title = (try? columns(.articles).text("title")[row]) ?? nil
        return ((try? name(ofArticle: row)) ?? "?") + (title.map { " " + $0 } ?? "")
      },
      key: { [self] row in .optional(try? name(ofArticle: row)) })
  }

  var zoneType: RowType {
    RowType(
      name: "zone", plural: "zones", summary: "A part of an article with one function.",
      fields: fields(of: .zones) + spanFields(of: .zones),
      methods: spanMethods(of: .zones, example: "zone"),
      describe: { [self] in describe(.zones, $0, "kind") }, key: { [self] in key(.zones, $0) })
  }

  var noteType: RowType {
    let text = RowField("span", "string?", "The words that it is about.") { [self] row in
      .optional(try snapshot.text(of: .notes, row: row))
    }
    return RowType(
      name: "note", plural: "notes", summary: "A reason for caution about an article.",
      fields: fields(of: .notes) + [text] + spanFields(of: .notes).filter { $0.name != "text" },
      methods: spanMethods(of: .notes, example: "note"),
      describe: { [self] in describe(.notes, $0, "kind", "text") },
      key: { [self] in key(.notes, $0) })
  }

  /// A row in a line: its columns' texts and its place.
  func describe(_ table: CorpusTable, _ row: Int, _ names: String...) -> String {
    var parts: [String] = []
    if let set = try? columns(table) {
      for name in names {
        if let text = (try? set.text(name)[row]) ?? nil { parts.append(text) }
      }
    }
    if !names.contains("text"), let text = (try? snapshot.text(of: table, row: row)) ?? nil {
      parts.append("“\(text)”")
    }
    guard let place = try? place(of: table, row: row) else { return parts.joined(separator: " ") }
    return parts.joined(separator: " ") + " (" + Self.words(place) + ")"
  }

  /// What stands for a row in a cell: its place.
  func key(_ table: CorpusTable, _ row: Int) -> LuaValue {
    guard let place = try? place(of: table, row: row) else { return .nil }
    return .string(Self.words(place))
  }

  private static func words(_ place: (article: String, line: Int?)) -> String {
    place.line.map { "\(place.article):\($0)" } ?? place.article
  }
}
