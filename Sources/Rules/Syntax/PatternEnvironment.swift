/// The names a pattern may refer to, and how its literals are cut into tokens.
public struct PatternEnvironment: Sendable {
  /// Gazetteers: `$force` matches any of the phrases.
  public var lists: [String: [String]]
  /// Named patterns: `$named_official` stands for the pattern in brackets.
  public var definitions: [String: String]
  /// The types that `@TYPE` may name, with other spellings of the same type.
  public var types: [String: String]
  /// Token attributes declared in Lua.
  public var attributes: [TokenAttribute]
  /// Cuts a literal as the article's text is cut, so that a literal can always match.
  public var tokenise: @Sendable (String) -> [String]

  /// The entity types, in American and British spelling, and quotes.
  public static let builtInTypes: [String: String] = [
    "PERSON": "PERSON", "ORGANIZATION": "ORGANISATION", "ORGANISATION": "ORGANISATION",
    "LOCATION": "PLACE", "PLACE": "PLACE", "OTHER": "OTHER", "ENTITY": "ENTITY", "QUOTE": "QUOTE",
  ]

  /// Creates an environment; `types` and `attributes` come on top of the built-in ones.
  public init(
    lists: [String: [String]] = [:], definitions: [String: String] = [:], types: [String] = [],
    attributes: [TokenAttribute] = [], tokenise: @escaping @Sendable (String) -> [String]
  ) {
    self.lists = lists
    self.definitions = definitions
    self.types = Self.builtInTypes.merging(types.map { ($0, $0) }) { built, _ in built }
    self.attributes = attributes.sorted { $0.name < $1.name }
    self.tokenise = tokenise
  }
}
