public import NewsModel

/// What Sayso found in one article in the form that other programs read: one JSON object.
///
/// All positions are Unicode code points into the article's text, as Python and most annotation tools
/// count. Keys are always present and always in the same order; what is unknown is `null`.
/// `JSONDecoder` reads the form back.
///
///     AnalysisDocument(analysis).jsonLine   // {"id":"001","path":"seeds/001.txt","offsets":"code-points",…}
public struct AnalysisDocument: Hashable, Sendable, Decodable {
  /// A part of the article.
  public struct Zone: Hashable, Sendable, Decodable {
    /// What it is for.
    public var kind: NewsModel.Zone.Kind
    /// Where it lies.
    public var span: CodePointRange
    /// Why it was set apart as boilerplate.
    public var reason: String?
  }

  /// Somebody or something named.
  public struct Entity: Hashable, Sendable, Decodable {
    /// `e1`, `e2`, … in order of first mention.
    public var id: String
    /// The full name without title.
    public var name: String
    /// What it is.
    public var type: EntityType
    /// The other forms of the name.
    public var aliases: [String]
    /// Titles and offices as written.
    public var titles: [String]
    /// Gender, where known.
    public var gender: Gender?
  }

  /// A place that names an entity.
  public struct Mention: Hashable, Sendable, Decodable {
    /// Where.
    public var span: CodePointRange
    /// The entity's id.
    public var entity: String
    /// What a city's name stands for here.
    public var metonymOf: String?

    enum CodingKeys: String, CodingKey {
      case span, entity
      case metonymOf = "metonym_of"
    }
  }

  /// One attributed statement.
  public struct Quote: Hashable, Sendable, Decodable {
    /// `q1`, `q2`, … in order of the text.
    public var id: String
    /// How much of it stands in quotation marks.
    public var kind: NewsModel.Quote.Kind
    /// What is said.
    public var content: [CodePointRange]
    /// How it is said.
    public var cue: [CodePointRange]
    /// The speaker as written.
    public var source: [CodePointRange]
    /// The speaker's name without title; as written where no name is given.
    public var speaker: String?
    /// The id of the entity that speaks.
    public var speakerEntity: String?
    /// The medium that carried the words.
    public var via: String?
    /// The id of the statement that holds this one.
    public var nestedIn: String?
    /// How sure the extractor is, 0 to 1, to three digits.
    public var confidence: Double
    /// Which rule or model made it.
    public var by: String
    /// How the speaker is referred to.
    public var speakerForm: Speaker.Form?
    /// Whether the statement was really made.
    public var status: NewsModel.Quote.Status
    /// What sort of act the cue names.
    public var act: NewsModel.Quote.Act
    /// Who an office could be.
    public var candidates: [String]
    /// Whether an analyst's alias, not the text, identified the speaker.
    public var inferred: Bool

    enum CodingKeys: String, CodingKey {
      case id, kind, content, cue, source, speaker, via, confidence, by, status, act, candidates
      case inferred
      case speakerEntity = "speaker_entity"
      case nestedIn = "nested_in"
      case speakerForm = "speaker_form"
    }
  }

  /// A span that a user's rule made.
  public struct Annotation: Hashable, Sendable, Decodable {
    /// The type that the rule emits.
    public var type: String
    /// Where.
    public var span: CodePointRange
    /// What made it.
    public var by: String
    /// What the rule says about it.
    public var attributes: [String: Attribute]
  }

  /// A number in the text.
  public struct Figure: Hashable, Sendable, Decodable {
    /// Where.
    public var span: CodePointRange
    /// What sort of number it is.
    public var kind: NewsModel.Figure.Kind
    /// The value in whole units.
    public var value: Double?
    /// What is counted.
    public var unit: String?
    /// The words that make it inexact.
    public var approximation: String?
  }

  /// An expression of time.
  public struct DateExpression: Hashable, Sendable, Decodable {
    /// Where.
    public var span: CodePointRange
    /// What sort of expression it is.
    public var kind: NewsModel.DateExpression.Kind
    /// ISO 8601, as far as it is certain.
    public var resolved: String?
    /// From what it was resolved, or why not.
    public var reason: String
  }

  /// A reason for caution.
  public struct Note: Hashable, Sendable, Decodable {
    /// What is wrong.
    public var kind: NewsModel.Note.Kind
    /// Where, or `nil` for the whole article.
    public var span: CodePointRange?
    /// The reason in words.
    public var text: String
  }

  /// The article's id.
  public var id: String
  /// Where it was read from.
  public var path: String
  /// What positions count: `code-points`.
  public var offsets: String
  /// The headline.
  public var title: String?
  /// The outlet.
  public var outlet: String?
  /// The publication date.
  public var published: String?
  /// The authors.
  public var byline: [String]
  /// The agencies that the text credits.
  public var agency: [String]
  /// The parts of the article.
  public var zones: [Zone]
  /// Who and what is named.
  public var entities: [Entity]
  /// Where they are named.
  public var mentions: [Mention]
  /// Who said what.
  public var quotes: [Quote]
  /// What users' rules found.
  public var annotations: [Annotation]
  /// Reasons for caution.
  public var notes: [Note]
  /// The address it was taken from.
  public var url: String?
  /// The places of the dateline.
  public var dateline: [String]
  /// Numbers.
  public var figures: [Figure]
  /// Expressions of time.
  public var dates: [DateExpression]
  /// The tokens, where they were asked for.
  public var tokens: [Token]?
}

extension AnalysisDocument {
  /// A word of the article, in JSON `[word, lemma, part of speech, [start,end]]`.
  public struct Token: Hashable, Sendable, Decodable {
    /// As written.
    public var word: String
    /// The dictionary form.
    public var lemma: String
    /// The Penn Treebank's tag.
    public var pos: String
    /// Where.
    public var span: CodePointRange

    init(word: String, lemma: String, pos: String, span: CodePointRange) {
      self.word = word
      self.lemma = lemma
      self.pos = pos
      self.span = span
    }

    /// Reads the form `[word, lemma, part of speech, [start,end]]`.
    ///
    /// - Throws: `DecodingError` for any other form.
    public init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      word = try container.decode(String.self)
      lemma = try container.decode(String.self)
      pos = try container.decode(String.self)
      span = try container.decode(CodePointRange.self)
    }
  }

  /// A value that a rule attaches to an annotation, in JSON a string, a number or a truth value.
  public struct Attribute: Hashable, Sendable, Decodable {
    /// The value.
    public var value: AttributeValue

    init(_ value: AttributeValue) { self.value = value }

    /// Reads a string, a number or a truth value.
    ///
    /// - Throws: `DecodingError` for any other form.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else {
        value = .text(try container.decode(String.self))
      }
    }
  }
}
