import NewsModel

extension Zoner {
  /// The line that is the headline, or `nil`.
  func findTitle() -> Int? {
    if let knownTitle { return lineSaying(knownTitle) ?? fragmentInFront() }
    for index in lines.indices.prefix(8) {
      let line = lines[index]
      // A report that begins with its dateline has no headline.
      if DatelineParser.dateline(of: bytes, line.line.range) != nil { return nil }
      switch line.kind {
      case .fragment:
        if isSectionLabel(index) { continue }
        return line.line.range.count <= 400 ? index : nil
      case .prose:
        // A headline may be a sentence, but not two, and something must follow it.
        let isHeadline =
          line.wordCount <= 30 && !line.hasInnerSentenceEnd || isShortBeforeLong(index)
        return isHeadline && index + 1 < lines.count && hasProse(after: index) ? index : nil
      case .boilerplate, .date, .byline, .credit, .caption: continue
      }
    }
    return nil
  }

  /// A first line without a full stop, when metadata know the title in other words.
  private func fragmentInFront() -> Int? {
    guard let first = lines.first, first.kind.isFragment, first.wordCount >= 4, lines.count > 1
    else { return nil }
    return 0
  }

  /// The line among the first twelve that says what the metadata give as title.
  private func lineSaying(_ title: String) -> Int? {
    let wanted = LineWords(title)
    guard wanted.count > 0 else { return nil }
    var words = LineWords()
    for index in lines.indices.prefix(12) where lines[index].wordCount <= wanted.count + 8 {
      words.fill(bytes, lines[index].line.range)
      let shared = min(words.count, wanted.count)
      guard shared >= min(3, wanted.count) else { continue }
      let isSame = (0..<shared).allSatisfy {
        words.words[$0].hash == wanted.words[$0].hash && words.spelling($0) == wanted.spelling($0)
      }
      if isSame {
        return index
      }
    }
    return nil
  }

  /// "World" above "Leaders meet in Geneva for talks": one or two words in front of a headline.
  private func isSectionLabel(_ index: Int) -> Bool {
    guard lines[index].wordCount <= 2, index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    switch next.kind {
    case .fragment: return next.wordCount >= 4 && next.wordCount <= 30
    case .prose:
      return next.wordCount <= 30 && !next.hasInnerSentenceEnd && hasProse(after: index + 1)
        && index + 2 < lines.count && lines[index + 2].kind.isProse == false
    default: return false
    }
  }

  /// Two short sentences above longer paragraphs: "Game over. What will she do now?"
  private func isShortBeforeLong(_ index: Int) -> Bool {
    guard lines[index].wordCount <= 20 else { return false }
    let next = lines[(index + 1)...].filter(\.kind.isProse).prefix(3)
    let words = next.reduce(0) { $0 + $1.wordCount }
    return !next.isEmpty && words >= max(14, 2 * lines[index].wordCount) * next.count
  }

  private func hasProse(after index: Int) -> Bool {
    lines[(index + 1)...].prefix(12).contains { $0.kind.isProse }
  }

  /// Whether a line says the same as the headline.
  func repeatsTitle(_ index: Int) -> Bool {
    guard let titleIndex, index != titleIndex else { return false }
    let title = lines[titleIndex]
    return lines[index].wordCount == title.wordCount && lines[index].wordsHash == title.wordsHash
      && title.wordCount > 0
  }

  /// Where the headline stands inside a longer line, if it has four words at least.
  func titleInside(_ line: JudgedLine) -> ByteRange? {
    guard let titleIndex, line.line.range.start > lines[titleIndex].line.range.start else {
      return nil
    }
    var title = LineWords()
    title.fill(bytes, lines[titleIndex].line.range)
    guard title.count >= 4, line.wordCount > title.count else { return nil }
    var words = LineWords()
    words.fill(bytes, line.line.range)
    guard words.count > title.count else { return nil }
    for start in 0...(words.count - title.count) {
      let isHere = title.words.indices.allSatisfy {
        words.words[start + $0].hash == title.words[$0].hash
      }
      guard isHere else { continue }
      return withMarks(
        ByteRange(
          words.words[start].range.start, words.words[start + title.count - 1].range.end),
        like: lines[titleIndex].line.range, in: line.line.range)
    }
    return nil
  }

  /// Takes in the marks that the headline has before its first and behind its last word.
  private func withMarks(
    _ range: ByteRange, like title: ByteRange, in line: ByteRange
  ) -> ByteRange {
    var words = LineWords()
    words.fill(bytes, title)
    guard let first = words.words.first, let last = words.words.last else { return range }
    var start = range.start
    var end = range.end
    let before = bytes[title.start..<first.range.start]
    if start - before.count >= line.start,
      bytes[(start - before.count)..<start].elementsEqual(before)
    {
      start -= before.count
    }
    let after = bytes[last.range.end..<title.end]
    if end + after.count <= line.end, bytes[end..<(end + after.count)].elementsEqual(after) {
      end += after.count
    }
    return ByteRange(start, end)
  }

  mutating func noteRepeatedTitle(_ range: ByteRange) {
    result.notes.append(Note(.repeatedTitle, range, "the title is printed once more"))
  }
}
