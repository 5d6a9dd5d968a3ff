import NewsModel

/// Words and numbers: runs of letters and digits, and the marks that join them.
extension Tokeniser {
  /// What a mark inside or behind a word means.
  enum Joint {
    /// The word goes on at this position.
    case goesOn(Int)
    /// The word, without the mark, is complete.
    case ends
    /// The token is complete and ends here, the mark included.
    case endsAt(Int)
    /// The token ends at the first position, and a clitic reaches from there to the second.
    case clitic(Int, Int)
  }

  /// A word up to a full stop.
  struct Word {
    let start: Int
    /// Where the part after the last hyphen or full stop begins.
    let segment: Int
    let end: Int
    let isDotted: Bool
  }

  /// Reads a word, with its clitic if it has one, and returns where it ends.
  ///
  /// The token begins at `start`; scanning goes on at `position`, the bytes between are part of it.
  func scanWord(
    _ text: Span<UInt8>, from start: Int, at position: Int, into columns: inout TokenColumns
  ) -> Int {
    var position = position
    // Where the part after the last hyphen or full stop begins.
    var segment = position
    var isDotted = false
    scan: while true {
      let ahead = EightBytes(text, at: position)
      let run = EightBytes.countOfFirst(ahead.letters | ahead.digits)
      position += run
      if run == 8 { continue }
      guard position < text.count else { break }
      let byte = text[position]
      if byte == UInt8(ascii: "_") {
        position += 1
        continue
      }
      let joint: Joint
      if byte < 0x80 {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"): break scan
        case UInt8(ascii: "-"):
          joint = hyphen(text, start, position, length: 1)
          segment = position + 1
        case UInt8(ascii: "'"), UInt8(ascii: "`"):
          joint = apostrophe(text, start, position, length: 1)
        case UInt8(ascii: "."):
          joint = fullStop(
            text, Word(start: start, segment: segment, end: position, isDotted: isDotted), columns)
          segment = position + 1
          isDotted = true
        default:
          joint = separator(text, start, position, byte)
        }
      } else {
        let scalar = Scalar(text, at: position)
        switch scalar.kind {
        case .letter, .mark: joint = .goesOn(position + scalar.length)
        case .hyphen:
          joint = hyphen(text, start, position, length: scalar.length)
          segment = position + scalar.length
        case .apostrophe: joint = apostrophe(text, start, position, length: scalar.length)
        default: joint = .ends
        }
      }
      switch joint {
      case .goesOn(let next): position = next
      case .ends: break scan
      case .endsAt(let end): return emit(text, start, end, into: &columns)
      case .clitic(let border, let end):
        _ = emit(text, start, border, into: &columns)
        return emit(text, border, end, into: &columns)
      }
    }
    if position - start == 6, text[start].small == UInt8(ascii: "c"),
      equals(text, start, position, "cannot")
    {
      _ = emit(text, start, start + 3, into: &columns)
      return emit(text, start + 3, position, into: &columns)
    }
    if position - start > 3, text[start].isCapital, text[start + 3].isDigit,
      isCurrency(text, start)
    {
      // USD47: the code is a word of its own.
      let code = emit(text, start, start + 3, into: &columns)
      return emit(text, code, position, into: &columns)
    }
    return emit(text, start, position, into: &columns)
  }

  private func hyphen(_ text: Span<UInt8>, _ start: Int, _ position: Int, length: Int) -> Joint {
    let next = position + length
    if isWord(text, at: next) { return .goesOn(next) }
    guard next < text.count else { return .ends }
    // “pre- and post-war”, “anti-‘junta’”: the first half keeps its hyphen.
    if text[next] == UInt8(ascii: " ") {
      var end = next + 1
      while end < text.count, text[end].isLetter { end += 1 }
      for word: StaticString in ["and", "or", "to", "nor"]
      where equals(text, next + 1, end, word) { return .endsAt(next) }
      return .ends
    }
    if text[next] == UInt8(ascii: ",") { return .endsAt(next) }
    if text[next] >= 0x80 {
      let scalar = Scalar(text, at: next)
      let opens = scalar.value == 0x201c || scalar.value == 0x2018
      return opens && isWord(text, at: next + scalar.length) ? .endsAt(next) : .ends
    }
    let opens = text[next] == UInt8(ascii: "\"") || text[next] == UInt8(ascii: "'")
    return opens && isWord(text, at: next + 1) ? .endsAt(next) : .ends
  }

  private func apostrophe(
    _ text: Span<UInt8>, _ start: Int, _ position: Int, length: Int
  ) -> Joint {
    let next = position + length
    if let end = endOfClitic(text, at: next) { return .clitic(position, end) }
    guard isWord(text, at: next) else { return .ends }
    if text[next].small == UInt8(ascii: "t"), !isWord(text, at: next + 1),
      text[position - 1].small == UInt8(ascii: "n"), position - 1 > start
    {
      return .clitic(position - 1, next + 1)
    }
    let isOpening = text[position] >= 0x80 && Scalar(text, at: position).value == 0x2018
    // D‘Arc may be a name, word‘word is a quotation without its space.
    if isOpening || text[position] == UInt8(ascii: "`") {
      return position - start == 1 ? .goesOn(next) : .ends
    }
    return text[next].isDigit ? .ends : .goesOn(next)
  }

  /// Marks other than hyphen, apostrophe and full stop.
  private func separator(
    _ text: Span<UInt8>, _ start: Int, _ position: Int, _ byte: UInt8
  ) -> Joint {
    guard position > start, position + 1 < text.count else {
      return byte == UInt8(ascii: "$") && isCurrencyPrefix(text, start, position)
        ? .endsAt(position + 1) : .ends
    }
    let next = text[position + 1]
    let isBetweenDigits = text[position - 1].isDigit && next.isDigit
    switch byte {
    case UInt8(ascii: ","):
      guard isBetweenDigits, position + 3 < text.count, text[position + 2].isDigit,
        text[position + 3].isDigit
      else { return .ends }
      return position + 4 < text.count && text[position + 4].isDigit ? .ends : .goesOn(position + 4)
    case UInt8(ascii: "/"):
      if isBetweenDigits { return .goesOn(position + 1) }
      // w/o, c/o, n/a, s/he
      let isShort = position - start == 1 && text[start].isSmall && next.isSmall
      return isShort && !isWord(text, at: position + 3) ? .goesOn(position + 1) : .ends
    case UInt8(ascii: ":"):
      if isBetweenDigits { return .goesOn(position + 1) }
      guard next == UInt8(ascii: "/"), position + 3 < text.count,
        text[position + 2] == UInt8(ascii: "/"), isWord(text, at: position + 3)
      else { return .ends }
      return .endsAt(endOfAddress(text, at: position + 3))
    case UInt8(ascii: "&"):
      // AT&T, R&D
      return text[position - 1].isCapital && next.isCapital ? .goesOn(position + 1) : .ends
    case UInt8(ascii: "@"):
      return next.isAlphanumeric && text[start].isAlphanumeric
        ? .endsAt(endOfHost(text, at: position + 1)) : .ends
    case UInt8(ascii: "*"):
      // f***, sh*t
      let isCensored = text[position - 1].isLetter || text[position - 1] == byte
      return isCensored && (next == byte || next.isLetter || text[position - 1] == byte)
        ? .goesOn(position + 1) : .ends
    case UInt8(ascii: "+"):
      return next == byte || isWord(text, at: position + 1) ? .ends : .endsAt(position + 1)
    case UInt8(ascii: "$"):
      return isCurrencyPrefix(text, start, position) ? .endsAt(position + 1) : .ends
    default:
      return .ends
    }
  }

  /// Whether the capitals before a `$` say whose dollar it is: US$, HK$, C$.
  private func isCurrencyPrefix(_ text: Span<UInt8>, _ start: Int, _ position: Int) -> Bool {
    guard (1...2).contains(position - start) else { return false }
    for index in start..<position where !text[index].isCapital { return false }
    return true
  }

  private func isCurrency(_ text: Span<UInt8>, _ start: Int) -> Bool {
    for code: StaticString in [
      "usd", "eur", "gbp", "rub", "chf", "jpy", "cny", "inr", "uah", "aud", "cad", "nzd", "hkd",
    ] where equals(text, start, start + 3, code) { return true }
    return false
  }
}
