import NewsModel

/// The place, date and agency in front of a report's first sentence.
///
///     WASHINGTON / MOSCOW (Reuters) – US President …
///     KYIV, March 3 (AP) — …
///     MOSCOW, April 13. /TASS/. …
///     New Delhi [India], April 14 (ANI): …
struct Dateline: Equatable {
  /// From the place to the dash or colon.
  var range: ByteRange
  /// The places in ordinary capitalisation.
  var places: [String] = []
  /// The agencies named.
  var agencies: [String] = []
  /// The date, only if it has a year.
  var date: StatedDate?
}

/// Reads datelines by hand: place, qualifier, date, credit and separator, in that order.
///
/// A place in capitals and a dash make a dateline; a place in small letters or a colon need a credit, a date
/// or a well-known city besides, so that "Biden: …" and "EXCLUSIVE: …" are none.
///
/// - Complexity: O(1): only the first bytes of the line are looked at.
struct DatelineParser {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  private var places: [Place] = []
  private var hasQualifier = false
  private var hasDate = false
  private var date: StatedDate?
  private var hasCredit = false
  private var agencies: [String] = []

  private struct Place {
    var range: ByteRange
    var isUpper: Bool
    var wordCount: Int
  }

  private enum Separator {
    case dash
    case colon
    case none
  }

  private init(_ bytes: [UInt8], _ line: ByteRange) {
    self.bytes = bytes
    index = line.start
    end = min(line.end, line.start + 200)
  }

  /// The dateline at the start of a line, or `nil`.
  static func dateline(of bytes: [UInt8], _ line: ByteRange) -> Dateline? {
    var parser = DatelineParser(bytes, line)
    return parser.parse(from: line.start)
  }

  private mutating func parse(from start: Int) -> Dateline? {
    if peek == UInt8(ascii: "(") {
      guard credit(), !agencies.isEmpty || isDash || isBroadcaster(from: start) else { return nil }
    } else {
      guard readPlaces() else { return nil }
      readDateAndCredit()
    }
    let separator = readSeparator()
    guard index < end, isAcceptable(separator) else { return nil }
    return Dateline(
      range: bytes.trimmed(ByteRange(start, index)),
      places: places.map {
        OrdinaryCase.place(String(decoding: bytes[$0.range.range], as: UTF8.self))
      },
      agencies: agencies, date: date)
  }

  private func isAcceptable(_ separator: Separator) -> Bool {
    if places.isEmpty { return hasCredit }
    // Most paragraphs begin with a capital letter and end here: no credit, no separator, no dateline.
    guard hasCredit || separator != .none else { return false }
    let isKnown = places.allSatisfy { KnownPlaces.contains(OrdinaryCase.folded(bytes, $0.range)) }
    let isUpper = places.allSatisfy(\.isUpper)
    if hasCredit, isKnown || isUpper { return true }
    guard separator != .none else { return false }
    if isKnown || !agencies.isEmpty { return true }
    guard isUpper, places.allSatisfy({ $0.wordCount <= 3 }) else { return false }
    if hasDate || hasQualifier { return true }
    guard separator == .dash else { return false }
    return !places.contains { Self.labels.contains(OrdinaryCase.folded(bytes, $0.range)) }
  }

  /// Words in capitals that stand before a dash without being places.
  private static let labels: Set<String> = [
    "file", "file photo", "photo", "exclusive", "breaking", "breaking news", "update", "updated",
    "watch", "video", "photos",
    "opinion",
    "analysis", "explainer", "factbox", "column", "commentary", "review", "live", "live updates",
    "editorial", "fact check", "correction", "note", "editor's note", "interview", "poll",
    "profile",
    "timeline", "transcript", "alert", "developing", "warning", "revealed", "report", "listen",
    "read",
    "must read", "q", "a", "abstract", "summary", "new", "just in", "clarification", "feature",
    "insight",
    "special report", "graphic", "advisory", "press release", "brief", "briefing", "in brief",
    "podcast",
  ]

  // MARK: Parts

  private mutating func readPlaces() -> Bool {
    while let place = readPlace() {
      places.append(place)
      readQualifier()
      let mark = index
      skipSpaces()
      switch peek {
      case UInt8(ascii: "/"), UInt8(ascii: ";"):
        index += 1
        skipSpaces()
        // "/TASS/" is a credit.
        let before = index
        if let word = readPlace(), peek == UInt8(ascii: "/"), isAgency(word.range) {
          index = mark
          return true
        }
        index = before
      case UInt8(ascii: "a") where starts(with: "and "):
        index += 4
      case UInt8(ascii: "&"):
        index += 1
        skipSpaces()
      default:
        index = mark
        return true
      }
      guard places.count < 5 else { return false }
    }
    return false
  }

  /// One to five words with capitals, small particles between them allowed.
  private mutating func readPlace() -> Place? {
    let start = index
    var last = index
    var isUpper = true
    var words = 0
    while words < 5 {
      guard let word = PlaceWord.range(in: bytes, from: index, before: end) else { break }
      index = word.end
      let spelling = String(decoding: bytes[word.range], as: UTF8.self)
      if let first = spelling.unicodeScalars.first, first.properties.isUppercase {
        // "Feb. 3" would otherwise be read as a part of the place.
        if spelling.unicodeScalars.contains(where: { $0.properties.isLowercase }) {
          isUpper = false
        }
      } else if words == 0 || spelling == "and"
        || !OrdinaryCase.particles.contains(spelling.lowercased())
      {
        break
      }
      words += 1
      last = index
      guard peek == 0x20 || peek == 0xc2 else { break }
      skipSpaces()
      if StatedDate.month(OrdinaryCase.letters(bytes, from: index, before: end)) != nil { break }
    }
    index = last
    guard words > 0 else { return nil }
    return Place(range: ByteRange(start, last), isUpper: isUpper, wordCount: words)
  }

  /// ", Va.", ", South Korea" or "[India]".
  private mutating func readQualifier() {
    let mark = index
    skipSpaces()
    if peek == UInt8(ascii: "[") {
      let limit = min(end, index + 40)
      if let close = bytes[index..<limit].firstIndex(of: UInt8(ascii: "]")) {
        index = close + 1
        hasQualifier = true
        return
      }
    }
    guard peek == UInt8(ascii: ",") else {
      index = mark
      return
    }
    index += 1
    skipSpaces()
    let next = OrdinaryCase.letters(bytes, from: index, before: end)
    guard !next.isEmpty, StatedDate.month(next) == nil, let place = readPlace(),
      place.wordCount <= 3
    else {
      index = mark
      return
    }
    hasQualifier = true
  }

  private mutating func readDateAndCredit() {
    let mark = index
    skipSpaces()
    if peek == UInt8(ascii: ",") || peek == UInt8(ascii: ".") {
      index += 1
      skipSpaces()
    }
    if !readDate() { index = mark }
    let afterDate = index
    skipSpaces()
    if peek == UInt8(ascii: ".") || peek == UInt8(ascii: ",") {
      index += 1
      skipSpaces()
    }
    if !credit() { index = afterDate }
  }

  /// Reads a day and month in either order, and a year if there is one.
  private mutating func readDate() -> Bool {
    guard
      (0x30...0x39).contains(peek)
        || StatedDate.month(OrdinaryCase.letters(bytes, from: index, before: end)) != nil
    else { return false }
    var line = LineWords()
    line.fill(bytes, ByteRange(index, min(end, index + 40)))
    guard line.count >= 2, line.words[0].range.start == index else { return false }
    func day(_ word: Int) -> Int? {
      let digits = line.spelling(word).prefix { (0x30...0x39).contains($0) }
      // A longer number may be too large to be read.
      guard (1...2).contains(digits.count) else { return nil }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return (1...31).contains(value) ? value : nil
    }
    guard
      StatedDate.month(line.spelling(0)) != nil && day(1) != nil
        || day(0) != nil && StatedDate.month(line.spelling(1)) != nil
    else { return false }
    hasDate = true
    index = line.words[1].range.end
    if let found = StatedDate.first(in: line, of: bytes), found.words == 0..<3 {
      date = found.date
      index = line.words[2].range.end
    }
    return true
  }

  /// "(Reuters)", "/TASS/", "INTERFAX.COM".
  private mutating func credit() -> Bool {
    let open = peek
    let close: UInt8
    switch open {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "/"): close = UInt8(ascii: "/")
    default: return bareCredit()
    }
    let limit = min(end, index + 60)
    guard index + 1 < limit, let stop = bytes[(index + 1)..<limit].firstIndex(of: close) else {
      return false
    }
    var line = LineWords()
    line.fill(bytes, ByteRange(index + 1, stop))
    let named = Agency.names(in: 0..<line.count, of: line)
    // An agency that is not on the list signs in capitals: "(BIRN)".
    let isCode =
      !line.words.isEmpty && line.count <= 3 && line.words.allSatisfy { $0.shape == .upper }
    guard !named.isEmpty || isCode else { return false }
    agencies += named.filter { !agencies.contains($0) }
    hasCredit = true
    index = stop + 1
    return true
  }

  private mutating func bareCredit() -> Bool {
    guard (0x41...0x5a).contains(peek) || peek >= 0x80 else { return false }
    var line = LineWords()
    line.fill(bytes, ByteRange(index, min(end, index + 40)))
    for length in [2, 1] where line.count >= length {
      let words = line.words[..<length]
      guard words.first?.range.start == index, words.allSatisfy({ $0.shape == .upper }),
        let name = Agency.named(0..<length, of: line), let last = words.last
      else { continue }
      agencies.append(name)
      hasCredit = true
      index = last.range.end
      return true
    }
    return false
  }

  private mutating func readSeparator() -> Separator {
    let mark = index
    skipSpaces()
    let hasSpace = index > mark
    if peek == UInt8(ascii: "."), hasCredit {
      index += 1
      skipSpaces()
    }
    if starts(with: "--"), hasSpace || hasCredit {
      index += 2
      return .dash
    }
    if peek == UInt8(ascii: "-") {
      // "KYIV-based" is no dateline.
      guard hasSpace || hasCredit, index + 1 < end, bytes[index + 1] == 0x20 || hasCredit else {
        return .none
      }
      index += 1
      return .dash
    }
    if isDash {
      index += 3
      return .dash
    }
    if peek == UInt8(ascii: ":") {
      index += 1
      return .colon
    }
    if bytes[mark..<index].isEmpty || !hasCredit { index = mark }
    return .none
  }

  // MARK: Characters

  private var peek: UInt8 { index < end ? bytes[index] : 0 }

  /// Whether an en dash, em dash or horizontal bar is next, spaces before it or not.
  private var isDash: Bool {
    var index = index
    while index < end {
      let width = bytes.spaceWidth(at: index, before: end)
      if width == 0 { break }
      index += width
    }
    guard index + 2 < end else { return false }
    if bytes[index] == UInt8(ascii: "-") { return true }
    return bytes[index] == 0xe2 && bytes[index + 1] == 0x80
      && (0x92...0x95).contains(bytes[index + 2])
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= end else { return false }
    return text.withUTF8Buffer { buffer in
      (0..<count).allSatisfy { bytes[index + $0] == buffer[$0] }
    }
  }

  private mutating func skipSpaces() {
    while index < end {
      let width = bytes.spaceWidth(at: index, before: end)
      if width == 0 { return }
      index += width
    }
  }

  /// "(CNN)" stands without a dash.
  private func isBroadcaster(from start: Int) -> Bool {
    let names = [
      "cnn", "cnn business", "voa", "cnbc", "npr", "bbc", "abc news", "cbs news", "nbc news",
    ]
    return names.contains(OrdinaryCase.folded(bytes, ByteRange(start, index)))
  }

  private func isAgency(_ range: ByteRange) -> Bool {
    var line = LineWords()
    line.fill(bytes, range)
    return Agency.named(0..<line.count, of: line) != nil
  }
}
