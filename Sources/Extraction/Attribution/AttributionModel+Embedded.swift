internal import CModels

extension AttributionModel {
  /// The model that is part of the program, or `nil` where its weights were trained for other features.
  ///
  /// Without it the extraction works by rules alone.
  package static let embedded: AttributionModel? = {
    // Safe: the C side returns a constant array and its size.
    let bytes = UnsafeRawBufferPointer(
      start: sayso_attribution_weights(), count: sayso_attribution_weights_size())
    return try? AttributionModel(bytes: Array(bytes))
  }()
}
