internal import LuaHost

/// Finds the column of a fault of syntax, of which Lua says only the line and the word.
enum SyntaxErrorPlace {
  /// The 1-based column in characters, or `nil` where it cannot be told.
  ///
  /// Where the line has the word several times, the source is read as far as each of them: up to the right one
  /// Lua misses nothing but the rest.
  static func column(
    of error: LuaError, in source: String, at location: Failure.Location?
  ) -> Int? {
    guard error.kind == "syntax", let location, let line = location.text else { return nil }
    if error.isIncompleteInput { return line.count + 1 }
    guard let word = word(of: error.message), !word.isEmpty else { return nil }
    var places: [String.Index] = []
    var rest = line.startIndex
    while rest < line.endIndex {
      if line[rest...].hasPrefix(word) { places.append(rest) }
      rest = line.index(after: rest)
    }
    guard let last = places.last else { return nil }
    var place = last
    if places.count > 1, let state = try? LuaState() {
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      let before = lines.prefix(location.line - 1).map { $0 + "\n" }.joined()
      place =
        places.first { start in
          let end = line.index(start, offsetBy: word.count)
          do throws(LuaError) {
            try state.check(before + line[..<end])
            return false
          } catch let found { return found.message == error.message }
        } ?? last
    }
    return line.distance(from: line.startIndex, to: place) + 1
  }

  /// The word that a message of Lua names: `unexpected symbol near '='`.
  private static func word(of message: String) -> Substring? {
    guard message.hasSuffix("'"), let near = message.firstRange(of: " near '") else { return nil }
    return message[near.upperBound...].dropLast()
  }
}
