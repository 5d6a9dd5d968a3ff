/// How one article prints its quotation marks, read off all of its text.
struct MarkStyle: Equatable {
  /// Whether opening and closing curly marks are both in use, so that their direction tells something.
  var usesBothCurlyMarks = true
  /// Whether quotations open with `„` and close with `“`, as in German.
  var usesLowMarks = false
  /// Whether quotations open with `»` and close with `«`, as in German and Danish books.
  var usesInwardGuillemets = false

  /// The default style.
  init() {}

  /// Reads the style of a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(of bytes: [UInt8]) {
    var openings = 0
    var closings = 0
    var lows = 0
    var firstGuillemet: UInt8?
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == 0xe2, bytes[index + 1] == 0x80, index + 2 < bytes.count {
        switch bytes[index + 2] {
        case 0x9c: openings += 1
        case 0x9d: closings += 1
        case 0x9e: lows += 1
        default: break
        }
      } else if bytes[index] == 0xc2, bytes[index + 1] == 0xab || bytes[index + 1] == 0xbb {
        if firstGuillemet == nil { firstGuillemet = bytes[index + 1] }
      }
      index += 1
    }
    usesLowMarks = lows > 0 && openings >= closings
    usesInwardGuillemets = firstGuillemet == 0xbb
    usesBothCurlyMarks = usesLowMarks || openings > 0 && closings > 0 || openings + closings == 0
  }
}
