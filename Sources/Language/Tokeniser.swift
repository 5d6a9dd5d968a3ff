public import NewsModel

/// Splits news English into words and marks, as the Penn Treebank does.
///
///     Zelensky|'s troops did|n't “|de-escalate|”|, U.S.|-free| …
///
/// Possessives and contractions are tokens of their own, whatever the shape of the apostrophe;
/// marks are one token each, runs of the same mark (`...`, `--`, `?!`) one together. Hyphenated words,
/// numbers with their separators, addresses, handles and dotted abbreviations stay whole. Words on
/// the two sides of a slash or of a dash are apart.
///
/// *Invariant:* the tokens are in order, do not overlap, and cover every byte that is not white space
/// (zero-width characters and directional marks count as white space).
///
/// - Complexity: O(*n*), one pass; a few look-aheads within a word.
public struct Tokeniser: Sendable {
  /// Creates a tokeniser.
  public init() {}

  /// The tokens of a whole text; the columns other than starts, ends and words stay empty.
  public func tokenise(_ text: String) -> TokenColumns {
    var columns = TokenColumns()
    let bytes = text.utf8Span.span
    tokenise(bytes, in: ByteRange(0, bytes.count), into: &columns)
    return columns
  }

  /// Appends the tokens of a part of a text to `columns` (starts, ends and words).
  ///
  /// - Parameters:
  ///   - text: The article's UTF-8; bytes that are not become one-byte tokens.
  ///   - range: A paragraph, or any part that begins and ends at a character's border.
  ///   - columns: Gets the tokens, and their words into its vocabulary.
  public func tokenise(
    _ text: Span<UInt8>, in range: ByteRange, into columns: inout TokenColumns
  ) {
    // The part before the range stays visible, so that offsets are those of the whole text.
    let text = text.extracting(0..<min(range.end, text.count))
    var position = range.start
    while position < text.count {
      let byte = text[position]
      if byte.isAlphanumeric {
        position = scanWord(text, from: position, at: position, into: &columns)
      } else if byte.isBlank {
        position += 1
      } else if byte < 0x80 {
        position = scanMark(text, at: position, after: range.start, into: &columns)
      } else {
        position = scanWide(text, at: position, after: range.start, into: &columns)
      }
    }
  }

  /// Appends one token and returns its end.
  @inline(__always)
  func emit(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into columns: inout TokenColumns
  ) -> Int {
    columns.starts.append(UInt32(truncatingIfNeeded: start))
    columns.ends.append(UInt32(truncatingIfNeeded: end))
    columns.words.append(columns.vocabulary.intern(text, start..<end))
    return end
  }
}
