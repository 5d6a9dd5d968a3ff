import NewsModel

extension Zoner {
  /// A notice that stands in a paragraph's own line, behind its last sentence.
  struct TrailingNotice {
    var range: ByteRange
    var reason: String
    var agencies: [String] = []
    var outlet: OutletClaim?
  }

  /// The notice behind the last sentence of a paragraph.
  ///
  /// Such as "(Reporting by …)", "© 2021 …", "(AFP)" or "Read more: …" after a full stop.
  func noticeBehindSentence(in range: ByteRange) -> TrailingNotice? {
    for start in sentenceStarts(in: range) {
      if let notice = notice(at: ByteRange(start, range.end)) { return notice }
    }
    return nil
  }

  private static let reasons: Set<String> = [
    "copyright-notice", "agency-credit", "aggregator-disclaimer", "repost-link",
    "newsletter-sign-up",
    "subscription-prompt", "social-prompt", "read-more",
  ]

  private func notice(at range: ByteRange) -> TrailingNotice? {
    var words = LineWords()
    words.fill(bytes, range)
    guard words.count > 0 else { return nil }
    if words.count <= 4, isBracketedOrDashed(range),
      let agency = Agency.named(0..<words.count, of: words)
    {
      return TrailingNotice(range: range, reason: "agency-credit", agencies: [agency])
    }
    let shape = LineShape(words, range, of: bytes)
    guard let hit = LineJudge.boilerplate(words, shape, of: bytes),
      hit.match.words.lowerBound <= 12, Self.reasons.contains(hit.meaning.reason)
    else { return nil }
    let agencies = Agency.names(in: 0..<min(words.count, 24), of: words)
    return TrailingNotice(
      range: range, reason: hit.meaning.reason,
      agencies: hit.meaning.reason == "read-more" ? [] : agencies,
      outlet: OutletClaim(hit, in: words, of: bytes))
  }

  /// "(AFP)", "— AFP", "- PTI".
  private func isBracketedOrDashed(_ range: ByteRange) -> Bool {
    let first = bytes[range.start]
    return first == UInt8(ascii: "(") || first == UInt8(ascii: "-") || first == UInt8(ascii: "[")
      || first == 0xe2 || first == UInt8(ascii: "/")
  }

  /// The starts of the last sentences of a range, but of its first, in order.
  private func sentenceStarts(in range: ByteRange) -> [Int] {
    var starts: [Int] = []
    var index = range.end - 2
    let lowest = max(range.start + 20, range.end - 1500)
    while index > lowest {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        var next = index + 1
        // Closing marks belong to the sentence that ends.
        while next < range.end, bytes[next] == UInt8(ascii: "\"") || isClosingMark(next, range.end)
        {
          next += bytes[next] == UInt8(ascii: "\"") ? 1 : 3
        }
        let gap = next
        while next < range.end {
          let width = bytes.spaceWidth(at: next, before: range.end)
          if width == 0 { break }
          next += width
        }
        if next > gap, next < range.end { starts.append(next) }
      }
      index -= 1
    }
    return starts.reversed()
  }

  private func isClosingMark(_ index: Int, _ end: Int) -> Bool {
    index + 2 < end && bytes[index] == 0xe2 && bytes[index + 1] == 0x80
      && (bytes[index + 2] == 0x9d || bytes[index + 2] == 0x99)
  }
}
