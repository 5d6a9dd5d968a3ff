import NewsModel

/// Which borders hold before each token and after the last, as masks of ``PatternProgram/bit(_:)``.
struct BorderMasks {
  let masks: [UInt8]

  /// - Complexity: O(tokens).
  init(_ text: MatchText) {
    let tokens = text.tokens
    var masks = [UInt8](repeating: 0, count: tokens.count + 1)
    func mark(_ starts: [UInt32], _ first: Pattern.Border, _ last: Pattern.Border) {
      for (index, start) in starts.enumerated() {
        masks[Int(start)] |= PatternProgram.bit(first)
        if index > 0 { masks[Int(start)] |= PatternProgram.bit(last) }
      }
      if !starts.isEmpty { masks[tokens.count] |= PatternProgram.bit(last) }
    }
    mark(tokens.sentenceStarts, .sentenceStart, .sentenceEnd)
    mark(tokens.paragraphStarts, .paragraphStart, .paragraphEnd)
    mark(tokens.count > 0 ? [0] : [], .documentStart, .documentEnd)
    for token in 0...tokens.count {
      let before = token > 0 && text.isQuoted[token - 1]
      let after = token < tokens.count && text.isQuoted[token]
      if after, !before { masks[token] |= PatternProgram.bit(.quoteStart) }
      if before, !after { masks[token] |= PatternProgram.bit(.quoteEnd) }
    }
    self.masks = masks
  }
}
