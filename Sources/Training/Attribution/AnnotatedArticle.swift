public import NewsModel

/// An article whose attributions were annotated by hand.
public struct AnnotatedArticle: Sendable {
  /// One annotated attribution; several ranges where the text is split.
  public struct Attribution: Hashable, Sendable {
    /// Who says it.
    public var source: [ByteRange]
    /// The words that attribute it.
    public var cue: [ByteRange]
    /// What is said.
    public var content: [ByteRange]

    /// Creates an attribution.
    public init(source: [ByteRange] = [], cue: [ByteRange] = [], content: [ByteRange] = []) {
      self.source = source
      self.cue = cue
      self.content = content
    }
  }

  /// The name of the article.
  public var id: String
  /// The text.
  public var text: String
  /// The attributions of the first annotator.
  public var attributions: [Attribution]
  /// The attributions of further annotators of the same article.
  public var alternatives: [[Attribution]]
  /// Where the data divides the text into words.
  public var tokens: [ByteRange]
  /// The data’s parts of speech, one a word; empty where the data has none.
  public var partsOfSpeech: [String]
  /// The data’s paragraphs as runs of words; empty where the data has none.
  public var paragraphs: [Range<Int>]

  /// Creates an article.
  public init(
    id: String, text: String, attributions: [Attribution], tokens: [ByteRange] = [],
    partsOfSpeech: [String] = [], paragraphs: [Range<Int>] = []
  ) {
    self.id = id
    self.text = text
    self.attributions = attributions
    alternatives = []
    self.tokens = tokens
    self.partsOfSpeech = partsOfSpeech
    self.paragraphs = paragraphs
  }

  /// The article as the extraction takes it: text only.
  var article: Article { Article(id: id, path: id, text: text) }
}
