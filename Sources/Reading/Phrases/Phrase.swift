/// A phrase to be found among the words of a line.
///
/// Written as words with white space between them:
///
/// - `^` in front and `$` behind bind the phrase to the line's first and last word;
/// - `a|b` is one of several words, `word?` may be absent;
/// - `#` is a word that starts with a digit;
/// - `...` is a gap of up to eight words;
/// - `{name}` is a gap of one to six words that is handed out as the outlet's name.
///
///     Phrase("^join {name} whatsapp|telegram group|channel")
///
/// The first element is a word or `#`, so that phrases can be looked up by it.
struct Phrase: Sendable {
  /// One part of a phrase.
  enum Element: Equatable, Sendable {
    case words([[UInt8]], isOptional: Bool)
    case number
    case gap
    case name
  }

  /// Where a phrase was found, in numbers of words.
  struct Match: Equatable {
    var words: Range<Int>
    var name: Range<Int>?
  }

  let elements: [Element]
  let isBoundToStart: Bool
  let isBoundToEnd: Bool

  /// Reads a phrase; one that starts with a gap or an optional word is a programmer's error.
  init(_ source: String) {
    var elements: [Element] = []
    var isBoundToStart = false
    var isBoundToEnd = false
    for part in source.utf8.split(separator: UInt8(ascii: " ")) {
      var part = part
      if part.first == UInt8(ascii: "^") {
        isBoundToStart = true
        part = part.dropFirst()
      }
      if part.last == UInt8(ascii: "$") {
        isBoundToEnd = true
        part = part.dropLast()
      }
      if let element = Self.element(part) { elements.append(element) }
    }
    switch elements.first {
    case .number, .words(_, isOptional: false): break
    default: preconditionFailure("a phrase starts with a word that must be there: \(source)")
    }
    self.elements = elements
    self.isBoundToStart = isBoundToStart
    self.isBoundToEnd = isBoundToEnd
  }

  private static func element(_ part: Substring.UTF8View) -> Element? {
    switch part.first {
    case nil: return nil
    case UInt8(ascii: "."): return .gap
    case UInt8(ascii: "{"): return .name
    case UInt8(ascii: "#"): return .number
    default:
      let isOptional = part.last == UInt8(ascii: "?")
      let words = (isOptional ? part.dropLast() : part).split(separator: UInt8(ascii: "|"))
      return .words(words.map { Array($0) }, isOptional: isOptional)
    }
  }

  /// The match that starts at a word, the shortest gaps first, or `nil`.
  func match(in line: LineWords, at start: Int) -> Match? {
    if isBoundToStart, start != 0 { return nil }
    var name: Range<Int>?
    guard let end = match(0, in: line, at: start, name: &name) else { return nil }
    return Match(words: start..<end, name: name)
  }

  private func match(
    _ element: Int, in line: LineWords, at word: Int, name: inout Range<Int>?
  ) -> Int? {
    guard element < elements.count else {
      return isBoundToEnd && (word != line.count || line.isCut) ? nil : word
    }
    switch elements[element] {
    case .number:
      guard word < line.count, line.words[word].shape == .number else { return nil }
      return match(element + 1, in: line, at: word + 1, name: &name)
    case .words(let choices, let isOptional):
      if word < line.count, choices.contains(where: { line.isWord(word, $0) }),
        let end = match(element + 1, in: line, at: word + 1, name: &name)
      {
        return end
      }
      return isOptional ? match(element + 1, in: line, at: word, name: &name) : nil
    case .gap:
      for length in 0...8 where word + length <= line.count {
        if let end = match(element + 1, in: line, at: word + length, name: &name) { return end }
      }
      return nil
    case .name:
      // At the end of a phrase the longest name is meant, in the middle the shortest that fits.
      let isLast = element == elements.count - 1
      for step in 1...6 {
        let length = isLast ? 7 - step : step
        guard word + length <= line.count else { continue }
        if let end = match(element + 1, in: line, at: word + length, name: &name) {
          name = word..<(word + length)
          return end
        }
      }
      return nil
    }
  }
}
