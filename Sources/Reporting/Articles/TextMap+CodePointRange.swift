internal import NewsModel

extension TextMap {
  /// A range in code points.
  func codePoints(of range: ByteRange) -> CodePointRange {
    CodePointRange(codePoint(at: range.start), codePoint(at: range.end))
  }

  /// Several ranges in code points.
  func codePoints(of ranges: [ByteRange]) -> [CodePointRange] {
    ranges.map { codePoints(of: $0) }
  }
}
