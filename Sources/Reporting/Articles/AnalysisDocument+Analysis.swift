public import NewsModel

extension AnalysisDocument {
  /// Creates the document of an analysis.
  ///
  /// - Parameters:
  ///   - analysis: What was found in one article.
  ///   - includesTokens: Whether every word follows with its lemma and part of speech.
  /// - Complexity: O(*n*) in the size of the analysis.
  public init(_ analysis: Analysis, includesTokens: Bool = false) {
    let article = analysis.article
    let map = TextMap(article.text)
    id = article.id
    path = article.path
    offsets = "code-points"
    title = article.title
    outlet = article.outlet
    published = article.published
    byline = article.byline
    agency = article.agencies
    zones = article.zones.map { zone in
      Zone(
        kind: zone.kind, span: map.codePoints(of: zone.range),
        reason: zone.reason.isEmpty ? nil : zone.reason)
    }
    // An entity is mentioned many times: its id is made once.
    let entityIDs = analysis.entities.indices.map(Self.entityID)
    entities = zip(entityIDs, analysis.entities).map { id, entity in
      Entity(
        id: id, name: entity.name, type: entity.type, aliases: entity.aliases,
        titles: entity.titles, gender: entity.gender)
    }
    mentions = analysis.mentions.map { mention in
      Mention(
        span: map.codePoints(of: mention.range), entity: entityIDs[mention.entity],
        metonymOf: mention.metonymOf)
    }
    quotes = analysis.quotes.enumerated().map { Self.quote($1, at: $0, map, entityIDs: entityIDs) }
    annotations = analysis.annotations.map { annotation in
      Annotation(
        type: annotation.type, span: map.codePoints(of: annotation.range), by: annotation.by,
        attributes: annotation.attributes.mapValues(Attribute.init))
    }
    notes = analysis.notes.map { note in
      Note(kind: note.kind, span: note.range.map { map.codePoints(of: $0) }, text: note.text)
    }
    url = article.url
    dateline = article.datelinePlaces
    figures = analysis.figures.map { figure in
      Figure(
        span: map.codePoints(of: figure.range), kind: figure.kind, value: figure.value,
        unit: figure.unit, approximation: figure.approximation)
    }
    dates = analysis.dates.map { date in
      DateExpression(
        span: map.codePoints(of: date.range), kind: date.kind, resolved: date.resolved,
        reason: date.reason)
    }
    guard includesTokens else { return }
    let columns = analysis.tokens
    // Each distinct word is decoded once, not once for each place where it stands.
    let words = (0..<UInt32(columns.vocabulary.count)).map { columns.vocabulary[$0] }
    tokens = (0..<columns.count).map { index in
      Token(
        word: words[Int(columns.words[index])], lemma: words[Int(columns.lemmas[index])],
        pos: columns.partsOfSpeech[index].name, span: map.codePoints(of: columns.range(of: index)))
    }
  }

  private static func quote(
    _ quote: NewsModel.Quote, at index: Int, _ map: TextMap, entityIDs: [String]
  ) -> Quote {
    Quote(
      id: quoteID(index), kind: quote.kind, content: map.codePoints(of: quote.content),
      cue: map.codePoints(of: quote.cue), source: map.codePoints(of: quote.source),
      speaker: quote.speaker?.name, speakerEntity: quote.speaker?.entity.map { entityIDs[$0] },
      via: quote.relay?.name, nestedIn: quote.nestedIn.map(quoteID),
      confidence: (quote.confidence * 1000).rounded() / 1000, by: quote.by,
      speakerForm: quote.speaker?.form, status: quote.status, act: quote.act,
      candidates: quote.speaker?.candidates ?? [],
      inferred: quote.speaker?.isAnalystInference ?? false)
  }

  /// The id of an entity in exports: `e1`.
  static func entityID(_ index: Int) -> String { "e\(index + 1)" }
  /// The id of a quote in exports: `q1`.
  static func quoteID(_ index: Int) -> String { "q\(index + 1)" }
}
