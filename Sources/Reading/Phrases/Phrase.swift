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
    /// One of the words in a part of the source, with strokes between them.
    case words(Range<Int>, isOptional: Bool)
    case number
    case gap
    case name
  }

  /// Where a phrase was found, in numbers of words.
  struct Match: Equatable {
    var words: Range<Int>
    var name: Range<Int>?
  }

  private let source: String
  let elements: [Element]
  let isBoundToStart: Bool
  let isBoundToEnd: Bool

  /// Reads a phrase; one that starts with a gap or an optional word is a programmer's error.
  init(_ source: String) {
    let text = source.utf8Span.span
    var elements: [Element] = []
    var start = 0
    var end = text.count
    while start < end, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    isBoundToStart = start < end && text[start] == UInt8(ascii: "^")
    if isBoundToStart { start += 1 }
    isBoundToEnd = start < end && text[end - 1] == UInt8(ascii: "$")
    if isBoundToEnd { end -= 1 }
    // Most phrases have no more parts.
    elements.reserveCapacity(6)
    while start < end {
      var stop = start
      while stop < end, text[stop] != UInt8(ascii: " ") { stop += 1 }
      if start < stop { elements.append(Self.element(text, start..<stop)) }
      start = stop + 1
    }
    switch elements.first {
    case .number, .words(_, isOptional: false): break
    default: preconditionFailure("a phrase starts with a word that must be there: \(source)")
    }
    self.source = source
    self.elements = elements
  }

  private static func element(_ text: Span<UInt8>, _ part: Range<Int>) -> Element {
    switch text[part.lowerBound] {
    case UInt8(ascii: "."): return .gap
    case UInt8(ascii: "{"): return .name
    case UInt8(ascii: "#"): return .number
    default:
      let isOptional = text[part.upperBound - 1] == UInt8(ascii: "?")
      let end = isOptional ? part.upperBound - 1 : part.upperBound
      return .words(part.lowerBound..<end, isOptional: isOptional)
    }
  }

  /// Calls `isEnough` with each word that an element can be, until it says so.
  ///
  /// - Returns: Whether it did.
  @inline(__always)
  private func forEachChoice(
    of words: Range<Int>, until isEnough: (Span<UInt8>) -> Bool
  ) -> Bool {
    let text = source.utf8Span.span
    var start = words.lowerBound
    while start < words.upperBound {
      var stop = start
      while stop < words.upperBound, text[stop] != UInt8(ascii: "|") { stop += 1 }
      if isEnough(text.extracting(start..<stop)) { return true }
      start = stop + 1
    }
    return false
  }

  /// The hashes of the words that an element can be; none for a number or gap.
  func hashes(ofElement index: Int) -> [UInt64] {
    guard case .words(let words, _) = elements[index] else { return [] }
    var hashes: [UInt64] = []
    _ = forEachChoice(of: words) { word in
      hashes.append(LineWords.hash(word))
      return false
    }
    return hashes
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
    case .words(let words, let isOptional):
      if word < line.count, forEachChoice(of: words, until: { line.isWord(word, $0) }),
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
