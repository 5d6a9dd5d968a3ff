internal import NewsModel
public import Store

/// The words of a report, ready to be compared with another report.
struct ReportedWords {
  struct Word {
    var text: String
    /// What words are compared by: lower case, one kind of apostrophe.
    var lower: String
    var lemma: String
    var range: ByteRange
    var isMark: Bool
    var isQuoted: Bool
  }

  /// Words and marks in order; quotation marks left out.
  let words: [Word]
  let text: String

  init(_ tokens: TokenColumns, text: String, quotations: [ByteRange], in range: ByteRange) {
    self.text = text
    var words: [Word] = []
    for token in tokens.tokens(in: range) {
      let lower = tokens.lower(token)
      if Self.quotationMarks.contains(lower) { continue }
      let place = tokens.range(of: token)
      // “Ukraine’s” is compared as one word.
      if let last = words.last, last.range.end == place.start, Self.possessives.contains(lower) {
        words[words.count - 1].text += tokens.word(token)
        words[words.count - 1].lower += "'s"
        words[words.count - 1].range = last.range.union(place)
        continue
      }
      let isMark = !lower.unicodeScalars.contains {
        $0.properties.isAlphabetic || (0x30...0x39).contains($0.value) || $0 == "$" || $0 == "%"
      }
      words.append(
        Word(
          text: tokens.word(token), lower: lower, lemma: tokens.lemma(token), range: place,
          isMark: isMark, isQuoted: quotations.contains { $0.contains(place) }))
    }
    // A stop or comma at the border belongs to the sentence around it.
    while words.last?.isMark == true { words.removeLast() }
    while words.first?.isMark == true { words.removeFirst() }
    self.words = words
  }

  private init(words: [Word], text: String) {
    self.words = words
    self.text = text
  }

  /// Some of the words.
  func slice(_ range: Range<Int>) -> ReportedWords {
    ReportedWords(words: Array(words[range]), text: text)
  }

  /// The text from the first to the last of some words.
  func text(_ range: Range<Int>) -> String {
    guard let place = self.range(range) else { return "" }
    return text[bytes: place]
  }

  func range(_ range: Range<Int>) -> ByteRange? {
    guard let first = range.first, let last = range.last else { return nil }
    return words[first].range.union(words[last].range)
  }

  private static let possessives: Set<String> = ["'s", "’s", "‘s"]

  private static let quotationMarks: Set<String> = [
    "\"", "“", "”", "„", "«", "»", "‘", "’", "'", "``", "''", "‹", "›",
  ]
}

extension VariantGroups {
  /// How two members of a group differ, in the order of the first.
  ///
  /// Words are aligned along their longest common subsequence; between its words each difference gets
  /// the mildest kind that explains it.
  ///
  /// - Throws: What reading the snapshot throws.
  /// - Complexity: O(*n* · *m*) in the numbers of words.
  public static func differences(
    between a: Member, and b: Member, in snapshot: CorpusSnapshot
  ) throws -> [WordDifference] {
    WordComparison(try words(of: a, snapshot), try words(of: b, snapshot)).differences
  }

  private static func words(
    of member: Member, _ snapshot: CorpusSnapshot
  ) throws -> ReportedWords {
    let quotations = try snapshot.articles.table.spans("quotations")[member.article]
    return ReportedWords(
      try snapshot.tokens(ofArticle: member.article),
      text: try snapshot.text(ofArticle: member.article),
      quotations: quotations.filter { $0.overlaps(member.range) }, in: member.range)
  }
}
