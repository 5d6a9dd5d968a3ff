public import NewsModel

/// What an analyst may change about the extraction without recompiling.
public struct ExtractionOptions: Hashable, Sendable {
  /// An analyst's decision that a phrase stands for an entity.
  public struct Alias: Hashable, Sendable {
    /// The phrase as it stands in the text; case, articles and the shape of apostrophes do not count:
    /// `the foreign minister`.
    public var phrase: String
    /// The canonical name of the entity: `Dmytro Kuleba`.
    public var entity: String
    /// What kind of thing it is, where the article does not name it.
    public var type: EntityType
    /// The one article in which it holds, or `nil` for all.
    public var articleID: String?

    /// Creates an alias.
    public init(
      phrase: String, entity: String, type: EntityType = .person, articleID: String? = nil
    ) {
      self.phrase = phrase
      self.entity = entity
      self.type = type
      self.articleID = articleID
    }
  }

  /// A word that attributes a statement because the analyst says so.
  public struct Cue: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The verb or noun in its dictionary form, with the words that must follow a verb: `hit back`.
    public var phrase: String
    /// Whether it is a noun: “her *claim* that …”.
    public var isNoun: Bool
    /// The act that it names, or `nil` for that of the same word in the lexicon, else a statement.
    public var act: Quote.Act?

    /// Creates a cue.
    public init(_ phrase: String, isNoun: Bool = false, act: Quote.Act? = nil) {
      self.phrase = phrase
      self.isNoun = isNoun
      self.act = act
    }

    /// Creates a verb that attributes as “said” does.
    public init(stringLiteral value: String) { self.init(value) }
  }

  /// Further words that attribute a statement: `["quip", "hit back"]`.
  public var cues: [Cue]
  /// Phrases that stand for an entity.
  public var aliases: [Alias]
  /// The model that finds statements beside the rules.
  public var model: StatementModel

  /// Creates options; without arguments, those of a fresh installation.
  public init(
    cues: [Cue] = [], aliases: [Alias] = [], model: StatementModel = .embedded
  ) {
    self.cues = cues
    self.aliases = aliases
    self.model = model
  }
}
