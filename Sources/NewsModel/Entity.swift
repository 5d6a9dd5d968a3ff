/// What kind of thing a name stands for.
public enum EntityType: String, Hashable, Sendable, Codable, CaseIterable {
  /// A human being.
  case person
  /// A body of people: company, agency, ministry, alliance, party.
  case organisation
  /// A country, city, region, sea; its inhabitants' adjective (“Russian”) counts as a mention of it.
  case place
  /// Any other name: treaty, event, war, programme.
  case other
}

/// Grammatical gender of a person, as far as titles, pronouns or a first name tell.
public enum Gender: String, Hashable, Sendable, Codable {
  /// Referred to as “she”.
  case female
  /// Referred to as “he”.
  case male
}

/// Somebody or something that an article names, with all the ways it is named there.
public struct Entity: Hashable, Sendable {
  /// The full name without title: “Joe Biden”, “White House”.
  public var name: String
  /// What kind of thing it is.
  public var type: EntityType
  /// The other surface forms in the article, each once, in order of appearance.
  public var aliases: [String]
  /// Titles and offices given with the name, as written, each once: “US President”, “Mr.”.
  public var titles: [String]
  /// Gender, where the article or the first name tells.
  public var gender: Gender?

  /// Creates an entity.
  public init(
    name: String, type: EntityType, aliases: [String] = [], titles: [String] = [],
    gender: Gender? = nil
  ) {
    self.name = name
    self.type = type
    self.aliases = aliases
    self.titles = titles
    self.gender = gender
  }
}

/// A span of text that names an entity.
public struct Mention: Hashable, Sendable {
  /// Where: the longest form of the name, without title and without possessive ending.
  public var range: ByteRange
  /// Index into ``Analysis/entities``.
  public var entity: Int
  /// The government that a city's name stands for here (“Moscow denied …”: `Russia`), or `nil`.
  public var metonymOf: String?

  /// Creates a mention.
  public init(range: ByteRange, entity: Int, metonymOf: String? = nil) {
    self.range = range
    self.entity = entity
    self.metonymOf = metonymOf
  }
}
