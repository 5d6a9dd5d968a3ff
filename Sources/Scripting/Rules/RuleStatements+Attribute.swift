internal import LuaHost
internal import Rules

extension RuleStatements {
  private static let attributeFields = ["words", "file", "word", "value"]

  /// The statement `attribute`.
  var attribute: LuaFunctionDefinition {
    var definition = LuaFunctionDefinition(
      LuaDocumentation(
        "attribute", "Gives words a property that patterns ask for in brackets.",
        parameters: [
          LuaParameter("name", "string", "its name"),
          LuaParameter(
            "body", "table",
            "words = { good = 1, bad = -1 } with the value of each word or dictionary form; "
              + "file = \"x.csv\", word = \"name\", value = \"score\" adds two columns of a file"),
        ],
        example: "attribute \"tone\" { words = { hail = \"warm\", condemn = \"cold\" } }\n"
          + "rule \"judged\" {\n  pattern = [[ who:@PERSON act:[tone=(warm|cold)] ]],\n"
          + "  emit = { type = \"Judgement\", tone = \"act.tone\" },\n"
          + "  matches = { \"<<Ann Ward {act:condemned}>> it\" },\n}")
    ) { call in
      let place = collector.place(of: call)
      let body = try fields(call, 2, known: Self.attributeFields, of: "an attribute")
      var values: [String: String] = [:]
      if let file = try body["file"].map({ try text($0, "file") }) {
        guard let word = body["word"], let value = body["value"] else {
          throw LuaError.argument(
            "which columns of '\(file)'?", hint: "word = \"name\", value = \"score\"")
        }
        let pairs = try ListFile.values(
          of: file, word: text(word, "word"), value: text(value, "value"),
          files: collector.files)
        for (word, value) in pairs where values[word] == nil { values[word] = value }
      }
      // What is written in the script counts before what a file says.
      for (word, value) in try words(of: body["words"]) { values[word] = value }
      collector.add(
        RuleDeclarations.Attribute(name: try call.string(1), values: values, place: place))
      return .values([])
    }
    definition.takesBodyApart = true
    return definition
  }

  private func words(of value: LuaValue?) throws -> [(word: String, value: String)] {
    guard let value else { return [] }
    guard case .table(let table) = value, table.items.isEmpty else {
      throw LuaError.argument(
        "words is a table of values by word", hint: "words = { good = 1, bad = -1 }")
    }
    return try table.fields.map { field in
      guard let word = field.key.text else {
        throw LuaError.argument("a word of an attribute is a \(field.key.typeName)")
      }
      if let number = field.value.numberValue {
        let isWhole = number.rounded() == number && number.magnitude < 1e15
        return (word, isWhole ? "\(Int(number))" : "\(number)")
      }
      if case .boolean(let flag) = field.value { return (word, "\(flag)") }
      return (word, try text(field.value, "the value of '\(word)'"))
    }
  }
}
