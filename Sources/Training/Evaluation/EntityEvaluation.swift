public import Extraction
public import NewsModel

/// How well the extraction finds names: exact spans against annotated ones (``NamedTextReader``).
///
/// People, organisations and places are compared. In our scheme titles in front belong to no name, and
/// adjectives and adherents (“Norwegian”, “Republicans”) are mentions of a place or a party: sources that
/// annotate otherwise count such mentions as wrong.
public struct EntityEvaluation {
  /// The spans of all articles, whatever their types.
  public private(set) var spans = AttributionScores.Counts()
  /// The spans that have the right type too, by type.
  public private(set) var types: [EntityType: AttributionScores.Counts] = [:]

  /// The spans that have the right type too, of all types together.
  public var typed: AttributionScores.Counts {
    types.values.reduce(into: .init()) { $0 += $1 }
  }

  /// The types that are compared, in the order in which they are shown.
  public static let comparedTypes: [EntityType] = [.person, .organisation, .place]

  /// Analyses the texts of a file and compares names.
  ///
  /// - Parameters:
  ///   - path: The file, as ``NamedTextReader`` reads it.
  ///   - selection: Which of its texts to take.
  ///   - names: The model that tells the types of names.
  /// - Throws: ``TrainingError`` with the line where the file is broken, or where no text of it was selected.
  public init(
    _ path: String, _ selection: TaggedTextReader.Selection = .init(),
    names: NameModel = .embedded
  ) throws {
    var model = StatementModel.none
    model.names = names
    let analyser = ArticleAnalyser(options: ExtractionOptions(model: model))
    let texts = try NamedTextReader().read(path, selection)
    guard !texts.isEmpty else { throw TrainingError.noArticles(path: path) }
    for text in texts { add(text, analyser) }
  }

  private mutating func add(_ text: NamedText, _ analyser: ArticleAnalyser) {
    let analysis = analyser.analyse(Article(id: "a", path: "a", text: text.text))
    var found: [ByteRange: EntityType] = [:]
    for mention in analysis.mentions where analysis.entities[mention.entity].type != .other {
      found[mention.range] = analysis.entities[mention.entity].type
    }
    spans += Self.counts(Set(text.names.keys), Set(found.keys))
    for type in Self.comparedTypes {
      let annotated = Set(text.names.filter { $0.value == type }.keys)
      let given = Set(found.filter { $0.value == type }.keys)
      types[type, default: .init()] += Self.counts(annotated, given)
    }
  }

  private static func counts(
    _ annotated: Set<ByteRange>, _ found: Set<ByteRange>
  ) -> AttributionScores.Counts {
    var counts = AttributionScores.Counts()
    counts.rightPredictions = annotated.intersection(found).count
    counts.found = counts.rightPredictions
    counts.predictions = found.count
    counts.annotated = annotated.count
    return counts
  }
}
