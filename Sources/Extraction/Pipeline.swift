/// The stages of the extraction, in the order in which they run.
struct Pipeline: Sendable {
  /// The stages.
  let stages: [any ExtractionStage]

  /// The stages that every article passes through.
  static let standard = Pipeline(stages: [
    QuotationStage(),
    MentionStage(),
    AliasStage(),
    DateStage(),
    FigureStage(),
    QuoteStage(),
    GarbledTextStage(),
  ])

  /// A sentence for each requirement that no earlier stage provides, and each layer provided twice.
  ///
  /// Empty in a sound pipeline.
  func faults() -> [String] {
    var available: Set<ExtractionLayer> = [.tokens]
    var faults: [String] = []
    for stage in stages {
      for layer in stage.requires where !available.contains(layer) {
        faults.append("“\(stage.name)” requires \(layer.rawValue), which no earlier stage provides")
      }
      for layer in stage.provides where !available.insert(layer).inserted {
        faults.append("“\(stage.name)” provides \(layer.rawValue), which is already there")
      }
    }
    return faults
  }
}
