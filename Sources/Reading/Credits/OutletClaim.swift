import NewsModel

/// A name that the furniture of a page gives its outlet, and how far that is to be believed.
struct OutletClaim: Equatable {
  var name: String
  var rank: Int

  /// The claim that a phrase found in a line makes, or `nil` if the words there are no outlet's name.
  init?(_ hit: PhraseTable<BoilerplateRule>.Hit, in line: LineWords, of bytes: [UInt8]) {
    let words: Range<Int>
    switch hit.meaning.outlet {
    case .nowhere: return nil
    case .before: words = 0..<hit.match.words.lowerBound
    case .inside:
      guard let name = hit.match.name else { return nil }
      words = name
    }
    var name = Self.leadingName(words, of: line, in: bytes)
    if let first = name.first, name.count > 1, Self.isArticle(first, line) {
      name = name.dropFirst()
    }
    guard let first = name.first, let last = name.last, name.count <= 6 else { return nil }
    // The agency that holds the copyright is a credit, not the outlet.
    guard Agency.names(in: name, of: line).isEmpty else { return nil }
    let range = ByteRange(line.words[first].range.start, line.words[last].range.end)
    self.name = String(decoding: bytes[range.range], as: UTF8.self)
    rank = hit.meaning.outletRank
  }

  /// The words with capitals at the start of a range, up to the first sign between them but `&`, `-`, `.`
  /// inside a name.
  private static func leadingName(
    _ words: Range<Int>, of line: LineWords, in bytes: [UInt8]
  ) -> Range<Int> {
    var end = words.lowerBound
    while end < words.upperBound {
      let word = line.words[end]
      let spelling = String(decoding: line.spelling(end), as: UTF8.self)
      if end > words.lowerBound {
        let gap = bytes[line.words[end - 1].range.end..<word.range.start]
        let isJoint = gap.count == 1 || gap.allSatisfy { $0 == 0x20 || $0 == 0xc2 || $0 == 0xa0 }
        if !isJoint { break }
      }
      if generic.contains(spelling) { break }
      guard
        word.shape != .lower || spelling == "of" || spelling == "and" || isDomain(end, line, bytes)
      else { break }
      guard word.shape != .number || end > words.lowerBound else { break }
      end += 1
    }
    while end > words.lowerBound, line.words[end - 1].shape == .lower,
      !isDomain(end - 1, line, bytes)
    {
      end -= 1
    }
    return words.lowerBound..<end
  }

  /// "example.com" is a name though written small.
  private static func isDomain(_ index: Int, _ line: LineWords, _ bytes: [UInt8]) -> Bool {
    let end = line.words[index].range.end
    let isBeforePoint =
      end + 1 < bytes.count && bytes[end] == UInt8(ascii: ".") && bytes[end + 1] > 0x20
    let start = line.words[index].range.start
    return isBeforePoint || (start > 0 && index > 0 && bytes[start - 1] == UInt8(ascii: "."))
  }

  private static func isArticle(_ index: Int, _ line: LineWords) -> Bool {
    String(decoding: line.spelling(index), as: UTF8.self) == "the" && line.count > index + 2
      && line.words[index].shape == .lower
  }

  private static let generic: Set<String> = [
    "our", "us", "this", "my", "your", "all", "rights", "copyright", "weekly", "free", "we", "it",
    "here", "now", "today's", "latest", "by", "reserved", "a", "an", "these", "that", "newsletter",
  ]
}
