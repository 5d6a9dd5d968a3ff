internal import LuaHost

/// The patterns that a script builds from parts instead of writing them, for programs that make rules.
///
/// A part is the text that would be written for it, so that a built pattern is the same as a written one.
final class PatternParts {
  /// How tightly a text holds together, the tightest first; what is looser than needed gets brackets.
  enum Binding: Int {
    case primary, quantified, captured, sequence, alternation
  }

  private struct Part {
    var source: String
    var binding: Binding
  }

  private let kind: Int
  private var parts: [Part] = []

  /// Creates a set without parts.
  ///
  /// - Parameter kind: The number of the row type of parts.
  init(kind: Int) { self.kind = kind }

  /// The pattern that a value stands for: a string as it is, or a part.
  func source(of value: LuaValue, _ what: String) throws(LuaError) -> String {
    switch value {
    case .string(let text): return text
    case .row(let row) where row.kind == kind: return parts[row.id].source
    default:
      throw LuaError.argument(
        "\(what) is a \(value.typeName), but a pattern is needed",
        hint: "write it between [[ and ]], or build it: P.seq{ P.num, P.list \"force\" }")
    }
  }

  func add(_ source: String, _ binding: Binding) -> LuaValue {
    parts.append(Part(source: source, binding: binding))
    return .row(LuaRow(kind: kind, id: parts.count - 1))
  }

  func source(ofPart id: Int) -> String { parts[id].source }

  /// The text of a part where at most such a loose one may stand.
  func source(ofPart id: Int, within binding: Binding) -> String {
    let part = parts[id]
    return part.binding.rawValue <= binding.rawValue ? part.source : "(\(part.source))"
  }

  /// The text of an item: a part, or a string that is taken literally.
  func item(
    _ value: LuaValue, within binding: Binding, of function: String
  ) throws(LuaError) -> String {
    switch value {
    case .string(let text): return Self.literal(text)
    case .row(let row) where row.kind == kind: return source(ofPart: row.id, within: binding)
    default:
      throw LuaError.argument(
        "P.\(function) takes parts and words, and this is a \(value.typeName)")
    }
  }

  /// A literal that folds case.
  static func literal(_ text: String, mark: Character = "\"") -> String {
    var literal = String(mark)
    for character in text {
      if character == mark || character == "\\" { literal.append("\\") }
      literal.append(character)
    }
    return literal + String(mark)
  }
}
