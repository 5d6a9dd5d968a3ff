internal import Language
internal import LuaHost
internal import NewsModel
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
          LuaParameter("pattern", "string", "a pattern, as between slashes at the prompt")
        ],
        results: [
          LuaResult(
            "records",
            "article, line, before, match, after, and the captures by their names, of each place")
        ],
        example: "local hits = corpus:find(\"[pos=/VB.*/]\")\nprint(#hits)")
    ) { [self] call in try find(call) }
  }

  private static let patternEnvironment = PatternEnvironment { literal in
    let tokens = Tokeniser().tokenise(literal)
    return (0..<tokens.count).map(tokens.word)
  }

  private func find(_ call: borrowing LuaCall) throws -> LuaValue {
    let source = try call.string(2)
    let matcher: PatternMatcher
    do throws(PatternError) {
      matcher = try PatternMatcher([Pattern(source, in: Self.patternEnvironment)])
    } catch {
      throw LuaError("pattern", error.message, hint: error.hint.isEmpty ? nil : error.hint)
    }
    var hits: [LuaValue] = []
    for article in 0..<(try columns(.articles).count) {
      try call.checkInterrupt()
      let analysis = try snapshot.analysis(ofArticle: article)
      let map = TextMap(analysis.article.text)
      for match in matcher.matches(in: MatchText(analysis)) where !match.tokens.isEmpty {
        hits.append(record(of: match, in: analysis, article: article, map))
      }
    }
    return .table(
      LuaTable(
        items: hits, fields: [(.string("columns"), .list(Self.concordanceColumns))],
        isRecords: true))
  }

  private func record(
    of match: PatternMatch, in analysis: Analysis, article: Int, _ map: TextMap
  ) -> LuaValue {
    let text = analysis.article.text
    let tokens = analysis.tokens
    let range = tokens.range(of: match.tokens)
    let first = tokens.sentence(tokens.sentenceIndex(ofToken: match.tokens.lowerBound))
    let last = tokens.sentence(tokens.sentenceIndex(ofToken: match.tokens.upperBound - 1))
    let sentence = tokens.range(of: first.lowerBound..<last.upperBound)
    var record = LuaTable([
      "article": .row(LuaRow(kind: Kind.article.rawValue, id: article)),
      "line": .integer(map.line(at: range.start)),
      "before": .string(text[bytes: ByteRange(sentence.start, range.start)]),
      "match": .string(text[bytes: range]),
      "after": .string(text[bytes: ByteRange(range.end, sentence.end)]),
      "first": .integer(range.start + 1), "last": .integer(range.end),
    ])
    for capture in match.captures where !capture.tokens.isEmpty {
      guard record[capture.name] == nil else { continue }
      let captured = tokens.range(of: capture.tokens)
      record.fields.append((.string(capture.name), .string(text[bytes: captured])))
    }
    return .table(record)
  }
}
