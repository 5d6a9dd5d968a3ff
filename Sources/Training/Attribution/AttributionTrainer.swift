internal import Extraction
internal import Language

/// Trains the attribution model on annotated articles.
///
/// The first stage is trained on all articles, and once for each fold on all others, so that the second
/// stage learns from opinions about articles that the first had not seen. The linker learns from the
/// annotated spans and from those found in the same way.
public struct AttributionTrainer {
  /// Numbers that steer the training.
  public struct Options: Sendable {
    /// How many parts the articles are divided into for the second stage’s training.
    public var folds = 5
    /// Epochs of the first stage.
    public var firstEpochs = 4
    /// Epochs of the second stage.
    public var secondEpochs = 5
    /// How many models with different seeds are averaged for each stage that is kept.
    public var seeds = 1
    /// Buckets as a power of two, of both stages.
    public var bucketBits = 18
    /// A factor for emission scores that corrects for dropout.
    public var damping: Float = 0.8
    /// The first seed.
    public var seed: UInt64 = 1
    /// Groups of feature templates to leave out, for ablations.
    public var groupsLeftOut: Set<String> = []

    /// Creates the options that the shipped weights were trained with.
    public init() {}
  }

  /// The options.
  public var options: Options

  /// Creates a trainer.
  public init(options: Options = Options()) { self.options = options }

  /// Trains a model.
  ///
  /// - Parameters:
  ///   - articles: Annotated articles.
  ///   - progress: Called with a sentence after each step.
  /// - Returns: The bytes of a model file; the same articles and options give the same bytes.
  public func train(
    on articles: [AnnotatedArticle], progress: (String) -> Void = { _ in }
  ) -> [UInt8] {
    var corpus = AttributionCorpus(training: articles)
    progress("prepared \(corpus.documents.count) articles")
    let templates = AttributionTemplates.first.without(groups: options.groupsLeftOut)
    let first = firstStage(&corpus, templates, progress)
    let second = trained(
      corpus, AttributionTemplates.second.without(groups: options.groupsLeftOut),
      epochs: options.secondEpochs, averaged: 3, seeds: options.seeds, "second stage", progress)
    let linker = LinkerTrainer().train(
      on: corpus, articles: articles,
      spans: corpus.documents.map { AttributionSpan.spans(of: $0.firstPass.labels) })
    progress("trained the linker")
    return AttributionModel.file(
      cues: corpus.cueEntries, first: first, second: second, linker: linker)
  }

  /// Trains the first stage and lets models that did not see an article judge it.
  private func firstStage(
    _ corpus: inout AttributionCorpus, _ templates: FeatureTemplates, _ progress: (String) -> Void
  ) -> SequenceModel {
    for fold in 0..<options.folds {
      let model = trained(
        corpus, templates, epochs: options.firstEpochs, averaged: 2, seeds: 1,
        "first stage without part \(fold + 1)", progress
      ) { Self.fold(of: $0, options.folds) != fold }
      for index in corpus.documents.indices where Self.fold(of: index, options.folds) == fold {
        corpus.documents[index].firstPass = AttributionModel.label(
          corpus.documents[index].evidence, with: model, templates)
      }
    }
    let model = trained(
      corpus, templates, epochs: options.firstEpochs, averaged: 2, seeds: options.seeds,
      "first stage", progress)
    for index in corpus.documents.indices {
      let pass = corpus.documents[index].firstPass
      corpus.documents[index].evidence.add(labels: pass.labels, posteriors: pass.posteriors)
    }
    return model
  }

  /// The part that an article belongs to: neighbours in a file are often of one outlet, so they differ.
  private static func fold(of document: Int, _ folds: Int) -> Int { document * 7919 % folds }

  private func trained(
    _ corpus: AttributionCorpus, _ templates: FeatureTemplates, epochs: Int, averaged: Int,
    seeds: Int, _ name: String, _ progress: (String) -> Void,
    where isIncluded: (Int) -> Bool = { _ in true }
  ) -> SequenceModel {
    let sequences = ParagraphSequences(corpus, templates: templates, where: isIncluded)
    var models: [SequenceWeights] = []
    for seed in 0..<max(1, seeds) {
      var settings = SequenceTrainer.Options()
      settings.epochs = epochs
      settings.averagedEpochs = averaged
      settings.bucketBits = options.bucketBits
      settings.seed = options.seed &+ UInt64(seed)
      let trainer = SequenceTrainer(
        labels: AttributionLabel.names, edgeClassCount: AttributionEvidence.edgeClassCount,
        options: settings, isAllowed: SequenceTrainer.insideNeedsBegin(AttributionLabel.names))
      models.append(
        trainer.train(on: sequences) { epoch in
          progress("\(name), epoch \(epoch.number): loss \(epoch.lossPerToken) a token")
        })
    }
    return SequenceWeights.mean(of: models).quantised(
      damping: options.damping, featureSignature: templates.signature)
  }
}
