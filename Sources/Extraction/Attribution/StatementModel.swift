internal import Language

/// The trained model that finds statements beside the rules: the program’s own, another one, or none.
///
///     let model = try StatementModel(bytes: file)
///     let analyser = ArticleAnalyser(options: ExtractionOptions(model: model))
///
/// Two models are equal if their weights are.
public struct StatementModel: Hashable, Sendable {
  private enum Choice: Sendable {
    case embedded, none
    case given(AttributionModel)
  }

  private let choice: Choice
  private let ownFingerprint: String
  /// The model that goes with it and tells the types of names.
  public var names = NameModel.embedded

  /// A name of the weights, as a part of what stored results depend on; empty for the program’s own.
  public var fingerprint: String {
    ownFingerprint.isEmpty || names.fingerprint.isEmpty
      ? ownFingerprint + names.fingerprint : ownFingerprint + ", " + names.fingerprint
  }

  /// The model that is part of the program.
  public static let embedded = StatementModel(choice: .embedded, fingerprint: "")
  /// The rules alone: faster, and blind to what no rule knows.
  public static let none = StatementModel(choice: .none, fingerprint: "no model")

  private init(choice: Choice, fingerprint: String) {
    self.choice = choice
    ownFingerprint = fingerprint
  }

  /// Reads a model file.
  ///
  /// - Throws: `ModelFileError` if the bytes are not a whole, undamaged model for this program’s features.
  public init(bytes: [UInt8]) throws {
    self.init(
      choice: .given(try AttributionModel(bytes: bytes)),
      fingerprint: "model " + String(FeatureHash.key(of: bytes.span), radix: 16))
  }

  /// The model, or `nil` for the rules alone.
  var attribution: AttributionModel? {
    switch choice {
    case .embedded: AttributionModel.embedded
    case .none: nil
    case .given(let model): model
    }
  }

  /// Whether two models have the same weights.
  public static func == (a: StatementModel, b: StatementModel) -> Bool {
    a.fingerprint == b.fingerprint
  }

  /// Hashes what tells models apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
