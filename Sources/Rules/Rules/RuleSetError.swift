/// Why rules cannot be used together.
public enum RuleSetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Two rules have one name.
  case duplicate(name: String)
  /// Rules read what they write, in a circle.
  case cycle(names: [String])
  /// A pattern cannot be compiled.
  case pattern(rule: String, PatternError)

  /// The fault in words.
  public var description: String {
    switch self {
    case .duplicate(let name): "two rules are called '\(name)'"
    case .cycle(let names):
      "these rules wait for each other, each reads what another emits: "
        + names.joined(separator: ", ")
    case .pattern(let rule, let error): "rule '\(rule)': \(error.message)"
    }
  }
}
