internal import LuaHost
internal import NewsModel
internal import Store

/// Tokens and sentences are numbered by article and index: 2³² indices for each article.
private enum Packed {
  static func id(_ article: Int, _ index: Int) -> Int { article << 32 | index }
  static func article(_ id: Int) -> Int { id >> 32 }
  static func index(_ id: Int) -> Int { id & 0xffff_ffff }
}

extension CorpusModel {
  func tokenSequence(article: Int, _ tokens: [Int]) -> LuaValue {
    .sequence(
      LuaSequence(kind: Kind.token.rawValue, ids: tokens.map { Packed.id(article, $0) }))
  }

  func sentenceRow(article: Int, index: Int) -> LuaRow {
    LuaRow(kind: Kind.sentence.rawValue, id: Packed.id(article, index))
  }

  var tokenType: RowType {
    func text(
      _ name: String, _ summary: String, _ read: @escaping (TokenColumns, Int) -> String
    ) -> RowField {
      RowField(name, "string", summary) { [self] id in
        .string(read(try words(ofArticle: Packed.article(id)).tokens, Packed.index(id)))
      }
    }
    func range(_ id: Int) throws -> ByteRange {
      try words(ofArticle: Packed.article(id)).tokens.range(of: Packed.index(id))
    }
    let fields = [
      text("word", "The word as written.") { $0.word($1) },
      text("lower", "The word in lower case.") { $0.lower($1) },
      text("lemma", "The dictionary form.") { $0.lemma($1) },
      text(
        "pos",
        "The part of speech in the Penn Treebank's tags: NNP, VBD; docs/parts-of-speech.md has all."
      ) {
        $0.partsOfSpeech[$1].name
      },
      RowField("first", "integer", "The first byte in the article's text, from 1.") {
        .integer(try range($0).start + 1)
      },
      RowField("last", "integer", "The last byte in the article's text.") {
        .integer(try range($0).end)
      },
      RowField("article", "article", "The article that it stands in.") {
        .row(LuaRow(kind: Kind.article.rawValue, id: Packed.article($0)))
      },
    ]
    let describe: (Int) -> String = { [self] id in
      let tokens = try? words(ofArticle: Packed.article(id)).tokens
      return tokens.map {
        "\($0.word(Packed.index(id)))/\($0.partsOfSpeech[Packed.index(id)].name)"
      }
        ?? "?"
    }
    return RowType(
      name: "token", plural: "tokens", summary: "A word of an article.", fields: fields,
      describe: describe, key: { .string(describe($0)) })
  }

  var sentenceType: RowType {
    func range(_ id: Int) throws -> ByteRange {
      let tokens = try words(ofArticle: Packed.article(id)).tokens
      return tokens.range(of: tokens.sentence(Packed.index(id)))
    }
    func text(_ id: Int) throws -> String {
      try snapshot.text(ofArticle: Packed.article(id), at: range(id))
    }
    let fields = [
      RowField("text", "string", "Its text.") { .string(try text($0)) },
      RowField("first", "integer", "The first byte in the article's text, from 1.") {
        .integer(try range($0).start + 1)
      },
      RowField("last", "integer", "The last byte in the article's text.") {
        .integer(try range($0).end)
      },
      RowField("line", "integer", "The line, from 1.") { [self] id in
        .integer(try words(ofArticle: Packed.article(id)).map.line(at: range(id).start))
      },
      RowField("article", "article", "The article that it stands in.") {
        .row(LuaRow(kind: Kind.article.rawValue, id: Packed.article($0)))
      },
    ]
    let tokens = LuaFunctionDefinition(
      LuaDocumentation(
        "tokens", "Gives its words.", results: [LuaResult("sequence<token>", "in order")],
        example: "print(corpus.articles[1].sentences[1]:tokens():map(\"word\"):concat(\" \"))")
    ) { [self] call in
      let id = try call.row(1, kind: Kind.sentence.rawValue)
      let tokens = try words(ofArticle: Packed.article(id)).tokens
      return tokenSequence(
        article: Packed.article(id), Array(tokens.sentence(Packed.index(id))))
    }
    return RowType(
      name: "sentence", plural: "sentences", summary: "A sentence of an article.",
      fields: fields, methods: [tokens], describe: { (try? text($0)) ?? "?" },
      key: { .optional(try? text($0)) })
  }
}
