internal import LuaHost
internal import NewsModel
internal import Reporting
internal import Rules
internal import Store

extension CorpusModel {
  /// The columns of a concordance.
  static let concordanceColumns = ["article", "line", "before", "match", "after"]

  var findMethod: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "find", "Finds a pattern of words in all articles.",
        parameters: [
          LuaParameter("pattern", "string", "a pattern, as between slashes at the prompt"),
          LuaParameter(
            "options", "table?",
            "sort = \"left\", \"right\", \"match\" or a capture such as \"who.lemma\"; sample = so many "
              + "drawn by chance, seed = which; limit = so many at most; context = words on each side"
          ),
        ],
        results: [
          LuaResult(
            "records",
            "article, line, before, match, after, and the captures by their names, of each place; "
              + "also \"who.lemma\" and \"who.pos\" for a capture who, and \"who.NAME\" for an attribute"
          )
        ],
        example: "local hits = corpus:find(\"what:[pos=/VB.*/]\", {sort = \"what.lemma\"})\n"
          + "print(#hits, hits:by \"what.lemma\")")
    ) { [self] call in try find(call) }
  }

  /// A query for a pattern that a script wrote; Ctrl-C stops it.
  func query(_ source: String, in state: LuaState) throws -> CorpusQuery {
    try settle()
    do {
      let pattern = try Pattern(source, in: patternEnvironment)
      let query = try CorpusQuery(pattern, on: snapshot, counts: queryCounts())
      query.checkpoint = { [unowned state] in try state.checkInterrupt() }
      return query
    } catch let error as PatternError {
      throw LuaError(error)
    }
  }

  /// What is odd about a pattern in view of the corpus, as the command line words it.
  ///
  /// - Throws: What the store reports; nothing for a pattern with an error, which the search names.
  func remarks(on source: String) throws -> [String] {
    try settle()
    guard let pattern = try? Pattern(source, in: patternEnvironment) else { return [] }
    return PatternLinter(try queryCounts()).remarks(on: pattern).map {
      $0.description(file: "query")
    }
  }

  private func find(_ call: borrowing LuaCall) throws -> LuaValue {
    let query = try query(call.string(2), in: call.state)
    let options = try FindOptions(
      call.isNil(3) ? LuaTable() : call.table(3), for: query.pattern)
    let reader = try ConcordanceReader(snapshot, context: options.context)
    var hits: [LuaValue] = []
    try options.selection.forEach(of: query, on: snapshot) { hit in
      hits.append(.table(try record(of: hit, query.pattern, reader)))
    }
    return .table(
      LuaTable(
        items: hits,
        fields: [
          (.string("columns"), .list(Self.concordanceColumns)),
          (.string("names"), .list(Self.names(ofHitsFor: query.pattern))),
        ],
        isRecords: true))
  }

  /// All fields that a hit may have.
  private static func names(ofHitsFor pattern: Pattern) -> [String] {
    let attributes = ["lemma", "pos"] + pattern.attributes.map(\.name)
    return concordanceColumns + ["first", "last"]
      + pattern.captures.flatMap { name in [name] + attributes.map { "\(name).\($0)" } }
  }

  /// A hit as scripts see it.
  func record(
    of hit: QueryHit, _ pattern: Pattern, _ reader: ConcordanceReader
  ) throws -> LuaTable {
    let line = try reader.line(of: hit)
    var record = LuaTable([
      "article": .row(LuaRow(kind: Kind.article.rawValue, id: hit.article)),
      "line": .integer(line.line), "before": .string(line.before), "match": .string(line.match),
      "after": .string(line.after), "first": .integer(line.range.start + 1),
      "last": .integer(line.range.end),
    ])
    if line.captures.isEmpty { return record }
    let text = try snapshot.queryText(ofArticle: hit.article).text
    for (name, words) in line.captures where record[name] == nil {
      record.fields.append((.string(name), .string(words)))
      guard let tokens = hit.match.captures.first(where: { $0.name == name })?.tokens else {
        continue
      }
      record.fields.append((.string(name + ".lemma"), .string(text.words(tokens, .lemma))))
      record.fields.append((.string(name + ".pos"), .string(text.words(tokens, .pos))))
      for attribute in pattern.attributes {
        let value = text.words(tokens, .custom(attribute))
        if value.isEmpty { continue }
        record.fields.append((.string(name + "." + attribute.name), .string(value)))
      }
    }
    return record
  }
}
