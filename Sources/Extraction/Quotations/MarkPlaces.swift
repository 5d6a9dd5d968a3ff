internal import NewsModel

/// The places of an article's text where a quotation mark or an apostrophe may be printed.
///
/// They are looked for once: few bytes of a text begin a mark, and each reading of the marks of a paragraph
/// needs to look at no others.
struct MarkPlaces {
  /// The offsets of the bytes, in order.
  private let offsets: [Int]

  /// `"`, `'`, `` ` ``, and the first bytes of `« »` and of the curly marks.
  private static let firstBytes = RareBytes([0x22, 0x27, 0x60, 0xc2, 0xe2])

  /// Finds the places.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(in text: [UInt8]) {
    var offsets: [Int] = []
    Self.firstBytes.forEach(in: text.span, 0..<text.count) { offsets.append($0) }
    self.offsets = offsets
  }

  /// All places.
  var all: ArraySlice<Int> { offsets[...] }

  /// The places in a range of the text.
  ///
  /// - Complexity: O(log *n*).
  func within(_ range: ByteRange) -> ArraySlice<Int> {
    let first = offsets.partitioningIndex { $0 >= range.start }
    let last = offsets.partitioningIndex { $0 >= range.end }
    return offsets[first..<max(first, last)]
  }
}
