internal import NewsModel

/// Pairs single quotation marks and leaves apostrophes alone.
///
/// A single mark counts only as one of a pair: an opening one behind a space or a bracket, and a
/// closing one in the same stretch of text. `Russia‘s`, `officials’` and `’90s` are apostrophes.
struct SingleMarkPairing {
  /// Reads bytes and neighbours.
  let scanner: QuotationMarkScanner

  /// Whether any single mark of the paragraph opens: without one there are no pairs.
  var canPair: Bool {
    scanner.places.within(scanner.paragraph).contains { place in
      guard let length = scanner.singleLength(at: place) else { return false }
      return role(of: ByteRange(place, place + length)) == .opening
    }
  }

  /// The pairs in a stretch of the paragraph that no double mark interrupts.
  ///
  /// - Complexity: O(*n*) in the number of places where marks may be.
  func pairs(in stretch: ByteRange) -> [(opening: ByteRange, closing: ByteRange)] {
    var pairs: [(opening: ByteRange, closing: ByteRange)] = []
    var opening: ByteRange?
    // The plural possessive that could also close (“the officials’ report”).
    var doubtful: ByteRange?
    func settle() {
      if let start = opening, let end = doubtful { pairs.append((start, end)) }
      opening = nil
      doubtful = nil
    }
    for place in scanner.places.within(stretch) {
      guard let length = scanner.singleLength(at: place) else { continue }
      let mark = ByteRange(place, place + length)
      switch role(of: mark) {
      case .apostrophe: break
      case .opening:
        settle()
        opening = mark
      case .closing:
        if let start = opening, start.end < mark.start {
          pairs.append((start, mark))
          opening = nil
          doubtful = nil
        }
      case .possessiveOrClosing:
        if opening != nil, doubtful == nil { doubtful = mark }
      }
    }
    settle()
    return pairs
  }

  private enum Role {
    case opening
    case closing
    case possessiveOrClosing
    case apostrophe
  }

  private func role(of mark: ByteRange) -> Role {
    let before = scanner.neighbour(before: mark.start)
    let after = scanner.neighbour(after: mark.end)
    switch (before, after) {
    case (.word, .word), (.digit, .word), (.word, .digit), (.digit, .digit): return .apostrophe
    case (.edge, .word), (.space, .word), (.opener, .word), (.dash, .word),
      (.edge, .ellipsis), (.space, .ellipsis), (.edge, .opener), (.space, .opener):
      return isElision(after: mark.end) ? .apostrophe : .opening
    case (.edge, .digit), (.space, .digit):
      // ’90s; but ‘10 days’ opens: a plural s right behind the digits tells them apart.
      return isDecade(after: mark.end) ? .apostrophe : .opening
    case (.stop, _), (.ellipsis, _), (_, .stop), (_, .edge): return .closing
    case (.digit, .space), (.digit, .dash): return .apostrophe
    case (.word, .space), (.word, .dash):
      let last = scanner.bytes[mark.start - 1]
      return last == UInt8(ascii: "s") ? .possessiveOrClosing : .closing
    default: return .apostrophe
    }
  }

  private func isDecade(after offset: Int) -> Bool {
    var index = offset
    while index < scanner.paragraph.end, (0x30...0x39).contains(scanner.bytes[index]) {
      index += 1
    }
    return index - offset == 2
  }

  /// Words that begin with a dropped letter: ’em, ’til, ’cause, ’tis, ’twas, ’n.
  private func isElision(after offset: Int) -> Bool {
    var word: [UInt8] = []
    var index = offset
    while index < scanner.paragraph.end, word.count < 6 {
      let letter = scanner.bytes[index] | 0x20
      guard (0x61...0x7a).contains(letter) else { break }
      word.append(letter)
      index += 1
    }
    let text = String(decoding: word, as: UTF8.self)
    return ["em", "til", "cause", "tis", "twas", "n", "cos"].contains(text)
  }
}
