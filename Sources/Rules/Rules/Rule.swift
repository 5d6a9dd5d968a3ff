/// A named pattern that adds something to an article wherever it matches.
public struct Rule: Sendable, Hashable {
  /// The name, unique in a rule set.
  public var name: String
  /// Where to match.
  public var pattern: Pattern
  /// What a match adds; `nil` for a rule that only reports.
  public var emission: Emission?
  /// The higher wins where matches of one layer overlap.
  public var priority: Int
  /// Rules of one layer compete; by default the type that they emit.
  public var layer: String
  /// Examples that must match exactly: `sent {n:500} {unit:troops}`, `up to <<30,000 soldiers>>`.
  public var matches: [String]
  /// Examples that must not match.
  public var rejects: [String]
  /// Examples that should match one day: reported, never a failure.
  public var wishes: [String]
  /// The file that declares it, or empty for the prompt.
  public var file: String
  /// The 1-based line of its pattern in that file.
  public var line: Int
  /// A number that tells its action apart from others, or `nil` for a rule without one; what it does is
  /// known to the one who runs the rule.
  public var action: Int?

  /// Creates a rule.
  public init(
    name: String, pattern: Pattern, emission: Emission? = nil, priority: Int = 0,
    layer: String? = nil, matches: [String] = [], rejects: [String] = [], wishes: [String] = [],
    file: String = "", line: Int = 1, action: Int? = nil
  ) {
    self.name = name
    self.pattern = pattern
    self.emission = emission
    self.priority = priority
    self.layer = layer ?? emission?.type ?? name
    self.matches = matches
    self.rejects = rejects
    self.wishes = wishes
    self.file = file
    self.line = line
    self.action = action
  }

  /// The annotation types that the rule reads, sorted.
  public var readTypes: [String] {
    var types = Set(Self.types(in: pattern.root))
    for condition in pattern.conditions {
      switch condition {
      case .within(.annotation(let type), _, _): types.insert(type)
      case .containing(let item, _, _): types.formUnion(Self.types(in: item))
      case .within, .compare: break
      }
    }
    return types.sorted()
  }

  private static func types(in node: Pattern.Node) -> [String] {
    switch node {
    case .annotation(let type, _): [type]
    case .sequence(let parts), .alternation(let parts): parts.flatMap(types)
    case .capture(_, let part, _), .repetition(let part, _, _, _, _),
      .lookaround(let part, _, _, _):
      types(in: part)
    case .token, .border: []
    }
  }
}

/// What a match adds to an article, without entering Lua.
public struct Emission: Sendable, Hashable {
  /// Where an attribute's value comes from.
  public enum Source: Sendable, Hashable {
    /// A capture's attribute: `"n.num"`.
    case capture(String, Pattern.Attribute)
    /// A capture's text: `"who"`.
    case captureText(String)
    /// A fixed value.
    case constant(Constant)
  }

  /// A fixed value.
  public enum Constant: Sendable, Hashable {
    case text(String)
    case number(Double)
    case flag(Bool)
  }

  /// The annotation's type: `Quantity`.
  public var type: String
  /// The capture that the annotation covers, or `nil` for the whole match.
  public var span: String?
  /// The attributes by name, sorted.
  public var attributes: [(name: String, source: Source)] { storage.map { ($0.name, $0.source) } }

  private struct Attribute: Sendable, Hashable {
    var name: String
    var source: Source
  }

  private var storage: [Attribute]

  /// Creates an emission.
  public init(type: String, span: String? = nil, attributes: [String: Source] = [:]) {
    self.type = type
    self.span = span
    storage = attributes.sorted { $0.key < $1.key }.map {
      Attribute(name: $0.key, source: $0.value)
    }
  }

  /// Reads the value of an attribute as it is written in Lua: `n.num`, `unit.lemma`, `who`, or a
  /// word that names no capture and is taken as it is.
  public static func source(
    _ text: String, captures: [String], attributes: [TokenAttribute] = []
  ) -> Source {
    if captures.contains(text) { return .captureText(text) }
    if let dot = text.firstIndex(of: "."), captures.contains(String(text[..<dot])) {
      let name = String(text[text.index(after: dot)...])
      if name == "text" { return .captureText(String(text[..<dot])) }
      if let found = Pattern.Attribute.builtIn.first(where: { $0.name == name }) {
        return .capture(String(text[..<dot]), found.attribute)
      }
      if let found = attributes.first(where: { $0.name == name }) {
        return .capture(String(text[..<dot]), .custom(found))
      }
    }
    return .constant(.text(text))
  }
}
