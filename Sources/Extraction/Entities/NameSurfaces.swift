internal import NewsModel

/// The forms in which names stand in one article, each read once however often it occurs.
final class NameSurfaces {
  /// One form, from its bytes.
  private struct Surface {
    /// With single spaces.
    var text: String
    /// In lower case.
    var key: String
    /// Its tokens as written.
    var words: [String]
    /// As the name of a person.
    var person: PersonName
  }

  private let words: ArticleWords
  private let bytes: [UInt8]
  private var known = Vocabulary(capacity: 128)
  private var surfaces: [Surface] = []

  init(words: ArticleWords, bytes: [UInt8]) {
    self.words = words
    self.bytes = bytes
  }

  /// The text of a span with single spaces.
  func text(of span: NameSpan) -> String {
    index(of: span).map { surfaces[$0].text } ?? tidied(span.range)
  }

  /// The text of a span with single spaces, in lower case.
  func key(of span: NameSpan) -> String {
    index(of: span).map { surfaces[$0].key } ?? tidied(span.range).lowercased()
  }

  /// The tokens that a span touches, as written.
  func words(of span: NameSpan) -> [String] {
    index(of: span).map { surfaces[$0].words } ?? span.tokens.map { words.tokens.word($0) }
  }

  /// The tokens that a span touches, read as the name of a person.
  func person(of span: NameSpan) -> PersonName {
    index(of: span).map { surfaces[$0].person } ?? PersonName(words: words(of: span))
  }

  /// The text of a range with single spaces.
  func tidied(_ range: ByteRange) -> String { SingleSpaces.text(bytes, range) }

  /// The form of a span that is made of whole tokens.
  private func index(of span: NameSpan) -> Int? {
    guard span.range == words.tokens.range(of: span.tokens) else { return nil }
    let text = bytes
    let id = Int(known.intern(text.span, span.range.range))
    if id == surfaces.count {
      let tidy = tidied(span.range)
      let parts = span.tokens.map { words.tokens.word($0) }
      surfaces.append(
        Surface(text: tidy, key: tidy.lowercased(), words: parts, person: PersonName(words: parts)))
    }
    return id
  }
}
