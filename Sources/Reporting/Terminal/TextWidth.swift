/// How many columns of a terminal a text takes.
///
/// A `Character` is as wide as the widest of its scalars: combining marks add nothing, East Asian wide
/// and full-width scalars take two columns (Unicode Standard Annex 11), and so do emoji, flags and
/// whatever a variation selector FE0F turns into an emoji. The C library's `wcwidth` would depend on
/// the locale; this does not.
public enum TextWidth {
  /// The width of a text without control characters, see ``printable(_:)``.
  ///
  /// - Complexity: O(*n*).
  public static func width(of text: some StringProtocol) -> Int {
    var width = 0
    var isASCII = true
    for byte in text.utf8 {
      if byte >= 0x80 {
        isASCII = false
        break
      }
      width += 1
    }
    return isASCII ? width : text.reduce(0) { $0 + self.width(of: $1) }
  }

  /// The width of one character: 0, 1 or 2.
  public static func width(of character: Character) -> Int {
    var width = 0
    var regionalIndicators = 0
    for scalar in character.unicodeScalars {
      if scalar == "\u{fe0f}" { return 2 }
      if ("\u{1f1e6}"..."\u{1f1ff}").contains(scalar) { regionalIndicators += 1 }
      width = max(width, self.width(of: scalar))
    }
    return regionalIndicators > 1 ? 2 : width
  }

  static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value == 0xad ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // Conjoining vowels and final consonants of Korean stand in the column of their first consonant.
    if (0x1160...0x11ff).contains(scalar.value) { return 0 }
    return isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0x3247, 0x3250...0x4dbf,
      0x4e00...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19,
      0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x18dff, 0x1aff0...0x1b2ff,
      0x1f200...0x1f265, 0x20000...0x3fffd:
      true
    default: false
    }
  }

  /// A text that is safe to print on one line of a terminal.
  ///
  /// Line breaks become `⏎`, tabs spaces; other control characters and those that turn the direction of
  /// writing are shown as escapes (`\u{1B}`), so that an article can neither colour the screen nor
  /// show its words in another order than they stand.
  public static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var output = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        if output.last == "⏎" { break }
        output += output.isEmpty || output.last == " " ? "⏎" : " ⏎"
      case "\t": output += " "
      default:
        if output.last == "⏎", scalar != " " { output += " " }
        if isUnsafe(scalar) {
          output += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
      previous = scalar
    }
    return output
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028...0x202e, 0x2066...0x2069: true
    default: false
    }
  }

  /// The beginning of a text, with `…` for what does not fit in `width` columns.
  public static func shortened(_ text: String, to width: Int) -> String {
    guard self.width(of: text) > width else { return text }
    return String(prefix(of: text, width: width - 1)).trimmingEnd() + (width > 0 ? "…" : "")
  }

  /// The end of a text, with `…` for what does not fit in `width` columns before it.
  public static func shortenedStart(_ text: String, to width: Int) -> String {
    guard self.width(of: text) > width else { return text }
    var start = text.endIndex
    var used = 0
    while start > text.startIndex {
      let before = text.index(before: start)
      used += self.width(of: text[before])
      if used > width - 1 { break }
      start = before
    }
    return (width > 0 ? "…" : "") + text[start...].drop(while: { $0 == " " })
  }

  /// The longest beginning of a text that fits in `width` columns.
  static func prefix(of text: some StringProtocol, width: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      used += self.width(of: text[end])
      if used > width { break }
      end = text.index(after: end)
    }
    return Substring(text[..<end])
  }

  /// Breaks a text into lines of at most `width` columns, between words where it can.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    guard width > 0, self.width(of: text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      var word = word
      var wordWidth = self.width(of: word)
      if lineWidth > 0, lineWidth + 1 + wordWidth <= width {
        line += " " + word
        lineWidth += 1 + wordWidth
        continue
      }
      if lineWidth > 0 { lines.append(line) }
      while wordWidth > width {
        let head = prefix(of: word, width: width)
        // A character wider than the column still has to go somewhere.
        let taken = head.isEmpty ? String(word.removeFirst()) : String(head)
        if !head.isEmpty { word = word.dropFirst(head.count) }
        lines.append(taken)
        wordWidth = self.width(of: word)
      }
      line = String(word)
      lineWidth = wordWidth
    }
    if lineWidth > 0 { lines.append(line) }
    return lines
  }
}

extension String {
  /// The text without spaces at its end.
  func trimmingEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
