/// What one file, or one input at the prompt, declares: as written, with patterns not parsed yet.
///
/// Patterns are parsed when all of it is known (``RuleBundle/init(_:knownTypes:tokenise:)``), so that a rule
/// may read a type or a list that is declared below it or in another file.
public struct RuleDeclarations: Sendable, Hashable {
  /// A list of words and phrases: `$force`.
  public struct List: Sendable, Hashable {
    /// The name without the dollar sign.
    public var name: String
    /// The words and phrases, in order.
    public var entries: [String]
    /// Where it is declared.
    public var place: RulePlace
    /// The plugin that it belongs to, or empty for the analyst's own.
    public var owner = ""

    /// Creates a list.
    public init(name: String, entries: [String], place: RulePlace = RulePlace()) {
      self.name = name
      self.entries = entries
      self.place = place
    }
  }

  /// A named pattern: `$named_official`.
  public struct Definition: Sendable, Hashable {
    /// The name without the dollar sign.
    public var name: String
    /// The pattern as written.
    public var pattern: String
    /// Where the pattern begins.
    public var place: RulePlace
    /// The plugin that it belongs to, or empty for the analyst's own.
    public var owner = ""

    /// Creates a definition.
    public init(name: String, pattern: String, place: RulePlace = RulePlace()) {
      self.name = name
      self.pattern = pattern
      self.place = place
    }
  }

  /// A property of words that patterns use in brackets: `[polarity=good]`.
  public struct Attribute: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The values by the word in lower case.
    public let values: [String: String]
    /// Where it is declared.
    public var place: RulePlace
    /// The plugin that it belongs to, or empty for the analyst's own.
    public var owner = ""

    /// Creates an attribute; of words that differ in capitals only, the first in alphabetical order counts.
    public init(name: String, values: [String: String], place: RulePlace = RulePlace()) {
      self.name = name
      self.values = Dictionary(
        values.sorted { $0.key < $1.key }.map { (TokenProperties.folded($0.key), $0.value) },
        uniquingKeysWith: { first, _ in first })
      self.place = place
    }
  }

  /// A phrase that attributes statements: `quip`, `hit back`, `denial`.
  public struct Cue: Sendable, Hashable {
    /// The verb or noun in its dictionary form, perhaps with words behind it.
    public var phrase: String
    /// Whether it is a noun: “her claim that …”.
    public var isNoun: Bool
    /// The act that it names, as quotes have it: `denial`; `nil` for a plain statement.
    public var act: String?
    /// Where it is declared.
    public var place: RulePlace

    /// Creates a cue.
    public init(
      phrase: String, isNoun: Bool = false, act: String? = nil, place: RulePlace = RulePlace()
    ) {
      self.phrase = phrase
      self.isNoun = isNoun
      self.act = act
      self.place = place
    }
  }

  /// An analyst's decision that a phrase stands for somebody.
  public struct Alias: Sendable, Hashable {
    /// The phrase as it stands in the text.
    public var phrase: String
    /// The name of whom it stands for.
    public var entity: String
    /// What kind of thing that is: `person`, `organisation`, `place` or `other`; `nil` where nobody said.
    public var type: String?
    /// The id of the one article in which it holds, or `nil` for all.
    public var article: String?
    /// Where it is declared.
    public var place: RulePlace

    /// Creates an alias.
    public init(
      phrase: String, entity: String, type: String? = nil, article: String? = nil,
      place: RulePlace = RulePlace()
    ) {
      self.phrase = phrase
      self.entity = entity
      self.type = type
      self.article = article
      self.place = place
    }
  }

  /// A pattern whose paragraphs are boilerplate.
  public struct Boilerplate: Sendable, Hashable {
    /// The pattern as written.
    public var pattern: String
    /// Where the pattern begins.
    public var place: RulePlace
    /// The plugin that it belongs to, or empty for the analyst's own.
    public var owner = ""

    /// Creates a declaration of boilerplate.
    public init(pattern: String, place: RulePlace = RulePlace()) {
      self.pattern = pattern
      self.place = place
    }
  }

  /// A rule as written.
  public struct Rule: Sendable, Hashable {
    /// A value that the rule gives to an attribute.
    public enum Value: Sendable, Hashable {
      /// `"n.num"`, `"who"`, or a fixed text.
      case text(String)
      /// A fixed number.
      case number(Double)
      /// A fixed truth value.
      case flag(Bool)
    }

    /// The name, unique among all rules.
    public var name: String
    /// The pattern as written.
    public var pattern: String
    /// The type that a match emits, or `nil` for a rule that emits nothing.
    public var type: String?
    /// The capture that the annotation covers, or `nil` for the whole match.
    public var span: String?
    /// The attributes of what a match emits.
    public var attributes: [String: Value] = [:]
    /// The higher wins where matches of one layer overlap.
    public var priority = 0
    /// The layer, or `nil` for the type.
    public var layer: String?
    /// A number that tells actions apart, or `nil` where there is none.
    public var action: Int?
    /// Where the rule is declared.
    public var place: RulePlace
    /// Where its pattern begins.
    public var patternPlace: RulePlace
    /// What it must match, what it must not, and what it should match one day.
    public var examples: [RuleExample] = []
    /// The plugin that it belongs to, or empty for the analyst's own.
    public var owner = ""

    /// Creates a rule that emits annotations of its own name.
    public init(name: String, pattern: String, place: RulePlace = RulePlace()) {
      self.name = name
      self.pattern = pattern
      type = name
      self.place = place
      patternPlace = place
    }
  }

  /// The lists, in order.
  public var lists: [List] = []
  /// The named patterns, in order.
  public var definitions: [Definition] = []
  /// The attributes of words, in order.
  public var attributes: [Attribute] = []
  /// The cues, in order.
  public var cues: [Cue] = []
  /// The aliases, in order.
  public var aliases: [Alias] = []
  /// The patterns of boilerplate, in order.
  public var boilerplate: [Boilerplate] = []
  /// The rules, in order.
  public var rules: [Rule] = []

  /// Creates a value that declares nothing.
  public init() {}

  /// Whether it declares nothing.
  public var isEmpty: Bool { self == RuleDeclarations() }

  /// Adds what another value declares, behind what is there.
  public mutating func append(_ other: RuleDeclarations) {
    lists += other.lists
    definitions += other.definitions
    attributes += other.attributes
    cues += other.cues
    aliases += other.aliases
    boilerplate += other.boilerplate
    rules += other.rules
  }

  /// The plugins that anything belongs to, sorted; empty for the analyst's own.
  var owners: [String] {
    Set(
      lists.map(\.owner) + definitions.map(\.owner) + attributes.map(\.owner)
        + boilerplate.map(\.owner) + rules.map(\.owner)
    ).sorted()
  }

  /// Makes all of it a plugin's: its rules are called `PLUGIN/RULE`, and no other file sees its lists, named
  /// patterns and attributes.
  public mutating func belong(to plugin: String) {
    for index in lists.indices { lists[index].owner = plugin }
    for index in definitions.indices { definitions[index].owner = plugin }
    for index in attributes.indices { attributes[index].owner = plugin }
    for index in boilerplate.indices { boilerplate[index].owner = plugin }
    for index in rules.indices {
      rules[index].owner = plugin
      rules[index].name = "\(plugin)/\(rules[index].name)"
      for example in rules[index].examples.indices {
        rules[index].examples[example].rule = rules[index].name
      }
    }
  }

  /// Adds what another value declares; a rule, list or pattern of the same name makes way for it.
  ///
  /// This is what typing a rule again at the prompt means.
  public mutating func replace(with other: RuleDeclarations) {
    let (rules, lists) = (Set(other.rules.map(\.name)), Set(other.lists.map(\.name)))
    let definitions = Set(other.definitions.map(\.name))
    self.rules.removeAll { rules.contains($0.name) }
    // The names of a plugin's lists and patterns are its own.
    self.lists.removeAll {
      $0.owner.isEmpty && (lists.contains($0.name) || definitions.contains($0.name))
    }
    self.definitions.removeAll {
      $0.owner.isEmpty && (lists.contains($0.name) || definitions.contains($0.name))
    }
    attributes.removeAll { known in
      known.owner.isEmpty && other.attributes.contains { $0.name == known.name }
    }
    cues.removeAll { cue in
      other.cues.contains { $0.phrase == cue.phrase && $0.isNoun == cue.isNoun }
    }
    aliases.removeAll { alias in
      other.aliases.contains { $0.phrase == alias.phrase && $0.article == alias.article }
    }
    boilerplate.removeAll { known in
      other.boilerplate.contains { $0.pattern == known.pattern }
    }
    append(other)
  }
}
