/// Reads records from the chunks of a JSON Lines source.
///
/// Feed all chunks in order, then call `finish` once, unless a failure came back.
struct RecordStream {
  private let path: String
  private var splitter = LineSplitter(limit: JSONLines.longestLine)
  private var isAtStart = true
  /// All chunks of a source in UTF-16, whose lines cannot be told apart before it is decoded.
  private var wide: [UInt8]?

  init(path: String) {
    self.path = path
  }

  /// Takes the next chunk; a failure means that the whole source is not what it should be.
  mutating func feed(
    _ chunk: [UInt8], each: (ReadOutcome) throws -> Void
  ) rethrows -> ReadingFailure? {
    var chunk = chunk
    if isAtStart, !chunk.isEmpty {
      isAtStart = false
      if let kind = BinarySignature.kind(of: chunk) { return .notText(path: path, reason: kind) }
      if chunk.starts(with: [0xff, 0xfe]) || chunk.starts(with: [0xfe, 0xff]) { wide = [] }
      if chunk.starts(with: [0xef, 0xbb, 0xbf]) { chunk.removeFirst(3) }
    }
    if let held = wide {
      guard held.count + chunk.count <= ArticleReader.largestArticle else {
        return .tooLarge(path: path, line: nil, limit: ArticleReader.largestArticle)
      }
      wide?.append(contentsOf: chunk)
      return nil
    }
    let path = path
    try splitter.feed(chunk) { line, number in try Self.hand(line, number, of: path, to: each) }
    return nil
  }

  /// Hands out what is left.
  mutating func finish(each: (ReadOutcome) throws -> Void) rethrows {
    let path = path
    if let wide, case .success(let decoded) = TextDecoder.decode(wide, path: path) {
      try splitter.feed(decoded.bytes) { line, number in
        try Self.hand(line, number, of: path, to: each)
      }
    }
    try splitter.finish { line, number in try Self.hand(line, number, of: path, to: each) }
  }

  private static func hand(
    _ line: LineSplitter.Line, _ number: Int, of path: String,
    to each: (ReadOutcome) throws -> Void
  ) rethrows {
    guard let outcome = JSONLines.outcome(of: line, number: number, path: path) else { return }
    try each(outcome)
  }
}
