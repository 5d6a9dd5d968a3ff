/// Why bytes are not a model.
public enum ModelFileError: Error, Equatable, Sendable {
  /// The file does not begin with the mark of its kind.
  case notAModel(expected: String)
  /// The file was written by another version of the format.
  case unsupportedVersion(found: Int, supported: Int)
  /// The file ends too early.
  case truncated(neededBytes: Int, foundBytes: Int)
  /// A field has an impossible value.
  case invalid(field: String)
  /// The checksum does not fit: the file was damaged.
  case damaged
  /// A part of the file is missing.
  case missingSection(name: String)
}

extension ModelFileError: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .notAModel(let expected): "this is not a model file (it does not begin with “\(expected)”)"
    case .unsupportedVersion(let found, let supported):
      "the model file has version \(found), this program reads version \(supported)"
    case .truncated(let needed, let found):
      "the model file ends too early: \(needed) bytes needed, \(found) found"
    case .invalid(let field): "the model file has an impossible value for \(field)"
    case .damaged: "the model file is damaged: its checksum does not fit"
    case .missingSection(let name): "the model file has no section “\(name)”"
    }
  }
}
