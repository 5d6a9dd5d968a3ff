import NewsModel

/// Words or names that can be looked up, read from one text.
///
/// A text in the program costs nothing until it is read, and reading it makes no string for each word.
struct WordList: Sendable {
  private var words = Vocabulary()

  /// Reads the words of a text, which stand between separators; spaces in front of them are left out.
  init(_ text: String, separators: [UInt8]) {
    let text = text.utf8Span.span
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !separators.contains(text[end]) { end += 1 }
      while start < end, text[start] == UInt8(ascii: " ") { start += 1 }
      if start < end { _ = words.intern(text, start..<end) }
      start = end + 1
    }
  }

  /// Whether a word is on the list, exactly as it is written there.
  func contains(_ word: String) -> Bool { words.id(of: word) != nil }
}
