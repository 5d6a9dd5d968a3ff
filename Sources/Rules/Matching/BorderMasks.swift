import NewsModel

/// Which borders hold before each token and after the last, as masks of ``PatternProgram/bit(_:)``.
struct BorderMasks {
  let masks: [UInt8]

  /// - Complexity: O(tokens).
  init(_ text: MatchText) {
    let tokens = text.tokens
    var masks = [UInt8](repeating: 0, count: tokens.count + 1)
    var sentences = tokens.sentenceStarts[...]
    var paragraphs = tokens.paragraphStarts[...]
    for document in text.documents.isEmpty ? [0..<tokens.count] : text.documents {
      Self.mark(&sentences, of: document, .sentenceStart, .sentenceEnd, in: &masks)
      Self.mark(&paragraphs, of: document, .paragraphStart, .paragraphEnd, in: &masks)
      if !document.isEmpty {
        masks[document.lowerBound] |= PatternProgram.bit(.documentStart)
        masks[document.upperBound] |= PatternProgram.bit(.documentEnd)
      }
      Self.markQuotations(of: document, text.isQuoted, in: &masks)
    }
    self.masks = masks
  }

  /// Marks where the parts of a document begin and end, and takes them off the list.
  private static func mark(
    _ starts: inout ArraySlice<UInt32>, of document: Range<Int>, _ first: Pattern.Border,
    _ last: Pattern.Border, in masks: inout [UInt8]
  ) {
    var isFirst = true
    while let start = starts.first, Int(start) < document.upperBound {
      starts.removeFirst()
      // What stands between two documents is a part of neither.
      guard Int(start) >= document.lowerBound else { continue }
      masks[Int(start)] |= PatternProgram.bit(first)
      if !isFirst { masks[Int(start)] |= PatternProgram.bit(last) }
      isFirst = false
    }
    if !isFirst { masks[document.upperBound] |= PatternProgram.bit(last) }
  }

  private static func markQuotations(
    of document: Range<Int>, _ isQuoted: [Bool], in masks: inout [UInt8]
  ) {
    var before = false
    for token in document.lowerBound...document.upperBound {
      let after = token < document.upperBound && isQuoted[token]
      if after, !before { masks[token] |= PatternProgram.bit(.quoteStart) }
      if before, !after { masks[token] |= PatternProgram.bit(.quoteEnd) }
      before = after
    }
  }
}
