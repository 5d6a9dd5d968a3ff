internal import NewsModel

/// A stretch of text that stands in quotation marks, after repair.
struct Quotation: Equatable {
  /// Where, printed marks included.
  var range: ByteRange
  /// How many quotations it lies in.
  var depth: Int
  /// Whether its marks are single.
  var isSingle: Bool
  /// The printed mark that opens it, or `nil` where it had to be supplied.
  var openingMark: ByteRange?
  /// The printed mark that closes it, or `nil` where none is printed.
  var closingMark: ByteRange?
  /// Whether it goes on in the next paragraph, and so is rightly not closed in this one.
  var continues: Bool

  /// What stands between the marks.
  var inner: ByteRange {
    let start = openingMark?.end ?? range.start
    return ByteRange(start, max(start, closingMark?.start ?? range.end))
  }
}
