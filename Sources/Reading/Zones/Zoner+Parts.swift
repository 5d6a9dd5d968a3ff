import NewsModel

extension Zoner {
  // MARK: Head

  /// Gives zones to the lines above the first paragraph.
  mutating func readHead(upTo bodyStart: Int) {
    for index in 0..<bodyStart {
      let line = lines[index]
      if index == titleIndex {
        add(.title, line.line.range)
      } else if repeatsTitle(index) {
        add(.repeatedTitle, line.line.range)
        noteRepeatedTitle(line.line.range)
      } else {
        readHeadLine(line, isNearTitle: index <= (titleIndex ?? 0) + 8)
      }
    }
  }

  private mutating func readHeadLine(_ line: JudgedLine, isNearTitle: Bool) {
    let range = line.line.range
    switch line.kind {
    case .byline(let byline):
      addByline(byline, range)
    case .date(let date, let isUpdate):
      take(date, isUpdate: isUpdate)
      add(.boilerplate, range, reason: "publication-date")
    case .caption(let agencies):
      add(agencies: agencies)
      add(.caption, range)
    case .credit(let agencies):
      add(agencies: agencies)
      add(.boilerplate, range, reason: "agency-credit")
    case .boilerplate(let rule):
      addBoilerplate(line, rule)
    case .fragment
    where isNearTitle && line.isNameLike && titleIndex != nil && !isNamedElsewhere(range):
      add(authors: [OrdinaryCase.person(text(range))])
      add(.byline, range)
    case .fragment where line.wordCount <= 14:
      if isNearTitle, let byline = bylineWithoutCue(range) {
        addByline(byline, range)
      } else if line.wordCount <= 3 {
        add(.boilerplate, range, reason: "section-label")
      } else {
        addBody(range)
      }
    case .fragment, .prose:
      addBody(range)
    }
  }

  /// "Ann Bell, Harbour Tribune" or "Ann Bell and Tom Hart" below the headline.
  private func bylineWithoutCue(_ range: ByteRange) -> Byline? {
    guard titleIndex != nil, result.byline.isEmpty else { return nil }
    var words = LineWords()
    words.fill(bytes, range)
    guard let byline = BylineParser.byline(of: words, in: bytes, needsCue: false),
      let author = byline.authors.first, !isNamedElsewhere(range)
    else { return nil }
    let authorWords = byline.authors.reduce(0) { $0 + LineWords($1).count }
    return byline.authors.count > 1 || authorWords < words.count && LineWords(author).count >= 2
      ? byline : nil
  }

  private mutating func addByline(_ byline: Byline, _ range: ByteRange) {
    add(authors: byline.authors)
    add(agencies: byline.agencies)
    if let date = byline.date { take(date, isUpdate: false) }
    add(.byline, range)
  }

  // MARK: Body

  /// Gives zones to the lines from the first to the last paragraph of reporting.
  mutating func readBody(_ body: Range<Int>) {
    var paragraphs = 0
    var index = body.lowerBound
    while index < body.upperBound {
      let line = lines[index]
      let range = line.line.range
      switch line.kind {
      case .prose, .fragment:
        if repeatsTitle(index) {
          add(.boilerplate, range, reason: "duplicate-title")
          noteRepeatedTitle(range)
        } else {
          paragraphs += 1
          readParagraph(range, isFirst: paragraphs <= 2, isLast: index + 1 == body.upperBound)
        }
      case .byline(let byline):
        if result.byline.isEmpty, paragraphs <= 4 {
          addByline(byline, range)
        } else {
          add(.boilerplate, range, reason: "repeated-byline")
        }
      case .date(let date, let isUpdate):
        if paragraphs <= 3 { take(date, isUpdate: isUpdate) }
        add(.boilerplate, range, reason: "publication-date")
      case .caption(let agencies):
        add(agencies: agencies)
        add(.caption, range)
      case .credit(let agencies):
        add(agencies: agencies)
        add(.boilerplate, range, reason: "agency-credit")
      case .boilerplate(let rule):
        if rule.onlyAtEdges, index > body.lowerBound + 1, index + 2 < body.upperBound {
          addBody(range)
        } else {
          addBoilerplate(line, rule)
          index += addRelatedHeadlines(below: index, before: body.upperBound, rule)
        }
      }
      index += 1
    }
  }

  /// Sets apart the headlines that a label amid the body announces, and returns how many there are.
  private mutating func addRelatedHeadlines(
    below label: Int, before end: Int, _ rule: BoilerplateRule
  ) -> Int {
    guard rule.reason == "related-articles" || rule.reason == "read-more",
      lines[label].wordCount <= 4
    else { return 0 }
    var count = 0
    while label + 1 + count < end, count < 8 {
      let line = lines[label + 1 + count]
      guard line.kind.isFragment, line.wordCount >= 4, line.wordCount <= 24 else { break }
      add(.boilerplate, line.line.range, reason: "related-headline")
      count += 1
    }
    return count
  }

  private mutating func readParagraph(_ range: ByteRange, isFirst: Bool, isLast: Bool) {
    var range = range
    if isFirst, result.datelinePlaces.isEmpty,
      let dateline = DatelineParser.dateline(of: bytes, range)
    {
      result.datelinePlaces = dateline.places
      add(agencies: dateline.agencies)
      if let date = dateline.date { take(date, isUpdate: false) }
      add(.dateline, dateline.range)
      range = bytes.trimmed(ByteRange(dateline.range.end, range.end))
    }
    guard isLast, let notice = noticeBehindSentence(in: range) else {
      addBody(range)
      return
    }
    addBody(bytes.trimmed(ByteRange(range.start, notice.range.start)))
    if let claim = notice.outlet { outlets.append(claim) }
    add(agencies: notice.agencies)
    add(.boilerplate, notice.range, reason: notice.reason)
  }

  /// Adds reporting; a line longer than any paragraph is cut where sentences end.
  private mutating func addBody(_ range: ByteRange) {
    let longest = 1 << 16
    guard range.count > longest else {
      add(.body, range)
      return
    }
    if range.count > 1 << 20 {
      result.notes.append(
        Note(
          .garbledText, range,
          "one line of \(range.count >> 20) MiB: its paragraphs are lost, so it is read in pieces"))
    }
    var start = range.start
    while start < range.end {
      let stop = cut(from: start, before: range.end, longest: longest)
      add(.body, bytes.trimmed(ByteRange(start, stop)))
      start = stop
    }
  }

  /// Where to cut a piece: behind a full stop and a space, else at a space, else between two characters.
  private func cut(from start: Int, before end: Int, longest: Int) -> Int {
    guard end - start > longest else { return end }
    let limit = start + longest
    var space: Int?
    var index = limit
    while index > start + longest / 2 {
      if bytes[index] == 0x20 {
        if bytes[index - 1] == UInt8(ascii: ".") { return index }
        if space == nil { space = index }
      }
      index -= 1
    }
    if let space { return space }
    index = limit
    while index > start + 1, bytes[index] & 0xc0 == 0x80 { index -= 1 }
    return index
  }

  // MARK: Foot

  /// Gives zones to the lines below the last paragraph.
  mutating func readFoot(_ foot: Range<Int>, end: Int) {
    let names = foot.filter { lines[$0].kind.isFragment && lines[$0].isNameLike }
    // Many names are a list of tags; looking each up would take quadratic time.
    let unknownNames =
      names.count > 20 ? [] : names.filter { !isNamedElsewhere(lines[$0].line.range) }
    var lastMarker = ""
    for index in foot {
      let line = lines[index]
      let range = line.line.range
      switch line.kind {
      case .boilerplate(let rule):
        addBoilerplate(line, rule)
        if rule.endsArticle { lastMarker = rule.reason }
      case .caption(let agencies):
        if lastMarker.isEmpty { add(agencies: agencies) }
        add(.caption, range)
      case .credit(let agencies):
        if lastMarker != "related-articles" { add(agencies: agencies) }
        add(.boilerplate, range, reason: "agency-credit")
      case .date(let date, let isUpdate):
        if lastMarker.isEmpty { take(date, isUpdate: isUpdate) }
        add(.boilerplate, range, reason: "publication-date")
      case .byline(let byline):
        if lastMarker != "related-articles" { addStray(byline.authors, range) }
        add(.boilerplate, range, reason: "stray-byline")
      case .prose:
        add(.boilerplate, range, reason: Self.footProseReason(below: lastMarker))
      case .fragment:
        readFootFragment(
          index, isOnlyUnknownName: unknownNames == [index], isName: names.contains(index))
      }
    }
  }

  private mutating func readFootFragment(_ index: Int, isOnlyUnknownName: Bool, isName: Bool) {
    let line = lines[index]
    let range = line.line.range
    if repeatsTitle(index) {
      add(.boilerplate, range, reason: "duplicate-title")
      noteRepeatedTitle(range)
    } else if isOnlyUnknownName {
      addStray([OrdinaryCase.person(text(range))], range)
      add(.boilerplate, range, reason: "stray-byline")
    } else if isName {
      add(.boilerplate, range, reason: "tags")
    } else if line.wordCount <= 3 {
      add(.boilerplate, range, reason: "navigation")
    } else {
      add(.boilerplate, range, reason: "related-headline")
    }
  }

  private mutating func addStray(_ authors: [String], _ range: ByteRange) {
    let isKnown = authors.allSatisfy { result.byline.contains($0) }
    guard !authors.isEmpty, !isKnown else { return }
    for author in authors where !strayAuthors.contains(author) { strayAuthors.append(author) }
    result.notes.append(
      Note(
        .strayByline, range,
        "\(authors.joined(separator: ", ")): a name far from the head, perhaps not the author"))
  }

  private static func footProseReason(below marker: String) -> String {
    switch marker {
    case "comment-form", "comments-closed": "reader-comment"
    case "related-articles": "related-headline"
    case "": "footer-text"
    default: marker
    }
  }

  /// Whether the words of a range stand somewhere else in the text, too: a tag, not an author.
  func isNamedElsewhere(_ range: ByteRange) -> Bool {
    let needle = bytes[range.range]
    guard let first = needle.first else { return false }
    let last = bytes.count - needle.count
    var index = 0
    while index <= last {
      if bytes[index] == first, index != range.start,
        bytes[index..<(index + needle.count)].elementsEqual(needle)
      {
        return true
      }
      index += 1
    }
    return false
  }
}
