import NewsModel

/// Marks: everything that does not begin with a letter or digit.
extension Tokeniser {
  /// Reads one token that begins with an ASCII mark and returns its end.
  func scanMark(
    _ text: Span<UInt8>, at position: Int, after floor: Int, into columns: inout TokenColumns
  ) -> Int {
    let byte = text[position]
    let next = position + 1 < text.count ? text[position + 1] : 0
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      if next == byte { return emit(text, position, position + 2, into: &columns) }
      return scanApostrophe(text, at: position, length: 1, after: floor, into: &columns)
    case UInt8(ascii: "."):
      if next.isDigit, !touchesWord(text, before: position, after: floor) {
        return scanWord(text, from: position, at: position + 1, into: &columns)
      }
      return emit(text, position, endOfRun(text, of: byte, at: position), into: &columns)
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      if next.isDigit, !touchesWord(text, before: position, after: floor) {
        return scanWord(text, from: position, at: position + 1, into: &columns)
      }
      return emit(text, position, endOfRun(text, of: byte, at: position), into: &columns)
    case UInt8(ascii: "#"), UInt8(ascii: "@"):
      if next.isLetter || next == UInt8(ascii: "_") || next >= 0xc3
        || (next.isDigit && byte == UInt8(ascii: "@"))
      {
        return emit(text, position, endOfHandle(text, at: position + 1), into: &columns)
      }
      return emit(text, position, endOfRun(text, of: byte, at: position), into: &columns)
    case UInt8(ascii: "["):
      // “[T]he”: an editor's letter belongs to its word.
      if position + 3 < text.count, next.isLetter, text[position + 2] == UInt8(ascii: "]"),
        text[position + 3].isSmall
      {
        return scanWord(text, from: position, at: position + 3, into: &columns)
      }
      return emit(text, position, position + 1, into: &columns)
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      var end = position + 1
      while end < text.count, text[end] == UInt8(ascii: "!") || text[end] == UInt8(ascii: "?") {
        end += 1
      }
      return emit(text, position, end, into: &columns)
    case UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "^"):
      return emit(text, position, endOfRun(text, of: byte, at: position), into: &columns)
    default:
      return emit(text, position, position + 1, into: &columns)
    }
  }

  /// Reads one token (or white space) that begins outside ASCII and returns its end.
  func scanWide(
    _ text: Span<UInt8>, at position: Int, after floor: Int, into columns: inout TokenColumns
  ) -> Int {
    let scalar = Scalar(text, at: position)
    let after = position + scalar.length
    switch scalar.kind {
    case .space:
      return after
    case .letter:
      return scanWord(text, from: position, at: position, into: &columns)
    case .apostrophe:
      // ‘‘ and ’’ are typed for “ and ”.
      if after < text.count, text[after] >= 0x80,
        Scalar(text, at: after).value == scalar.value
      {
        return emit(text, position, after + scalar.length, into: &columns)
      }
      return scanApostrophe(text, at: position, length: scalar.length, after: floor, into: &columns)
    case .dash, .ellipsis, .hyphen:
      var end = after
      while end < text.count, text[end] >= 0x80 {
        let next = Scalar(text, at: end)
        guard next.value == scalar.value else { break }
        end += next.length
      }
      return emit(text, position, end, into: &columns)
    case .quote:
      return emit(text, position, after, into: &columns)
    case .mark, .symbol:
      // A picture keeps its modifiers, and what a joiner glues to it.
      var end = after
      var isJoined = scalar.value == 0x200d
      while end < text.count, text[end] >= 0x80 {
        let next = Scalar(text, at: end)
        guard next.kind == .mark || (isJoined && next.kind == .symbol) else { break }
        isJoined = next.value == 0x200d
        end += next.length
      }
      return emit(text, position, end, into: &columns)
    }
  }

  /// Reads a token that begins with an apostrophe or single quotation mark and returns its end.
  private func scanApostrophe(
    _ text: Span<UInt8>, at position: Int, length: Int, after floor: Int,
    into columns: inout TokenColumns
  ) -> Int {
    let next = position + length
    if let clitic = endOfClitic(text, at: next) {
      // “’s” alone or after a closing mark is a possessive; “‘m” after a space hardly ever a quote.
      return emit(text, position, clitic, into: &columns)
    }
    if let elision = endOfElision(text, at: next, mark: position) {
      return emit(text, position, elision, into: &columns)
    }
    return emit(text, position, next, into: &columns)
  }

  /// The end of `em`, `til`, `90s` … after an apostrophe that stands for left-out letters.
  private func endOfElision(_ text: Span<UInt8>, at start: Int, mark: Int) -> Int? {
    var end = start
    while end < text.count, end - start < 6, text[end].isAlphanumeric { end += 1 }
    guard end == text.count || !text[end].isAlphanumeric else { return nil }
    switch end - start {
    case 1:
      // rock ’n’ roll
      guard text[start].small == UInt8(ascii: "n"), let close = apostropheLength(text, at: end)
      else { return nil }
      return end + close
    case 2:
      guard text[start].isDigit, text[start + 1].isDigit else {
        return equals(text, start, end, "em") ? end : nil
      }
      // ’08, but ‘08 might open a quotation.
      return text[mark] == UInt8(ascii: "'") || text[start - 1] == 0x99 ? end : nil
    case 3:
      if text[start].isDigit, text[start + 1].isDigit, text[start + 2].small == UInt8(ascii: "s") {
        return end
      }
      return equals(text, start, end, "til") || equals(text, start, end, "tis") ? end : nil
    case 4:
      return equals(text, start, end, "twas") ? end : nil
    default:
      return nil
    }
  }

  /// The end of a run of one ASCII byte.
  func endOfRun(_ text: Span<UInt8>, of byte: UInt8, at position: Int) -> Int {
    var end = position + 1
    while end < text.count, text[end] == byte { end += 1 }
    return end
  }

  /// The end of the name after `@` or `#`.
  private func endOfHandle(_ text: Span<UInt8>, at position: Int) -> Int {
    var end = position
    while end < text.count {
      if text[end].isAlphanumeric || text[end] == UInt8(ascii: "_") {
        end += 1
      } else if text[end] >= 0x80 {
        let scalar = Scalar(text, at: end)
        guard scalar.kind == .letter || scalar.kind == .mark else { break }
        end += scalar.length
      } else {
        break
      }
    }
    return end
  }

  /// Whether a letter, digit or closing bracket stands directly before `position`.
  private func touchesWord(_ text: Span<UInt8>, before position: Int, after floor: Int) -> Bool {
    guard position > floor else { return false }
    let byte = text[position - 1]
    return byte.isAlphanumeric || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ".")
  }

  /// Whether ASCII text equals a lower-case word, whatever its case.
  func equals(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ word: StaticString) -> Bool {
    guard end - start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      for index in 0..<buffer.count where text[start + index].small != buffer[index] {
        return false
      }
      return true
    }
  }

  /// The length in bytes of the apostrophe at a position, or `nil` if none is there.
  func apostropheLength(_ text: Span<UInt8>, at position: Int) -> Int? {
    guard position < text.count else { return nil }
    if text[position] == UInt8(ascii: "'") || text[position] == UInt8(ascii: "`") { return 1 }
    guard text[position] >= 0x80 else { return nil }
    let scalar = Scalar(text, at: position)
    return scalar.kind == .apostrophe ? scalar.length : nil
  }

  /// The end of `s`, `m`, `d`, `re`, `ve` or `ll` after an apostrophe, or `nil`.
  func endOfClitic(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard start < text.count else { return nil }
    let first = text[start].small
    let second = start + 1 < text.count ? text[start + 1].small : 0
    let end: Int
    switch first {
    case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"):
      end = start + 1
    case UInt8(ascii: "r"), UInt8(ascii: "v"):
      guard second == UInt8(ascii: "e") else { return nil }
      end = start + 2
    case UInt8(ascii: "l"):
      guard second == UInt8(ascii: "l") else { return nil }
      end = start + 2
    default:
      return nil
    }
    return isWord(text, at: end) ? nil : end
  }

  /// Whether a letter or digit begins at a position.
  func isWord(_ text: Span<UInt8>, at position: Int) -> Bool {
    guard position < text.count else { return false }
    if text[position] < 0x80 { return text[position].isAlphanumeric }
    let kind = Scalar(text, at: position).kind
    return kind == .letter || kind == .mark
  }
}
