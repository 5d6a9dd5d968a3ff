/// One attributed statement: somebody (source), how it is said (cue), what is said (content).
///
/// The terms are those of the attribution corpora PARC and PolNeAR. A quotation interrupted by its
/// attribution (“…,” she said. “…”) is one quote with several content ranges.
public struct Quote: Hashable, Sendable {
  /// How much of the content stands in quotation marks.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// All of it.
    case direct
    /// Some of it.
    case mixed
    /// None of it.
    case indirect
  }

  /// Whether the statement was really made, according to the article.
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    /// It was made.
    case stated
    /// The article says that it was not made: “has not said whether …”.
    case negated
    /// It is announced or expected: “will make it clear that …”.
    case prospective
    /// It is a thought, wish or fear, not words: “long feared that …”, “discussed …”.
    case belief
  }

  /// What sort of act the cue names.
  public enum Act: String, Hashable, Sendable, Codable, CaseIterable {
    /// “said”, “told”, “according to”.
    case statement
    /// “claimed”, “alleged”: the article keeps its distance.
    case claim
    /// “denied”, “rejected”.
    case denial
    /// “accused”, “blamed”.
    case accusation
    /// “called on”, “urged”, “demanded”.
    case directive
    /// “proposed”, “promised”, “offered”, “refused”.
    case commitment
    /// “announced”, “confirmed”.
    case announcement
    /// “praised”, “condemned”, “welcomed”.
    case judgement
    /// “asked whether”.
    case question
    /// Anything else.
    case other
  }

  /// How much of the content stands in quotation marks.
  public var kind: Kind
  /// What is said, in order, quotation marks included where the content begins or ends with them.
  public var content: [ByteRange]
  /// The words that attribute it; empty where a quotation stands alone.
  public var cue: [ByteRange]
  /// The speaker as written; empty where nobody is named near the quotation.
  public var source: [ByteRange]
  /// Whose words they are, as far as it could be resolved.
  public var speaker: Speaker?
  /// The medium that only carried the words (“according to TASS”, “told reporters” does not count).
  public var relay: Relay?
  /// Index into ``Analysis/quotes`` of the statement whose content holds this one.
  public var nestedIn: Int?
  /// Whether the statement was really made.
  public var status: Status
  /// What sort of act the cue names.
  public var act: Act
  /// How sure the extractor is, 0 to 1.
  public var confidence: Double
  /// Which rule or model made it: `rule subject-verb`, `model attribution`.
  public var by: String

  /// Creates a quote.
  public init(
    kind: Kind, content: [ByteRange], cue: [ByteRange] = [], source: [ByteRange] = [],
    speaker: Speaker? = nil, relay: Relay? = nil, nestedIn: Int? = nil, status: Status = .stated,
    act: Act = .statement, confidence: Double = 1, by: String
  ) {
    self.kind = kind
    self.content = content
    self.cue = cue
    self.source = source
    self.speaker = speaker
    self.relay = relay
    self.nestedIn = nestedIn
    self.status = status
    self.act = act
    self.confidence = confidence
    self.by = by
  }
}

/// Whose words a quote reports.
public struct Speaker: Hashable, Sendable {
  /// How the speaker is referred to where the quote stands.
  public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
    /// A person's name, with or without title.
    case name
    /// “he”, “she”, “it”, “they”, “who”.
    case pronoun
    /// An organisation or country by name.
    case organisation
    /// A city that stands for a government.
    case metonym
    /// A description of a known entity: “the president”, “the American leader”.
    case description
    /// “the readout”, “the statement”, “the draft document”.
    case document
    /// An office without a name: “Russia’s deputy foreign minister”.
    case office
    /// People without names: “two diplomats”, “a senior administration official”.
    case unnamed
    /// Nobody is written; the paragraph before tells.
    case implicit
  }

  /// The canonical name without title; for an office or unnamed people, the words as written.
  public var name: String
  /// Index into ``Analysis/entities``, where the speaker is one of them.
  public var entity: Int?
  /// How the speaker is referred to.
  public var form: Form
  /// Entities that an office could be, named in the article; a candidate is never chosen silently.
  public var candidates: [String]
  /// Whether an analyst's alias, not the text, identified the speaker.
  public var isAnalystInference: Bool

  /// Creates a speaker.
  public init(
    name: String, entity: Int? = nil, form: Form, candidates: [String] = [],
    isAnalystInference: Bool = false
  ) {
    self.name = name
    self.entity = entity
    self.form = form
    self.candidates = candidates
    self.isAnalystInference = isAnalystInference
  }

  /// Whether the article keeps the speaker's name to itself.
  public var isUnnamed: Bool { form == .unnamed }
}

/// A medium that carried somebody else's words.
public struct Relay: Hashable, Sendable {
  /// Its canonical name: “TASS”.
  public var name: String
  /// Where it is named.
  public var range: ByteRange

  /// Creates a relay.
  public init(name: String, range: ByteRange) {
    self.name = name
    self.range = range
  }
}
