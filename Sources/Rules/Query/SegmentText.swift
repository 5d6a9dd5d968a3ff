import NewsModel

/// All articles of a segment as one text, made of nothing but its index.
///
/// Between two articles stands one token that belongs to neither, so that a border after one is not a border
/// before the other. Positions in bytes, lower-case forms and zones are not in the index: `isAnsweredByIndex`
/// tells which patterns ask for them.
extension PostingSegment {
  /// The text, or `nil` where the segment has no structure.
  ///
  /// - Complexity: O(tokens).
  public func text(lexicon: Lexicon) -> QueryText? {
    guard let structure, let filler = lexicon.vocabulary.count > 0 ? UInt32(0) : nil else {
      return nil
    }
    let count = tokenCount + articleCount
    func column(_ table: PostingTable, below limit: Int) -> [UInt32] {
      var column = [UInt32](repeating: filler, count: tokenCount)
      // Damaged bytes may name anything.
      table.forEachValue { position, value in
        if position < tokenCount, value < limit { column[position] = value }
      }
      return column
    }
    /// A column with one more token after each article.
    func spread<Value>(_ column: [Value], _ filler: Value) -> [Value] {
      var spread: [Value] = []
      spread.reserveCapacity(count)
      for (start, end) in zip(articleStarts, articleStarts.dropFirst()) {
        spread += column[Int(start)..<Int(end)]
        spread.append(filler)
      }
      return spread
    }
    let parts = (0...UInt8.max).map { PartOfSpeech(rawValue: $0) ?? .unknown }
    var tokens = TokenColumns(vocabulary: lexicon.vocabulary)
    tokens.words = spread(column(words, below: lexicon.vocabulary.count), filler)
    tokens.lemmas = spread(column(lemmas, below: lexicon.vocabulary.count), filler)
    // Of no meaning, but as many as there are tokens; shares the memory of the words.
    tokens.starts = tokens.words
    tokens.partsOfSpeech = spread(column(tags, below: 256).map { parts[Int($0)] }, .unknown)
    tokens.sentenceStarts = placed(structure.sentences)
    tokens.paragraphStarts = placed(structure.paragraphs)
    var isQuoted = [Bool](repeating: false, count: count)
    for run in structure.quotations {
      for token in placed(run.tokens) { isQuoted[token] = true }
    }
    var entityCodes = [UInt8](repeating: 0, count: count)
    for run in structure.entities {
      for token in placed(run.tokens) { entityCodes[token] = UInt8(run.code) }
    }
    var extents: [String: [MatchText.Extent]] = [:]
    for (type, runs) in zip(SegmentStructure.types, structure.extents) {
      extents[type] = runs.enumerated().map { place, run in
        MatchText.Extent(tokens: placed(run.tokens), index: place)
      }
    }
    let documents = (0..<articleCount).map { article in
      Int(articleStarts[article]) + article..<Int(articleStarts[article + 1]) + article
    }
    return QueryText(
      MatchText(
        tokens: tokens, isQuoted: isQuoted, entityCodes: entityCodes, extents: extents,
        lexicon: lexicon, documents: documents))
  }

  /// Where tokens of one article stand in the text: one place further on for each article before.
  private func placed(_ positions: Range<Int>) -> Range<Int> {
    let article = articleStarts.partitioningIndex { $0 > positions.lowerBound } - 1
    return positions.moved(by: article)
  }

  /// Where sentences or paragraphs begin in the text; what stands between two articles is one too.
  private func placed(_ starts: [UInt32]) -> [UInt32] {
    var placed: [UInt32] = []
    placed.reserveCapacity(starts.count + articleStarts.count)
    var next = 0
    for (article, end) in articleStarts.dropFirst().enumerated() {
      while next < starts.count, starts[next] < end {
        placed.append(starts[next] + UInt32(article))
        next += 1
      }
      placed.append(end + UInt32(article))
    }
    return placed
  }
}

extension Pattern {
  /// Whether the index tells all that the pattern asks for.
  var isAnsweredByIndex: Bool {
    root.isAnsweredByIndex
      && conditions.allSatisfy { condition in
        switch condition {
        case .within(.title, _, _), .within(.lead, _, _), .within(.body, _, _),
          .within(.boilerplate, _, _):
          false
        case .within(.annotation(let type), _, _): SegmentStructure.types.contains(type)
        case .within: true
        case .containing(let item, _, _): item.isAnsweredByIndex
        case .compare(_, let attribute, _, let operand, _):
          if case .capture(_, let other) = operand {
            attribute.isAnsweredByIndex && other.isAnsweredByIndex
          } else {
            attribute.isAnsweredByIndex
          }
        }
      }
  }
}

extension Pattern.Attribute {
  fileprivate var isAnsweredByIndex: Bool {
    switch self {
    case .word, .lemma, .pos, .ent, .num, .shape, .len: true
    case .lower, .custom: false
    }
  }
}

extension Pattern.Node {
  fileprivate var isAnsweredByIndex: Bool {
    switch self {
    case .token(let test, _): test.isAnsweredByIndex
    case .annotation(let type, _): SegmentStructure.types.contains(type)
    case .border: true
    case .sequence(let parts), .alternation(let parts): parts.allSatisfy(\.isAnsweredByIndex)
    case .repetition(let part, _, _, _, _), .capture(_, let part, _),
      .lookaround(let part, _, _, _):
      part.isAnsweredByIndex
    }
  }
}

extension Pattern.TokenTest {
  /// A test of the lower-case form looks at the word, which the index has.
  fileprivate var isAnsweredByIndex: Bool {
    switch self {
    case .any, .flag: true
    case .compare(let attribute, _, _): attribute == .lower || attribute.isAnsweredByIndex
    case .not(let part): part.isAnsweredByIndex
    case .all(let parts), .either(let parts): parts.allSatisfy(\.isAnsweredByIndex)
    }
  }
}
