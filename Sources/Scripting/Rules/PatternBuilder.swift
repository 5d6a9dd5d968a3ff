internal import LuaHost

/// The global `P`: patterns built by functions instead of written.
struct PatternBuilder {
  let parts: PatternParts
  /// The number of the row type of parts.
  let partKind: Int

  /// The row types in the order of their numbers: `P` itself, its parts.
  var types: [RowType] { [builderType, partType] }

  private var builderType: RowType {
    let flags: [(String, String)] = [
      ("num", "A number in digits or words: [num]."),
      ("cap", "A word that begins with a capital: [cap]."),
      ("caps", "A word in capitals: [caps]."), ("punct", "A mark without letters: [punct]."),
      ("alpha", "A word of letters: [alpha]."), ("quoted", "A word inside marks: [quoted]."),
    ]
    var fields = flags.map { name, summary in
      RowField(name, "pattern", summary) { _ in parts.add("[\(name)]", .primary) }
    }
    fields.append(
      RowField("gap", "pattern", "Up to twenty words, as few as possible: … as three points.") {
        _ in parts.add("...", .primary)
      })
    var type = RowType(
      name: "pattern_builder", plural: "pattern_builders",
      summary: "Builds patterns from parts; strings among them are taken literally.",
      fields: fields,
      methods: [sequence, either, any, word, exact, regex, token, list, type, border],
      describe: { _ in "P" }, key: { _ in .string("P") })
    type.isModule = true
    return type
  }

  private var partType: RowType {
    RowType(
      name: "pattern", plural: "patterns", summary: "A part of a pattern.",
      fields: [
        RowField("source", "string", "The pattern as it would be written.") {
          .string(parts.source(ofPart: $0))
        }
      ],
      methods: [capture] + quantifiers + lookarounds,
      describe: { parts.source(ofPart: $0) }, key: { .string(parts.source(ofPart: $0)) })
  }

  // MARK: - Making parts

  private func function(
    _ name: String, _ summary: String, _ parameters: [LuaParameter], _ example: String,
    _ body: @escaping (borrowing LuaCall) throws -> LuaValue
  ) -> LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        name, summary, parameters: parameters, results: [LuaResult("pattern", "the part")],
        example: example), body)
  }

  private var sequence: LuaFunctionDefinition {
    function(
      "seq", "One part after the other.", [LuaParameter("parts", "table", "parts and words")],
      "assert(P.seq{ P.num:as \"n\", \"troops\" }.source == 'n:[num] \"troops\"')"
    ) { call in
      let items = try call.table(1).items
      return parts.add(
        try items.map { try parts.item($0, within: .captured, of: "seq") }
          .joined(separator: " "), items.count == 1 ? .captured : .sequence)
    }
  }

  private var either: LuaFunctionDefinition {
    function(
      "either", "One of several parts.", [LuaParameter("parts", "table", "parts and words")],
      "assert(P.either{ \"call\", \"summit\" }.source == '\"call\" | \"summit\"')"
    ) { call in
      let items = try call.table(1).items
      return parts.add(
        try items.map { try parts.item($0, within: .sequence, of: "either") }
          .joined(separator: " | "), items.count == 1 ? .sequence : .alternation)
    }
  }

  private var any: LuaFunctionDefinition {
    function(
      "any", "Any words.",
      [LuaParameter("counts", "table?", "how many at least and at most: {0, 2}; one without it")],
      "assert(P.any{0, 2}.source == \"[]{0,2}\" and P.any().source == \"[]\")"
    ) { call in
      if call.isNil(1) { return parts.add("[]", .primary) }
      return parts.add("[]" + (try Self.counts(try call.table(1).items)), .quantified)
    }
  }

  private var word: LuaFunctionDefinition {
    function(
      "word", "A word or phrase in any case.", [LuaParameter("text", "string", "the words")],
      "assert(P.word(\"White House\").source == '\"White House\"')"
    ) { call in parts.add(PatternParts.literal(try call.string(1)), .primary) }
  }

  private var exact: LuaFunctionDefinition {
    function(
      "exact", "A word or phrase in just this case.",
      [LuaParameter("text", "string", "the words")],
      "assert(P.exact(\"US\").source == \"'US'\")"
    ) { call in parts.add(PatternParts.literal(try call.string(1), mark: "'"), .primary) }
  }

  private var regex: LuaFunctionDefinition {
    function(
      "regex", "A word that a regular expression matches as a whole.",
      [LuaParameter("expression", "string", "the expression, without slashes")],
      "assert(P.regex(\"un.*ed\").source == \"/un.*ed/\")"
    ) { call in
      let text = try call.string(1).split(separator: "/", omittingEmptySubsequences: false)
        .joined(separator: "\\/")
      return parts.add("/\(text)/", .primary)
    }
  }

  private var token: LuaFunctionDefinition {
    function(
      "token", "A word that passes a test, as it is written in brackets.",
      [LuaParameter("test", "string", "the test: lemma=say & pos=/VB.*/")],
      "assert(P.token(\"lemma=say\").source == \"[lemma=say]\")"
    ) { call in parts.add("[\(try call.string(1))]", .primary) }
  }

  private var list: LuaFunctionDefinition {
    function(
      "list", "An entry of a list, or a named pattern.",
      [LuaParameter("name", "string", "its name")],
      "assert(P.list(\"force\").source == \"$force\")"
    ) { call in parts.add("$" + (try call.string(1)), .primary) }
  }

  private var type: LuaFunctionDefinition {
    function(
      "type", "A whole entity, statement or annotation of a type.",
      [LuaParameter("name", "string", "the type: PERSON, QUOTE, or one that a rule emits")],
      "assert(P.type(\"PERSON\").source == \"@PERSON\")"
    ) { call in parts.add("@" + (try call.string(1)), .primary) }
  }

  private var border: LuaFunctionDefinition {
    function(
      "border", "The start or end of a sentence, paragraph, article or statement.",
      [LuaParameter("name", "string", "<s>, </s>, <p>, </p>, <doc>, </doc>, <quote> or </quote>")],
      "assert(P.border(\"<p>\").source == \"<p>\")"
    ) { call in parts.add(try call.string(1), .primary) }
  }

  // MARK: - Changing parts

  private var capture: LuaFunctionDefinition {
    function(
      "as", "Gives the part a name.", [LuaParameter("name", "string", "the name")],
      "assert(P.num:as(\"n\").source == \"n:[num]\")"
    ) { call in
      let id = try call.row(1, kind: partKind)
      let name = try call.string(2)
      return parts.add("\(name):\(parts.source(ofPart: id, within: .quantified))", .captured)
    }
  }

  private var quantifiers: [LuaFunctionDefinition] {
    let signs: [(name: String, sign: String, summary: String)] = [
      ("optional", "?", "Once or not at all."),
      ("many", "*", "Any number of times, or not at all."),
      ("some", "+", "At least once."), ("lazily", "*?", "As few times as possible."),
    ]
    let simple = signs.map { name, sign, summary in
      function(name, summary, [], "assert(P.num:\(name)().source == \"[num]\(sign)\")") { call in
        let id = try call.row(1, kind: partKind)
        return parts.add(parts.source(ofPart: id, within: .primary) + sign, .quantified)
      }
    }
    let times = function(
      "times", "Several times.",
      [
        LuaParameter("least", "integer", "how often at least"),
        LuaParameter("most", "integer?", "how often at most; just as often without it"),
      ], "assert(P.num:times(1, 3).source == \"[num]{1,3}\")"
    ) { call in
      let id = try call.row(1, kind: partKind)
      var items = [try call.value(2)]
      if !call.isNil(3) { items.append(try call.value(3)) }
      return parts.add(
        parts.source(ofPart: id, within: .primary) + (try Self.counts(items)), .quantified)
    }
    return simple + [times]
  }

  private var lookarounds: [LuaFunctionDefinition] {
    let signs: [(name: String, sign: String, summary: String)] = [
      ("ahead", "?=", "The part must follow, but is not matched."),
      ("not_ahead", "?!", "The part must not follow."),
      ("behind", "?<=", "The part must stand before, but is not matched."),
      ("not_behind", "?<!", "The part must not stand before."),
    ]
    return signs.map { name, sign, summary in
      function(name, summary, [], "assert(P.num:\(name)().source == \"(\(sign) [num])\")") { call in
        let id = try call.row(1, kind: partKind)
        return parts.add("(\(sign) \(parts.source(ofPart: id)))", .primary)
      }
    }
  }

  private static func counts(_ items: [LuaValue]) throws(LuaError) -> String {
    let numbers = items.compactMap { $0.numberValue.flatMap(Int.init(whole:)) }
    guard numbers.count == items.count, (1...2).contains(items.count),
      numbers.allSatisfy({ $0 >= 0 })
    else {
      throw LuaError.argument("counts are one or two whole numbers", hint: "P.any{0, 2}")
    }
    return "{" + numbers.map(String.init).joined(separator: ",") + "}"
  }
}
