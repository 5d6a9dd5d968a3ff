import NewsModel

extension Zoner {
  /// The first line of reporting.
  func findBodyStart() -> Int {
    let first = titleIndex.map { $0 + 1 } ?? 0
    for index in first..<lines.count where lines[index].kind.isProse && !repeatsTitle(index) {
      return index
    }
    // No sentence anywhere: the first line that is no furniture.
    for index in first..<lines.count where lines[index].kind.isFragment && !repeatsTitle(index) {
      return index
    }
    return lines.count
  }

  /// The line from which on nothing belongs to the article, or the number of lines.
  ///
  /// A marker counts if most of the prose stands above it. Lists of links stand amid articles, too, and need
  /// six sevenths; two pieces of other furniture in a row need four fifths.
  func findEnd(from bodyStart: Int) -> Int {
    var total = 0
    for index in bodyStart..<max(bodyStart, lines.count) where lines[index].kind.isProse {
      total += lines[index].wordCount
    }
    var before = 0
    for index in bodyStart..<max(bodyStart, lines.count) {
      let line = lines[index]
      if line.kind.isProse { before += line.wordCount }
      guard before > 0, let rule = line.kind.rule else { continue }
      let after = total - before
      if rule.endsArticle {
        let ratio = Self.proseAllowed(below: rule.reason)
        if after * ratio.after <= before * ratio.before { return index }
      } else if index + 1 < lines.count, isFurniture(index), isFurniture(index + 1),
        after * 4 <= before
      {
        return index
      }
    }
    return lines.count
  }

  private func isFurniture(_ index: Int) -> Bool {
    lines[index].kind.rule.map { $0.reason != "separator" } ?? false
  }

  /// How much prose may follow a marker in proportion to what stands above it.
  private static func proseAllowed(below reason: String) -> (after: Int, before: Int) {
    switch reason {
    case "comment-form", "comments-closed": (1, 1)
    case "related-articles", "social-prompt", "repost-link", "source-link": (6, 1)
    default: (2, 1)
    }
  }

  /// The line behind the last one of reporting.
  func findBodyEnd(from bodyStart: Int, to end: Int) -> Int {
    guard bodyStart < end else { return min(bodyStart, end) }
    guard let last = (bodyStart..<end).last(where: { lines[$0].kind.isProse && !repeatsTitle($0) })
    else { return lines[bodyStart].kind.isFragment ? end : bodyStart }
    var bodyEnd = last + 1
    // A last line without a full stop, and nothing behind it, is a paragraph cut short.
    if bodyEnd == lines.count - 1, end == lines.count, isCutParagraph(lines[bodyEnd]) {
      bodyEnd += 1
    }
    while bodyEnd < end, lines[bodyEnd].kind.isFragment, isShortSentence(lines[bodyEnd]) {
      bodyEnd += 1
    }
    return bodyEnd
  }

  /// "No deal." is reporting, too, if it follows a paragraph.
  private func isShortSentence(_ line: JudgedLine) -> Bool {
    line.endsSentence || line.wordCount >= 20
  }

  private func isCutParagraph(_ line: JudgedLine) -> Bool {
    guard line.kind.isFragment, line.wordCount >= 4 else { return false }
    return line.capitalCount * 10 < line.wordCount * 6
  }
}
