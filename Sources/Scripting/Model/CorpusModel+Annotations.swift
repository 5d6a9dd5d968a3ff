internal import Foundation
internal import LuaHost
internal import Store

extension CorpusModel {
  var annotationType: RowType {
    var type = RowType(
      name: "annotation", plural: "annotations",
      summary: "A typed span that a rule made; what the rule says about it can be read as fields.",
      fields: fields(of: .annotations, leavingOut: ["attributes"]) + [
        RowField("attributes", "table", "What the rule says about it, by name.") { [self] row in
          .table(LuaTable(fields: try attributes(ofAnnotation: row).map { (.string($0), $1) }))
        }
      ] + spanFields(of: .annotations),
      methods: spanMethods(of: .annotations, example: "annotation"),
      describe: { [self] in describe(.annotations, $0, "type") },
      key: { [self] in key(.annotations, $0) })
    type.readOther = { [self] row, name in
      try attributes(ofAnnotation: row).first { $0.name == name }?.value
    }
    type.otherNames = { [self] in (try? attributeNames()) ?? [] }
    return type
  }

  /// The attributes of an annotation, sorted by name.
  private func attributes(
    ofAnnotation row: Int
  ) throws -> [(name: String, value: LuaValue)] {
    let texts = try columns(.annotations).text("attributes")
    let id = texts.ids[row]
    guard id >= 0 else { return [] }
    return try attributeSets()[Int(id)]
  }

  /// The names of all attributes that any annotation has, sorted.
  private func attributeNames() throws -> [String] {
    Set(try attributeSets().joined().map(\.name)).sorted()
  }

  /// The attributes by the number of their text: equal ones are read once.
  private func attributeSets() throws -> [[(name: String, value: LuaValue)]] {
    let texts = try columns(.annotations).text("attributes")
    if let known = attributeCache, known.generation == generation { return known.sets }
    let sets = texts.values.map { text -> [(name: String, value: LuaValue)] in
      let document = try? JSONDecoder().decode([String: JSONScalar].self, from: Data(text.utf8))
      return (document ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) }
    }
    attributeCache = (generation, sets)
    return sets
  }
}

/// A value of an attribute as the store keeps it.
private struct JSONScalar: Decodable {
  let value: LuaValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      value = .boolean(flag)
    } else if let number = try? container.decode(Double.self) {
      value = CorpusModel.plainNumber(number)
    } else {
      value = .string(try container.decode(String.self))
    }
  }
}
