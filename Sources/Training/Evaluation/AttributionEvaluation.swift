public import Extraction
internal import Language
public import NewsModel

/// Runs a model or the whole extraction on annotated articles and scores the result.
public struct AttributionEvaluation {
  /// Creates an evaluation.
  public init() {}

  /// Scores attributions that a model file finds, without the extraction’s rules.
  ///
  /// A model that was trained without some groups of features must be read without them.
  ///
  /// - Throws: ``ModelFileError`` if the bytes are not a model for these features.
  public func score(
    model bytes: [UInt8], on articles: [AnnotatedArticle], groupsLeftOut: Set<String> = []
  ) throws -> AttributionScores {
    let model = try AttributionModel(bytes: bytes, groupsLeftOut: groupsLeftOut)
    let language = LanguageAnalyser()
    var scores = AttributionScores()
    for article in articles {
      scores.add(Self.predictions(of: model, for: article, language), for: article)
    }
    return scores
  }

  /// Scores the statements that the whole extraction finds, nested ones left out.
  public func scoreExtraction(
    on articles: [AnnotatedArticle], model: StatementModel = .embedded
  ) -> AttributionScores {
    let analyser = ArticleAnalyser(options: ExtractionOptions(model: model))
    var scores = AttributionScores()
    for article in articles {
      scores.add(Self.predictions(analyser.analyse(article.article)), for: article)
    }
    return scores
  }

  /// The attributions of an analysis, nested ones left out.
  public static func predictions(_ analysis: Analysis) -> [AnnotatedArticle.Attribution] {
    analysis.quotes.filter { $0.nestedIn == nil }.map {
      AnnotatedArticle.Attribution(source: $0.source, cue: $0.cue, content: $0.content)
    }
  }

  /// The attributions that a model alone finds.
  static func predictions(
    of model: AttributionModel, for article: AnnotatedArticle, _ language: LanguageAnalyser
  ) -> [AnnotatedArticle.Attribution] {
    let input = AttributionInput(article.article, language: language)
    let reading = model.read(input.tokens, quotations: input.quotations)
    return reading.attributions.map { attribution in
      func ranges(_ spans: [Int]) -> [ByteRange] {
        spans.map { input.tokens.range(of: reading.spans[$0].tokens) }
      }
      return AnnotatedArticle.Attribution(
        source: ranges(attribution.sources), cue: ranges(attribution.cue.map { [$0] } ?? []),
        content: ranges(attribution.content))
    }
  }
}
