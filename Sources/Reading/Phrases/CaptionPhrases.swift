import NewsModel

/// How picture captions and their credits are known.
enum CaptionPhrases {
  /// The agencies that a caption credits, or `nil` if the line is no caption.
  ///
  /// A caption opens with a credit or a word such as "FILE PHOTO", or ends with a credit: "(AP Photo/…)",
  /// "REUTERS/…", "Getty Images".
  static func credits(of line: LineWords, in bytes: [UInt8]) -> [String]? {
    guard line.count > 0, line.count <= 110, !line.isCut else { return nil }
    if line.words[0].shape == .sign, line.spelling(0).count == 2 {
      return signed(line)
    }
    if let hit = table.first(in: line, where: { _ in true }) {
      return Agency.names(in: credit(around: hit.match.words, of: line), of: line)
    }
    return slashed(line, in: bytes)
  }

  /// The credit of a line that opens with © and a name; © and a year is a copyright notice.
  private static func signed(_ line: LineWords) -> [String]? {
    guard line.count > 1, line.words[1].shape != .number else { return nil }
    let agencies = Agency.names(in: 1..<min(line.count, 5), of: line)
    let isPhoto = ["getty", "provided", "photo", "epa", "shutterstock", "afp", "press"].contains(
      String(decoding: line.spelling(1), as: UTF8.self))
    return agencies.isEmpty && !isPhoto ? nil : agencies
  }

  /// "REUTERS/Jane Doe", "Jane Doe/AFP": a credit joined by a stroke, near the end of the line.
  private static func slashed(_ line: LineWords, in bytes: [UInt8]) -> [String]? {
    guard line.count >= 2 else { return nil }
    let first = max(0, line.count - 8)
    let start = first > 0 ? line.words[first - 1].range.end : line.words[0].range.end
    let end = line.words[line.count - 1].range.start
    guard bytes[start..<end].contains(UInt8(ascii: "/")) else { return nil }
    for index in first..<line.count {
      let word = line.words[index]
      let hasBefore = index > 0 && hasStroke(between: index - 1, line, bytes)
      let hasAfter = index + 1 < line.count && hasStroke(between: index, line, bytes)
      guard hasBefore != hasAfter, word.shape != .lower,
        Agency.named(index..<(index + 1), of: line) != nil
      else { continue }
      // "KYIV/MOSCOW (Reuters)" and "/TASS/" are datelines.
      let isJoined =
        hasBefore && index == line.count - 1
        || hasAfter && line.words[index + 1].shape == .capitalised
      if isJoined, index > 2 || line.count <= 5 {
        return Agency.names(in: max(0, index - 1)..<min(line.count, index + 2), of: line)
      }
    }
    return nil
  }

  /// Whether only a stroke and spaces stand behind a word.
  private static func hasStroke(between index: Int, _ line: LineWords, _ bytes: [UInt8]) -> Bool {
    let gap = bytes[line.words[index].range.end..<line.words[index + 1].range.start]
    return gap.contains(UInt8(ascii: "/"))
      && gap.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "/") }
  }

  private static func credit(around match: Range<Int>, of line: LineWords) -> Range<Int> {
    max(0, match.lowerBound - 4)..<min(line.count, match.upperBound + 6)
  }

  private static let table: PhraseTable<Bool> = PhraseTable(
    [
      "^file photo|picture|image", "^photo file", "^photo by", "^photos by", "^photo courtesy",
      "^photograph by", "^photo credit", "^image credit|source|caption|copyright",
      "^picture credit|by",
      "^photo ap|reuters|afp|getty|pti|ani|epa|tass|xinhua",
      "^image ap|reuters|afp|getty|pti|ani|epa|tass",
      "^photograph ap|reuters|afp|getty|pti|epa|tass", "^picture ap|reuters|afp|getty|pti|epa|tass",
      "^credit ap|reuters|afp|getty|epa", "^ap photo|photos", "^afp photo", "^reuters file",
      "^getty images",
      "^epa efe", "^representational image", "^representative image", "^image for representation",
      "^screengrab|screenshot from", "^file ap|reuters|afp|getty", "^file in this",
      "^in this ... file photo",
      "ap photo$", "ap photo ... file$", "ap photo {name}$", "afp photo {name}$", "getty images$",
      "getty images ... file$", "via getty", "via ap$", "via reuters$", "via afp$", "via ap ...$",
      "pool photo via", "pool via ap|reuters|afp|getty", "handout via", "file photo$",
      "file image$",
      "photo by {name}$", "photo ap|reuters|afp|getty|pti|ani|epa|tass|xinhua$",
      "image credit {name}$", "photo credit {name}$", "photo courtesy of? {name}$", "epa efe$",
      "shutterstock$", "istock$", "unsplash$", "pixabay$", "alamy$", "nurphoto", "zuma press",
      "zuma wire", "sipa usa", "anadolu agency via",
    ].map { (Phrase($0), true) })
}
