internal import LuaHost
internal import NewsModel
internal import Store

/// A column that is looked up once, when its field is first read.
private final class LazyColumn {
  let model: CorpusModel
  let table: CorpusTable
  let name: String
  private var known: FieldReader?
  private var generation = -1

  init(_ model: CorpusModel, _ table: CorpusTable, _ name: String) {
    self.model = model
    self.table = table
    self.name = name
  }

  func value(_ row: Int) throws -> LuaValue {
    if model.rules.hasNews { try model.settle() }
    if generation == model.generation, let known { return known.value(row) }
    guard let column = try model.columns(table)[name] else {
      throw LuaError("store", "the store has no column '\(name)'")
    }
    let reader = FieldReader.reader(of: column.values)
    known = reader
    generation = model.generation
    return reader.value(row)
  }
}

extension CorpusModel {
  /// The fields of a table's columns, without those named in `leavingOut` and with others' names.
  func fields(
    of table: CorpusTable, leavingOut: Set<String> = [], renaming: [String: String] = [:]
  ) -> [RowField] {
    table.columnDescriptions.filter { !leavingOut.contains($0.name) && $0.form != .spans }.map {
      let column = LazyColumn(self, table, $0.name)
      return RowField(renaming[$0.name] ?? $0.name, Self.type($0.form), $0.summary) { row in
        try column.value(row)
      }
    }
  }

  private static func type(_ form: ColumnDescription.Form) -> String {
    switch form {
    case .text: "string?"
    case .integer: "integer?"
    case .number: "number?"
    case .flag: "boolean"
    case .list: "string[]"
    case .spans: "table"
    case .row(let table): "\(Kind(rawValue: kind(of: table)).map { "\($0)" } ?? "row")?"
    }
  }

  /// A number without a fraction as an integer, so that 40000 prints as 40000.
  static func plainNumber(_ value: Double) -> LuaValue {
    if let whole = Int(whole: value), abs(whole) < 1 << 53 { return .integer(whole) }
    return .number(value)
  }

  /// `first`, `last` and `text` of a table's span.
  func spanFields(of table: CorpusTable, column: String = "span") -> [RowField] {
    [
      RowField("text", "string?", "The words as they stand in the article.") { [self] row in
        .optional(try snapshot.text(of: table, row: row, column: column))
      },
      RowField(
        "first", "integer?", "The first byte in the article's text, from 1."
      ) { [self] row in
        guard let span = try columns(table).spans(column).hull(of: row) else { return .nil }
        return .integer(span.start + 1)
      },
      RowField("last", "integer?", "The last byte in the article's text.") { [self] row in
        guard let span = try columns(table).spans(column).hull(of: row) else { return .nil }
        return .integer(span.end)
      },
    ]
  }

  /// Methods that every row with a span has.
  func spanMethods(
    of table: CorpusTable, column: String = "span", example name: String
  ) -> [LuaFunctionDefinition] {
    let kind = Self.kind(of: table)
    return [
      LuaFunctionDefinition(
        LuaDocumentation(
          "context", "Gives the text around it.",
          parameters: [
            LuaParameter("sentences", "integer?", "how many sentences on each side, 1 without it")
          ],
          results: [LuaResult("string?", "the sentences before, its own, and those after")],
          example: "local \(name) = corpus.\(table.rawValue)[1]\n"
            + "if \(name) then print(\(name):context(2)) end")
      ) { [self] call in
        let row = try call.row(1, kind: kind)
        return .optional(
          try context(table, row, column, sentences: call.integer(2, default: 1)))
      },
      LuaFunctionDefinition(
        LuaDocumentation(
          "sentence", "Gives the sentence that it begins in.",
          results: [LuaResult("sentence?", "nil where it has no place in the text")],
          example: "local \(name) = corpus.\(table.rawValue)[1]\n"
            + "if \(name) then print(\(name):sentence()) end")
      ) { [self] call in
        let row = try call.row(1, kind: kind)
        guard let tokens = try tokens(table, row, column), let first = tokens.words.first else {
          return .nil
        }
        let index = try words(ofArticle: tokens.article).tokens.sentenceIndex(ofToken: first)
        return .row(sentenceRow(article: tokens.article, index: index))
      },
      LuaFunctionDefinition(
        LuaDocumentation(
          "tokens", "Gives its words.",
          results: [LuaResult("sequence<token>", "the words with lemma and part of speech")],
          example: "local \(name) = corpus.\(table.rawValue)[1]\n"
            + "if \(name) then print(#\(name):tokens()) end")
      ) { [self] call in
        let row = try call.row(1, kind: kind)
        let tokens = try tokens(table, row, column)
        return tokenSequence(article: tokens?.article ?? 0, tokens?.words ?? [])
      },
    ]
  }

  /// The words of a row's spans.
  private func tokens(
    _ table: CorpusTable, _ row: Int, _ column: String
  ) throws -> (article: Int, words: [Int])? {
    let spans = try columns(table).spans(column)[row]
    guard !spans.isEmpty else { return nil }
    let article = try article(of: table, row: row)
    let tokens = try words(ofArticle: article).tokens
    return (article, spans.flatMap { Array(tokens.tokens(in: $0)) })
  }

  private func context(
    _ table: CorpusTable, _ row: Int, _ column: String, sentences: Int
  ) throws -> String? {
    guard let found = try tokens(table, row, column), let first = found.words.first,
      let last = found.words.last
    else { return nil }
    let tokens = try words(ofArticle: found.article).tokens
    let from = max(0, tokens.sentenceIndex(ofToken: first) - max(0, sentences))
    let to = min(
      tokens.sentenceCount - 1,
      tokens.sentenceIndex(ofToken: last) + min(max(0, sentences), tokens.sentenceCount))
    let range = tokens.range(of: tokens.sentence(from).lowerBound..<tokens.sentence(to).upperBound)
    return try snapshot.text(ofArticle: found.article, at: range)
  }

  /// A table `{first, last, text}` for each span.
  func spans(_ ranges: [ByteRange], inArticle article: Int) throws -> LuaValue {
    let text = try snapshot.text(ofArticle: article)
    return .table(
      LuaTable(
        items: ranges.map { range in
          .table(
            LuaTable([
              "first": .integer(range.start + 1), "last": .integer(range.end),
              "text": .string(text[bytes: range]),
            ]))
        }))
  }
}
