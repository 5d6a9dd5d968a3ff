internal import NewsModel

/// The forms in which names stand in one article, each read once however often it occurs.
struct NameSurfaces {
  /// One form, from its bytes.
  private struct Surface {
    /// With single spaces.
    var text: String
    /// The number of the text in lower case.
    var key: Int
    /// Its tokens as written.
    var words: [String]
    /// As the name of a person, where that was ever asked for.
    var person: PersonName?
  }

  private let words: ArticleWords
  private let bytes: [UInt8]
  /// The forms as they are written; their ids index `surfaces`.
  private var known = Vocabulary(capacity: 128)
  private var surfaces: [Surface] = []
  /// Texts in lower case, by which names are looked up.
  private var keys = Vocabulary(capacity: 128)
  /// The numbers of texts with letters beyond ASCII: “ü” is the same letter whether written as one character or two.
  private var wideKeys: [String: Int] = [:]

  init(words: ArticleWords, bytes: [UInt8]) {
    self.words = words
    self.bytes = bytes
  }

  /// Reads the forms of spans that are made of whole tokens, and notes them there.
  mutating func read(_ spans: inout [NameSpan]) {
    let bytes = bytes
    for index in spans.indices where spans[index].surface < 0 {
      let span = spans[index]
      guard span.range == words.tokens.range(of: span.tokens) else { continue }
      let number = Int(known.intern(bytes.span, span.range.range))
      if number == surfaces.count {
        let text = tidied(span.range)
        let parts = span.tokens.map { words.tokens.word($0) }
        surfaces.append(Surface(text: text, key: key(adding: text.lowercased()), words: parts))
      }
      if surfaces[number].person == nil, span.reading == .open || span.tokens.count == 1 {
        surfaces[number].person = PersonName(words: surfaces[number].words)
      }
      spans[index].surface = number
    }
  }

  /// The text of a span with single spaces.
  func text(of span: NameSpan) -> String {
    span.surface >= 0 ? surfaces[span.surface].text : tidied(span.range)
  }

  /// The tokens that a span touches, as written.
  func words(of span: NameSpan) -> [String] {
    span.surface >= 0 ? surfaces[span.surface].words : span.tokens.map { words.tokens.word($0) }
  }

  /// The tokens that a span touches, read as the name of a person.
  func person(of span: NameSpan) -> PersonName {
    if span.surface >= 0, let person = surfaces[span.surface].person { return person }
    return PersonName(words: words(of: span))
  }

  /// The text of a range with single spaces.
  func tidied(_ range: ByteRange) -> String { SingleSpaces.text(bytes, range) }

  // MARK: Keys

  /// The number of a span's text in lower case with single spaces.
  mutating func key(of span: NameSpan) -> Int {
    span.surface >= 0
      ? surfaces[span.surface].key : key(adding: tidied(span.range).lowercased())
  }

  /// The number of a text in lower case, new if it has none.
  mutating func key(adding text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return Int(keys.intern(text)) }
    if let known = wideKeys[text] { return known }
    let key = Int(keys.intern(text))
    wideKeys[text] = key
    return key
  }

  /// The number of a text in lower case, `nil` if it has none.
  func key(_ text: Span<UInt8>) -> Int? {
    for index in text.indices where text[index] >= 0x80 {
      return wideKeys[text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }]
    }
    return keys.id(of: text).map { Int($0) }
  }

  /// The text in lower case that has a number.
  func text(ofKey key: Int) -> String { keys[UInt32(key)] }
}

/// Numbers by small numbers that are counted from zero, such as the keys of ``NameSurfaces``.
struct NumbersByKey {
  private var numbers: [Int] = []

  /// The number of a key, `nil` where none was set.
  subscript(key: Int) -> Int? {
    get { key < numbers.count && numbers[key] >= 0 ? numbers[key] : nil }
    set {
      while key >= numbers.count { numbers.append(-1) }
      numbers[key] = newValue ?? -1
    }
  }
}
