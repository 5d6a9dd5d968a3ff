/// What a person types to search, as a query that SQLite's FTS5 always understands.
///
/// Words must all occur; `"of words"` is a phrase; `OR` and `NOT` stand between them; `sanction*` is a
/// beginning. Everything else, such as the stops of `U.S.`, is text.
enum SearchQuery {
  /// The query in FTS5's own syntax, or `nil` where no word is left.
  static func fts5(_ text: String) -> String? {
    var output: [String] = []
    var isOperand = false
    for piece in pieces(text) {
      if piece.isBare, ["OR", "NOT", "AND"].contains(piece.text) {
        // An operator without something on its left would be an error.
        if isOperand { output.append(piece.text) }
        isOperand = false
        continue
      }
      var word = piece.text
      var isPrefix = false
      if piece.isBare, word.hasSuffix("*") {
        isPrefix = true
        word.removeLast()
      }
      guard word.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      output.append("\"\(word)\"" + (isPrefix ? "*" : ""))
      isOperand = true
    }
    while let last = output.last, !last.hasPrefix("\"") { output.removeLast() }
    return output.isEmpty ? nil : output.joined(separator: " ")
  }

  private static func pieces(_ text: String) -> [(text: String, isBare: Bool)] {
    var pieces: [(text: String, isBare: Bool)] = []
    var current = ""
    var isQuoted = false
    func mark(_ character: Character) -> Bool {
      character == "\"" || character == "“" || character == "”"
    }
    for character in text {
      if mark(character) || (character.isWhitespace && !isQuoted) {
        if !current.isEmpty { pieces.append((current, !isQuoted)) }
        current = ""
        if mark(character) { isQuoted.toggle() }
      } else if character != "\0" {
        current.append(character)
      }
    }
    if !current.isEmpty { pieces.append((current, !isQuoted)) }
    return pieces
  }
}
