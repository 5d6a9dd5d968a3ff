import NewsModel

/// The full stop: part of an abbreviation, an initial, a number or an address, or a mark of its own.
extension Tokeniser {
  /// What the full stop behind `word` means.
  ///
  /// The tokens so far matter: `J.` is an initial after `George`.
  func fullStop(_ text: Span<UInt8>, _ word: Word, _ columns: borrowing TokenColumns) -> Joint {
    let next = word.end + 1
    let following = next < text.count ? text[next] : 0
    if following.isDigit, text[word.end - 1].isDigit { return .goesOn(next) }
    if following == UInt8(ascii: ".") { return .ends }
    let isFollowed = isWord(text, at: next)
    if isFollowed, let end = endOfDottedAddress(text, word.start, word.end) { return .endsAt(end) }
    if isSingleLetter(text, word.segment, word.end) {
      guard isFollowed else {
        return word.isDotted || isInitial(text, word, columns) ? .goesOn(next) : .ends
      }
      let after = next + (following < 0x80 ? 1 : Scalar(text, at: next).length)
      if !following.isDigit, !isWord(text, at: after) { return .goesOn(next) }
      // “U.S.President”, “J.Smith”: a space is missing.
      return word.isDotted || text[word.segment].isCapital ? .endsAt(next) : .ends
    }
    guard word.end - word.segment <= 6 else { return .ends }
    guard let rule = Abbreviations.rule(of: text, word.segment..<word.end) else { return .ends }
    if isFollowed, equals(text, word.segment, word.end, "ph") { return .goesOn(next) }
    guard keepsStop(rule, text, word, columns) else { return .ends }
    return isFollowed ? .endsAt(next) : .goesOn(next)
  }

  private func keepsStop(
    _ rule: Abbreviations.Rule, _ text: Span<UInt8>, _ word: Word,
    _ columns: borrowing TokenColumns
  ) -> Bool {
    let next = afterSpaces(text, at: word.end + 1)
    let following = next < text.count ? text[next] : 0
    switch rule {
    case .leading:
      return following.isCapital || following.isDigit || following >= 0x80
        || text[word.segment].isSmall || following == UInt8(ascii: "\"")
    case .trailing:
      return true
    case .beforeNumber:
      return following.isDigit || following == UInt8(ascii: "#")
    case .besideNumber:
      guard let last = columns.ends.last else { return following.isDigit }
      return following.isDigit || text[Int(last) - 1].isDigit
    case .afterComma:
      if word.segment > word.start { return true }
      guard let last = columns.ends.last else { return false }
      let before = text[Int(last) - 1]
      return before == UInt8(ascii: ",") || before == UInt8(ascii: "(")
    }
  }

  /// Whether a single letter before a full stop is an initial rather than the end of a sentence.
  private func isInitial(
    _ text: Span<UInt8>, _ word: Word, _ columns: borrowing TokenColumns
  ) -> Bool {
    let letter = text[word.segment]
    let next = afterSpaces(text, at: word.end + 1)
    guard next < text.count else { return false }
    let following = text[next]
    if letter.isSmall {
      // Roe v. Wade; p. 5; c. 1900
      if letter == UInt8(ascii: "v") { return following.isCapital }
      let takesNumber = letter == UInt8(ascii: "p") || letter == UInt8(ascii: "c")
      return takesNumber && following.isDigit
    }
    guard following.isCapital || following >= 0xc3 || following == UInt8(ascii: ",") else {
      return false
    }
    var end = next
    while isWord(text, at: end), end < text.count, end - next < 12 { end += 1 }
    if end - next == 1, end < text.count, text[end] == UInt8(ascii: ".") { return true }
    if following == UInt8(ascii: ",") { return letter != UInt8(ascii: "I") }
    // “Plan B. The minister …”
    if end - next < 12, Abbreviations.sentenceStarters.contains(string(text, next, end)) {
      return false
    }
    guard letter == UInt8(ascii: "I") || letter == UInt8(ascii: "A") else { return true }
    guard word.start == word.segment else { return true }
    guard let last = columns.starts.last else { return true }
    return text[Int(last)].isCapital
  }

  /// Whether the bytes are one letter.
  private func isSingleLetter(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    if end - start == 1 { return text[start].isLetter }
    guard text[start] >= 0xc3 else { return false }
    let scalar = Scalar(text, at: start)
    return scalar.kind == .letter && scalar.length == end - start && scalar.value < 0x530
  }

  /// The first position at or after `position` that is no space.
  private func afterSpaces(_ text: Span<UInt8>, at position: Int) -> Int {
    var next = position
    while next < text.count {
      if text[next].isBlank {
        next += 1
      } else if text[next] >= 0x80 {
        let scalar = Scalar(text, at: next)
        guard scalar.kind == .space else { break }
        next += scalar.length
      } else {
        break
      }
    }
    return next
  }

  /// A copy of a few bytes as text.
  private func string(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    for index in start..<end { bytes.append(text[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Addresses

  /// The end of a web or mail address with a full stop at `position`, or `nil` if it is none.
  private func endOfDottedAddress(_ text: Span<UInt8>, _ start: Int, _ position: Int) -> Int? {
    var end = position
    while end < text.count, isHostByte(text[end]) { end += 1 }
    if end < text.count, text[end] == UInt8(ascii: "@"), isWord(text, at: end + 1) {
      return endOfHost(text, at: end + 1)
    }
    end = withoutStops(text, from: position, to: end)
    var label = end
    while label > position, text[label - 1] != UInt8(ascii: ".") { label -= 1 }
    let isWeb = position - start == 3 && equals(text, start, position, "www")
    guard isWeb || (end - label <= 6 && isHostEnding(text, label, end)) else { return nil }
    return end < text.count && text[end] == UInt8(ascii: "/")
      ? max(end, endOfAddress(text, at: end)) : end
  }

  /// Whether the last part of a name is a known ending, in one case throughout.
  private func isHostEnding(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    var capitals = 0
    for index in start..<end where text[index].isCapital { capitals += 1 }
    guard capitals == 0 || capitals == end - start else { return false }
    return Abbreviations.hostEndings.contains(string(text, start, end).lowercased())
  }

  /// The end of a host name.
  func endOfHost(_ text: Span<UInt8>, at position: Int) -> Int {
    var end = position
    while end < text.count, isHostByte(text[end]) { end += 1 }
    return withoutStops(text, from: position, to: end)
  }

  /// The end of the rest of a web address: up to white space, a quotation mark or a bracket that
  /// the address did not open, punctuation at its end left out.
  func endOfAddress(_ text: Span<UInt8>, at position: Int) -> Int {
    var end = position
    var open = 0
    scan: while end < text.count {
      let byte = text[end]
      switch byte {
      case 0...0x20, 0x7f, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
        break scan
      case UInt8(ascii: "("):
        open += 1
      case UInt8(ascii: ")"):
        if open == 0 { break scan }
        open -= 1
      case 0x80...:
        let scalar = Scalar(text, at: end)
        guard scalar.kind == .letter || scalar.kind == .mark else { break scan }
        end += scalar.length - 1
      default:
        break
      }
      end += 1
    }
    while end > position, isTrailing(text[end - 1]) { end -= 1 }
    return end
  }

  private func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "]"):
      true
    default:
      false
    }
  }

  private func isHostByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  private func withoutStops(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, !text[end - 1].isAlphanumeric { end -= 1 }
    return end
  }
}
