/// What an analyst may change about the extraction without recompiling.
public struct ExtractionOptions: Hashable, Sendable {
  /// An analyst's decision that a phrase stands for an entity.
  public struct Alias: Hashable, Sendable {
    /// The phrase as it stands in the text, compared without regard to case: `the foreign minister`.
    public var phrase: String
    /// The canonical name of the entity: `Dmytro Kuleba`.
    public var entity: String
    /// The one article in which it holds, or `nil` for all.
    public var articleID: String?

    /// Creates an alias.
    public init(phrase: String, entity: String, articleID: String? = nil) {
      self.phrase = phrase
      self.entity = entity
      self.articleID = articleID
    }
  }

  /// Lemmas of further verbs that attribute a statement, as `said` does: `["quip"]`.
  public var cues: [String]
  /// Phrases that stand for an entity.
  public var aliases: [Alias]

  /// Creates options; without arguments, those of a fresh installation.
  public init(cues: [String] = [], aliases: [Alias] = []) {
    self.cues = cues
    self.aliases = aliases
  }
}
