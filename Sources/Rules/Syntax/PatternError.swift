/// What is wrong with a pattern, where, and what to do about it.
public struct PatternError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, in lower case and without a full stop.
  public var message: String
  /// The bytes of the source that are wrong.
  public var range: SourceRange
  /// What to do about it; empty where nothing better can be said.
  public var hint: String
  /// The pattern as written.
  public var source: String

  /// Creates an error.
  public init(_ message: String, at range: SourceRange, in source: String, hint: String = "") {
    self.message = message
    self.range = range
    self.hint = hint
    self.source = source
  }

  /// The 1-based line of the source.
  public var line: Int { position.line }
  /// The 1-based column in Unicode code points.
  public var column: Int { position.column }

  private var position: (line: Int, column: Int, text: Substring) {
    let bytes = Array(source.utf8)
    let start = min(range.start, bytes.count)
    let before = bytes[..<start]
    let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let lineEnd = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let text = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
    let ahead = String(decoding: bytes[lineStart..<start], as: UTF8.self)
    return (
      before.count { $0 == UInt8(ascii: "\n") } + 1, ahead.unicodeScalars.count + 1, text[...]
    )
  }

  /// The message with its place, the line with carets, and the hint, as a compiler prints it.
  ///
  ///     query:1:10: unknown attribute 'lema'
  ///         n:[num] [lema=troop]
  ///                  ^^^^
  ///         did you mean 'lemma'?
  ///
  /// - Parameters:
  ///   - file: What to call the source: a path or `query`.
  ///   - firstLine: The line of the file on which the pattern begins.
  /// - Returns: Three lines, or four with the hint, without a line feed at the end.
  public func description(file: String, firstLine: Int = 1) -> String {
    let (line, column, text) = position
    let bytes = Array(source.utf8)
    let wrong = String(
      decoding: bytes[min(range.start, bytes.count)..<min(range.end, bytes.count)], as: UTF8.self)
    let width = wrong.prefix { $0 != "\n" }.unicodeScalars.count
    let indent = String(repeating: " ", count: column - 1)
    let carets = String(repeating: "^", count: max(1, width))
    var lines = [
      "\(file):\(firstLine + line - 1):\(column): \(message)", "    \(text)",
      "    \(indent)\(carets)",
    ]
    if !hint.isEmpty { lines.append("    \(hint)") }
    return lines.joined(separator: "\n")
  }

  /// The message for a pattern typed at the prompt.
  public var description: String { description(file: "query") }
}

/// Finds the name a person probably meant.
public enum NearestName {
  /// The candidate nearest to `name` by edits (insert, delete, change, swap), if it is near enough
  /// to be a slip: at most a third of its letters.
  ///
  /// - Complexity: O(number of candidates × length²).
  public static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(Array(name.lowercased().utf8), Array(candidate.lowercased().utf8))
      guard distance * 3 <= max(name.utf8.count, candidate.utf8.count) else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// Optimal string alignment distance (Damerau–Levenshtein without repeated edits).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
