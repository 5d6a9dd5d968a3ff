/// Why training or evaluation data cannot be used.
public enum TrainingError: Error, Equatable, Sendable {
  /// A file cannot be read.
  case unreadable(path: String, reason: String)
  /// A line of a data file is broken.
  case brokenLine(path: String, line: Int, reason: String)
  /// There is nothing to learn from or to compare with.
  case noArticles(path: String)
  /// A prediction is missing for an article of the reference data.
  case missingPrediction(id: String, path: String)
}

extension TrainingError: CustomStringConvertible {
  /// The reason in words: file, line, what is wrong.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .brokenLine(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .noArticles(let path): "\(path): there are no articles in this file"
    case .missingPrediction(let id, let path): "\(path): no prediction for article “\(id)”"
    }
  }
}
