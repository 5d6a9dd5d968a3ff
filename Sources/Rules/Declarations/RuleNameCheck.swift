/// Checks the names in declarations: that each is one, and is used once.
enum RuleNameCheck {
  /// The faults, in the order of the declarations.
  static func faults(in declarations: RuleDeclarations) -> [RuleFault] {
    var faults: [RuleFault] = []
    var named: [String: (what: String, place: RulePlace)] = [:]
    func check(_ name: String, _ what: String, _ place: RulePlace, _ owner: String) {
      let key = owner + "/" + name
      if !isName(name) {
        faults.append(
          RuleFault(
            "'\(name)' cannot be the name of a \(what)", at: place,
            hint: "a name has letters, digits and _ only"))
      } else if let earlier = named[key] {
        faults.append(
          RuleFault(
            "$\(name) is a \(earlier.what) already", at: place,
            hint: "declared at \(earlier.place.description)"))
      } else {
        named[key] = (what, place)
      }
    }
    for list in declarations.lists {
      check(list.name, "list", list.place, list.owner)
      if list.entries.isEmpty {
        faults.append(RuleFault("the list $\(list.name) is empty", at: list.place))
      }
    }
    for definition in declarations.definitions {
      check(definition.name, "pattern", definition.place, definition.owner)
    }
    faults += attributeFaults(in: declarations)
    var rules: [String: RulePlace] = [:]
    for rule in declarations.rules {
      if let earlier = rules[rule.name] {
        faults.append(
          RuleFault(
            "there is a rule '\(rule.name)' already", at: rule.place,
            hint: "declared at \(earlier.description)"))
      }
      rules[rule.name] = rules[rule.name] ?? rule.place
      if rule.name.isEmpty || rule.name.contains(where: \.isNewline) {
        faults.append(RuleFault("a rule needs a name of one line", at: rule.place))
      }
      if let type = rule.type, !isName(type) {
        faults.append(
          RuleFault(
            "rule '\(rule.name)': '\(type)' cannot be the type of an annotation", at: rule.place,
            hint: type == rule.name
              ? "write emit = { type = … }, or another name for the rule"
              : "a type has letters, digits and _ only, so that @TYPE can name it"))
      }
    }
    return faults
  }

  private static func attributeFaults(in declarations: RuleDeclarations) -> [RuleFault] {
    var faults: [RuleFault] = []
    var places: [String: RulePlace] = [:]
    let taken = Pattern.Attribute.builtIn.map(\.name) + Pattern.Flag.allCases.map(\.rawValue)
    for attribute in declarations.attributes {
      let (name, key) = (attribute.name, attribute.owner + "/" + attribute.name)
      if !isName(name) || name == "text" || taken.contains(name) {
        faults.append(
          RuleFault(
            "'\(name)' cannot be the name of an attribute", at: attribute.place,
            hint: isName(name)
              ? "it means something already" : "a name has letters, digits and _ only"))
      } else if let earlier = places[key] {
        faults.append(
          RuleFault(
            "there is an attribute '\(name)' already", at: attribute.place,
            hint: "declared at \(earlier.description)"))
      }
      places[key] = places[key] ?? attribute.place
      if attribute.values.isEmpty {
        faults.append(RuleFault("the attribute '\(name)' has no words", at: attribute.place))
      }
    }
    return faults
  }

  /// Whether a text can follow `$` and `@` in a pattern.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
  }
}
