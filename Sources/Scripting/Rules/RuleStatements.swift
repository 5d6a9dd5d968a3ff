internal import LuaHost
internal import NewsModel
internal import Rules

/// The global functions with which scripts teach Sayso: `list`, `define`, `attribute`, `cue`, `boilerplate`,
/// `alias`, `rule`.
struct RuleStatements {
  let collector: RuleCollector
  let parts: PatternParts

  /// All of them.
  var functions: [LuaFunctionDefinition] {
    [list, define, attribute, rule, cue, boilerplate, alias]
  }

  // MARK: - Names

  private var list: LuaFunctionDefinition {
    var definition = LuaFunctionDefinition(
      LuaDocumentation(
        "list", "Names a list of words and phrases that patterns use as $name.",
        parameters: [
          LuaParameter("name", "string", "its name"),
          LuaParameter(
            "entries", "table",
            "words and phrases; file = \"x.txt\" adds one a line of a file, "
              + "file = \"x.csv\", column = \"name\" those of a column"),
        ],
        example: "list \"force\" { \"troops\", \"soldiers\", \"police officers\" }\n"
          + "rule \"force\" { pattern = [[ [num] $force ]] }")
    ) { call in
      let place = collector.place(of: call)
      let table = try fields(call, 2, known: ["file", "column"], of: "a list")
      var entries = try texts(table.items, "each entry of a list is a string")
      if let file = try table["file"].map({ try text($0, "file") }) {
        let column = try table["column"].map { try text($0, "column") }
        entries += try ListFile.entries(of: file, column: column, files: collector.files)
      }
      collector.add(
        RuleDeclarations.List(name: try call.string(1), entries: entries, place: place))
      return .values([])
    }
    definition.takesBodyApart = true
    return definition
  }

  private var define: LuaFunctionDefinition {
    var definition = LuaFunctionDefinition(
      LuaDocumentation(
        "define", "Names a pattern that other patterns use as $name.",
        parameters: [
          LuaParameter("name", "string", "its name"),
          LuaParameter("pattern", "string|pattern", "the pattern"),
        ],
        example: "define \"official\" [[ who:@PERSON \",\" (minister|president) ]]\n"
          + "rule \"official_said\" { pattern = [[ $official said ]] }")
    ) { call in
      let pattern = try parts.source(of: call.value(2), "the pattern of a definition")
      collector.add(
        RuleDeclarations.Definition(
          name: try call.string(1), pattern: pattern,
          place: collector.place(of: pattern, in: call)))
      return .values([])
    }
    definition.takesBodyApart = true
    return definition
  }

  // MARK: - What the extraction uses

  private var cue: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "cue", "Adds verbs or nouns that attribute a statement, as “said” does.",
        parameters: [
          LuaParameter(
            "words", "table",
            "dictionary forms, perhaps with a particle (\"hit back\"); noun = true for nouns, "
              + "act = \"denial\" for the act that they name")
        ],
        example: "cue { \"quip\", \"hit back\" }\ncue { \"disavow\", act = \"denial\" }")
    ) { call in
      let place = collector.place(of: call)
      let table =
        call.isString(1)
        ? LuaTable(items: [try call.value(1)])
        : try fields(call, 1, known: ["noun", "act"], of: "a cue")
      let phrases = try texts(table.items, "each cue is a string")
      if phrases.isEmpty {
        throw LuaError.argument("a cue needs a word", hint: "cue { \"quip\", \"thunder\" }")
      }
      var act: String?
      if let value = table["act"] {
        let name = try text(value, "act")
        let acts = Quote.Act.allCases.map(\.rawValue)
        guard acts.contains(name) else {
          throw LuaError.argument(
            "there is no act '\(name)'",
            hint: NearestName.hint(for: name, among: acts)
              ?? "acts: " + acts.joined(separator: ", "))
        }
        act = name
      }
      for phrase in phrases {
        collector.add(
          RuleDeclarations.Cue(
            phrase: phrase, isNoun: table["noun"]?.isTrue ?? false, act: act, place: place))
      }
      return .values([])
    }
  }

  private var boilerplate: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "boilerplate",
        "Takes the paragraphs in which a pattern matches for boilerplate: nothing is found there.",
        parameters: [LuaParameter("pattern", "string|pattern", "the pattern")],
        example: "boilerplate [[ <p> sign up for ... (newsletter|newsletters) </p> ]]")
    ) { call in
      let pattern = try parts.source(of: call.value(1), "the pattern of boilerplate")
      collector.add(
        RuleDeclarations.Boilerplate(
          pattern: pattern, place: collector.place(of: pattern, in: call)))
      return .values([])
    }
  }

  private var alias: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "alias", "Says whom a phrase stands for; marked as your inference wherever it is used.",
        parameters: [
          LuaParameter(
            "phrases", "table",
            "the phrases as written; is = \"the name\"; article = \"002\" limits it to one article; "
              + "type = \"organisation\" where it is no person")
        ],
        example: "alias { \"the deputy foreign minister\", is = \"Ann Ward\", article = \"002\" }")
    ) { call in
      let place = collector.place(of: call)
      let table = try fields(call, 1, known: ["is", "type", "article"], of: "an alias")
      let phrases = try texts(table.items, "each phrase of an alias is a string")
      guard !phrases.isEmpty, let value = table["is"] else {
        throw LuaError.argument(
          "an alias needs a phrase and a name",
          hint: "alias { \"the envoy\", is = \"Ann Ward\", article = \"002\" }")
      }
      let name = try text(value, "is")
      let types = EntityType.allCases.map(\.rawValue)
      let type = try table["type"].map { try text($0, "type") }
      if let type, !types.contains(type) {
        throw LuaError.argument(
          "there is no type '\(type)'", hint: "types: " + types.joined(separator: ", "))
      }
      var article: String?
      switch table["article"] {
      case nil: break
      case .row(let row): article = call.state.library.rowTypes[row.kind].key(row.id).text
      case .some(let value): article = try text(value, "article")
      }
      for phrase in phrases {
        collector.add(
          RuleDeclarations.Alias(
            phrase: phrase, entity: name, type: type, article: article, place: place))
      }
      return .values([])
    }
  }

  // MARK: - Rules

  private static let ruleFields = [
    "pattern", "emit", "action", "priority", "layer", "matches", "rejects", "todo",
  ]

  private var rule: LuaFunctionDefinition {
    var definition = LuaFunctionDefinition(
      LuaDocumentation(
        "rule", "Adds something to the articles wherever a pattern matches.",
        parameters: [
          LuaParameter("name", "string", "its name, which what it makes carries in `by`"),
          LuaParameter(
            "body", "table",
            "pattern; emit = { type = …, attribute = \"capture.num\", … }; action = function(m); "
              + "priority; layer; matches, rejects and todo with examples"),
        ],
        example: "list \"force\" { \"troops\", \"soldiers\" }\n"
          + "rule \"troop_count\" {\n  pattern = [[ n:[num] []{0,2} unit:$force ]],\n"
          + "  emit = { type = \"Quantity\", value = \"n.num\", unit = \"unit.lemma\" },\n"
          + "  matches = { \"sent {n:500} {unit:troops} there\" },\n"
          + "  rejects = { \"the troops of 3 nations\" },\n}")
    ) { call in
      let name = try call.string(1)
      let body = try fields(call, 2, known: Self.ruleFields, of: "a rule")
      guard let pattern = body["pattern"] else {
        throw LuaError.argument(
          "rule '\(name)' has no pattern", hint: "rule \"\(name)\" { pattern = [[ … ]] }")
      }
      let source = try parts.source(of: pattern, "the pattern of rule '\(name)'")
      var rule = RuleDeclarations.Rule(
        name: name, pattern: source, place: collector.place(of: call))
      rule.patternPlace = collector.place(of: source, in: call)
      try emission(body["emit"], of: &rule)
      if let priority = body["priority"] {
        guard let number = priority.numberValue.flatMap(Int.init(whole:)) else {
          throw LuaError.argument("the priority of rule '\(name)' is no whole number")
        }
        rule.priority = number
      }
      rule.layer = try body["layer"].map { try text($0, "layer") }
      for kind in RuleExample.Kind.allCases {
        rule.examples += try examples(body[kind.rawValue], kind, of: name, call)
      }
      switch body["action"] {
      case nil: collector.add(rule, action: nil)
      case .function(let function): collector.add(rule, action: function)
      case .some(let other):
        throw LuaError.argument(
          "the action of rule '\(name)' is a \(other.typeName), but a function is needed")
      }
      return .values([])
    }
    definition.takesBodyApart = true
    return definition
  }

  private func emission(_ value: LuaValue?, of rule: inout RuleDeclarations.Rule) throws {
    switch value {
    case nil: break
    case .boolean(false): rule.type = nil
    case .string(let type): rule.type = type
    case .table(let table):
      for field in table.fields {
        guard let name = field.key.text else { continue }
        switch (name, field.value) {
        case ("type", .string(let type)): rule.type = type
        case ("span", .string(let span)): rule.span = span
        case ("type", _), ("span", _):
          throw LuaError.argument("\(name) of what rule '\(rule.name)' emits is no string")
        case (_, .string(let text)): rule.attributes[name] = .text(text)
        case (_, .boolean(let flag)): rule.attributes[name] = .flag(flag)
        case (_, let value):
          guard let number = value.numberValue else {
            throw LuaError.argument(
              "\(name) of what rule '\(rule.name)' emits is a \(value.typeName)",
              hint: "a value is \"capture.attribute\", a text, a number, true or false")
          }
          rule.attributes[name] = .number(number)
        }
      }
    case .some(let other):
      throw LuaError.argument(
        "emit of rule '\(rule.name)' is a \(other.typeName), but a table is needed",
        hint: "emit = { type = \"Quantity\", value = \"n.num\" }")
    }
  }

  private func examples(
    _ value: LuaValue?, _ kind: RuleExample.Kind, of rule: String, _ call: borrowing LuaCall
  ) throws -> [RuleExample] {
    guard let value else { return [] }
    let message = "\(kind.rawValue) of rule '\(rule)' is a list of strings"
    let items: [LuaValue]
    if case .table(let table) = value { items = table.items } else { items = [value] }
    var examples: [RuleExample] = []
    for (index, text) in try texts(items, message).enumerated() {
      examples.append(
        RuleExample(
          rule: rule, kind: kind, position: index + 1, text: text,
          place: collector.place(of: text, in: call)))
    }
    return examples
  }

  // MARK: - Arguments

  /// A table argument, with fields of known names only.
  func fields(
    _ call: borrowing LuaCall, _ position: Int, known: [String], of owner: String
  ) throws -> LuaTable {
    guard call.isTable(position) else {
      throw LuaError.argument(
        "\(owner) is declared with a table, and this is \(call.isNil(position) ? "nothing" : "none")",
        hint: "write { … } behind it")
    }
    let table = try call.table(position)
    for field in table.fields {
      let name = field.key.text ?? "\(field.key.numberValue ?? 0)"
      guard !known.contains(name) else { continue }
      throw LuaError.argument(
        "\(owner) has no field '\(name)'",
        hint: NearestName.hint(for: name, among: known)
          ?? "fields: " + known.joined(separator: ", "))
    }
    return table
  }

  func text(_ value: LuaValue, _ name: String) throws -> String {
    guard let text = value.text else {
      throw LuaError.argument("\(name) is a \(value.typeName), but a string is needed")
    }
    return text
  }

  private func texts(_ values: [LuaValue], _ message: String) throws -> [String] {
    try values.map { value in
      guard let text = value.text else {
        throw LuaError.argument("\(message); this is a \(value.typeName)")
      }
      return text
    }
  }
}
