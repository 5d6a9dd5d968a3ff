internal import Reporting
internal import Rules

/// The rules in force as a table.
enum RuleTable {
  static func table(of bundle: RuleBundle) -> Table {
    var table = Table(columns: ["kind", "name", "emits", "where"].map { Column($0) })
    func add(_ kind: String, _ name: String, _ emits: String?, _ place: RulePlace) {
      table.append([
        .text(kind), .text(name), emits.map(Cell.text) ?? .missing, .text(place.description),
      ])
    }
    for rule in bundle.declarations.rules { add("rule", rule.name, rule.type, rule.place) }
    for list in bundle.lists {
      add("list", "$\(list.name)", "\(list.entries.count) entries", list.place)
    }
    for definition in bundle.definitions {
      add("pattern", "$\(definition.name)", nil, definition.place)
    }
    for attribute in bundle.attributes {
      add("attribute", attribute.name, "\(attribute.values.count) words", attribute.place)
    }
    for cue in bundle.cues { add(cue.isNoun ? "noun cue" : "cue", cue.phrase, cue.act, cue.place) }
    for alias in bundle.aliases {
      let scope = alias.article.map { " (\($0))" } ?? ""
      add("alias", alias.phrase + scope, alias.entity, alias.place)
    }
    for boilerplate in bundle.declarations.boilerplate {
      add("boilerplate", boilerplate.pattern, nil, boilerplate.place)
    }
    return table
  }
}
