internal import CModels
internal import Language

/// The trained model that tells people, organisations, places and other names apart: the program’s own,
/// another one, or none.
///
/// A multinomial logistic regression on hashed features (``NameFeatures``), with weights of eight bits. It
/// reads nothing when it is made: a weight is looked up where it lies in the file.
///
/// Two models are equal if their weights are.
public struct NameModel: Hashable, Sendable {
  private enum Choice: Sendable {
    case embedded, none
    case given([UInt8])
  }

  private let choice: Choice
  /// A name of the weights, as a part of what stored results depend on; empty for the program’s own.
  public let fingerprint: String

  /// The model that is part of the program.
  public static let embedded = NameModel(choice: .embedded, fingerprint: "")
  /// The rules’ own judgement alone.
  public static let none = NameModel(choice: .none, fingerprint: "no names")

  private init(choice: Choice, fingerprint: String) {
    self.choice = choice
    self.fingerprint = fingerprint
  }

  /// Takes a model file.
  ///
  /// - Throws: `ModelFileError` if the bytes are not a whole, undamaged model for this program’s features.
  public init(bytes: [UInt8]) throws {
    _ = try NameModelFile.header(of: bytes)
    guard NameModelFile.hasRightChecksum(bytes) else { throw ModelFileError.damaged }
    self.init(
      choice: .given(bytes),
      fingerprint: "names " + String(FeatureHash.key(of: bytes.span), radix: 16))
  }

  /// Whether two models have the same weights.
  public static func == (a: NameModel, b: NameModel) -> Bool { a.fingerprint == b.fingerprint }

  /// Hashes what tells models apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

  /// Lends the weights; `nil` where there is no model.
  func withWeights<Result>(_ body: (NameWeights?) -> Result) -> Result {
    switch choice {
    case .none: return body(nil)
    case .embedded:
      // Safe: the C side returns a constant array and its size.
      return body(
        NameWeights(
          UnsafeRawBufferPointer(start: sayso_name_weights(), count: sayso_name_weights_size())))
    case .given(let bytes):
      // Safe: the weights are used within the call only.
      return bytes.withUnsafeBytes { body(NameWeights($0)) }
    }
  }
}
