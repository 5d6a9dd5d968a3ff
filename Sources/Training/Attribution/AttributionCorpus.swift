internal import Extraction
internal import Language
internal import NewsModel

/// Annotated articles, tokenised and labelled, ready to learn from.
struct AttributionCorpus {
  /// One article with the evidence that the model sees and the labels that it should find.
  struct Document {
    var id: String
    var evidence: AttributionEvidence
    /// The labels by annotator; the first annotator’s first.
    var labels: [[UInt8]]
    /// What a first stage that did not see the article thinks of it.
    var firstPass = AttributionModel.Pass()
    /// For each span of the first annotator’s labels, the attributions that it belongs to.
    var owners: [Set<Int>]
  }

  /// The articles.
  var documents: [Document]
  /// How often words are cues, by key.
  private(set) var cues: [UInt32: CueFrequencies.Count] = [:]

  /// Prepares articles for training: each one’s cue frequencies leave the article itself out.
  init(training articles: [AnnotatedArticle]) {
    let language = LanguageAnalyser()
    documents = []
    var own: [[UInt32: CueFrequencies.Count]] = []
    var inputs: [AttributionInput] = []
    for article in articles {
      let input = AttributionInput(article.article, language: language)
      let evidence = AttributionEvidence(
        tokens: input.tokens, quotations: input.quotations, lexicon: { _ in 0 })
      let labels = ([article.attributions] + article.alternatives).map {
        Self.labels($0, input.tokens)
      }
      var counts: [UInt32: CueFrequencies.Count] = [:]
      for token in 0..<input.tokens.count {
        let isCue = AttributionLabel(rawValue: labels[0][token])?.role == .cue
        counts[evidence.cueKey(token), default: .init()].total += 1
        counts[evidence.cueKey(token), default: .init()].inCue += isCue ? 1 : 0
      }
      for (key, count) in counts {
        cues[key, default: .init()].total += count.total
        cues[key, default: .init()].inCue += count.inCue
      }
      own.append(counts)
      inputs.append(input)
      documents.append(
        Document(
          id: article.id, evidence: evidence, labels: labels,
          owners: Self.owners(labels[0], article.attributions, input.tokens)))
    }
    for index in documents.indices {
      documents[index].evidence = AttributionEvidence(
        tokens: inputs[index].tokens, quotations: inputs[index].quotations
      ) { key in
        let all = cues[key] ?? .init()
        let here = own[index][key] ?? .init()
        return CueFrequencies.Count(
          inCue: all.inCue - here.inCue, total: all.total - here.total
        ).perMille
      }
    }
  }

  /// The cue frequencies as a model file holds them, sorted by key.
  var cueEntries: [(key: UInt32, perMille: UInt16)] {
    cues.sorted { $0.key < $1.key }.map { ($0.key, $0.value.perMille) }
      .filter { $0.perMille != CueFrequencies.unseen }
  }

  /// The labels that annotated attributions give to tokens; where spans overlap, the first one wins.
  static func labels(
    _ attributions: [AnnotatedArticle.Attribution], _ tokens: TokenColumns
  ) -> [UInt8] {
    var spans: Set<Gold> = []
    for attribution in attributions {
      for range in attribution.source { spans.insert(Gold(range: range, role: .source)) }
      for range in attribution.cue { spans.insert(Gold(range: range, role: .cue)) }
      for range in attribution.content { spans.insert(Gold(range: range, role: .content)) }
    }
    var startsParagraph = [Bool](repeating: false, count: tokens.count)
    for start in tokens.paragraphStarts where Int(start) < tokens.count {
      startsParagraph[Int(start)] = true
    }
    var labels = [UInt8](repeating: 0, count: tokens.count)
    for span in spans.sorted(by: <) {
      var isFirst = true
      for token in tokens.tokens(in: span.range) where labels[token] == 0 {
        let begins = isFirst || startsParagraph[token]
        labels[token] = (begins ? span.role.firstLabel : span.role.innerLabel).rawValue
        isFirst = false
      }
    }
    // An inner label after another role, where a span was cut by one inside it, begins anew.
    for token in labels.indices {
      guard let label = AttributionLabel(rawValue: labels[token]), let role = label.role,
        !label.begins
      else { continue }
      let before = token > 0 ? AttributionLabel(rawValue: labels[token - 1])?.role : nil
      if before != role || startsParagraph[token] { labels[token] = role.firstLabel.rawValue }
    }
    return labels
  }

  private struct Gold: Hashable, Comparable {
    var range: ByteRange
    var role: AttributionRole

    static func < (a: Gold, b: Gold) -> Bool {
      (a.range, a.role.rawValue) < (b.range, b.role.rawValue)
    }
  }

  /// The attributions that each span of a labelling belongs to.
  static func owners(
    _ labels: [UInt8], _ attributions: [AnnotatedArticle.Attribution], _ tokens: TokenColumns
  ) -> [Set<Int>] {
    owners(of: AttributionSpan.spans(of: labels), attributions, tokens)
  }

  /// The attributions that share a token with each span in its role.
  static func owners(
    of spans: [AttributionSpan], _ attributions: [AnnotatedArticle.Attribution],
    _ tokens: TokenColumns
  ) -> [Set<Int>] {
    spans.map { span in
      let range = tokens.range(of: span.tokens)
      var owners: Set<Int> = []
      for (number, attribution) in attributions.enumerated() {
        let ranges =
          switch span.role {
          case .source: attribution.source
          case .cue: attribution.cue
          case .content: attribution.content
          }
        if ranges.contains(where: range.overlaps) { owners.insert(number) }
      }
      return owners
    }
  }
}
