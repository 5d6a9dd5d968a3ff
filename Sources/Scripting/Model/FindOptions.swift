internal import LuaHost
internal import Rules

/// What a script asks for beside the pattern: `{sort = "who", sample = 100, seed = 7, limit = 20, context = 5}`.
struct FindOptions {
  static let names = ["sort", "sample", "seed", "limit", "context"]

  var selection = HitSelection()
  /// Words of context on each side, or `nil` for the sentence.
  var context: Int?

  /// Reads the options of a table.
  ///
  /// - Throws: ``LuaError`` for an option that does not exist or cannot have that value.
  init(_ table: LuaTable, for pattern: Pattern) throws {
    for (key, value) in table.fields {
      guard let name = key.text, Self.names.contains(name) else {
        let near = key.text.flatMap { LuaHost.NearestName.of($0, among: Self.names) }
        throw LuaError(
          "argument", "there is no option '\(key.text ?? key.typeName)'",
          hint: near.map { "did you mean '\($0)'?" }
            ?? "options: \(Self.names.joined(separator: ", "))")
      }
      if name == "sort" {
        selection.order = try Self.order(value, pattern)
        continue
      }
      guard let number = value.integerValue, number >= 0 else {
        throw LuaError("argument", "\(name) is a number from 0 on")
      }
      switch name {
      case "sample": selection.sample = number
      case "seed": selection.seed = UInt64(number)
      case "limit": selection.limit = number
      default: context = number
      }
    }
    if !table.items.isEmpty {
      throw LuaError("argument", "options have names", hint: "as in {sort = \"left\"}")
    }
  }

  private static func order(_ value: LuaValue, _ pattern: Pattern) throws -> HitSelection.Order {
    guard let name = value.text else {
      throw LuaError(
        "argument", "sort is a name", hint: "\"left\", \"right\", \"match\" or a capture")
    }
    do throws(PatternError) {
      return try HitSelection.Order(name, in: pattern)
    } catch {
      throw LuaError("argument", error.message, hint: error.hint.isEmpty ? nil : error.hint)
    }
  }
}
