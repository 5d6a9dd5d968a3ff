/// Why a source, or one record of it, gave no article.
///
/// A failure never stops the sources after it. `description` words it for people and names the file.
public enum ReadingFailure: Error, Hashable, Sendable {
  /// There is no such file or folder.
  case missing(path: String)
  /// The system refused to open or read it.
  case unreadable(path: String, reason: String)
  /// A folder without a single file of a known kind.
  case nothingFound(path: String)
  /// The bytes are no text: a PDF, a picture, a program.
  case notText(path: String, reason: String)
  /// More bytes than one article or one line may have.
  case tooLarge(path: String, line: Int?, limit: Int)
  /// A line of a JSON Lines source that is not a JSON object.
  case notJSON(path: String, line: Int, reason: String)
  /// A JSON record with neither `text` nor `html`.
  case noText(path: String, line: Int)
  /// A page whose markup holds no text.
  case noArticle(path: String, line: Int?)
}

extension ReadingFailure {
  /// The path of the source at fault.
  public var path: String {
    switch self {
    case .missing(let path), .unreadable(let path, _), .nothingFound(let path),
      .notText(let path, _), .tooLarge(let path, _, _), .notJSON(let path, _, _),
      .noText(let path, _), .noArticle(let path, _):
      path
    }
  }

  /// The 1-based line of the record at fault, or `nil` if the whole source is.
  public var line: Int? {
    switch self {
    case .notJSON(_, let line, _), .noText(_, let line): line
    case .tooLarge(_, let line, _), .noArticle(_, let line): line
    case .missing, .unreadable, .nothingFound, .notText: nil
    }
  }

  /// What is wrong, without the path.
  public var reason: String {
    switch self {
    case .missing: "there is no such file or folder"
    case .unreadable(_, let reason): "it cannot be read: \(reason)"
    case .nothingFound: "the folder holds no text, HTML or JSON Lines file"
    case .notText(_, let reason): "it is not text: \(reason)"
    case .tooLarge(_, _, let limit): "it is larger than \(limit >> 20) MiB"
    case .notJSON(_, _, let reason): "the line is not a JSON object: \(reason)"
    case .noText: "the record has neither a \"text\" nor an \"html\" string"
    case .noArticle: "the page holds no text"
    }
  }
}

extension ReadingFailure: CustomStringConvertible {
  /// The failure in one line for people: `PATH: REASON` or `PATH:LINE: REASON`.
  public var description: String {
    line.map { "\(path):\($0): \(reason)" } ?? "\(path): \(reason)"
  }
}
