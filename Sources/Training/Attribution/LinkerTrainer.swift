internal import Extraction
internal import Language

/// Trains the regression that joins spans to cues.
struct LinkerTrainer {
  /// Learns from the annotated spans and from spans that a model found.
  ///
  /// - Parameters:
  ///   - corpus: The labelled articles.
  ///   - articles: The same articles with their attributions.
  ///   - spans: Spans found in each article.
  /// - Returns: The regression, as a sequence model of one token.
  func train(
    on corpus: AttributionCorpus, articles: [AnnotatedArticle], spans: [[AttributionSpan]]
  ) -> SequenceModel {
    var pairs = StoredSequences()
    for (index, document) in corpus.documents.enumerated() {
      let gold = AttributionSpan.spans(of: document.labels[0])
      add(gold, document.owners, document.evidence, to: &pairs)
      let owners = AttributionCorpus.owners(
        of: spans[index], articles[index].attributions, document.evidence.tokens)
      add(spans[index], owners, document.evidence, to: &pairs)
    }
    var options = SequenceTrainer.Options()
    options.alpha = 0.05
    options.l1 = 0.5
    options.featureDropout = 0.1
    options.epochs = 6
    options.averagedEpochs = 3
    options.smallestGradient = 0.001
    options.bucketBits = 16
    return SequenceTrainer(labels: AttributionLinker.labels, options: options).train(on: pairs)
      .quantised(featureSignature: AttributionLinker.signature)
  }

  private func add(
    _ spans: [AttributionSpan], _ owners: [Set<Int>], _ evidence: AttributionEvidence,
    to pairs: inout StoredSequences
  ) {
    var row: [UInt32] = []
    for index in spans.indices where spans[index].role != .cue {
      for cue in AttributionLinker.candidates(for: index, in: spans, evidence) {
        AttributionLinker.features(of: index, with: cue, in: spans, evidence, into: &row)
        var sequence = FeatureSequence(featuresPerToken: AttributionLinker.featureCount)
        sequence.append(row)
        pairs.append(sequence, labels: [owners[index].isDisjoint(with: owners[cue]) ? 0 : 1])
      }
    }
  }
}
