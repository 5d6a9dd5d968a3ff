internal import NewsModel

/// A quotation mark as it is printed, with what stands around it.
struct QuotationMark: Equatable {
  /// Which side of a quotation the printed character is meant for.
  enum Glyph: Equatable {
    /// `“ « „` and two grave accents.
    case opening
    /// `” »` and two apostrophes.
    case closing
    /// `"`.
    case straight
  }

  /// What stands beside a mark.
  enum Neighbour: Equatable {
    /// The border of the paragraph.
    case edge
    /// White space, no-break spaces included.
    case space
    /// A bracket that opens.
    case opener
    /// A dash or a slash, which suits both sides.
    case dash
    /// Punctuation that ends a phrase, or a bracket that closes.
    case stop
    /// Three dots, printed in any way: speech may begin or end with them.
    case ellipsis
    /// A digit.
    case digit
    /// Anything else.
    case word
  }

  /// Where it is printed.
  var range: ByteRange
  /// What is printed.
  var glyph: Glyph
  /// What stands before it, other marks skipped.
  var before: Neighbour
  /// What stands after it, other marks skipped.
  var after: Neighbour
}

/// Reads the double quotation marks of a paragraph.
struct QuotationMarkScanner {
  /// The article's text.
  let bytes: [UInt8]
  /// The paragraph.
  let paragraph: ByteRange
  /// Where the article's marks may be.
  let places: MarkPlaces
  /// How the article prints its marks.
  let style: MarkStyle

  /// The double marks of the paragraph in order.
  ///
  /// - Complexity: O(*n*) in the number of places where marks may be.
  func doubleMarks() -> [QuotationMark] {
    var marks: [QuotationMark] = []
    var end = paragraph.start
    for place in places.within(paragraph) where place >= end {
      guard let (glyph, length) = doubleGlyph(at: place) else { continue }
      end = place + length
      marks.append(
        QuotationMark(
          range: ByteRange(place, end), glyph: glyph, before: neighbour(before: place),
          after: neighbour(after: end)))
    }
    return marks
  }

  /// The glyph of a double mark at an offset and its length in bytes.
  func doubleGlyph(at index: Int) -> (QuotationMark.Glyph, Int)? {
    switch bytes[index] {
    case 0x22: return (.straight, 1)
    case 0x60 where byte(index + 1) == 0x60: return (.opening, 2)
    case 0x27 where byte(index + 1) == 0x27: return (.closing, 2)
    case 0xe2 where byte(index + 1) == 0x80:
      switch byte(index + 2) {
      case 0x9c: return (style.usesLowMarks ? .closing : .opening, 3)
      case 0x9e, 0x9f: return (.opening, 3)
      case 0x9d: return (.closing, 3)
      default: return nil
      }
    case 0xc2:
      switch byte(index + 1) {
      case 0xab: return (style.usesInwardGuillemets ? .closing : .opening, 2)
      case 0xbb: return (style.usesInwardGuillemets ? .opening : .closing, 2)
      default: return nil
      }
    default: return nil
    }
  }

  /// The length of a single mark or apostrophe at an offset, or `nil`.
  func singleLength(at index: Int) -> Int? {
    switch bytes[index] {
    case 0x27: return byte(index + 1) == 0x27 ? nil : 1
    case 0x60: return byte(index + 1) == 0x60 ? nil : 1
    case 0xe2 where byte(index + 1) == 0x80:
      switch byte(index + 2) {
      case 0x98, 0x99, 0x9a, 0x9b, 0xb9, 0xba: return 3
      default: return nil
      }
    default: return nil
    }
  }

  /// How many bytes of marks are skipped: more of them in a row are no writing.
  private static let farthest = 24

  /// What stands right of an offset, other marks skipped.
  func neighbour(after offset: Int) -> QuotationMark.Neighbour {
    var index = offset
    let limit = min(paragraph.end, offset + Self.farthest)
    while index < limit {
      if let length = doubleGlyph(at: index)?.1 ?? singleLength(at: index) {
        index += length
        continue
      }
      return kind(of: index)
    }
    return .edge
  }

  /// What stands left of an offset, other marks skipped.
  func neighbour(before offset: Int) -> QuotationMark.Neighbour {
    var index = offset
    let limit = max(paragraph.start, offset - Self.farthest)
    while index > limit {
      var start = index - 1
      while start > paragraph.start, bytes[start] & 0xc0 == 0x80 { start -= 1 }
      if doubleGlyph(at: start) != nil || singleLength(at: start) != nil {
        index = start
        continue
      }
      return kind(of: start)
    }
    return .edge
  }

  private func byte(_ index: Int) -> UInt8 {
    index < paragraph.end ? bytes[index] : 0
  }

  /// What kind of neighbour the character at an offset is.
  private func kind(of index: Int) -> QuotationMark.Neighbour {
    let byte = bytes[index]
    switch byte {
    case 0...0x20: return .space
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .opener
    case UInt8(ascii: "-"), UInt8(ascii: "/"): return .dash
    case UInt8(ascii: "."):
      let isEllipsis =
        self.byte(index + 1) == byte || (index > paragraph.start && bytes[index - 1] == byte)
      return isEllipsis ? .ellipsis : .stop
    case UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return .stop
    case 0x30...0x39: return .digit
    case 0xc2 where self.byte(index + 1) == 0xa0: return .space
    case 0xe2 where self.byte(index + 1) == 0x80:
      switch self.byte(index + 2) {
      case 0x80...0x8b, 0xaf: return .space
      case 0x90...0x95: return .dash
      case 0xa6: return .ellipsis
      default: return .word
      }
    default: return .word
    }
  }
}
