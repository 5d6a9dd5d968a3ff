import NewsModel

/// The people and agencies that a byline credits.
struct Byline: Equatable {
  /// The authors' names in order, in ordinary capitalisation.
  var authors: [String] = []
  /// The agencies named beside them.
  var agencies: [String] = []
  /// A date that stands in the same line.
  var date: StatedDate?
}

/// Reads bylines: "By A and B", "By A, Reuters", "A B | April 13, 2021".
///
/// A byline falls into parts at commas, bars, semicolons, "and"; each must be a name, an agency, a job, a
/// place after "in", a handle or a date. "By Tuesday, the talks had failed." has a part that is none of
/// these and is therefore a sentence.
struct BylineParser {
  private let bytes: [UInt8]
  private let line: LineWords
  private var byline = Byline()

  /// The byline that a line is, or `nil`.
  ///
  /// With `needsCue` the line must say "By", or name an agency or a date besides the author.
  static func byline(of line: LineWords, in bytes: [UInt8], needsCue: Bool = true) -> Byline? {
    guard line.count > 0, line.count <= 30, !line.isCut else { return nil }
    let cue = cueLength(of: line, in: bytes)
    // Without a cue, most lines are seen to be none without reading their parts.
    if cue == 0 {
      if line.words.contains(where: { $0.shape == .lower && $0.range.count > 3 }) { return nil }
      let hasDate = line.words.contains { $0.shape == .number }
      if needsCue, !hasDate, Agency.names(in: 0..<line.count, of: line).isEmpty { return nil }
    }
    var parser = BylineParser(bytes: bytes, line: line)
    guard parser.read(from: cue) else { return nil }
    let found = parser.byline
    if cue > 0 { return found.authors.isEmpty && found.agencies.isEmpty ? nil : found }
    if found.authors.isEmpty, !found.agencies.isEmpty, found.date != nil { return found }
    guard !found.authors.isEmpty || !needsCue else { return nil }
    if !found.agencies.isEmpty || found.date != nil { return found }
    return needsCue ? nil : found
  }

  /// The authors in a field of metadata, which needs no "By".
  static func authors(inField field: String) -> Byline {
    let bytes = Array(field.utf8)
    let line = LineWords(field)
    if let byline = byline(of: line, in: bytes, needsCue: false) { return byline }
    let name = String(
      decoding: bytes[bytes.trimmed(ByteRange(0, bytes.count)).range], as: UTF8.self)
    return Byline(authors: name.isEmpty || line.count > 8 ? [] : [name])
  }

  private init(bytes: [UInt8], line: LineWords) {
    self.bytes = bytes
    self.line = line
  }

  /// How many words in front say that a byline follows.
  private static func cueLength(of line: LineWords, in bytes: [UInt8]) -> Int {
    guard line.count > 1, let hit = cues.longest(at: 0, in: line) else { return 0 }
    let end = line.words[0].range.end
    return hit.meaning || (end < bytes.count && bytes[end] == UInt8(ascii: ":"))
      ? hit.match.words.count : 0
  }

  /// The cues, each with whether it needs no colon.
  private static let cues = PhraseTable<Bool>([
    (Phrase("^by"), true),
    (Phrase("^written|reported|posted|story|words|published|article|text by"), true),
    (Phrase("^author|authors|reporter|correspondent|writer"), false),
  ])

  private mutating func read(from first: Int) -> Bool {
    var start = first
    let hasNumber = line.words.contains { $0.shape == .number }
    while start < line.count {
      if hasNumber, let found = StatedDate.first(in: line, of: bytes),
        found.words.lowerBound == start
          || isWeekday(start) && found.words.lowerBound == start + 1
      {
        // Times and zones follow a date; nothing else does.
        let rest = found.words.upperBound..<line.count
        guard rest.allSatisfy({ line.words[$0].shape != .capitalised }) else { return false }
        byline.date = found.date
        return true
      }
      var stop = start + 1
      while stop < line.count, !isBorder(before: stop) { stop += 1 }
      guard readPart(start..<stop) else { return false }
      start = stop
      if start < line.count, isWord(start, "and") || isWord(start, "with") { start += 1 }
    }
    return start > first
  }

  private mutating func readPart(_ part: Range<Int>) -> Bool {
    if line.words[part.lowerBound].shape == .sign { return part.count <= 3 }
    if let agency = Agency.named(part, of: line) {
      add(agency: agency)
      return true
    }
    // "Jane Doe in London", "Jane Doe for Reuters", "Jane Doe of The Associated Press"
    var name = part
    if let preposition = part.dropFirst().first(where: { isPreposition($0) }) {
      name = part.lowerBound..<preposition
      for agency in Agency.names(in: (preposition + 1)..<part.upperBound, of: line) {
        add(agency: agency)
      }
    }
    if isRole(name) {
      for agency in Agency.names(in: name, of: line) { add(agency: agency) }
      return true
    }
    guard let author = author(name) else { return false }
    if !byline.authors.contains(author) { byline.authors.append(author) }
    return true
  }

  private mutating func add(agency: String) {
    if !byline.agencies.contains(agency) { byline.agencies.append(agency) }
  }

  /// A name of two to five words with capitals; particles may be small.
  private func author(_ part: Range<Int>) -> String? {
    guard isName(part) else { return nil }
    let range = ByteRange(
      line.words[part.lowerBound].range.start, line.words[part.upperBound - 1].range.end)
    var text = String(decoding: bytes[range.range], as: UTF8.self)
    // The point of "Jr." belongs to the name.
    if range.end < bytes.count, bytes[range.end] == UInt8(ascii: "."),
      ["jr", "sr"].contains(String(decoding: line.spelling(part.upperBound - 1), as: UTF8.self))
    {
      text += "."
    }
    return OrdinaryCase.person(text)
  }

  private func isName(_ part: Range<Int>) -> Bool {
    NameShape.isName(part, of: line) && !isRole(part)
  }

  /// "Staff Writer", "Political Correspondent", "CNN", "USA TODAY": what stands beside a name.
  private func isRole(_ part: Range<Int>) -> Bool {
    if part.count == 1 {
      let word = line.words[part.lowerBound]
      if word.shape == .upper { return word.range.count <= 6 }
      return Self.roleWords.contains(
        String(decoding: line.spelling(part.lowerBound), as: UTF8.self))
    }
    return part.contains { index in
      Self.roleWords.contains(String(decoding: line.spelling(index), as: UTF8.self))
    }
  }

  private func isPreposition(_ index: Int) -> Bool {
    line.words[index].shape == .lower
      && ["in", "at", "for", "of", "from"].contains(
        String(decoding: line.spelling(index), as: UTF8.self))
  }

  private func isWeekday(_ index: Int) -> Bool {
    Self.weekdays.contains(String(decoding: line.spelling(index), as: UTF8.self))
  }

  private func isWord(_ index: Int, _ spelling: StaticString) -> Bool {
    line.isWord(index, spelling)
  }

  /// Whether a part ends in front of a word.
  private func isBorder(before index: Int) -> Bool {
    if isWord(index, "and") || isWord(index, "with") { return true }
    if isWord(index, "jr") || isWord(index, "sr") { return false }
    let gap = bytes[line.words[index - 1].range.end..<line.words[index].range.start]
    if gap.contains(where: { [0x2c, 0x7c, 0x3b, 0x2f, 0x28, 0x29].contains($0) }) { return true }
    // A dash or bullet between spaces.
    return gap.count > 2 && gap.contains { $0 == 0x2d || $0 >= 0xe0 || $0 == 0xb7 }
  }

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "wed",
    "thu", "fri", "sat", "sun", "updated", "published", "posted", "on",
  ]

  private static let roleWords: Set<String> = [
    "staff", "writer", "writers", "reporter", "reporters", "correspondent", "correspondents",
    "editor",
    "editors", "bureau", "desk", "agency", "agencies", "news", "service", "newsroom", "team",
    "admin",
    "columnist", "contributor", "analyst", "producer", "freelance", "journalist", "press", "wire",
    "web",
    "online", "chief", "today", "times", "post", "tribune", "herald", "guardian", "telegraph",
    "digital",
    "media", "network", "editorial", "journal", "gazette", "photographer", "bbc", "cnn",
  ]
}
