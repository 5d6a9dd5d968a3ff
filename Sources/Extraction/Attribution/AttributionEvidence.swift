package import Language
package import NewsModel

/// Everything that the attribution model looks at in one article, token by token.
///
/// Filled in steps: words, quotation marks, position and likely cues here; the first stage's opinion by
/// ``add(labels:posteriors:)`` before the second stage looks.
package struct AttributionEvidence {
  /// The article's tokens.
  package let tokens: TokenColumns
  /// What each token is to the quotation marks of its paragraph.
  let marks: QuoteMarks
  /// The sentence of each token.
  let sentences: [Int]
  /// The paragraph of each token.
  let paragraphs: [Int]
  /// The word id of the comma, if there is one.
  let comma: UInt32?
  /// How often each token's word is a cue elsewhere, in thousandths.
  var cueShares: [UInt16]
  /// The keys.
  package var columns: AttributeColumns
  /// The class of the edge that leads to each token.
  package private(set) var edgeClasses: [UInt8]

  /// The number of classes of edges.
  package static let edgeClassCount = 11

  /// Collects the evidence of an article.
  ///
  /// - Parameters:
  ///   - tokens: The article's tokens.
  ///   - quotations: Pairs of quotation marks, marks included, sorted.
  ///   - lexicon: How often words are cues, by their ``CueFrequencies/key(lemma:pos:)``.
  package init(
    tokens: TokenColumns, quotations: [ByteRange], lexicon: (UInt32) -> UInt16
  ) {
    self.tokens = tokens
    comma = tokens.vocabulary.id(of: ",")
    sentences = Self.owners(of: tokens.sentenceStarts, count: tokens.count)
    paragraphs = Self.owners(of: tokens.paragraphStarts, count: tokens.count)
    columns = AttributeColumns(
      attributeCount: AttributionAttribute.count,
      paragraphLengths: (0..<tokens.paragraphCount).map { tokens.paragraph($0).count })
    marks = QuoteMarks(tokens: tokens, quotations: quotations)
    cueShares = []
    edgeClasses = []
    addWords(lexicon)
    addMarks()
    addPositions()
    addCues()
    edgeClasses = findEdgeClasses()
  }

  /// The row of a token.
  @inline(__always)
  func row(_ token: Int) -> Int { token + FeatureTemplates.reach * (paragraphs[token] + 1) }

  /// Sets a key; values begin at 0, keys at 1.
  @inline(__always)
  mutating func set(_ attribute: AttributionAttribute, _ token: Int, _ value: Int) {
    columns[row(token), attribute.rawValue] = UInt32(truncatingIfNeeded: value + 1)
  }

  /// The key of an attribute at a token.
  @inline(__always)
  func key(_ attribute: AttributionAttribute, _ token: Int) -> UInt32 {
    columns[row(token), attribute.rawValue]
  }

  /// Distances in nine steps.
  @inline(__always)
  static func step(_ distance: Int) -> Int {
    switch distance {
    case ..<4: distance
    case ..<6: 4
    case ..<10: 5
    case ..<20: 6
    case ..<40: 7
    default: 8
    }
  }

  private static func owners(of starts: [UInt32], count: Int) -> [Int] {
    var owners = [Int](repeating: 0, count: count)
    for index in starts.indices {
      let end = index + 1 < starts.count ? Int(starts[index + 1]) : count
      for token in Int(starts[index])..<end { owners[token] = index }
    }
    return owners
  }

  private mutating func addPositions() {
    let paragraphCount = tokens.paragraphCount
    for paragraph in 0..<paragraphCount {
      let run = tokens.paragraph(paragraph)
      guard !run.isEmpty else { continue }
      let firstSentence = sentences[run.lowerBound]
      let lastSentence = sentences[run.upperBound - 1]
      for token in run {
        let sentence = tokens.sentence(sentences[token])
        set(.fromStart, token, Self.step(token - sentence.lowerBound))
        set(.toEnd, token, Self.step(sentence.upperBound - 1 - token))
        set(
          .sentence, token,
          min(sentences[token] - firstSentence, 3) * 4 + min(lastSentence - sentences[token], 3))
        set(.paragraph, token, min(paragraph, 3) * 2 + (paragraphCount - 1 - paragraph < 2 ? 1 : 0))
        set(.sentenceLength, token, Self.step(sentence.count))
      }
    }
  }

  /// Transitions differ at sentence starts, marks, commas and likely cues.
  private func findEdgeClasses() -> [UInt8] {
    var classes = [UInt8](repeating: 0, count: tokens.count)
    for token in 1..<max(tokens.count, 1) {
      let isCue = cueShares[token] >= 350
      let opens = marks.states[token] == .opens
      let afterClose = marks.states[token - 1] == .closes
      var kind: UInt8 = 0
      if cueShares[token - 1] >= 350 { kind = 7 }
      if isCue { kind = 6 }
      if tokens.lowers[token] == comma { kind = 5 }
      if tokens.lowers[token - 1] == comma { kind = 4 }
      if opens { kind = 2 }
      if afterClose { kind = 3 }
      if sentences[token] != sentences[token - 1] {
        kind = 1
        if opens { kind = 8 }
        if afterClose { kind = 9 }
      }
      if afterClose, isCue { kind = 10 }
      classes[token] = kind
    }
    return classes
  }
}
