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

  /// Reads the style of a text, given where its marks may be.
  ///
  /// - Complexity: O(*n*) in the number of places.
  init(of bytes: [UInt8], _ places: MarkPlaces) {
    var openings = 0
    var closings = 0
    var lows = 0
    var firstGuillemet: UInt8?
    for place in places.all where place + 1 < bytes.count {
      switch (bytes[place], bytes[place + 1]) {
      case (0xe2, 0x80) where place + 2 < bytes.count:
        switch bytes[place + 2] {
        case 0x9c: openings += 1
        case 0x9d: closings += 1
        case 0x9e: lows += 1
        default: break
        }
      case (0xc2, 0xab), (0xc2, 0xbb):
        if firstGuillemet == nil { firstGuillemet = bytes[place + 1] }
      default: break
      }
    }
    usesLowMarks = lows > 0 && openings >= closings
    usesInwardGuillemets = firstGuillemet == 0xbb
    usesBothCurlyMarks = usesLowMarks || openings > 0 && closings > 0 || openings + closings == 0
  }
}
